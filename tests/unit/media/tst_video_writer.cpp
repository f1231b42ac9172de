// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/video.h"
#include "media/video_decoder.h"
#include "media/video_writer.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::media;

namespace {

Pixels grey(int width, int height, int shade)
{
    Pixels pixels = Pixels::make(width, height);
    std::fill_n(pixels.bytes.get(), pixels.size(), std::uint8_t(shade));
    return pixels;
}

} // namespace

class TestVideoWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void picturesComeBack();
    void oddSizesAndOthers();
    void whereNothingCanBeWritten();

private:
    QTemporaryDir m_folder;
};

void TestVideoWriter::picturesComeBack()
{
    const QString path = m_folder.filePath(u"a: b.mp4"_s);
    {
        auto writer = VideoWriter::open(path, {320, 180}, 24);
        QVERIFY2(writer, qPrintable(writer ? QString() : writer.error().forLog()));
        for (int frame = 0; frame < 48; ++frame) {
            QVERIFY((*writer)->add(grey(320, 180, 40 + frame * 4)));
        }
        QVERIFY((*writer)->finish());
    }
    const auto info = readVideoInfo(path);
    QVERIFY(info);
    QCOMPARE(info->width, 320);
    QCOMPARE(info->height, 180);
    QCOMPARE(info->frameRate, 24.0);
    QVERIFY(qAbs(info->durationMs - 2000) < 90);
    // The index lies before the pictures: players begin before all of it is there.
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.indexOf("moov") > 0 && bytes.indexOf("moov") < bytes.indexOf("mdat"));
    const auto poster = decodePoster(path, 0);
    QVERIFY(poster);
    QVERIFY(poster->row(90)[480] > 30);
}

void TestVideoWriter::oddSizesAndOthers()
{
    const QString path = m_folder.filePath(u"odd.mp4"_s);
    auto writer = VideoWriter::open(path, {101, 51}, 23.976);
    QVERIFY(writer);
    QVERIFY((*writer)->add(grey(101, 51, 100)));
    QVERIFY((*writer)->add(grey(640, 480, 100)));
    QVERIFY((*writer)->add(grey(1, 1, 100)));
    QVERIFY((*writer)->finish());
    const auto info = readVideoInfo(path);
    QVERIFY(info);
    QCOMPARE(info->width, 100);
    QCOMPARE(info->height, 50);
}

void TestVideoWriter::whereNothingCanBeWritten()
{
    QVERIFY(!VideoWriter::open(m_folder.filePath(u"none/a.mp4"_s), {64, 64}, 24));
    if (!QFile::exists(u"/dev/full"_s)) {
        QSKIP("there is no /dev/full here");
    }
    QVERIFY(QFile::link(u"/dev/full"_s, m_folder.filePath(u"full.mp4"_s)));
    auto writer = VideoWriter::open(m_folder.filePath(u"full.mp4"_s), {640, 480}, 24);
    Result<void> written = writer ? Result<void>() : Result<void>(Failure(writer.error()));
    for (int frame = 0; frame < 30 && written; ++frame) {
        written = (*writer)->add(grey(640, 480, frame));
    }
    written = written ? (*writer)->finish() : written;
    QCOMPARE(written.error().code, ErrorCode::DiskFull);
}

QTEST_GUILESS_MAIN(TestVideoWriter)
#include "tst_video_writer.moc"
