// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/render_calls.h"
#include "api/render_tasks.h"
#include "support/small_disk.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

constexpr qint64 mb = 1024 * 1024;
constexpr QSize pixels(160, 90);

} // namespace

/// Blender on a disk that is full: nothing fails for good, and everything goes on when there is room again.
class RenderFullDiskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingBegins();
    void fullInTheMiddle();
    void cleanupTestCase();

private:
    void isWhole(qint64 id, int frames);

    SmallDisk m_disk{600 * mb};
    std::unique_ptr<KinframeProcess> m_kinframe;
    HttpClient m_client;
};

void RenderFullDiskTest::initTestCase()
{
    if (!m_disk.isThere()) {
        QSKIP("a small disk can only be mounted by root, and on Linux");
    }
    if (const QString missing = SceneStock::missingBlender(); !missing.isEmpty()) {
        QSKIP(qPrintable(missing));
    }
    m_kinframe = std::make_unique<KinframeProcess>(m_disk.path(u"library"_s), Models::None);
    QVERIFY2(m_kinframe->start(), m_kinframe->log().constData());
    m_client = m_kinframe->client().withHeaders({"Accept-Language: en"});
}

void RenderFullDiskTest::isWhole(qint64 id, int frames)
{
    const QJsonObject task = endOf(m_client, id);
    QVERIFY2(task.value("status"_L1) == "completed"_L1, storyOf(m_client, id).constData());
    QCOMPARE(task.value("completed_frames"_L1).toInt(), frames);
    for (const QJsonObject &frame : framesOf(m_client, id)) {
        const HttpAnswer picture = m_client.get(u"/api/files/download/%1"_s.arg(frame.value("id"_L1).toInteger()));
        QCOMPARE(pixelsOf(picture.body), pixels);
    }
}

void RenderFullDiskTest::nothingBegins()
{
    const QString key = storeFile(m_client, SceneStock::blend(u"plain"_s));
    QVERIFY(m_disk.fill(100 * mb));
    const HttpAnswer made = m_client.post(u"/api/tasks"_s, taskBody(key, {{u"total_frames"_s, 2}}));
    QVERIFY2(made.status == 201, made.text().constData());
    const auto id = dataOf(made).value("id"_L1).toInteger();
    const auto isSaid = [&] { return taskOf(m_client, id).value("error_message"_L1).toString().contains("disk"_L1); };
    QVERIFY2(waitUntil(isSaid), storyOf(m_client, id).constData());
    QCOMPARE(countFrames(framesOf(m_client, id), u"pending"_s), 2);
    QVERIFY(m_disk.empty());
    isWhole(id, 2);
}

void RenderFullDiskTest::fullInTheMiddle()
{
    constexpr int frames = 300;
    const qint64 id = makeTask(m_client, u"plain"_s, {{u"total_frames"_s, frames}});
    const QString folder = m_kinframe->data() + u"/renders/%1"_s.arg(id);
    QVERIFY2(waitUntil([&] { return countFrames(framesOf(m_client, id), u"completed"_s) > 0; }),
             storyOf(m_client, id).constData());
    QVERIFY(m_disk.fill(0));
    // Blender gives up by itself, or tries every frame in vain.
    QVERIFY(waitUntil([&] { return renderersIn(folder).isEmpty(); }));
    QVERIFY2(m_kinframe->isRunning(), m_kinframe->log().constData());
    const QList<QJsonObject> halfWay = framesOf(m_client, id);
    QVERIFY2(countFrames(halfWay, u"completed"_s) < frames, "the disk was filled too late");
    QVERIFY(taskOf(m_client, id).value("status"_L1) != "failed"_L1);
    QVERIFY(m_disk.empty());
    isWhole(id, frames);
}

void RenderFullDiskTest::cleanupTestCase()
{
    QVERIFY2(!m_kinframe || !m_kinframe->isRunning() || m_kinframe->stop(), m_kinframe->log().constData());
}

QTEST_GUILESS_MAIN(RenderFullDiskTest)
#include "tst_render_full_disk.moc"
