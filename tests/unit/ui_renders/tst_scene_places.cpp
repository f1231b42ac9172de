// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "renders_fixture.h"
#include "support/patience.h"
#include "ui/renders/scene_places.h"

#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;
using ui::ScenePlaces;

class TestScenePlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_places.reset(); }
    void foldersComeAndGoAndComeBack();
    void pathsOfOtherComputers();
    void variables();
    void whatCannotBeIsSaid();

private:
    [[nodiscard]] render::SceneSettings stored() const { return *m->scenes->settings(); }

    std::unique_ptr<test::RendersFixture> m;
    std::unique_ptr<ScenePlaces> m_places;
};

void TestScenePlaces::init()
{
    m = std::make_unique<test::RendersFixture>();
    m_places = m->make<ScenePlaces>();
    m_places->componentComplete();
    QTRY_COMPARE(m_places->status(), ScenePlaces::Status::Ready);
    QCOMPARE(m_places->folders(), QStringList());
}

void TestScenePlaces::foldersComeAndGoAndComeBack()
{
    m_places->addFolder(QUrl::fromLocalFile(u"/show/one/"_s));
    m_places->addFolder(QUrl::fromLocalFile(u"/show/two"_s));
    // Once is enough.
    m_places->addFolder(QUrl::fromLocalFile(u"/show/one"_s));
    m_places->addFolder(QUrl(u"https://example.org/show"_s));
    const QStringList both{u"/show/one"_s, u"/show/two"_s};
    QCOMPARE(m_places->folders(), both);
    QTRY_COMPARE(stored().folders, both);
    m_places->removeFolder(0);
    m_places->removeFolder(7);
    QTRY_COMPARE(stored().folders, (QStringList{u"/show/two"_s}));
    m->undoStack().undo();
    QTRY_COMPARE(stored().folders, both);
    m->undoStack().redo();
    QTRY_COMPARE(stored().folders, (QStringList{u"/show/two"_s}));
    m->undoStack().undo();
    m->undoStack().undo();
    QTRY_COMPARE(stored().folders, (QStringList{u"/show/one"_s}));
}

void TestScenePlaces::pathsOfOtherComputers()
{
    QCOMPARE(m_places->setMapping(-1, u" Z:/show "_s, u"/mnt/show/"_s), QString());
    QCOMPARE(m_places->setMapping(-1, u"Y:/"_s, u"/mnt/y"_s), QString());
    QCOMPARE(m_places->setMapping(1, u"Y:/old"_s, u"/mnt/old"_s), QString());
    const std::vector<render::PathMapping> wanted{{u"Z:/show"_s, u"/mnt/show"_s}, {u"Y:/old"_s, u"/mnt/old"_s}};
    QTRY_COMPARE(stored().mappings, wanted);
    QCOMPARE(m_places->mappings().first().toMap()[u"to"_s].toString(), u"/mnt/show"_s);
    m_places->removeMapping(0);
    QTRY_COMPARE(stored().mappings.size(), size_t(1));
    m->undoStack().undo();
    QTRY_COMPARE(stored().mappings, wanted);
}

void TestScenePlaces::variables()
{
    QCOMPARE(m_places->setVariable(-1, u"$SHOW"_s, u"/mnt/show"_s), QString());
    QCOMPARE(m_places->setVariable(-1, u"ASSETS"_s, u"/mnt/assets"_s), QString());
    QTRY_COMPARE(stored().variables.value(u"SHOW"_s), u"/mnt/show"_s);
    // By name: ASSETS is the first.
    QCOMPARE(m_places->setVariable(0, u"LIBRARY"_s, u"/mnt/library"_s), QString());
    QTRY_COMPARE(stored().variables.keys(), (QStringList{u"LIBRARY"_s, u"SHOW"_s}));
    m_places->removeVariable(1);
    QTRY_COMPARE(stored().variables.keys(), (QStringList{u"LIBRARY"_s}));
    m->undoStack().undo();
    QTRY_COMPARE(stored().variables.value(u"SHOW"_s), u"/mnt/show"_s);
}

void TestScenePlaces::whatCannotBeIsSaid()
{
    QVERIFY(!m_places->setVariable(-1, u"two words"_s, u"x"_s).isEmpty());
    QVERIFY(!m_places->setVariable(-1, {}, u"x"_s).isEmpty());
    QVERIFY(!m_places->setVariable(-1, u"SHOW"_s, u" "_s).isEmpty());
    QCOMPARE(m_places->setVariable(-1, u"SHOW"_s, u"x"_s), QString());
    QVERIFY(m_places->setVariable(-1, u"SHOW"_s, u"y"_s).contains(u"SHOW"_s));
    QVERIFY(!m_places->setMapping(-1, {}, u"/mnt"_s).isEmpty());
    QVERIFY(!m_places->setMapping(-1, u"Z:/"_s, u"mnt"_s).isEmpty());
    QVERIFY(!m_places->setMapping(-1, u"Z:/"_s, {}).isEmpty());
    QTRY_COMPARE(stored().variables.size(), 1);
    QCOMPARE(m_places->mappings().size(), 0);
}

QTEST_GUILESS_MAIN(TestScenePlaces)
#include "tst_scene_places.moc"
