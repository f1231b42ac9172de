// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.h"
#include "described_picture.h"
#include "media/decode.h"
#include "media/metadata.h"
#include "media/picture_bytes.h"
#include "media/write_file.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::media;

/// What is written is read by programs that others use; skipped where these are not installed.
class WrittenForOthersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void exiftoolReadsIt_data() { files(); }
    void exiftoolReadsIt();
    void exiv2ReadsIt_data() { files(); }
    void exiv2ReadsIt();
    void realFilesAreTheSamePicturesAfterwards();

private:
    static void files()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("a sidecar") << u"a.xmp"_s;
        QTest::newRow("a JPEG") << u"a.jpg"_s;
    }
    /// Standard output; nothing where the program says that something is wrong.
    QByteArray run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        return process.waitForFinished(-1) && process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
    }
    QTemporaryDir m_folder;
};

void WrittenForOthersTest::initTestCase()
{
    WrittenMetadata written;
    written.rating = 4;
    written.keywords = {u"London"_s, u"海"_s};
    written.title = u"标题"_s;
    written.description = u"What it shows"_s;
    written.faces = std::vector{FaceRegion{FaceRegion::Kind::Face, u"张三"_s, 0.1, 0.2, 0.3, 0.4}};
    const auto text = updatedXmp({}, written, {64, 48, 6}, u"a.xmp"_s);
    QVERIFY(text);
    QFile sidecar(m_folder.filePath(u"a.xmp"_s));
    QVERIFY(sidecar.open(QIODevice::WriteOnly) && sidecar.write(*text) == text->size());
    const QString picture = m_folder.filePath(u"a.jpg"_s);
    QVERIFY(test::makePicture(picture, [](Exiv2::ExifData &exif, Exiv2::IptcData &, Exiv2::XmpData &) {
        exif["Exif.Image.Orientation"] = std::uint16_t(6);
    }));
    QVERIFY(writeIntoPicture(picture, *sniffFileType(picture, picture), written));
}

void WrittenForOthersTest::exiftoolReadsIt()
{
    QFETCH(const QString, name);
    if (QStandardPaths::findExecutable(u"exiftool"_s).isEmpty()) {
        QSKIP("exiftool is not installed");
    }
    const QString file = m_folder.filePath(name);
    const QJsonObject said =
        QJsonDocument::fromJson(run(u"exiftool"_s, {u"-j"_s, u"-struct"_s, u"-n"_s, file})).array().at(0).toObject();
    QCOMPARE(said.value("Rating"_L1).toInt(), 4);
    QCOMPARE(said.value("Subject"_L1).toArray(), (QJsonArray{u"London"_s, u"海"_s}));
    QCOMPARE(said.value("Title"_L1).toString(), u"标题"_s);
    QCOMPARE(said.value("Description"_L1).toString(), u"What it shows"_s);
    const QJsonObject info = said.value("RegionInfo"_L1).toObject();
    QCOMPARE(info.value("AppliedToDimensions"_L1).toObject().value("W"_L1).toInt(), 64);
    QCOMPARE(info.value("AppliedToDimensions"_L1).toObject().value("H"_L1).toInt(), 48);
    const QJsonObject region = info.value("RegionList"_L1).toArray().at(0).toObject();
    QCOMPARE(region.value("Name"_L1).toString(), u"张三"_s);
    QCOMPARE(region.value("Type"_L1).toString(), u"Face"_s);
    // Its centre on the stored pixels: upright (0.25, 0.4) was turned to the right.
    const QJsonObject area = region.value("Area"_L1).toObject();
    QVERIFY(std::abs(area.value("X"_L1).toDouble() - 0.4) < 1e-5);
    QVERIFY(std::abs(area.value("Y"_L1).toDouble() - 0.75) < 1e-5);
    QVERIFY(std::abs(area.value("W"_L1).toDouble() - 0.4) < 1e-5);
    QCOMPARE(area.value("Unit"_L1).toString(), u"normalized"_s);
    QCOMPARE(said.value("Warning"_L1).toString(), QString());
}

void WrittenForOthersTest::exiv2ReadsIt()
{
    QFETCH(const QString, name);
    if (QStandardPaths::findExecutable(u"exiv2"_s).isEmpty()) {
        QSKIP("exiv2 is not installed");
    }
    const QString said = QString::fromUtf8(run(u"exiv2"_s, {u"-PXkv"_s, m_folder.filePath(name)}));
    for (const QString &line : {u"Xmp.xmp.Rating"_s, u"London, 海"_s, u"标题"_s, u"张三"_s, u"normalized"_s}) {
        QVERIFY2(said.contains(line), qPrintable(said));
    }
}

void WrittenForOthersTest::realFilesAreTheSamePicturesAfterwards()
{
    const QString folder = qEnvironmentVariable("KINFRAME_TESTDATA");
    if (folder.isEmpty()) {
        QSKIP("KINFRAME_TESTDATA is not set");
    }
    WrittenMetadata written;
    written.rating = 3;
    written.keywords = {u"written here"_s};
    int tried = 0;
    QStringList refused;
    QDirIterator files(folder, {u"*.jpg"_s, u"*.jpeg"_s, u"*.png"_s, u"*.webp"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString original = files.next();
        const auto type = sniffFileType(original, original);
        if (!type || !canWriteInto(type->format) || !decodePicture(original, *type, 1, {})) {
            continue; // Made to be broken.
        }
        ++tried;
        const QString copy = m_folder.filePath(u"real."_s + type->suffix);
        QFile::remove(copy);
        QVERIFY(QFile::copy(original, copy));
        QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));
        const auto before = digestsOfFile(copy);
        const auto done = writeIntoPicture(copy, *type, written);
        if (!done) {
            refused << original.sliced(folder.size()) + u": "_s + done.error().forLog();
            QCOMPARE(digestsOfFile(copy)->sha256, before->sha256);
            continue;
        }
        const auto picture = decodePicture(original, *type, 1, {});
        const auto same = decodePicture(copy, *type, 1, {});
        QVERIFY2(same, qPrintable(original));
        QCOMPARE(same->pixels.size(), picture->pixels.size());
        QVERIFY2(std::equal(same->pixels.bytes.get(), same->pixels.bytes.get() + same->pixels.size(),
                            picture->pixels.bytes.get()),
                 qPrintable(original));
        QCOMPARE(readMetadata(copy, *type)->rating, 3);
    }
    for (const QString &one : refused) {
        qInfo().noquote() << one;
    }
    QVERIFY(tried > 0);
    QVERIFY2(refused.size() * 20 <= tried, qPrintable(u"%1 of %2"_s.arg(refused.size()).arg(tried)));
}

QTEST_GUILESS_MAIN(WrittenForOthersTest)
#include "tst_written_for_others.moc"
