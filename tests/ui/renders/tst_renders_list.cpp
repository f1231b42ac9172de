// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renders/renders_case.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace kinframe;
using namespace kinframe::tests;
using namespace Qt::StringLiterals;

/// Which renders are shown, and what of them is saved, as a person does it.
class TestRendersList : public RendersCase
{
    Q_OBJECT

private Q_SLOTS:
    void onlyThoseOfAStateAreShown();
    void whatLeavesAStateLeavesTheList();
    void theyAreFoundByTheirNames();
    void aFinishedRenderIsSavedAsAVideo();
    void aFileIsReplacedAfterAQuestion();

private:
    [[nodiscard]] QByteArray contentOf(const QString &file) const;
};

QByteArray TestRendersList::contentOf(const QString &file) const
{
    QFile video(videos() + u'/' + file);
    return video.open(QIODevice::ReadOnly) ? video.readAll() : QByteArray();
}

void TestRendersList::aFinishedRenderIsSavedAsAVideo()
{
    openRow(5);
    QVERIFY(m->click(u"Save as video…"_s));
    QVERIFY(m->waitFor(u"The 48 rendered frames become 2.0 s of video."_s));
    QVERIFY(m->waitFor(u"lighthouse.mp4"_s));
    m->key(Qt::Key_Return);
    QVERIFY(m->waitFor(u"“lighthouse.mp4” is saved in “%1”."_s.arg(videos())));
    QVERIFY(m->waitFor(u"Show"_s));
    QVERIFY(m->waitForNo(u"Frames per second"_s));
    QCOMPARE(contentOf(u"lighthouse.mp4"_s).mid(4, 4), "ftyp");
    QCOMPARE(QDir(videos()).entryList(QDir::Files | QDir::Hidden), QStringList{u"lighthouse.mp4"_s});
    // What is still being rendered has none.
    m->key(Qt::Key_Backspace);
    openRow(1);
    QVERIFY(m->waitForNo(u"Save as video…"_s));
    m->key(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(m->waitForNo(u"Frames per second"_s));
}

void TestRendersList::aFileIsReplacedAfterAQuestion()
{
    QVERIFY(QDir().mkpath(videos()));
    QFile old(videos() + u"/mine.mp4"_s);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    choose(5);
    m->key(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(m->waitFor(u"Frames per second"_s));
    // All but the suffix is chosen.
    m->type(u"mine"_s);
    m->key(Qt::Key_Return);
    QVERIFY(m->waitFor(u"Replace “mine.mp4”?"_s));
    m->key(Qt::Key_Escape);
    QVERIFY(m->waitForNo(u"Replace “mine.mp4”?"_s));
    QVERIFY(m->waitFor(u"Frames per second"_s));
    QCOMPARE(contentOf(u"mine.mp4"_s), "old");
    QVERIFY(m->click(u"Save"_s));
    QVERIFY(m->waitFor(u"Replace “mine.mp4”?"_s));
    QVERIFY(m->click(u"Replace"_s));
    QVERIFY(m->waitFor(u"“mine.mp4” is saved in “%1”."_s.arg(videos())));
    QCOMPARE(contentOf(u"mine.mp4"_s).mid(4, 4), "ftyp");
    QVERIFY(m->waitForNo(u"Frames per second"_s));
    // The keys are the list's again.
    m->key(Qt::Key_Return);
    QVERIFY(m->waitFor(u"frames"_s));
}

void TestRendersList::onlyThoseOfAStateAreShown()
{
    QVERIFY(m->click(u"All"_s));
    QVERIFY(m->click(u"Failed (1)"_s));
    QVERIFY(m->waitForNo(u"castle.blend"_s));
    QVERIFY(m->waitFor(u"harbour_night.blend"_s));
    // One goes into it and comes back, and it is as it was.
    QVERIFY(m->click(u"harbour_night.blend"_s));
    m->key(Qt::Key_Return);
    QVERIFY(m->waitFor(u"frames"_s));
    m->key(Qt::Key_Backspace);
    QVERIFY(m->waitFor(u"Failed (1)"_s));
    QVERIFY(m->waitFor(u"harbour_night.blend"_s));
    QVERIFY(m->waitForNo(u"castle.blend"_s));
    QVERIFY(m->click(u"Failed (1)"_s));
    QVERIFY(m->click(u"All"_s));
    QVERIFY(m->waitFor(u"castle.blend"_s));
}

void TestRendersList::whatLeavesAStateLeavesTheList()
{
    QVERIFY(m->click(u"All"_s));
    QVERIFY(m->click(u"Rendering (1)"_s));
    QVERIFY(m->waitForNo(u"garden.blend"_s));
    QVERIFY(m->click(u"castle.blend"_s));
    m->key(Qt::Key_Space);
    QVERIFY(m->waitFor(u"No render stands like that at the moment."_s));
    QVERIFY(m->click(u"Show all"_s));
    QVERIFY(m->waitFor(u"castle.blend"_s));
    // The keys are the list's again.
    openRow(0);
}

void TestRendersList::theyAreFoundByTheirNames()
{
    m->key(Qt::Key_F, Qt::ControlModifier);
    m->type(u"HARB"_s);
    QVERIFY(m->waitForNo(u"castle.blend"_s));
    QVERIFY(m->waitFor(u"harbour_night.blend"_s));
    m->type(u"zzz"_s);
    QVERIFY(m->waitFor(u"No render has “HARBzzz” in its name."_s));
    QVERIFY(m->click(u"Show all"_s));
    QVERIFY(m->waitFor(u"castle.blend"_s));
    QVERIFY(m->waitForNo(u"HARBzzz"_s));
    openRow(3);
}

QTEST_MAIN(TestRendersList)
#include "tst_renders_list.moc"
