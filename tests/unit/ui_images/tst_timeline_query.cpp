// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The photos of the page narrowed down by a query, in other orders, while the library changes.
#include "ui/images/timeline_model.h"
#include "window_fixture.h"

#include "base/ids.h"
#include "support/patience.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace kinframe::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 start = 1'600'000'000'000;
constexpr qint64 hour = 3'600'000;

} // namespace

class TestTimelineQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aQueryThatIsWrong();
    void theLastQuestionIsAnswered();
    void narrowsAndWidens();
    void comesAndGoes();
    void byRating();
    void oldestFirst();
    void lastAddedFirst();
    void byName();
    void manyChangesInAnOrder();
    void theRestBehindTheFirst();
    void withQuickChoices();
    void headings();
    void findsOnlyWhatIsShown();

private:
    void load();
    void rate(const library::Registered &photo, double stars);
    void setColumn(const char *sql, const library::Registered &photo);
    [[nodiscard]] QList<qint64> keys() const;

    std::unique_ptr<test::WindowFixture> m;
    std::unique_ptr<TimelineModel> m_model;
    std::vector<library::Registered> m_photos;
};

void TestTimelineQuery::init()
{
    m = std::make_unique<test::WindowFixture>();
    m_model = m->make<TimelineModel>();
    new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    m_photos.clear();
    for (int number = 0; number < 5; ++number) {
        m_photos.push_back(m->photoAt(start + number * hour));
        rate(m_photos.back(), number); // the last one best
    }
}

void TestTimelineQuery::cleanup()
{
    m_model.reset();
    m.reset();
}

void TestTimelineQuery::load()
{
    m_model->componentComplete();
    QTRY_COMPARE(m_model->status(), ListModel::Status::Ready);
}

void TestTimelineQuery::setColumn(const char *sql, const library::Registered &photo)
{
    QVERIFY(m->change([&](storage::Transaction &transaction) -> Result<void> {
        transaction.run(sql, photo.assetId);
        m->changes.touch(transaction, photo.assetId);
        return {};
    }));
}

void TestTimelineQuery::rate(const library::Registered &photo, double stars)
{
    QVERIFY(m->change([&](storage::Transaction &transaction) -> Result<void> {
        transaction.run("UPDATE asset SET rating = ?2 WHERE id = ?1", photo.assetId, stars);
        m->changes.touch(transaction, photo.assetId);
        return {};
    }));
}

QList<qint64> TestTimelineQuery::keys() const
{
    QList<qint64> keys;
    for (int row = 0; row < m_model->count(); ++row) {
        keys << m_model->keyAt(row);
    }
    return keys;
}

void TestTimelineQuery::aQueryThatIsWrong()
{
    load();
    m_model->setQuery(u"rating ge"_s);
    QTRY_COMPARE(m_model->status(), ListModel::Status::Failed);
    QVERIFY(!m_model->errorText().isEmpty());
    QCOMPARE(m_model->count(), 0);
    m_model->setQuery(u"rating ge 3"_s);
    QTRY_COMPARE(m_model->count(), 2);
    QCOMPARE(m_model->status(), ListModel::Status::Ready);
}

void TestTimelineQuery::theLastQuestionIsAnswered()
{
    load();
    for (const char *query : {"rating ge 1", "rating ge 2", "rating gt", "rating ge 4"}) {
        m_model->setQuery(QLatin1StringView(query));
    }
    QTRY_COMPARE(keys(), QList<qint64>{m_photos[4].assetId});
    QCOMPARE(m_model->status(), ListModel::Status::Ready);
}

void TestTimelineQuery::narrowsAndWidens()
{
    load();
    const QSignalSpy changed(m_model.get(), &TimelineModel::queryChanged);
    QVERIFY(!m_model->isNarrowed());
    m_model->setQuery(u"rating>=2&rating<4"_s);
    QVERIFY(m_model->isNarrowed());
    QTRY_COMPARE(keys(), (QList<qint64>{m_photos[3].assetId, m_photos[2].assetId}));
    m_model->setQuery({});
    QTRY_COMPARE(m_model->count(), 5);
    m_model->setSearch(u"nothing has this name"_s);
    QTRY_COMPARE(m_model->count(), 0);
    QTRY_COMPARE(m_model->status(), ListModel::Status::Ready);
    m_model->setSearch({});
    QTRY_COMPARE(m_model->count(), 5);
    QCOMPARE(changed.size(), 4);
}

