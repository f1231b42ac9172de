// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/permission.h"
#include "accounts_fixture.h"
#include "support/patience.h"

#include <QFile>
#include <QFileInfo>

using namespace kinframe;
using namespace kinframe::accounts;
using namespace Qt::StringLiterals;

class TestAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstStartMakesTheOwner();
    void keyFilesAreTheOwnersAlone();
    void aBrokenKeyFileIsMadeAnew();
    void usersAreCreatedAndFound();
    void addressesAreUnique();
    void wrongUsersAreRefused_data();
    void wrongUsersAreRefused();
    void usersChange();
    void theOwnerStays();
    void usersComeByPage();
    void keysWork();
    void keysAreLimited();
    void aKeyGivesNoMoreThanItHas();
    void unknownPermissionsAreNamed();
    void revokedKeysEndAtOnce();
    void changedKeysChangeAtOnce();
    void signedLinks();
};

void TestAccounts::theFirstStartMakesTheOwner()
{
    AccountsFixture fixture;
    const auto owner = fixture.accounts->owner();
    QVERIFY(owner);
    QCOMPARE(owner->name, u"owner"_s);
    QVERIFY(owner->isOwner && owner->isAdmin);
    const QUuid uuid = owner->uuid;
    fixture.close();
    fixture.open();
    QCOMPARE(fixture.accounts->owner()->uuid, uuid);
    QCOMPARE(fixture.accounts->users()->size(), 1U);
}

