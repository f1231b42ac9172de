// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/engines/exr_form.h"
#include "render/engines/frame_check.h"
#include "render/engines/frame_files.h"
#include "unit/media/made_pictures.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace kinframe;
using namespace kinframe::render;
using namespace Qt::StringLiterals;

/// What counts as a frame, and how it becomes the result.
class TestFrameCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholePictures_data();
    void wholePictures();
    void cutPictures_data();
    void cutPictures();
    void otherFormats();
    void theFormatThatWasAskedFor();
    void windowsOfOpenExr();
    void layersOfOpenExr();
    void partsOfOpenExr();
    void notAFrame_data();
    void notAFrame();
    void numbersOfFiles_data();
    void numbersOfFiles();
    void filesOfFrames();
};

namespace {

QString written(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    const QString path = folder.filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("the test cannot write %s", qPrintable(path));
    }
    return path;
}

QByteArray picture(const char *suffix)
{
    const cv::Mat pixels = made::matrixOf(made::landscape(160, 90));
    if (QByteArray(suffix) != ".exr") {
        return made::encoded(pixels, suffix);
    }
    cv::Mat floats;
    pixels.convertTo(floats, CV_32FC3, 1.0 / 255);
    return made::encoded(floats, suffix);
}

// The same file with its channels in a layer: only their names change, of the same length.
QByteArray layered(QByteArray exr)
{
    for (const char *channel : {"B", "G", "R"}) {
        const QByteArray entry = QByteArray(channel) + '\0' + QByteArray(1, '\2') + QByteArray(3, '\0');
        const qsizetype at = exr.indexOf(entry);
        if (at < 0) {
            return {};
        }
        exr[at] = char(exr[at] + 32);
    }
    return exr;
}

template <typename Number>
QByteArray bytesOf(Number number)
{
    QByteArray bytes(sizeof number, '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

QByteArray attribute(const char *name, const char *type, const QByteArray &value)
{
    return QByteArray(name) + '\0' + type + '\0' + bytesOf(quint32(value.size())) + value;
}

QByteArray part(const char *channel, qint32 blocks)
{
    const QByteArray channels = QByteArray(channel) + '\0' + QByteArray(16, '\1') + '\0';
    return attribute("channels", "chlist", channels) + attribute("chunkCount", "int", bytesOf(blocks)) + '\0';
}

// Two parts of two blocks and one, whose blocks lie at those offsets.
QByteArray twoParts(const char *channel, const QList<quint64> &offsets)
{
    QByteArray bytes = bytesOf(quint32(20000630)) + bytesOf(quint32(0x1002)) + part(channel, 2) + part("depth.Z", 1);
    bytes += '\0';
    for (const quint64 offset : offsets) {
        bytes += bytesOf(offset);
    }
    return bytes + QByteArray(100, 'x');
}

QByteArray targa(int width, int height)
{
    QByteArray bytes(18, '\0');
    bytes[2] = 2;
    bytes[12] = char(width);
    bytes[14] = char(height);
    bytes[16] = 24;
    return bytes + QByteArray(qsizetype(width) * height * 3, 'x');
}

} // namespace

void TestFrameCheck::wholePictures_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    for (const char *suffix : {".png", ".jpg", ".tiff", ".bmp", ".webp", ".exr"}) {
        QTest::newRow(suffix) << picture(suffix) << u"frame_0001"_s + QString::fromLatin1(suffix);
    }
}

void TestFrameCheck::wholePictures()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, name);
    const QTemporaryDir folder;
    const QString path = written(folder, name, bytes);
    const auto frame = checkFrame(path, {QDateTime::currentMSecsSinceEpoch(), QSize(160, 90)});
    QVERIFY2(frame, frame ? "" : qPrintable(frame.error().forLog()));
    QCOMPARE(frame->bytes, bytes.size());
    QCOMPARE(frame->dimensions, QSize(160, 90));
    QVERIFY(frame->decoded);
    QVERIFY(frame->mimeType.startsWith(u"image/"_s));
    const auto wrongSize = checkFrame(path, {0, QSize(320, 180)});
    QVERIFY(!wrongSize);
    QCOMPARE(wrongSize.error().code, ErrorCode::FrameBad);
}

void TestFrameCheck::cutPictures_data()
{
    wholePictures_data();
}