void TestTimelineQuery::comesAndGoes()
{
    m_model->setQuery(u"rating ge 3"_s);
    load();
    QTRY_COMPARE(m_model->count(), 2);
    const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    rate(m_photos[0], 5);
    QTRY_COMPARE(keys(), (QList<qint64>{m_photos[4].assetId, m_photos[3].assetId, m_photos[0].assetId}));
    rate(m_photos[3], 1);
    QTRY_COMPARE(keys(), (QList<qint64>{m_photos[4].assetId, m_photos[0].assetId}));
    const auto added = m->photoAt(start + 9 * hour); // without a rating
    rate(added, 4);
    QTRY_COMPARE(m_model->rowOf(added.assetId), 0);
    QVERIFY(reset.isEmpty());
}

void TestTimelineQuery::byRating()
{
    m_model->setOrder(u"rating desc"_s);
    load();
    QTRY_COMPARE(keys(), (QList<qint64>{m_photos[4].assetId, m_photos[3].assetId, m_photos[2].assetId,
                                        m_photos[1].assetId, m_photos[0].assetId}));
    const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    rate(m_photos[0], 3.5);
    QTRY_COMPARE(m_model->rowOf(m_photos[0].assetId), 1);
    setColumn("UPDATE asset SET rating = NULL WHERE id = ?1", m_photos[4]);
    QTRY_COMPARE(m_model->rowOf(m_photos[4].assetId), 4); // what nobody has rated comes last
    QVERIFY(reset.isEmpty());
    m_model->setOrder(u"rating"_s);
    QTRY_COMPARE(m_model->rowOf(m_photos[4].assetId), 0);
    setColumn("UPDATE asset SET rating = 9 WHERE id = ?1", m_photos[4]);
    QTRY_COMPARE(m_model->rowOf(m_photos[4].assetId), 4);
}

void TestTimelineQuery::oldestFirst()
{
    m_model->setOrder(u"created_at"_s);
    load();
    QTRY_COMPARE(m_model->rowOf(m_photos[0].assetId), 0);
    const auto between = m->photoAt(start + hour + 1);
    QTRY_COMPARE(m_model->rowOf(between.assetId), 2);
}

void TestTimelineQuery::lastAddedFirst()
{
    m_model->setOrder(query::arrivalOrder);
    load();
    const auto old = m->photoAt(start - 1000 * hour);
    QTRY_COMPARE(m_model->rowOf(old.assetId), 0);
    QTRY_COMPARE(m_model->rowOf(m_photos[0].assetId), 5);
}

// Only the database can tell where a name belongs: the list is read anew, and what leaves goes at once.
void TestTimelineQuery::byName()
{
    for (const auto &photo : m_photos) {
        setColumn("UPDATE asset SET file_name = 'm.jpg' WHERE id = ?1", photo);
    }
    m_model->setOrder(u"file_name"_s);
    load();
    QTRY_COMPARE(m_model->count(), 5);
    setColumn("UPDATE asset SET file_name = 'z.jpg' WHERE id = ?1", m_photos[0]);
    QTRY_COMPARE(m_model->rowOf(m_photos[0].assetId), 4);
    setColumn("UPDATE asset SET trashed_at = 5 WHERE id = ?1", m_photos[0]);
    QTRY_COMPARE(m_model->count(), 4);
    setColumn("UPDATE asset SET file_name = 'a.jpg', trashed_at = NULL WHERE id = ?1", m_photos[0]);
    QTRY_COMPARE(m_model->rowOf(m_photos[0].assetId), 0);
    // What is said about a photo moves nothing.
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy shown(m_model.get(), &QAbstractItemModel::dataChanged);
    setColumn("UPDATE asset SET is_favorite = 1 WHERE id = ?1", m_photos[2]);
    QTRY_VERIFY(!shown.isEmpty());
    QVERIFY(reset.isEmpty());
}

