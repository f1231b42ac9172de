// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What engines leave in their output folders, said or not, and what becomes of it.
#include "unit/render/render_fixture.h"

#include "render/work_folder.h"
#include "support/patience.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace kinframe;
using namespace kinframe::render;
using namespace Qt::StringLiterals;
using test::LibraryFixture;
using test::RenderFixture;

class TestRendererOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<RenderFixture>();
        RenderSetup setup = *m_fixture->tasks->setup();
        setup.engines[Engine::Unreal].program = u"/bin/true"_s;
        QVERIFY(m_fixture->tasks->setSetup(setup));
        m_fixture->begin();
        m_begun = QDateTime::currentDateTime();
    }
    void cleanup() { m_fixture.reset(); }

    void passesOfGoodFramesAreResults();
    void halfPicturesAreNoResults_data();
    void halfPicturesAreNoResults();
    void aSequenceIsSeenInItsFolder();
    void aHalfPictureIsWaitedFor();
    void theLastPicturesAreSeenAtTheEnd();
    void oneProcessRendersASequence();

private:
    // As an engine leaves it; `seconds` after the others.
    void write(const QString &folder, const QString &name, const QByteArray &bytes, double seconds = 0)
    {
        const QString path = folder + u'/' + name;
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
        QVERIFY(file.flush());
        const QDateTime at = m_begun.addMSecs(qint64(seconds * 1000));
        QVERIFY(file.setFileTime(at, QFileDevice::FileModificationTime));
    }
    [[nodiscard]] bool isResult(qint64 id, const QString &name) const
    {
        return QFile::exists(m_fixture->tasks->folder() + u"/%1/frames/"_s.arg(id) + name);
    }
    // A task of Unreal, and the folder that its only chunk renders into.
    qint64 makeSequence(int frames)
    {
        TaskRequest request = m_fixture->request(frames);
        request.engine = Engine::Unreal;
        request.info = QJsonObject{{u"map"_s, u"/Game/Map"_s}, {u"sequence"_s, u"/Game/Shot.Shot"_s}};
        return m_fixture->make(request);
    }
    QString outputOf(const QString &chunk)
    {
        QFile note(WorkFolder::outputNote(m_fixture->folderOf(chunk)));
        return note.open(QIODevice::ReadOnly) ? QString::fromUtf8(note.readAll()) : QString();
    }

    QDateTime m_begun;
    const QByteArray m_picture = LibraryFixture::jpeg(7);
    std::unique_ptr<RenderFixture> m_fixture;
};

void TestRendererOutput::passesOfGoodFramesAreResults()
{
    const qint64 id = m_fixture->make(m_fixture->request(2));
    const QString chunk = m_fixture->onlyChunk();
    const QString output = WorkFolder::output(m_fixture->folderOf(chunk));
    const QString older = m_fixture->tasks->folder() + u"/%1/frames"_s.arg(id);
    write(older, u"depth/frame_0001.jpg"_s, "of the time before");
    write(output, u"depth/frame_0001.jpg"_s, m_picture);
    write(output, u"depth/frame_0002.jpg"_s, m_picture);
    write(output, u"statistics.txt"_s, "of no frame");
    m_fixture->finishes(chunk);
    QTRY_COMPARE(m_fixture->task(id).state, TaskState::Completed);
    QTRY_VERIFY(!QFileInfo::exists(output));
    for (const QString &name : {u"frame_0001.jpg"_s, u"frame_0002.jpg"_s, u"depth/frame_0001.jpg"_s,
                                u"depth/frame_0002.jpg"_s, u"statistics.txt"_s}) {
        QVERIFY2(isResult(id, name), qPrintable(name));
    }
    QCOMPARE(QFileInfo(older + u"/depth/frame_0001.jpg"_s).size(), m_picture.size());
}