// Wherever a full disk or a killed renderer left off.
void TestFrameCheck::cutPictures()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, name);
    const QTemporaryDir folder;
    for (const int tenths : {1, 5, 9}) {
        const QString path = written(folder, name, bytes.first(bytes.size() * tenths / 10));
        const auto frame = checkFrame(path, {});
        QVERIFY2(!frame, qPrintable(u"cut at %1 tenths"_s.arg(tenths)));
        QCOMPARE(frame.error().code, ErrorCode::FrameBad);
    }
}

void TestFrameCheck::otherFormats()
{
    const QTemporaryDir folder;
    const QByteArray whole = targa(16, 9);
    const auto good = checkFrame(written(folder, u"a.tga"_s, whole), {0, QSize(16, 9)});
    QVERIFY(good);
    QVERIFY(!good->decoded);
    QVERIFY(!checkFrame(written(folder, u"cut.tga"_s, whole.chopped(1)), {}));
    QVERIFY(!checkFrame(written(folder, u"size.tga"_s, whole), {0, QSize(9, 16)}));
    QVERIFY(!checkFrame(written(folder, u"text.tga"_s, "this is a text and not a picture"), {}));
    // What nobody knows is taken as it is.
    QVERIFY(checkFrame(written(folder, u"cache.vrmap"_s, "anything"), {}));
}

void TestFrameCheck::theFormatThatWasAskedFor()
{
    const QTemporaryDir folder;
    const auto isGood = [&](const QString &name, const QByteArray &bytes, const QString &format) {
        FrameExpectation expected;
        expected.format = format;
        const auto frame = checkFrame(written(folder, name, bytes), expected);
        return frame || frame.error().code != ErrorCode::FrameBad;
    };
    QVERIFY(isGood(u"a.png"_s, picture(".png"), u"PNG"_s));
    QVERIFY(isGood(u"a.jpg"_s, picture(".jpg"), u"jpeg"_s));
    QVERIFY(isGood(u"a.exr"_s, picture(".exr"), u"openexr"_s));
    QVERIFY(isGood(u"a.tga"_s, targa(16, 9), u"targa"_s));
    // By what it is, whatever its name says.
    QVERIFY(isGood(u"a.png"_s, picture(".jpg"), {}));
    QVERIFY(!isGood(u"a.png"_s, picture(".jpg"), u"png"_s));
    QVERIFY(!isGood(u"a.tga"_s, picture(".png"), u"tga"_s));
    QVERIFY(!isGood(u"a.png.0001"_s, "anything", u"png"_s));
    // Of what we do not know we do not judge.
    QVERIFY(isGood(u"a.jpg"_s, picture(".jpg"), u"OPEN_EXR_MULTILAYER"_s));
    FrameExpectation expected;
    expected.format = u"png"_s;
    const auto wrong = checkFrame(written(folder, u"b.png"_s, picture(".jpg")), expected);
    QCOMPARE(wrong.error().fact(u"reason"_s), u"its format is jpg instead of png"_s);
}

// Renderers leave out what is empty around their pixels, and write some beyond the edge: the picture is its window.
void TestFrameCheck::windowsOfOpenExr()
{
    QByteArray bytes = picture(".exr");
    const QByteArray name = QByteArray("displayWindow") + '\0' + "box2i" + '\0' + bytesOf(quint32(16));
    const qsizetype at = bytes.indexOf(name) + name.size();
    QVERIFY(at > name.size());
    const QByteArray window = bytesOf(qint32(-10)) + bytesOf(qint32(0)) + bytesOf(qint32(309)) + bytesOf(qint32(179));
    bytes.replace(at, 16, window);
    const QTemporaryDir folder;
    const QString path = written(folder, u"a_0001.exr"_s, bytes);
    const auto frame = checkFrame(path, {0, QSize(320, 180)});
    QVERIFY2(frame, frame ? "" : qPrintable(frame.error().forLog()));
    QCOMPARE(frame->dimensions, QSize(320, 180));
    QVERIFY(frame->decoded);
    QVERIFY(!checkFrame(path, {0, QSize(160, 90)}));
}

// As Blender, Arnold and others write their layers: there is no picture in it that could be shown.
void TestFrameCheck::layersOfOpenExr()
{
    const QByteArray bytes = layered(picture(".exr"));
    QVERIFY(!bytes.isEmpty());
    const QTemporaryDir folder;
    const auto frame = checkFrame(written(folder, u"layers_0001.exr"_s, bytes), {0, QSize(160, 90)});
    QVERIFY2(frame, frame ? "" : qPrintable(frame.error().forLog()));
    QVERIFY(!frame->decoded);
    QCOMPARE(frame->dimensions, QSize(160, 90));
    for (const int tenths : {1, 5, 9}) {
        QVERIFY(!checkFrame(written(folder, u"cut_0001.exr"_s, bytes.first(bytes.size() * tenths / 10)), {}));
    }
}

