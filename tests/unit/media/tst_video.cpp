// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/video.h"
#include "unit/media/made_video.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgproc.hpp>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::media;
using test::MadeVideo;

namespace {

const cv::Scalar red(0, 0, 220);
const cv::Scalar green(0, 200, 0);
const cv::Scalar blue(220, 0, 0);
const cv::Scalar white(230, 230, 230);

/// Red, green, blue and white quarters, a bar moving over them.
void paintQuarters(cv::Mat &picture, int frame)
{
    const int width = picture.cols / 2;
    const int height = picture.rows / 2;
    picture(cv::Rect(0, 0, width, height)).setTo(red);
    picture(cv::Rect(width, 0, width, height)).setTo(green);
    picture(cv::Rect(0, height, width, height)).setTo(blue);
    picture(cv::Rect(width, height, width, height)).setTo(white);
    cv::rectangle(picture, cv::Rect(picture.cols / 2 - 10 + frame % 20, 0, 4, picture.rows), cv::Scalar::all(60), -1);
}

/// Whether the middle of a quarter (0..3, row by row) has about that colour.
bool hasColour(const Pixels &picture, int quarter, const cv::Scalar &colour)
{
    const int x = picture.width * (quarter % 2 == 0 ? 1 : 3) / 4;
    const int y = picture.height * (quarter < 2 ? 1 : 3) / 4;
    const std::uint8_t *pixel = picture.row(y) + x * picture.channels();
    for (int i = 0; i < 3; ++i) {
        if (std::abs(pixel[i] - colour[i]) > 24) {
            return false;
        }
    }
    return true;
}

} // namespace

class VideoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tellsWhatItIs();
    void turnsThePosterUpright_data();
    void turnsThePosterUpright();
    void squaresThePixels();
    void readsOtherContainers_data();
    void readsOtherContainers();
    void passesOverBlackFrames();
    void refusesTruncatedFiles();
    void survivesCutsAnywhere();
    void survivesDamageAnywhere();
    void refusesWhatIsNoVideo_data();
    void refusesWhatIsNoVideo();
    void opensOddNames();
    void canBeStopped();
    void readsCameras_data();
    void readsCameras();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QByteArray clip() const;
    [[nodiscard]] QString write(const QString &name, const QByteArray &bytes) const;

    QTemporaryDir m_folder;
};

void VideoTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QVERIFY(test::makeVideo(path(u"clip.mp4"_s), {.paint = paintQuarters}));
}

