// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/saved_searches.h"
#include "support/library_fixture.h"

#include "base/ids.h"

#include <QTest>

using namespace kinframe;
using namespace kinframe::library;
using namespace Qt::StringLiterals;

class TestSavedSearches : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<test::LibraryFixture>(); }
    void cleanup() { m.reset(); }
    void whatCannotBeSaved_data();
    void whatCannotBeSaved();
    void oneOfAName();
    void whatIsNotThere();
    void savedRenamedRemoved();
    void everyUserHasOnesOwn();

private:
    [[nodiscard]] Result<void> save(const SavedSearch &search, qint64 user);
    [[nodiscard]] Result<void> save(const SavedSearch &search) { return save(search, m->owner.userId); }
    [[nodiscard]] QStringList names(qint64 user);

    std::unique_ptr<test::LibraryFixture> m;
};

Result<void> TestSavedSearches::save(const SavedSearch &search, qint64 user)
{
    return m->database->write(
        [&](storage::Transaction &transaction) -> Result<void> { return saveSearch(transaction, user, search); });
}

QStringList TestSavedSearches::names(qint64 user)
{
    const auto all = m->database->read(
        [&](storage::Connection &db) -> Result<std::vector<SavedSearch>> { return savedSearches(db, user); });
    QStringList names;
    for (const SavedSearch &search : all.value_or(std::vector<SavedSearch>())) {
        names += search.name;
    }
    return names;
}

void TestSavedSearches::whatCannotBeSaved_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("filter");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no name") << QString() << u"width ge 5"_s << ErrorCode::MissingField;
    QTest::newRow("spaces") << u"  "_s << u"width ge 5"_s << ErrorCode::MissingField;
    QTest::newRow("long name") << QString(201, u'x') << u"width ge 5"_s << ErrorCode::TooLarge;
    QTest::newRow("long query") << u"x"_s << QString(17'000, u'x') << ErrorCode::TooLarge;
}

void TestSavedSearches::whatCannotBeSaved()
{
    QFETCH(const QString, name);
    QFETCH(const QString, filter);
    QFETCH(const ErrorCode, code);
    const auto saved = save({newUuid(), name, filter, {}, {}});
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, code);
    QVERIFY(names(m->owner.userId).isEmpty());
}

void TestSavedSearches::oneOfAName()
{
    const QUuid id = newUuid();
    QVERIFY(save({id, u"Sea"_s, {}, {}, {}}));
    const auto again = save({newUuid(), u" sea "_s, {}, {}, {}});
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::Conflict);
    const QUuid other = newUuid();
    QVERIFY(save({other, u"Hills"_s, {}, {}, {}}));
    const auto renamed = m->database->write([&](storage::Transaction &transaction) -> Result<void> {
        return renameSearch(transaction, m->owner.userId, other, u"SEA"_s);
    });
    QVERIFY(!renamed);
    QCOMPARE(names(m->owner.userId), (QStringList{u"Hills"_s, u"Sea"_s}));
}

void TestSavedSearches::whatIsNotThere()
{
    const auto renamed = m->database->write([&](storage::Transaction &transaction) -> Result<void> {
        return renameSearch(transaction, m->owner.userId, newUuid(), u"x"_s);
    });
    QVERIFY(!renamed);
    QCOMPARE(renamed.error().code, ErrorCode::NotFound);
    const auto removed = m->database->write([&](storage::Transaction &transaction) -> Result<void> {
        return removeSearch(transaction, m->owner.userId, newUuid());
    });
    QVERIFY(!removed);
    QCOMPARE(removed.error().code, ErrorCode::NotFound);
}

void TestSavedSearches::savedRenamedRemoved()
{
    const SavedSearch search{newUuid(), u" 海 "_s, u"tag_sea"_s, u"boat"_s, u"rating desc"_s};
    QVERIFY(save(search));
    QVERIFY(m->database->write([&](storage::Transaction &transaction) -> Result<void> {
        return renameSearch(transaction, m->owner.userId, search.id, u"Ships"_s);
    }));
    const auto all = m->database->read([&](storage::Connection &db) -> Result<std::vector<SavedSearch>> {
        return savedSearches(db, m->owner.userId);
    });
    QVERIFY(all);
    QCOMPARE(all->size(), 1U);
    QCOMPARE(all->front().id, search.id);
    QCOMPARE(all->front().name, u"Ships"_s);
    QCOMPARE(all->front().filter, search.filter);
    QCOMPARE(all->front().words, search.words);
    QCOMPARE(all->front().order, search.order);
    QVERIFY(m->database->write([&](storage::Transaction &transaction) -> Result<void> {
        return removeSearch(transaction, m->owner.userId, search.id);
    }));
    QVERIFY(names(m->owner.userId).isEmpty());
}

void TestSavedSearches::everyUserHasOnesOwn()
{
    const QUuid id = newUuid();
    QVERIFY(save({id, u"Sea"_s, {}, {}, {}}, m->guest.userId));
    QVERIFY(save({newUuid(), u"Sea"_s, {}, {}, {}}));
    const auto removed = m->database->write([&](storage::Transaction &transaction) -> Result<void> {
        return removeSearch(transaction, m->owner.userId, id);
    });
    QVERIFY(!removed);
    QCOMPARE(names(m->guest.userId), QStringList{u"Sea"_s});
}

QTEST_GUILESS_MAIN(TestSavedSearches)
#include "tst_saved_searches.moc"