void TestTimelineQuery::manyChangesInAnOrder()
{
    m->addRows(200, start);
    m_model->setOrder(u"width desc"_s);
    load();
    QTRY_COMPARE(m_model->count(), 205);
    QVERIFY(m->change([&](storage::Transaction &transaction) -> Result<void> {
        transaction.run("UPDATE asset SET width = id WHERE owner_id = ?1", m->owner.userId);
        storage::Statement all = transaction.prepare("SELECT id FROM asset");
        std::vector<qint64> ids;
        while (all.step()) {
            ids.push_back(all.int64(0));
        }
        m->changes.touch(transaction, ids);
        return {};
    }));
    const auto isSorted = [this] {
        const QList<qint64> all = keys();
        return std::is_sorted(all.rbegin(), all.rend());
    };
    QTRY_VERIFY(isSorted());
    QCOMPARE(m_model->count(), 205);
}

void TestTimelineQuery::theRestBehindTheFirst()
{
    m->addRows(2000, start);
    m_model->setQuery(u"height ne 100000"_s);
    for (const char *order : {"", "width", "file_name", "added desc"}) {
        m_model->setOrder(QLatin1StringView(order));
        if (m_model->status() == ListModel::Status::Unloaded) {
            m_model->componentComplete();
        }
        QTRY_COMPARE(m_model->order(), QLatin1StringView(order));
        QTRY_COMPARE(m_model->status(), ListModel::Status::Ready);
        QTRY_COMPARE(m_model->count(), 2005);
        const QList<qint64> all = keys();
        QCOMPARE(QSet<qint64>(all.begin(), all.end()).size(), 2005);
    }
}

void TestTimelineQuery::withQuickChoices()
{
    QVERIFY(m->run("UPDATE asset SET is_favorite = 1 WHERE id IN (?1, ?2)", m_photos[0].assetId, m_photos[4].assetId));
    m_model->setFilter(TimelineModel::Filter::Favourites);
    m_model->setQuery(u"rating ge 3"_s);
    load();
    QTRY_COMPARE(keys(), QList<qint64>{m_photos[4].assetId});
    m_model->setFilter(TimelineModel::Filter::Trash);
    QTRY_COMPARE(m_model->count(), 0);
    setColumn("UPDATE asset SET trashed_at = 5 WHERE id = ?1", m_photos[3]);
    QTRY_COMPARE(keys(), QList<qint64>{m_photos[3].assetId});
}

void TestTimelineQuery::headings()
{
    load();
    QCOMPARE(m_model->sections().size(), 1U);
    QVERIFY(!m_model->sections()[0].title.isEmpty());
    m_model->setOrder(u"rating desc"_s);
    QTRY_VERIFY(m_model->sections().size() == 1 && m_model->sections()[0].title.isEmpty());
    QTRY_COMPARE(m_model->sections()[0].count, 5);
    m_model->setQuery(u"rating gt 100"_s);
    QTRY_VERIFY(m_model->sections().empty());
    m_model->setQuery({});
    m_model->setOrder(u"created_at"_s);
    QTRY_VERIFY(m_model->sections().size() == 1 && !m_model->sections()[0].title.isEmpty());
}

void TestTimelineQuery::findsOnlyWhatIsShown()
{
    m_model->setQuery(u"rating ge 3"_s);
    load();
    QTRY_COMPARE(m_model->count(), 2);
    const QSignalSpy found(m_model.get(), &TimelineModel::found);
    m_model->find(toText(m_photos[0].uuid));
    QTRY_COMPARE(found.size(), 1);
    QCOMPARE(found[0].first().toInt(), -1);
    // In what is asked for, not in what is still shown.
    m_model->setQuery({});
    m_model->find(toText(m_photos[3].uuid));
    QTRY_COMPARE(found.size(), 2);
    QCOMPARE(found[1].first().toInt(), 1);
    QCOMPARE(m_model->count(), 5);
}

QTEST_GUILESS_MAIN(TestTimelineQuery)
#include "tst_timeline_query.moc"