QByteArray VideoTest::clip() const
{
    QFile file(path(u"clip.mp4"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString VideoTest::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

void VideoTest::tellsWhatItIs()
{
    const auto info = readVideoInfo(path(u"clip.mp4"_s));
    QVERIFY2(info.has_value(), info ? "" : qPrintable(info.error().forLog()));
    QCOMPARE(info->width, 320);
    QCOMPARE(info->height, 240);
    QCOMPARE(info->durationMs, 2000);
    QCOMPARE(info->frameRate, 25.0);
    QCOMPARE(info->videoCodec, u"mpeg4"_s);
    QCOMPARE(info->audioCodec, QString());
    QCOMPARE(info->rotation, 0);
    QVERIFY(info->bitrate > 0);
}

void VideoTest::turnsThePosterUpright_data()
{
    QTest::addColumn<int>("rotation");
    QTest::addColumn<QList<int>>("order"); // which stored quarter is seen in each
    QTest::newRow("0") << 0 << QList<int>{0, 1, 2, 3};
    QTest::newRow("90") << 90 << QList<int>{2, 0, 3, 1};
    QTest::newRow("180") << 180 << QList<int>{3, 2, 1, 0};
    QTest::newRow("270") << 270 << QList<int>{1, 3, 0, 2};
}

void VideoTest::turnsThePosterUpright()
{
    QFETCH(int, rotation);
    QFETCH(QList<int>, order);
    const QString name = path(u"turned%1.mov"_s.arg(rotation));
    QVERIFY(test::makeVideo(name, {.rotation = rotation, .paint = paintQuarters}));
    const bool swapped = rotation % 180 != 0;
    const auto info = readVideoInfo(name);
    QVERIFY(info.has_value());
    QCOMPARE(info->rotation, rotation);
    QCOMPARE(info->width, swapped ? 240 : 320);
    QCOMPARE(info->height, swapped ? 320 : 240);
    const auto poster = decodePoster(name, 160);
    QVERIFY2(poster.has_value(), poster ? "" : qPrintable(poster.error().forLog()));
    QCOMPARE(poster->width, swapped ? 120 : 160);
    QCOMPARE(poster->height, swapped ? 160 : 120);
    const std::array<cv::Scalar, 4> colours{red, green, blue, white};
    for (int quarter = 0; quarter < 4; ++quarter) {
        QVERIFY2(hasColour(*poster, quarter, colours[std::size_t(order[quarter])]),
                 qPrintable(QString::number(quarter)));
    }
}

void VideoTest::squaresThePixels()
{
    QVERIFY(test::makeVideo(path(u"wide.mov"_s), {.pixelWidth = 2, .paint = paintQuarters}));
    const auto info = readVideoInfo(path(u"wide.mov"_s));
    QVERIFY(info.has_value());
    QCOMPARE(info->width, 640);
    QCOMPARE(info->height, 240);
    const auto poster = decodePoster(path(u"wide.mov"_s), 0);
    QVERIFY(poster.has_value());
    QCOMPARE(poster->width, 640);
    QCOMPARE(poster->height, 240);
}

void VideoTest::readsOtherContainers_data()
{
    QTest::addColumn<QString>("suffix");
    for (const char *suffix : {"mkv", "avi", "mpg", "ts", "mov", "3gp"}) {
        QTest::newRow(suffix) << QString::fromLatin1(suffix);
    }
}

void VideoTest::readsOtherContainers()
{
    QFETCH(QString, suffix);
    const QString name = path(u"clip."_s + suffix);
    if (!test::makeVideo(name, {.width = 352, .height = 288, .paint = paintQuarters})) {
        QSKIP("This FFmpeg does not write such files.");
    }
    const auto info = readVideoInfo(name);
    QVERIFY2(info.has_value(), info ? "" : qPrintable(info.error().forLog()));
    QCOMPARE(info->width, 352);
    QVERIFY(std::abs(info->durationMs - 2000) <= 80);
    const auto poster = decodePoster(name, 100);
    QVERIFY2(poster.has_value(), poster ? "" : qPrintable(poster.error().forLog()));
    QVERIFY(hasColour(*poster, 0, red));
}

void VideoTest::passesOverBlackFrames()
{
    const auto paint = [](cv::Mat &picture, int frame) {
        if (frame >= 75) {
            paintQuarters(picture, frame);
        }
    };
    QVERIFY(test::makeVideo(path(u"dark.mp4"_s), {.frames = 200, .paint = paint}));
    const auto poster = decodePoster(path(u"dark.mp4"_s), 160);
    QVERIFY(poster.has_value());
    QVERIFY(hasColour(*poster, 1, green));
}

void VideoTest::refusesTruncatedFiles()
{
    const QByteArray bytes = clip();
    // The index of this file stands at its end.
    const QString name = write(u"cut.mp4"_s, bytes.first(bytes.size() * 2 / 3));
    const auto info = readVideoInfo(name);
    QVERIFY(!info.has_value());
    QCOMPARE(info.error().code, ErrorCode::FileTruncated);
    QCOMPARE(info.error().fact(u"path"_s), name);
    QCOMPARE(decodePoster(name, 100).error().code, ErrorCode::FileTruncated);
}

void VideoTest::survivesCutsAnywhere()
{
    const QByteArray bytes = clip();
    for (qsizetype size = 0; size < bytes.size(); size += std::max<qsizetype>(bytes.size() / 60, 1)) {
        const QString name = write(u"cuts.mp4"_s, bytes.first(size));
        const auto info = readVideoInfo(name);
        const auto poster = decodePoster(name, 64);
        QVERIFY(!info.has_value() && !poster.has_value());
        QVERIFY(info.error().code == ErrorCode::FileTruncated || info.error().code == ErrorCode::FileDamaged ||
                info.error().code == ErrorCode::FileEmpty);
    }
}

void VideoTest::survivesDamageAnywhere()
{
    const QByteArray whole = clip();
    quint32 seed = 20261120;
    const auto random = [&seed](quint32 below) {
        seed = seed * 1664525 + 1013904223;
        return (seed >> 8) % below;
    };
    int readable = 0;
    for (int i = 0; i < 60; ++i) {
        QByteArray bytes = whole;
        for (int j = 0; j < 20; ++j) {
            bytes[qsizetype(random(quint32(bytes.size())))] = char(random(256));
        }
        const QString name = write(u"damaged.mp4"_s, bytes);
        readable += readVideoInfo(name).has_value() ? 1 : 0;
        const auto poster = decodePoster(name, 64);
        QVERIFY(!poster || (poster->width > 0 && poster->width <= 64 && !poster->isNull()));
    }
    QVERIFY(readable > 0);
}

void VideoTest::refusesWhatIsNoVideo_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("nothing") << QByteArray() << ErrorCode::FileEmpty;
    QTest::newRow("words") << QByteArray("This is not a video at all. ").repeated(100) << ErrorCode::FileDamaged;
    QTest::newRow("zeros") << QByteArray(100'000, '\0') << ErrorCode::FileDamaged;
    QTest::newRow("playlist") << QByteArray(
                                     "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nclip.mp4\n#EXT-X-ENDLIST\n")
                              << ErrorCode::FileDamaged;
    QTest::newRow("list of files") << QByteArray("ffconcat version 1.0\nfile clip.mp4\n") << ErrorCode::FileDamaged;
    QTest::newRow("session description")
        << QByteArray("v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\n")
        << ErrorCode::FileDamaged;
}

void VideoTest::refusesWhatIsNoVideo()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorCode, code);
    const QString name = write(u"other.mp4"_s, bytes);
    const auto info = readVideoInfo(name);
    QVERIFY(!info.has_value());
    QCOMPARE(info.error().code, code);
    QVERIFY(!decodePoster(name, 64).has_value());
}

void VideoTest::opensOddNames()
{
    for (const QString &name : {u"a:b.mp4"_s, u"100%d.mp4"_s, u"concat:clip.mp4"_s, u"名前 ü.mp4"_s, u"-i.mp4"_s}) {
        const QString odd = write(name, clip());
        if (odd.isEmpty()) {
            continue; // not every file system has every name
        }
        QVERIFY2(readVideoInfo(odd).has_value(), qPrintable(name));
    }
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_folder.path()));
    const auto relative = readVideoInfo(u"clip.mp4"_s);
    QVERIFY(QDir::setCurrent(before));
    QVERIFY(relative.has_value());
    QCOMPARE(readVideoInfo(path(u"no such.mp4"_s)).error().code, ErrorCode::FileNotFound);
    QCOMPARE(readVideoInfo(m_folder.path()).error().code, ErrorCode::FileIsDirectory);
}