void TestFrameCheck::partsOfOpenExr()
{
    const QByteArray whole = twoParts("R", {200, 210, 220});
    const auto form = readExrForm(whole);
    QVERIFY(form);
    QVERIFY(form->hasColours);
    QVERIFY(form->isWhole);
    QVERIFY(!form->isDeep);
    QVERIFY(!readExrForm(twoParts("beauty.R", {200, 210, 220}))->hasColours);
    // A block that was not written, one past the end, and a table that is not whole.
    QVERIFY(!readExrForm(twoParts("R", {200, 210, 0}))->isWhole);
    QVERIFY(!readExrForm(twoParts("R", {200, 99'999, 220}))->isWhole);
    QVERIFY(!readExrForm(whole.chopped(105))->isWhole);
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const auto cut = readExrForm(whole.first(size));
        QVERIFY2(size > 200 || !cut || !cut->isWhole, qPrintable(QString::number(size)));
    }
}

void TestFrameCheck::notAFrame_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("code");
    QTest::newRow("missing") << u"missing"_s << int(ErrorCode::FileNotFound);
    QTest::newRow("empty") << u"empty"_s << int(ErrorCode::FrameBad);
    QTest::newRow("text") << u"text"_s << int(ErrorCode::FrameBad);
    QTest::newRow("folder") << u"folder"_s << int(ErrorCode::FrameBad);
    QTest::newRow("link") << u"link"_s << int(ErrorCode::FrameBad);
    QTest::newRow("old") << u"old"_s << int(ErrorCode::FrameBad);
}

void TestFrameCheck::notAFrame()
{
    QFETCH(const QString, kind);
    QFETCH(const int, code);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"frame_0001.png"_s);
    FrameExpectation expected;
    if (kind == u"empty") {
        written(folder, u"frame_0001.png"_s, {});
    } else if (kind == u"text") {
        written(folder, u"frame_0001.png"_s, "no picture");
    } else if (kind == u"folder") {
        QVERIFY(QDir().mkpath(path));
    } else if (kind == u"link") {
        QVERIFY(QFile::link(written(folder, u"real.png"_s, picture(".png")), path));
    } else if (kind == u"old") {
        written(folder, u"frame_0001.png"_s, picture(".png"));
        expected.notBefore = QDateTime::currentMSecsSinceEpoch() + 60'000;
    }
    const auto frame = checkFrame(path, expected);
    QVERIFY(!frame);
    QCOMPARE(int(frame.error().code), code);
}

void TestFrameCheck::numbersOfFiles_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("frame");
    QTest::newRow("plain") << u"/o/frame_0001.png"_s << 1;
    QTest::newRow("dots") << u"/o/v2/beauty.v3.0120.exr"_s << 120;
    QTest::newRow("wide") << u"frame_12345.png"_s << 12345;
    QTest::newRow("Maya's way") << u"/o/name.png.0007"_s << 7;
    QTest::newRow("an eye") << u"frame_0009_L.png"_s << 9;
    QTest::newRow("Windows") << u"C:\\out 5\\frame_0003.png"_s << 3;
    QTest::newRow("none") << u"/o/7/frame.png"_s << -1;
    QTest::newRow("too large") << u"frame_99999999999.png"_s << -1;
    QTest::newRow("nothing") << QString() << -1;
}

void TestFrameCheck::numbersOfFiles()
{
    QFETCH(const QString, path);
    QFETCH(const int, frame);
    QCOMPARE(frameOf(path), frame);
}

void TestFrameCheck::filesOfFrames()
{
    const QTemporaryDir folder;
    const QString main = written(folder, u"frame_0001.exr"_s, "x");
    const QString pass = written(folder, u"depth/frame_0001.exr"_s, "x");
    const QString eye = written(folder, u"frame_0001_R.exr"_s, "x");
    const QString next = written(folder, u"frame_0002.exr"_s, "x");
    written(folder, u"notes.txt"_s, "x");
    const QMap<int, QStringList> frames = frameFiles(folder.path());
    QCOMPARE(frames.keys(), QList<int>({1, 2}));
    QCOMPARE(frames[1], QStringList({main, eye, pass}));
    QCOMPARE(frames[2], QStringList({next}));
    QVERIFY(frameFiles(folder.filePath(u"nowhere"_s)).isEmpty());
}

QTEST_APPLESS_MAIN(TestFrameCheck)
#include "tst_frame_check.moc"
