// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/permission.h"
#include "ui/settings/key_rights.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace kinframe::ui;

class TestKeyRights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lookingChangesNothing();
    void lookingSeesPhotosAndPeople();
    void rightsAreKnownAgain();
};

void TestKeyRights::lookingChangesNothing()
{
    for (const QString &name : permissionsOf(KeyRights::ReadOnly)) {
        for (const QString &verb :
             {u"create"_s, u"update"_s, u"delete"_s, u"upload"_s, u"replace"_s, u"merge"_s, u"share"_s, u"all"_s}) {
            QVERIFY2(!name.endsWith(verb), qPrintable(name));
        }
        QVERIFY2(!name.startsWith(u"admin") && !name.startsWith(u"apiKey"), qPrintable(name));
    }
}

void TestKeyRights::lookingSeesPhotosAndPeople()
{
    const auto names = permissionsOf(KeyRights::ReadOnly);
    for (const QString &name : {u"asset.read"_s, u"asset.view"_s, u"asset.download"_s, u"person.read"_s}) {
        QVERIFY2(std::ranges::find(names, name) != names.end(), qPrintable(name));
    }
}

void TestKeyRights::rightsAreKnownAgain()
{
    QCOMPARE(rightsOf(permissionsOf(KeyRights::All)), KeyRights::All);
    QCOMPARE(rightsOf(permissionsOf(KeyRights::ReadOnly)), KeyRights::ReadOnly);
    QCOMPARE(rightsOf({u"asset.read"_s}), KeyRights::ReadOnly);
    QCOMPARE(rightsOf({u"asset.read"_s, u"asset.delete"_s}), KeyRights::Some);
    QCOMPARE(rightsOf({u"all"_s}), KeyRights::All);
}

QTEST_GUILESS_MAIN(TestKeyRights)
#include "tst_key_rights.moc"
