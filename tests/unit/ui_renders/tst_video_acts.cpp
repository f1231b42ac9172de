// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/video.h"
#include "renders_fixture.h"
#include "support/patience.h"
#include "ui/renders/video_acts.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;
using RenderState = render::TaskState;
using ui::VideoActs;

class TestVideoActs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theFramesBecomeAVideo();
    void itShowsAmongWhatRuns();
    void nothingIsReplacedUnasked();
    void whatIsStoppedLeavesNothing();
    void theEndStopsIt();
    void whatCannotBeSavedIsSaid();

private:
    /// A sequence that is done, with its pictures.
    qint64 add(int frames, RenderState state = RenderState::Completed);
    [[nodiscard]] QString video() const { return m->path(u"videos/castle.mp4"_s); }
    [[nodiscard]] QStringList files() const { return QDir(m->path(u"videos"_s)).entryList(QDir::Files | QDir::Hidden); }
    [[nodiscard]] QByteArray content() const;

    std::unique_ptr<test::RendersFixture> m;
    std::unique_ptr<VideoActs> m_acts;
    std::unique_ptr<QSignalSpy> m_saved;
    std::unique_ptr<QSignalSpy> m_wrong;
};

void TestVideoActs::init()
{
    m = std::make_unique<test::RendersFixture>();
    m_acts = std::make_unique<VideoActs>(m->context.get());
    m_saved = std::make_unique<QSignalSpy>(m_acts.get(), &VideoActs::saved);
    m_wrong = std::make_unique<QSignalSpy>(m_acts.get(), &VideoActs::wentWrong);
}

void TestVideoActs::cleanup()
{
    m_wrong.reset();
    m_saved.reset();
    m_acts.reset();
    m.reset();
}

qint64 TestVideoActs::add(int frames, RenderState state)
{
    const qint64 task = m->add({.state = state, .frames = frames, .completed = frames});
    for (int number = 1; number <= frames; ++number) {
        test::addOutput(*m, m->renders(), task, number, test::LibraryFixture::jpeg(number));
    }
    return task;
}

QByteArray TestVideoActs::content() const
{
    QFile file(video());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestVideoActs::theFramesBecomeAVideo()
{
    m_acts->save(int(add(4)), video(), 2, false);
    QTRY_COMPARE(m_saved->count(), 1);
    QVERIFY(m_saved->first()[0].toString().contains(u"castle.mp4"_s));
    QCOMPARE(m_saved->first()[1].toString(), video());
    const auto info = media::readVideoInfo(video());
    QVERIFY(info);
    QCOMPARE(info->width, 64);
    QCOMPARE(info->durationMs, 2000);
    QCOMPARE(files(), QStringList{u"castle.mp4"_s});
    QCOMPARE(m_wrong->count(), 0);
}

void TestVideoActs::itShowsAmongWhatRuns()
{
    std::mutex mutex;
    QStringList titles;
    const auto listening = m->events.subscribe([&](const Event &event) {
        if (event.type == "job.progress"_L1) {
            const std::lock_guard lock(mutex);
            titles << event.details[u"title"].toString();
        }
    });
    m_acts->save(int(add(4)), video(), 2, false);
    QTRY_COMPARE(m_saved->count(), 1);
    QCOMPARE(m->progress.snapshot().size(), size_t(0));
    const std::lock_guard lock(mutex);
    QVERIFY(titles.contains(u"preview"_s));
}

void TestVideoActs::nothingIsReplacedUnasked()
{
    const qint64 task = add(2);
    QVERIFY(QDir(m->folder.path()).mkdir(u"videos"_s));
    QFile file(video());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("old") == 3);
    file.close();
    m_acts->save(int(task), video(), 2, false);
    QTRY_COMPARE(m_wrong->count(), 1);
    QVERIFY(m_wrong->first().first().toString().contains(u"castle.mp4"_s));
    QCOMPARE(content(), "old");
    QCOMPARE(files(), QStringList{u"castle.mp4"_s});
    m_acts->save(int(task), video(), 2, true);
    QTRY_COMPARE(m_saved->count(), 1);
    QCOMPARE(content().mid(4, 4), "ftyp");
    QCOMPARE(files(), QStringList{u"castle.mp4"_s});
}

void TestVideoActs::whatIsStoppedLeavesNothing()
{
    const qint64 task = add(48);
    m_acts->save(int(task), video(), 2, false);
    // It waits for the other one.
    m_acts->save(int(task), m->path(u"videos/other.mp4"_s), 3, false);
    const auto running = m->progress.snapshot();
    QVERIFY(!running.empty() && running.back().canCancel);
    QVERIFY(m->progress.cancel(running.back().id));
    QTRY_COMPARE(m->progress.snapshot().size(), size_t(0));
    QTRY_COMPARE(m_saved->count(), 1);
    QCOMPARE(files(), QStringList{u"castle.mp4"_s});
    QCOMPARE(m_wrong->count(), 0);
}

void TestVideoActs::theEndStopsIt()
{
    const qint64 task = add(48);
    for (int rate = 1; rate <= 20; ++rate) {
        m_acts->save(int(task), m->path(u"videos/%1.mp4"_s.arg(rate)), rate, false);
    }
    m_saved.reset();
    m_wrong.reset();
    m_acts.reset();
    QVERIFY(files().size() < 20);
    QVERIFY(files().filter(u".part"_s).isEmpty());
    QCOMPARE(m->progress.snapshot().size(), size_t(0));
}

void TestVideoActs::whatCannotBeSavedIsSaid()
{
    m_acts->save(int(add(2, RenderState::Rendering)), video(), 24, false);
    QTRY_COMPARE(m_wrong->count(), 1);
    QVERIFY(m_wrong->last().first().toString().contains(u"finished"_s));
    QCOMPARE(files(), QStringList());
    const QString file = m->write(u"file"_s, "x");
    const qint64 task = add(2);
    m_acts->save(int(task), file + u"/castle.mp4"_s, 24, false);
    QTRY_COMPARE(m_wrong->count(), 2);
    QVERIFY(m_wrong->last().first().toString().contains(file));
    // Its pictures have gone.
    QVERIFY(QDir(m->renders()).removeRecursively());
    m_acts->save(int(task), video(), 24, false);
    QTRY_COMPARE(m_wrong->count(), 3);
    QCOMPARE(files(), QStringList());
    QCOMPARE(m_saved->count(), 0);
}

QTEST_GUILESS_MAIN(TestVideoActs)
#include "tst_video_acts.moc"