void TestRendererOutput::halfPicturesAreNoResults_data()
{
    QTest::addColumn<int>("reason");
    QTest::addColumn<bool>("isTakenBack");
    QTest::newRow("killed") << int(EndReason::Failed) << false;
    QTest::newRow("stopped") << int(EndReason::Stopped) << false;
    QTest::newRow("killed after a restart") << int(EndReason::Failed) << true;
}

void TestRendererOutput::halfPicturesAreNoResults()
{
    QFETCH(const int, reason);
    QFETCH(const bool, isTakenBack);
    const qint64 id = m_fixture->make(m_fixture->request(3));
    const QString chunk = m_fixture->onlyChunk();
    const QString output = WorkFolder::output(m_fixture->folderOf(chunk));
    const QByteArray half = m_picture.first(m_picture.size() / 2);
    write(output, u"depth/frame_0001.jpg"_s, m_picture);
    write(output, u"normal/frame_0001.jpg"_s, half);
    write(output, u"frame_0002.jpg"_s, half);
    write(output, u"depth/frame_0002.jpg"_s, m_picture);
    write(output, u"statistics.txt"_s, "of no fr");
    m_fixture->renders(chunk, 1);
    QTRY_COMPARE(m_fixture->frame(id, 1).state, FrameState::Completed);
    if (isTakenBack) {
        m_fixture->end();
        m_fixture->begin();
        QTRY_COMPARE(m_fixture->adopted(), QStringList{chunk});
    }
    m_fixture->says(chunk, {FrameStarted{2}});
    m_fixture->ends(chunk, {EndReason(reason), -1, 9, {}});
    QTRY_VERIFY(!QFileInfo::exists(output));
    QVERIFY(isResult(id, u"frame_0001.jpg"_s));
    QVERIFY(isResult(id, u"depth/frame_0001.jpg"_s));
    for (const QString &name :
         {u"normal/frame_0001.jpg"_s, u"frame_0002.jpg"_s, u"depth/frame_0002.jpg"_s, u"statistics.txt"_s}) {
        QVERIFY2(!isResult(id, name), qPrintable(name));
    }
}

// Unreal says nothing of its files: they are seen while it renders.
void TestRendererOutput::aSequenceIsSeenInItsFolder()
{
    const qint64 id = makeSequence(4);
    const QString chunk = m_fixture->onlyChunk();
    const QString output = outputOf(chunk);
    QVERIFY(output.endsWith(u"/Saved/MovieRenders"_s));
    m_fixture->says(chunk, {});
    QTRY_COMPARE(m_fixture->frame(id, 1).state, FrameState::Rendering);
    write(output, u"Shot.0001.jpg"_s, m_picture);
    QTRY_COMPARE(m_fixture->frame(id, 1).state, FrameState::Completed);
    QCOMPARE(m_fixture->task(id).progress(), 25.0);
    QCOMPARE(m_fixture->task(id).state, TaskState::Rendering);
    // Each begins where the one before was written.
    QTRY_COMPARE(m_fixture->frame(id, 2).state, FrameState::Rendering);
    write(output, u"Shot.0002.jpg"_s, m_picture, 1.5);
    write(output, u"Shot.0003.jpg"_s, m_picture, 1.75);
    QTRY_COMPARE(m_fixture->task(id).frames.completed, 3);
    QCOMPARE(*m_fixture->frame(id, 2).renderMs, 1500);
    QCOMPARE(*m_fixture->frame(id, 3).renderMs, 250);
    QCOMPARE(m_fixture->frame(id, 3).outputPath, u"frames/Shot.0003.jpg"_s);
    write(output, u"Shot.0004.jpg"_s, m_picture, 4);
    m_fixture->ends(chunk);
    QTRY_COMPARE(m_fixture->task(id).state, TaskState::Completed);
    QCOMPARE(*m_fixture->frame(id, 4).renderMs, 2250);
    const Task task = m_fixture->task(id);
    QVERIFY(task.renderMs >= 4000);
    QCOMPARE(*task.actualCost(), 0.5 * double(task.renderMs) / 3'600'000);
    QCOMPARE(m_fixture->library.number("SELECT sum(retries) FROM render_frame"), 0);
}

