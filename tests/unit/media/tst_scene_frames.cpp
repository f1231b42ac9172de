// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/scene_choice.h"
#include "media/scene_frames.h"
#include "unit/media/made_video.h"

#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgproc.hpp>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::media;

namespace {

/// A scene of one colour every `length` frames, with a bar that moves.
auto scenes(int length)
{
    return [length](cv::Mat &picture, int frame) {
        static const std::array<cv::Scalar, 6> colours{cv::Scalar(30, 30, 200),  cv::Scalar(30, 200, 30),
                                                       cv::Scalar(200, 30, 30),  cv::Scalar(200, 200, 30),
                                                       cv::Scalar(200, 30, 200), cv::Scalar(30, 200, 200)};
        picture.setTo(colours[std::size_t(frame / length) % colours.size()]);
        cv::rectangle(picture, cv::Rect(frame % 100, 40, 30, 30), cv::Scalar::all(240), -1);
    };
}

SceneSignature signature(qint64 timeMs, int grey)
{
    Pixels pixels = Pixels::make(16, 16);
    std::fill_n(pixels.bytes.get(), pixels.size(), std::uint8_t(grey));
    return signatureOf(pixels, timeMs);
}

} // namespace

class SceneFramesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesOneOfEachScene();
    void takesOneOfAStillClip();
    void looksBetweenKeyFrames();
    void keepsToItsNumber();
    void scales();
    void refusesWhatIsNoVideo();
    void canBeStopped();
    void choosesTheMostDifferent();
    void avoidsBlackFrames();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void SceneFramesTest::takesOneOfEachScene()
{
    QVERIFY(test::makeVideo(path(u"scenes.mp4"_s), {.frames = 200, .keyFrameEvery = 10, .paint = scenes(50)}));
    const auto frames = sampleScenes(path(u"scenes.mp4"_s));
    QVERIFY2(frames.has_value(), frames ? "" : qPrintable(frames.error().forLog()));
    QCOMPARE(frames->size(), 4U);
    for (std::size_t i = 0; i < frames->size(); ++i) {
        QCOMPARE((*frames)[i].timeMs / 2000, qint64(i));
        QCOMPARE((*frames)[i].picture.width, 320);
    }
    // What was promised is what is shown: the first scene is red, the last turquoise.
    const std::uint8_t *first = (*frames)[0].picture.row(200) + 10 * 3;
    QVERIFY(first[2] > 150 && first[0] < 80);
    const std::uint8_t *last = (*frames)[3].picture.row(200) + 10 * 3;
    QVERIFY(last[0] > 150 && last[1] > 150 && last[2] < 80);
}

void SceneFramesTest::takesOneOfAStillClip()
{
    QVERIFY(test::makeVideo(path(u"still.mp4"_s), {.frames = 150, .keyFrameEvery = 10, .paint = scenes(1000)}));
    const auto frames = sampleScenes(path(u"still.mp4"_s));
    QVERIFY(frames.has_value());
    QCOMPARE(frames->size(), 1U);
}

void SceneFramesTest::looksBetweenKeyFrames()
{
    QVERIFY(test::makeVideo(path(u"sparse.mp4"_s), {.frames = 150, .keyFrameEvery = 600, .paint = scenes(50)}));
    const auto frames = sampleScenes(path(u"sparse.mp4"_s));
    QVERIFY(frames.has_value());
    QCOMPARE(frames->size(), 3U);
}

void SceneFramesTest::keepsToItsNumber()
{
    QVERIFY(test::makeVideo(path(u"many.mp4"_s), {.frames = 300, .keyFrameEvery = 10, .paint = scenes(50)}));
    QCOMPARE(sampleScenes(path(u"many.mp4"_s), 3)->size(), 3U);
    QCOMPARE(sampleScenes(path(u"many.mp4"_s), 0)->size(), 1U);
}

void SceneFramesTest::scales()
{
    QVERIFY(test::makeVideo(path(u"turned.mov"_s), {.rotation = 90, .paint = scenes(50)}));
    const auto frames = sampleScenes(path(u"turned.mov"_s), 8, 100);
    QVERIFY(frames.has_value() && !frames->empty());
    QCOMPARE((*frames)[0].picture.width, 75);
    QCOMPARE((*frames)[0].picture.height, 100);
}

void SceneFramesTest::refusesWhatIsNoVideo()
{
    QFile file(path(u"words.mp4"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("These are only words, not pictures.") > 0);
    file.close();
    QCOMPARE(sampleScenes(file.fileName()).error().code, ErrorCode::FileDamaged);
    QCOMPARE(sampleScenes(path(u"none.mp4"_s)).error().code, ErrorCode::FileNotFound);
}

void SceneFramesTest::canBeStopped()
{
    QVERIFY(test::makeVideo(path(u"stopped.mp4"_s), {.paint = scenes(50)}));
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(sampleScenes(path(u"stopped.mp4"_s), 8, 0, stop.get_token()).error().code, ErrorCode::Canceled);
}

void SceneFramesTest::choosesTheMostDifferent()
{
    const std::vector<SceneSignature> seen{signature(0, 60), signature(1000, 62), signature(2000, 250),
                                           signature(3000, 248), signature(4000, 150)};
    QCOMPARE(chooseScenes(seen, 2), (std::vector<std::size_t>{0, 3}));
    QCOMPARE(chooseScenes(seen, 8), (std::vector<std::size_t>{0, 3, 4}));
    QVERIFY(sceneDistance(seen[0], seen[0]) == 0);
    QVERIFY(sceneDistance(seen[0], seen[2]) > sceneDistance(seen[0], seen[4]));
    QVERIFY(chooseScenes({}, 8).empty());
}

void SceneFramesTest::avoidsBlackFrames()
{
    const std::vector<SceneSignature> seen{signature(0, 0), signature(1000, 200), signature(2000, 2)};
    QCOMPARE(chooseScenes(seen, 8), (std::vector<std::size_t>{1}));
    const std::vector<SceneSignature> black{signature(0, 0), signature(1000, 3)};
    QCOMPARE(chooseScenes(black, 8), (std::vector<std::size_t>{0}));
}

QTEST_GUILESS_MAIN(SceneFramesTest)
#include "tst_scene_frames.moc"
