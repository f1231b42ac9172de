// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "renders_fixture.h"
#include "support/patience.h"
#include "ui/renders/video_target.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;
using ui::VideoTarget;

class TestVideoTarget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aNewNameIsFree();
    void aFileIsSeen();
    void whatCannotBeIsSaid_data();
    void whatCannotBeIsSaid();
    void whatStandsInTheWayIsSaid();
    void anOlderAnswerSaysNothing();
    void namesComeOfScenes();
    void theLengthIsTold();

private:
    std::unique_ptr<test::RendersFixture> m;
    std::unique_ptr<VideoTarget> m_target;
    std::unique_ptr<QSignalSpy> m_free;
    std::unique_ptr<QSignalSpy> m_taken;
};

void TestVideoTarget::init()
{
    m = std::make_unique<test::RendersFixture>();
    m_target = std::make_unique<VideoTarget>();
    QQmlEngine::setContextForObject(m_target.get(), m->engine.rootContext());
    m_free = std::make_unique<QSignalSpy>(m_target.get(), &VideoTarget::nothingThere);
    m_taken = std::make_unique<QSignalSpy>(m_target.get(), &VideoTarget::taken);
}

void TestVideoTarget::cleanup()
{
    m_taken.reset();
    m_free.reset();
    m_target.reset();
    m.reset();
}

void TestVideoTarget::aNewNameIsFree()
{
    // The folder need not be there yet; the suffix need not be written.
    m_target->look(m->path(u"videos"_s) + u'/', u" castle "_s);
    QVERIFY(m_target->isLooking());
    QTRY_COMPARE(m_free->count(), 1);
    QVERIFY(!m_target->isLooking());
    QCOMPARE(m_target->path(), m->path(u"videos/castle.mp4"_s));
    m_target->look(m->folder.path(), u"castle.MP4"_s);
    QTRY_COMPARE(m_free->count(), 2);
    QCOMPARE(m_target->path(), m->path(u"castle.MP4"_s));
    QCOMPARE(m_taken->count(), 0);
}

void TestVideoTarget::aFileIsSeen()
{
    const QString file = m->write(u"castle.mp4"_s, "old");
    m_target->look(QFileInfo(file).path(), u"castle"_s);
    QTRY_COMPARE(m_taken->count(), 1);
    QCOMPARE(m_target->path(), file);
    QCOMPARE(m_free->count(), 0);
    // A link that leads nowhere would be replaced as well.
    QVERIFY(QFile::link(m->path(u"nowhere"_s), m->path(u"link.mp4"_s)));
    m_target->look(m->folder.path(), u"link.mp4"_s);
    QTRY_COMPARE(m_taken->count(), 2);
}

void TestVideoTarget::whatCannotBeIsSaid_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isName");
    QTest::newRow("part of a path") << u"videos"_s << u"a"_s << false;
    QTest::newRow("no folder") << u" "_s << u"a"_s << false;
    QTest::newRow("no name") << u"/tmp"_s << u" "_s << true;
    QTest::newRow("only a suffix") << u"/tmp"_s << u".mp4"_s << true;
    QTest::newRow("a path") << u"/tmp"_s << u"../a"_s << true;
    QTest::newRow("signs") << u"/tmp"_s << u"a?"_s << true;
    QTest::newRow("too long") << u"/tmp"_s << QString(300, u'a') << true;
}

void TestVideoTarget::whatCannotBeIsSaid()
{
    QFETCH(const QString, folder);
    QFETCH(const QString, name);
    QFETCH(const bool, isName);
    m_target->look(folder, name);
    QCOMPARE(m_target->nameProblem().isEmpty(), !isName);
    QCOMPARE(m_target->folderProblem().isEmpty(), isName);
    QVERIFY(!m_target->isLooking());
    m_target->forget();
    QCOMPARE(m_target->nameProblem() + m_target->folderProblem(), QString());
}

void TestVideoTarget::whatStandsInTheWayIsSaid()
{
    QVERIFY(QDir(m->folder.path()).mkdir(u"castle.mp4"_s));
    m_target->look(m->folder.path(), u"castle"_s);
    QTRY_VERIFY(!m_target->nameProblem().isEmpty());
    const QString file = m->write(u"file"_s, "x");
    m_target->look(file, u"castle"_s);
    QTRY_VERIFY(!m_target->folderProblem().isEmpty());
    QCOMPARE(m_free->count() + m_taken->count(), 0);
}

void TestVideoTarget::anOlderAnswerSaysNothing()
{
    m_target->look(m->folder.path(), u"castle"_s);
    m_target->forget();
    QVERIFY(!m_target->isLooking());
    m_target->look(m->folder.path(), u"garden"_s);
    QTRY_COMPARE(m_free->count(), 1);
    QVERIFY(m_target->path().endsWith(u"garden.mp4"_s));
}

void TestVideoTarget::namesComeOfScenes()
{
    QCOMPARE(m_target->nameFor(u"castle.blend"_s), u"castle.mp4"_s);
    QCOMPARE(m_target->nameFor(u"hall.v2.ma"_s), u"hall.v2.mp4"_s);
    QCOMPARE(m_target->nameFor(u"castle"_s), u"castle.mp4"_s);
    QVERIFY(m_target->nameFor({}).size() > 4);
    QVERIFY(QDir::isAbsolutePath(m_target->usualFolder()));
}

void TestVideoTarget::theLengthIsTold()
{
    QCOMPARE(m_target->lengthText(48, 24), u"2.0 s"_s);
    QCOMPARE(m_target->lengthText(48, 12), u"4.0 s"_s);
    QCOMPARE(m_target->lengthText(10'000, 1), u"2 h 46 min"_s);
}

QTEST_GUILESS_MAIN(TestVideoTarget)
#include "tst_video_target.moc"