void TestAccounts::keyFilesAreTheOwnersAlone()
{
    AccountsFixture fixture;
#ifdef Q_OS_UNIX
    for (const QString &name : {u"owner.key"_s, u"secret.key"_s}) {
        const QFile::Permissions permissions = QFileInfo(fixture.folder.filePath(name)).permissions();
        QVERIFY(permissions & QFile::ReadOwner);
        QVERIFY(!(permissions & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
    }
    // One that others could read meanwhile is worth nothing any more.
    const QString before = fixture.accounts->ownerKey().text();
    fixture.close();
    QFile::setPermissions(fixture.folder.filePath(u"owner.key"_s),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
    fixture.open();
    QVERIFY(fixture.accounts->ownerKey().text() != before);
    QVERIFY(!fixture.isIn(before));
#endif
}

void TestAccounts::aBrokenKeyFileIsMadeAnew()
{
    AccountsFixture fixture;
    for (const QByteArray &content : {QByteArray(), QByteArray("short\n"), QByteArray(46, 'x')}) {
        fixture.close();
        QFile file(fixture.folder.filePath(u"owner.key"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        fixture.open();
        QCOMPARE(fixture.accounts->ownerKey().text().size(), 46);
        QVERIFY(fixture.isIn(fixture.accounts->ownerKey().text()));
        QVERIFY(!fixture.isIn(QString::fromLatin1(content.trimmed())));
    }
}

void TestAccounts::usersAreCreatedAndFound()
{
    AccountsFixture fixture;
    const User anna = fixture.anna();
    QCOMPARE(anna.email, u"anna@example.com"_s);
    QVERIFY(anna.hasPassword && !anna.isAdmin && !anna.isOwner);
    QCOMPARE(anna.createdAt, 1'000'000);
    QCOMPARE(fixture.accounts->user(anna.uuid)->name, u"Anna"_s);
    QCOMPARE(fixture.accounts->findUser(u"ANNA@example.com"_s)->id, anna.id);
    QCOMPARE(fixture.accounts->findUser(u"Anna"_s)->id, anna.id);
    QCOMPARE(fixture.accounts->findUser(u"Berta"_s).error().code, ErrorCode::NotFound);
    QVERIFY(fixture.accounts->createUser({.name = u"Anna"_s, .email = u"other@example.com"_s}));
    QCOMPARE(fixture.accounts->findUser(u"Anna"_s).error().code, ErrorCode::Conflict);
    QCOMPARE(fixture.accounts->user(QUuid::createUuid()).error().code, ErrorCode::NotFound);
}

void TestAccounts::addressesAreUnique()
{
    AccountsFixture fixture;
    const User anna = fixture.anna();
    const NewUser second{.name = u"B"_s, .email = u"ANNA@EXAMPLE.COM "_s};
    QCOMPARE(fixture.accounts->createUser(second).error().code, ErrorCode::InvalidArgument);
    const NewUser third{.name = u"B"_s, .email = u"ANNA@EXAMPLE.COM"_s};
    QCOMPARE(fixture.accounts->createUser(third).error().code, ErrorCode::Conflict);
    const auto owner = fixture.accounts->owner();
    QCOMPARE(fixture.accounts->updateUser(owner->uuid, {.email = u"anna@example.com"_s}).error().code,
             ErrorCode::Conflict);
    // Her own stays hers, and one that was deleted is free again.
    QVERIFY(fixture.accounts->updateUser(anna.uuid, {.email = u"Anna@Example.com"_s}));
    QVERIFY(fixture.accounts->deleteUser(anna.uuid));
    QVERIFY(fixture.accounts->createUser(third));
}

void TestAccounts::wrongUsersAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("field");
    QTest::newRow("no name") << u" "_s << u"a@b"_s << u""_s << u"name"_s;
    QTest::newRow("long name") << QString(201, u'x') << u"a@b"_s << u""_s << u"name"_s;
    QTest::newRow("no address") << u"a"_s << u""_s << u""_s << u"email"_s;
    QTest::newRow("no at") << u"a"_s << u"ab"_s << u""_s << u"email"_s;
    QTest::newRow("nothing after at") << u"a"_s << u"a@"_s << u""_s << u"email"_s;
    QTest::newRow("short password") << u"a"_s << u"a@b"_s << u"1234567"_s << u"password"_s;
    QTest::newRow("long password") << u"a"_s << u"a@b"_s << QString(257, u'x') << u"password"_s;
}

void TestAccounts::wrongUsersAreRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, email);
    QFETCH(QString, password);
    QFETCH(QString, field);
    AccountsFixture fixture;
    const auto created = fixture.accounts->createUser({.name = name, .email = email, .password = password});
    QCOMPARE(created.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(created.error().fact(u"field"_s), field);
    QCOMPARE(fixture.accounts->users()->size(), 1U);
}

void TestAccounts::usersChange()
{
    AccountsFixture fixture;
    const User anna = fixture.anna();
    fixture.now += 5;
    const QJsonObject preferences{{u"theme"_s, u"dark"_s}};
    const auto changed = fixture.accounts->updateUser(
        anna.uuid, {.name = u"Anne"_s, .avatarColor = u"red"_s, .preferences = preferences});
    QVERIFY(changed);
    QCOMPARE(changed->name, u"Anne"_s);
    QCOMPARE(changed->email, anna.email);
    QCOMPARE(changed->avatarColor, u"red"_s);
    QCOMPARE(changed->preferences, preferences);
    QCOMPARE(changed->updatedAt, anna.updatedAt + 5);
    QVERIFY(changed->hasPassword);
    // Nothing of a change that is refused in part.
    QVERIFY(!fixture.accounts->updateUser(anna.uuid, {.name = u"X"_s, .email = u"bad"_s}));
    QCOMPARE(fixture.accounts->user(anna.uuid)->name, u"Anne"_s);
    QCOMPARE(fixture.accounts->updateUser(QUuid::createUuid(), {}).error().code, ErrorCode::NotFound);
}

void TestAccounts::theOwnerStays()
{
    AccountsFixture fixture;
    const QUuid owner = fixture.accounts->owner()->uuid;
    QCOMPARE(fixture.accounts->deleteUser(owner).error().code, ErrorCode::Conflict);
    QCOMPARE(fixture.accounts->updateUser(owner, {.isAdmin = false}).error().code, ErrorCode::Conflict);
    QVERIFY(fixture.accounts->owner()->isAdmin);
}

void TestAccounts::usersComeByPage()
{
    AccountsFixture fixture;
    for (int i = 0; i < 5; ++i) {
        QVERIFY(fixture.accounts->createUser({.name = u"u"_s, .email = u"u%1@x"_s.arg(i)}));
    }
    const auto first = fixture.accounts->users(0, 4);
    QCOMPARE(first->size(), 4U);
    const auto rest = fixture.accounts->users(first->back().id, 4);
    QCOMPARE(rest->size(), 2U);
    QVERIFY(fixture.accounts->deleteUser(rest->back().uuid));
    QCOMPARE(fixture.accounts->users(first->back().id, 4)->size(), 1U);
}

void TestAccounts::keysWork()
{
    AccountsFixture fixture;
    const Principal owner = *fixture.accounts->owner();
    const auto created = fixture.accounts->createKey(owner, u"script"_s, {});
    QVERIFY(created);
    const auto principal = fixture.accounts->authenticate({.apiKey = created->secret});
    QVERIFY(principal);
    QCOMPARE(principal->userId, owner.userId);
    QVERIFY(principal->credential == Principal::Credential::ApiKey);
    QCOMPARE(principal->credentialId, created->key.uuid);
    QVERIFY(may(*principal, u"asset.read") && may(*principal, u"adminUser.create"));
    const auto keys = fixture.accounts->keys(owner.userId);
    QCOMPARE(keys->size(), 1U);
    QCOMPARE(keys->front().name, u"script"_s);
    QCOMPARE(fixture.accounts->key(owner.userId + 1, created->key.uuid).error().code, ErrorCode::NotFound);
    QTRY_VERIFY(fixture.accounts->key(owner.userId, created->key.uuid)->lastUsedAt);
}

void TestAccounts::keysAreLimited()
{
    AccountsFixture fixture;
    const auto created =
        fixture.accounts->createKey(*fixture.accounts->owner(), u"k"_s, {u"asset.read"_s, u"adminUser.read"_s});
    Principal principal = *fixture.accounts->authenticate({.apiKey = created->secret});
    QVERIFY(may(principal, u"asset.read"));
    QVERIFY(may(principal, u"adminUser.read"));
    QVERIFY(!may(principal, u"asset.delete"));
    QVERIFY(!may(principal, u"asset"));
    QVERIFY(!may(principal, u"all"));
    // What belongs to admins stays theirs whatever the key says.
    principal.isAdmin = false;
    QVERIFY(!may(principal, u"adminUser.read"));
    principal.permissions = {u"all"_s};
    QVERIFY(may(principal, u"asset.delete"));
    QVERIFY(!may(principal, u"adminUser.read"));
}

void TestAccounts::aKeyGivesNoMoreThanItHas()
{
    AccountsFixture fixture;
    const auto created =
        fixture.accounts->createKey(*fixture.accounts->owner(), u"k"_s, {u"apiKey.create"_s, u"asset.read"_s});
    const Principal limited = *fixture.accounts->authenticate({.apiKey = created->secret});
    QVERIFY(fixture.accounts->createKey(limited, u"less"_s, {u"asset.read"_s}));
    for (const std::vector<QString> &more :
         {std::vector<QString>{}, {u"all"_s}, {u"asset.read"_s, u"asset.delete"_s}}) {
        QCOMPARE(fixture.accounts->createKey(limited, u"more"_s, more).error().code, ErrorCode::Forbidden);
        const auto raised = fixture.accounts->updateKey(limited, created->key.uuid, {}, more);
        QCOMPARE(raised.error().code, ErrorCode::Forbidden);
    }
    QCOMPARE(fixture.accounts->keys(limited.userId)->size(), 2U);
}

void TestAccounts::unknownPermissionsAreNamed()
{
    AccountsFixture fixture;
    const auto created = fixture.accounts->createKey(*fixture.accounts->owner(), u"k"_s, {u"asset.fly"_s});
    QCOMPARE(created.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(created.error().fact(u"value"_s), u"asset.fly"_s);
    QVERIFY(std::ranges::is_sorted(permissionNames().subspan(1)));
}

void TestAccounts::revokedKeysEndAtOnce()
{
    AccountsFixture fixture;
    const Principal owner = *fixture.accounts->owner();
    const auto created = fixture.accounts->createKey(owner, u"k"_s, {});
    QVERIFY(fixture.isIn(created->secret));
    QCOMPARE(fixture.accounts->revokeKey(owner.userId + 1, created->key.uuid).error().code, ErrorCode::NotFound);
    QVERIFY(fixture.isIn(created->secret));
    QVERIFY(fixture.accounts->revokeKey(owner.userId, created->key.uuid));
    QVERIFY(!fixture.isIn(created->secret));
}

void TestAccounts::changedKeysChangeAtOnce()
{
    AccountsFixture fixture;
    const Principal owner = *fixture.accounts->owner();
    const auto created = fixture.accounts->createKey(owner, u"k"_s, {});
    QVERIFY(may(*fixture.accounts->authenticate({.apiKey = created->secret}), u"asset.delete"));
    const auto changed =
        fixture.accounts->updateKey(owner, created->key.uuid, u"renamed"_s, std::vector<QString>{u"asset.read"_s});
    QCOMPARE(changed->name, u"renamed"_s);
    QVERIFY(!may(*fixture.accounts->authenticate({.apiKey = created->secret}), u"asset.delete"));
}

void TestAccounts::signedLinks()
{
    AccountsFixture fixture;
    Accounts &accounts = *fixture.accounts;
    const QString path = u"/api/assets/1/thumbnail"_s;
    const QString link = accounts.signLink(path, 7, 2'000'000);
    QCOMPARE(*accounts.checkLink(path, link), 7);
    QVERIFY(!accounts.checkLink(path + u"x"_s, link));
    QVERIFY(!accounts.checkLink(path, u"8"_s + link.mid(1)));
    QVERIFY(!accounts.checkLink(path, QString(link).replace(u"2000000"_s, u"3000000"_s)));
    QVERIFY(!accounts.checkLink(path, link.chopped(2)));
    QVERIFY(!accounts.checkLink(path, {}));
    QVERIFY(!accounts.checkLink(path, u".."_s));
    fixture.now = 2'000'000;
    QCOMPARE(accounts.checkLink(path, link).error().code, ErrorCode::Unauthorized);
}

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