void TestRendererOutput::aHalfPictureIsWaitedFor()
{
    const qint64 id = makeSequence(3);
    const QString chunk = m_fixture->onlyChunk();
    const QString output = outputOf(chunk);
    m_fixture->says(chunk, {});
    write(output, u"Shot.0001.jpg"_s, m_picture.first(m_picture.size() / 2), 1);
    write(output, u"Shot.0002.jpg"_s, m_picture, 2);
    QTRY_COMPARE(m_fixture->frame(id, 2).state, FrameState::Completed);
    QCOMPARE(m_fixture->frame(id, 1).state, FrameState::Rendering);
    write(output, u"Shot.0001.jpg"_s, m_picture, 1);
    QTRY_COMPARE(m_fixture->frame(id, 1).state, FrameState::Completed);
    QCOMPARE(m_fixture->frame(id, 1).retries, 0);
    // At the end it is what it is.
    write(output, u"Shot.0003.jpg"_s, "no picture", 3);
    m_fixture->ends(chunk);
    QTRY_COMPARE(m_fixture->frame(id, 3).retries, 1);
    QCOMPARE(m_fixture->frame(id, 3).error->code, ErrorCode::FrameBad);
    QCOMPARE(m_fixture->task(id).frames.completed, 2);
}

void TestRendererOutput::theLastPicturesAreSeenAtTheEnd()
{
    const qint64 id = makeSequence(3);
    const QString chunk = m_fixture->onlyChunk();
    const QString output = outputOf(chunk);
    m_fixture->says(chunk, {});
    QTRY_COMPARE(m_fixture->frame(id, 1).state, FrameState::Rendering);
    write(output, u"Shot.0001.jpg"_s, m_picture, 1);
    write(output, u"Shot.0002.jpg"_s, m_picture, 3);
    write(output, u"Shot.0003.jpg"_s, m_picture.first(m_picture.size() / 2), 4);
    // What it has written is good, though it crashed.
    m_fixture->ends(chunk, {EndReason::Failed, -1, 11, {}});
    QTRY_COMPARE(m_fixture->task(id).frames.completed, 2);
    QCOMPARE(*m_fixture->frame(id, 2).renderMs, 2000);
    QTRY_COMPARE(m_fixture->frame(id, 3).retries, 1);
    QCOMPARE(m_fixture->frame(id, 3).error->code, ErrorCode::RenderCrashed);
}

// Another one would write the same files.
void TestRendererOutput::oneProcessRendersASequence()
{
    m_fixture->setTotal({64, 64'000, 0});
    const qint64 id = makeSequence(2);
    const QString chunk = m_fixture->onlyChunk();
    m_fixture->says(chunk, {});
    write(outputOf(chunk), u"Shot.0001.jpg"_s, m_picture, 1);
    QTRY_COMPARE(m_fixture->frame(id, 1).state, FrameState::Completed);
    QVERIFY(m_fixture->tasks->retryFrame(m_fixture->owner, id, 1));
    // By when this one has begun that one was asked for.
    const qint64 other = m_fixture->make(m_fixture->request(1));
    QTRY_COMPARE(m_fixture->task(other).state, TaskState::Rendering);
    QTRY_COMPARE(m_fixture->order().size(), 2);
    QVERIFY(m_fixture->folderOf(m_fixture->order().last()).contains(u"/%1/"_s.arg(other)));
    write(outputOf(chunk), u"Shot.0002.jpg"_s, m_picture, 2);
    m_fixture->ends(chunk);
    QTRY_COMPARE(m_fixture->order().size(), 3);
    QCOMPARE(m_fixture->frame(id, 2).state, FrameState::Completed);
}

QTEST_GUILESS_MAIN(TestRendererOutput)
#include "tst_renderer_output.moc"
