// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_pictures.h"
#include "media/file_type.h"
#include "media/heif_orientation.h"

#include <QFile>
#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::media;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray box(const QByteArray &type, const QByteArray &content)
{
    QByteArray size(4, '\0');
    qToBigEndian(quint32(content.size() + 8), size.data());
    return size + type + content;
}

} // namespace

class DecodeHeifTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void realFilesAreUpright_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::newRow("lying") << u"heic/IMG_2682.heic"_s << 4032 << 3024;
        QTest::newRow("turned by the EXIF tag alone") << u"heic/iphone_7.heic"_s << 3024 << 4032;
        QTest::newRow("standing") << u"heic/IMG_1853.HEIC"_s << 3024 << 4032;
        QTest::newRow("avif") << u"heic/8bit-sRGB.avif"_s << 1617 << 1080;
        QTest::newRow("with a gain map, refused at first by libheif before 1.18")
            << u"live/IMG_4580.HEIC"_s << 3024 << 4032;
        QTest::newRow("with a video behind it") << u"live/samsung-one-ui-6.heic"_s << 3000 << 4000;
    }

    void realFilesAreUpright()
    {
        QFETCH(QString, name);
        QFETCH(int, width);
        QFETCH(int, height);
        const int tag = name.endsWith(u"2682.heic"_s) || name.endsWith(u"avif"_s) ? 1 : 6;
        const QString path = made::testFile(name);
        if (path.isEmpty()) {
            QSKIP("KINFRAME_TESTDATA does not name a folder with this photo.");
        }
        const auto type = sniffFileType(path, name);
        QVERIFY(type);
        // The EXIF tag says 6 in most of them, which libheif has already done where the file says it in its own way.
        const auto decoded = decodePicture(path, *type, tag, {.longSide = 512});
        QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().forLog()));
        QCOMPARE(decoded->originalWidth, width);
        QCOMPARE(decoded->originalHeight, height);
        QCOMPARE(std::max(decoded->pixels.width, decoded->pixels.height), 512);
        QVERIFY(readDimensions(path, *type));
    }

    void orientationBelongsToThePrimaryPicture()
    {
        const auto file = [](const QByteArray &associations) {
            const QByteArray properties = box("ispe"_ba, QByteArray(12, '\0')) + box("irot"_ba, "\1"_ba);
            const QByteArray meta = box("pitm"_ba, QByteArray::fromHex("000000000007")) +
                                    box("iprp"_ba, box("ipco"_ba, properties) + box("ipma"_ba, associations));
            return QByteArray(box("ftyp"_ba, "heic"_ba) + box("meta"_ba, QByteArray(4, '\0') + meta));
        };
        // Two items; the seventh is the primary one, the eighth its thumbnail.
        const QByteArray turned = file(QByteArray::fromHex("00000000 00000002 0008 01 01 0007 02 01 82"));
        QVERIFY(heifStatesOrientation(turned));
        QVERIFY(!heifStatesOrientation(file(QByteArray::fromHex("00000000 00000002 0008 02 01 82 0007 01 01"))));
        QVERIFY(heifStatesOrientation(file(QByteArray::fromHex("01000001 00000001 00000007 02 0001 8002"))));
        for (qsizetype size = 0; size < turned.size(); ++size) {
            static_cast<void>(heifStatesOrientation(turned.first(size)));
        }
    }

    void cutShortSaysSo()
    {
        const QString path = made::testFile(u"heic/8bit-sRGB.avif"_s);
        if (path.isEmpty()) {
            QSKIP("KINFRAME_TESTDATA does not name a folder with this photo.");
        }
        QCOMPARE(made::wrongAnswersWhenCut(contentOf(path), 20), 0);
    }

    void photosCutShortSaySo()
    {
        const QString path = made::testFile(u"heic/IMG_2682.heic"_s);
        if (path.isEmpty()) {
            QSKIP("KINFRAME_TESTDATA does not name a folder with this photo.");
        }
        QCOMPARE(made::wrongAnswersWhenCut(contentOf(path), 20), 0);
    }

    void noiseNeverCrashes()
    {
        const QString path = made::testFile(u"heic/8bit-sRGB.avif"_s);
        if (path.isEmpty()) {
            QSKIP("KINFRAME_TESTDATA does not name a folder with this photo.");
        }
        const QByteArray good = contentOf(path);
        unsigned int noise = 5;
        for (int i = 0; i < 15; ++i) {
            QByteArray bytes = good;
            for (int change = 0; change < 4; ++change) {
                noise = noise * 1664525U + 1013904223U;
                bytes[qsizetype(noise >> 8) % 600] = char(noise);
            }
            const auto decoded = made::decode(bytes, {.longSide = 64, .maxPixels = 4'000'000});
            QVERIFY(!decoded || !decoded->pixels.isNull());
        }
    }

    void tooManyPixelsAreRefused()
    {
        const QString path = made::testFile(u"heic/IMG_2682.heic"_s);
        if (path.isEmpty()) {
            QSKIP("KINFRAME_TESTDATA does not name a folder with this photo.");
        }
        const auto decoded = made::decode(contentOf(path), {.maxPixels = 1'000'000});
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, ErrorCode::ImageTooLarge);
    }
};

QTEST_GUILESS_MAIN(DecodeHeifTest)
#include "tst_decode_heif.moc"
