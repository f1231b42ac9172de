// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_search.h"

#include <QTest>

using namespace kinframe::ui;
using namespace Qt::StringLiterals;

class TestCommandSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingForNothing();
    void findsTheBestFirst();
    void lettersInOrder();
    void otherScripts();
};

void TestCommandSearch::everythingForNothing()
{
    QCOMPARE(CommandSearch::ranked(u"  "_s, {u"b"_s, u"a"_s}), QList<int>({0, 1}));
}

void TestCommandSearch::findsTheBestFirst()
{
    const QStringList texts{u"Move to another person"_s, u"Restore from the trash"_s, u"Name this person"_s,
                            u"Person: hide"_s};
    QCOMPARE(CommandSearch::ranked(u"person"_s, texts), QList<int>({3, 2, 0}));
    QCOMPARE(CommandSearch::ranked(u"RES"_s, texts).first(), 1);
    QCOMPARE(CommandSearch::ranked(u"mtap"_s, texts), QList<int>({0}));
    QVERIFY(CommandSearch::ranked(u"xyz"_s, texts).isEmpty());
}

void TestCommandSearch::lettersInOrder()
{
    QVERIFY(CommandSearch::scoreOf(u"gtp", u"Go to People") > CommandSearch::scoreOf(u"gtp", u"Forget people"));
    QVERIFY(CommandSearch::scoreOf(u"pg", u"Go to People") < 0);
    QVERIFY(CommandSearch::scoreOf(u"go peop", u"Go to People") > 0);
}

void TestCommandSearch::otherScripts()
{
    QCOMPARE(CommandSearch::ranked(u"\u4eba\u7269"_s, {u"\u524d\u5f80\u56fe\u7247"_s, u"\u524d\u5f80\u4eba\u7269"_s}),
             QList<int>({1}));
}

QTEST_GUILESS_MAIN(TestCommandSearch)
#include "tst_command_search.moc"
