// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_pictures.h"
#include "media/file_type.h"
#include "media/iso_boxes.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#ifndef Q_OS_WIN
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::media;

namespace {

QByteArray box(const QByteArray &type, const QByteArray &content)
{
    QByteArray size(4, '\0');
    qToBigEndian(quint32(content.size() + 8), size.data());
    return size + type + content;
}

QByteArray brands(const QByteArray &major, const QByteArray &others)
{
    return box("ftyp"_ba, major + QByteArray(4, '\0') + others);
}

struct TiffEntry
{
    quint16 tag;
    quint32 value;
};

/// A TIFF of one directory of numbers, and a maker's name where one is given.
QByteArray tiff(const QByteArray &magic, const std::vector<TiffEntry> &entries, const QByteArray &make = {})
{
    QByteArray bytes = magic + QByteArray::fromHex("08000000");
    const auto add = [&bytes](auto value) {
        QByteArray number(sizeof value, '\0');
        qToLittleEndian(value, number.data());
        bytes += number;
    };
    add(quint16(entries.size() + (make.isEmpty() ? 0 : 1)));
    for (const TiffEntry &entry : entries) {
        add(entry.tag);
        add(quint16(4));
        add(quint32(1));
        add(entry.value);
    }
    if (!make.isEmpty()) {
        add(quint16(0x010f));
        add(quint16(2));
        add(quint32(make.size() + 1));
        add(quint32(bytes.size() + 8));
    }
    add(quint32(0));
    return bytes + make + '\0';
}

} // namespace

class FileTypeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesTellTheType_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("mimeType");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &mimeType) {
            QTest::newRow(name) << bytes << mimeType;
        };
        row("jpeg", "\xff\xd8\xff\xe0"_ba, u"image/jpeg"_s);
        row("png", "\x89PNG\r\n\x1a\n"_ba, u"image/png"_s);
        row("webp", "RIFF\x10\0\0\0WEBPVP8 "_ba, u"image/webp"_s);
        row("gif", "GIF89a"_ba, u"image/gif"_s);
        row("bmp", "BM"_ba + QByteArray(12, '\1') + QByteArray::fromHex("28000000"), u"image/bmp"_s);
        row("exr", QByteArray::fromHex("762f310102000000"), u"image/x-exr"_s);
        row("heic", brands("heic"_ba, "mif1heic"_ba), u"image/heic"_s);
        row("heic behind mif1", brands("mif1"_ba, "mif1heic"_ba), u"image/heic"_s);
        row("heic with tmap", brands("heic"_ba, "tmapmif1heic"_ba), u"image/heic"_s);
        row("avif", brands("avif"_ba, "mif1miaf"_ba), u"image/avif"_s);
        row("avif behind mif1", brands("mif1"_ba, "avifmiaf"_ba), u"image/avif"_s);
        row("canon", brands("crx "_ba, "crx isom"_ba), u"image/x-canon-cr3"_s);
        row("mp4", brands("isom"_ba, "isomiso2avc1mp41"_ba), u"video/mp4"_s);
        row("3gp", brands("3gp4"_ba, "isom3gp4"_ba), u"video/3gpp"_s);
        row("quicktime", brands("qt  "_ba, "qt  "_ba), u"video/quicktime"_s);
        row("quicktime without brands", box("moov"_ba, "x"_ba), u"video/quicktime"_s);
        row("avi", "RIFF\x10\0\0\0AVI LIST"_ba, u"video/x-msvideo"_s);
        row("matroska", QByteArray::fromHex("1a45dfa3") + "\x42\x82\x88matroska", u"video/x-matroska"_s);
        row("webm", QByteArray::fromHex("1a45dfa3") + "\x42\x82\x84webm", u"video/webm"_s);
        row("transport stream", QByteArray("G"_ba + QByteArray(187, '\0')).repeated(6), u"video/mp2t"_s);
        row("camcorder", QByteArray(QByteArray(4, '\0') + "G"_ba + QByteArray(187, '\0')).repeated(6), u"video/mp2t"_s);
        row("tiff", tiff("II*\0"_ba, {{0x100, 10}, {0x101, 10}, {0x106, 2}}), u"image/tiff"_s);
        row("dng", tiff("II*\0"_ba, {{0xc612, 0x104}}), u"image/x-adobe-dng"_s);
        row("nikon", tiff("II*\0"_ba, {{0xfe, 1}, {0x14a, 100}}, "NIKON CORPORATION"_ba), u"image/x-nikon-nef"_s);
        row("developed by nikon", tiff("II*\0"_ba, {{0xfe, 0}}, "NIKON CORPORATION"_ba), u"image/tiff"_s);
        row("sony", tiff("II*\0"_ba, {{0xfe, 1}, {0x14a, 100}}, "SONY"_ba), u"image/x-sony-arw"_s);
        row("filter array of an unknown maker", tiff("II*\0"_ba, {{0x106, 32803}}), u"image/x-dcraw"_s);
        row("olympus", tiff("IIRO"_ba, {}), u"image/x-olympus-orf"_s);
        row("panasonic", tiff("IIU\0"_ba, {}), u"image/x-panasonic-rw2"_s);
        row("fuji", "FUJIFILMCCD-RAW 0201"_ba, u"image/x-fuji-raf"_s);
    }

    void bytesTellTheType()
    {
        QFETCH(QByteArray, bytes);
        const auto type = sniffBytes(bytes, u"misleading.txt"_s);
        QVERIFY2(type, type ? "" : qPrintable(type.error().forLog()));
        QTEST(type->mimeType, "mimeType");
        QCOMPARE(type->isVideo, type->mimeType.startsWith(u"video/"_s));
        QVERIFY(!type->suffix.isEmpty());
        for (qsizetype size = 0; size < bytes.size(); ++size) {
            // No prefix crashes; it is the same type or none.
            static_cast<void>(sniffBytes(bytes.first(size), {}));
        }
    }

    void aNameOnlyHelpsAmongTiffs()
    {
        const QByteArray plain = tiff("II*\0"_ba, {{0x100, 10}});
        QCOMPARE(sniffBytes(plain, u"P1.NEF"_s)->mimeType, u"image/x-nikon-nef"_s);
        QCOMPARE(sniffBytes(plain, u"p.tiff"_s)->format, Format::Tiff);
        QCOMPARE(sniffBytes("\xff\xd8\xff\xe0"_ba, u"P1.NEF"_s)->format, Format::Jpeg);
    }

    void whatIsNoMediaIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << "This is a letter, not a picture.\n"_ba;
        QTest::newRow("text with BM") << "BMW is a maker of cars, and this is about them."_ba;
        QTest::newRow("pdf") << "%PDF-1.7\n"_ba;
        QTest::newRow("zip") << "PK\3\4"_ba;
        QTest::newRow("wave") << "RIFF\x10\0\0\0WAVEfmt "_ba;
        QTest::newRow("song") << brands("M4A "_ba, "M4A mp42isom"_ba);
        QTest::newRow("html") << "<!DOCTYPE html><html>"_ba;
        QTest::newRow("one byte") << "G"_ba;
        QTest::newRow("zeros") << QByteArray(5000, '\0');
    }

    void whatIsNoMediaIsRefused()
    {
        QFETCH(QByteArray, bytes);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"photo.jpg"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        const auto type = sniffFileType(path, u"photo.jpg"_s);
        QVERIFY(!type);
        QCOMPARE(type.error().code, ErrorCode::FileNotMedia);
        QCOMPARE(type.error().fact(u"path"_s), path);
    }

    void filesThatCannotBeReadSayWhy()
    {
        const QTemporaryDir folder;
        QCOMPARE(sniffFileType(folder.path(), u"x"_s).error().code, ErrorCode::FileIsDirectory);
        QCOMPARE(sniffFileType(folder.filePath(u"none"_s), u"x"_s).error().code, ErrorCode::FileNotFound);
        QFile file(folder.filePath(u"empty.png"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QCOMPARE(sniffFileType(file.fileName(), u"x"_s).error().code, ErrorCode::FileEmpty);
    }

    void filesOfOthersSayWhy()
    {
#ifndef Q_OS_WIN
        if (::geteuid() == 0) {
            QSKIP("The administrator may read every file.");
        }
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"locked.png"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1);
        file.close();
        QVERIFY(file.setPermissions(QFile::WriteOwner));
        QCOMPARE(sniffFileType(file.fileName(), u"x"_s).error().code, ErrorCode::FileUnreadable);
#endif
    }

    void boxesThatEndBehindTheFileAreNoticed()
    {
        const QByteArray whole = brands("heic"_ba, "mif1"_ba) + box("mdat"_ba, QByteArray(100, 'x'));
        QVERIFY(!endsWithinBox(whole));
        QVERIFY(endsWithinBox(whole.chopped(1)));
        QVERIFY(!endsWithinBox(QByteArray(whole + "a tail")));
        QVERIFY(!endsWithinBox(QByteArray(brands("heic"_ba, {}) + QByteArray(4, '\0') + "mdat rest"_ba)));
        QVERIFY(!endsWithinBox({}));
    }

    void realFilesAreKnown_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("mimeType");
        const auto row = [](const QString &name, const QString &mimeType) {
            QTest::newRow(qPrintable(name)) << name << mimeType;
        };
        row(u"gps/IMG_9975.jpeg"_s, u"image/jpeg"_s);
        row(u"heic/IMG_2682.heic"_s, u"image/heic"_s);
        row(u"heic/iphone_7.heic"_s, u"image/heic"_s);
        row(u"heic/8bit-sRGB.avif"_s, u"image/avif"_s);
        row(u"live/IMG_4580.HEIC"_s, u"image/heic"_s);
        row(u"live/samsung-one-ui-6.heic"_s, u"image/heic"_s);
        row(u"live/IMG_0728.MOV"_s, u"video/quicktime"_s);
        row(u"raw/canon_eos_6d.dng"_s, u"image/x-adobe-dng"_s);
        row(u"video/christmas.mp4"_s, u"video/mp4"_s);
        row(u"video/Jellyfish.mov"_s, u"video/quicktime"_s);
        row(u"photos/Alex_Lacamoire/alex-lacamoire.png"_s, u"image/png"_s);
    }

    void realFilesAreKnown()
    {
        QFETCH(QString, name);
        const QString path = made::testFile(name);
        if (path.isEmpty()) {
            QSKIP("KINFRAME_TESTDATA does not name a folder with this file.");
        }
        const auto type = sniffFileType(path, u"without a suffix"_s);
        QVERIFY2(type, type ? "" : qPrintable(type.error().forLog()));
        QTEST(type->mimeType, "mimeType");
    }
};

QTEST_GUILESS_MAIN(FileTypeTest)
#include "tst_file_type.moc"