void VideoTest::canBeStopped()
{
    std::stop_source stop;
    stop.request_stop();
    const auto info = readVideoInfo(path(u"clip.mp4"_s), stop.get_token());
    QVERIFY(!info.has_value());
    QCOMPARE(info.error().code, ErrorCode::Canceled);
    const auto poster = decodePoster(path(u"clip.mp4"_s), 64, stop.get_token());
    QVERIFY(!poster.has_value());
    QCOMPARE(poster.error().code, ErrorCode::Canceled);
}

void VideoTest::readsCameras_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<VideoInfo>("expected");
    // As ffprobe says it.
    QTest::newRow("iPhone 6s") << u"live/IMG_0728.MOV"_s
                               << VideoInfo{1080, 1440, 2635, 12800.0 / 527, u"h264"_s, u"pcm_s16le"_s, 90, 8376704};
    QTest::newRow("iPhone 15 Pro") << u"live/IMG_4580.MOV"_s
                                   << VideoInfo{1440,      1920,           2010, 35400.0 / 1207,
                                                u"hevc"_s, u"pcm_s16le"_s, 90,   13551164};
    QTest::newRow("QuickTime") << u"video/Jellyfish.mov"_s
                               << VideoInfo{640, 360, 2863, 20700.0 / 859, u"h264"_s, u"aac"_s, 0, 2412005};
    QTest::newRow("MP4") << u"video/short_hamilton_clip.mp4"_s
                         << VideoInfo{640, 360, 10008, 29.97, u"h264"_s, u"aac"_s, 0, 490749};
    QTest::newRow("without sound") << u"video/christmas.mp4"_s
                                   << VideoInfo{640, 416, 810, 11.111, u"h264"_s, {}, 0, 543806};
}

void VideoTest::readsCameras()
{
    const QDir data(qEnvironmentVariable("KINFRAME_TESTDATA"));
    if (qEnvironmentVariableIsEmpty("KINFRAME_TESTDATA") || !data.exists(u"live"_s)) {
        QSKIP("KINFRAME_TESTDATA names no folder with videos of real cameras.");
    }
    QFETCH(QString, file);
    QFETCH(VideoInfo, expected);
    const auto info = readVideoInfo(data.filePath(file));
    QVERIFY2(info.has_value(), info ? "" : qPrintable(info.error().forLog()));
    QCOMPARE(info->width, expected.width);
    QCOMPARE(info->height, expected.height);
    // FFmpeg 5 and 7 differ by half a frame and by the bits of the header.
    QVERIFY(std::abs(info->durationMs - expected.durationMs) <= 20);
    QVERIFY(std::abs(info->frameRate - expected.frameRate) < 1e-6);
    QCOMPARE(info->videoCodec, expected.videoCodec);
    QCOMPARE(info->audioCodec, expected.audioCodec);
    QCOMPARE(info->rotation, expected.rotation);
    QVERIFY(std::abs(info->bitrate - expected.bitrate) <= expected.bitrate / 1000);
    const auto poster = decodePoster(data.filePath(file), 320);
    QVERIFY2(poster.has_value(), poster ? "" : qPrintable(poster.error().forLog()));
    QCOMPARE(std::max(poster->width, poster->height), 320);
}

QTEST_GUILESS_MAIN(VideoTest)
#include "tst_video.moc"
