// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_query FOLDER [IMAGES [edit]]: queries over a library of so many images (200000), which is made where there is
// none. One JSON object a line: for each shape of query the median and p95 in ms of our page and count (understood,
// compiled and run) and of the best SQL written by hand as a prepared statement, in turn with each other in this
// process; their ratio; ours where the query was not asked lately; and a scan of JSON documents. Then, or only, an edit
// of 10,000, also by the time of the processor, which other programs do not change.
#include "accounts/accounts.h"
#include "base/events.h"
#include "jobs/job_queue.h"
#include "library/change_feed.h"
#include "library/library_folder.h"
#include "library/open_metadata.h"
#include "library/search_text.h"
#include "library/services.h"
#include "query/query.h"
#include "query_library.h"
#include "query_shapes.h"
#include "storage/blob_store.h"
#include "support/must.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <random>

using namespace kinframe;
using kinframe::test::must;
using namespace Qt::StringLiterals;
using bench::Shape;
using storage::Connection;
using storage::Statement;
using storage::Transaction;

namespace {

using Clock = std::chrono::steady_clock;

constexpr int mostRounds = 41;
constexpr double longestShape = 4000; // ms
constexpr int naiveRounds = 3;
constexpr int edits = 10'000;

[[noreturn]] void stop(const QString &reason)
{
    std::fprintf(stderr, "%s\n", qPrintable(reason));
    std::exit(1);
}

double msSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

class Times
{
public:
    template <typename Work>
    void measure(Work work)
    {
        const auto start = Clock::now();
        const std::clock_t cpu = std::clock();
        work();
        m_ms.push_back(msSince(start));
        m_cpuMs += double(std::clock() - cpu) * 1000 / CLOCKS_PER_SEC;
    }
    [[nodiscard]] double cpuMean() const { return m_cpuMs / double(m_ms.size()); }
    [[nodiscard]] double at(double part) const
    {
        std::vector<double> sorted = m_ms;
        std::sort(sorted.begin(), sorted.end());
        return sorted[size_t(std::lround(part * double(sorted.size() - 1)))];
    }
    [[nodiscard]] double median() const { return at(0.5); }
    [[nodiscard]] double p95() const { return at(0.95); }

private:
    std::vector<double> m_ms;
    double m_cpuMs = 0;
};

double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

void print(const QJsonObject &line)
{
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

/// All rows of the first column.
std::vector<qint64> rowsOf(Statement &statement)
{
    std::vector<qint64> rows;
    while (statement.step()) {
        rows.push_back(statement.int64(0));
    }
    statement.reset();
    return rows;
}

class Bench
{
public:
    Bench(Connection &db, qint64 owner, int images)
        : m_db(db)
        , m_owner(owner)
        , m_images(images)
    {
    }

    void shape(const Shape &shape)
    {
        compare(shape.name, u"page"_s, shape.query + "&$count=false", shape.pages, shape.naive);
        compare(shape.name, u"count"_s, shape.query + "&$top=0", shape.counts, {});
    }

    void deep(const QString &name, const QByteArray &query, const std::string &condition, int depth)
    {
        const QByteArray raw = query + "&$count=false";
        const query::QueryPage before = run(raw + "&$skip=" + QByteArray::number(depth));
        if (!before.hasMore) {
            return;
        }
        Statement last = m_db.prepare("SELECT created_at FROM asset WHERE id = ?1");
        last.bindAll(before.ids.back());
        last.step();
        compare(name, u"page"_s, raw + "&$skiptoken=" + before.nextToken.toLatin1(),
                bench::pagesBehind(condition, last.int64(0), before.ids.back()), {});
    }

private:
    query::QueryPage run(const QByteArray &raw)
    {
        const auto parsed = query::parseQuery(raw);
        if (!parsed) {
            stop(parsed.error().forLog());
        }
        // Longer than the contract allows, to see how far from it.
        return must(query::runQuery(m_db, *parsed, m_owner, std::chrono::seconds(20)));
    }

    /// The same rows, or the comparison is none.
    void check(const QByteArray &raw, const std::vector<qint64> &rows, const QString &what)
    {
        const query::QueryPage page = run(raw);
        const bool isSame = page.total ? rows.front() == *page.total
                                       : std::equal(page.ids.begin(), page.ids.end(), rows.begin(),
                                                    rows.begin() + qsizetype(std::min(rows.size(), page.ids.size())));
        if (!isSame) {
            stop(u"not the same rows: "_s + what);
        }
    }

    void compare(const QString &name, const QString &what, const QByteArray &raw, const std::vector<std::string> &sqls,
                 const std::string &naive)
    {
        std::vector<Statement> hand;
        std::vector<Times> handTimes(sqls.size());
        std::vector<bool> isSlow(sqls.size());
        for (const std::string &sql : sqls) {
            hand.push_back(m_db.prepare(sql));
            check(raw, rowsOf(hand.back()), name + u", " + what);
        }
        Times ours;
        Times first;
        const auto start = Clock::now();
        for (int round = 0; round < mostRounds && (round < 3 || msSince(start) < longestShape); ++round) {
            ours.measure([&] { (void)run(raw); });
            // With another text each time: as when nothing is known of it yet.
            first.measure([&] { (void)run(raw + "&@round=" + QByteArray::number(round)); });
            for (size_t i = 0; i < hand.size(); ++i) {
                if (!isSlow[i]) {
                    handTimes[i].measure([&] { (void)rowsOf(hand[i]); });
                }
            }
            // What is far behind the best once is not waited for again.
            for (size_t i = 0; round == 0 && i < hand.size(); ++i) {
                const auto best = std::min_element(handTimes.begin(), handTimes.end(), [](auto &left, auto &right) {
                    return left.median() < right.median();
                });
                isSlow[i] = handTimes[i].median() > 10 * best->median() + 1;
            }
        }
        QJsonObject line{{u"bench"_s, u"query"_s},
                         {u"images"_s, m_images},
                         {u"shape"_s, name},
                         {u"what"_s, what},
                         {u"query"_s, QString::fromUtf8(raw).remove(u"&$count=false"_s)},
                         {u"ms"_s, rounded(ours.median())},
                         {u"p95_ms"_s, rounded(ours.p95())},
                         {u"first_ms"_s, rounded(first.median())}};
        const Times *best = nullptr;
        for (size_t i = 0; i < handTimes.size(); ++i) {
            if (best == nullptr || handTimes[i].median() < best->median()) {
                best = &handTimes[i];
                line.insert(u"way"_s, int(i));
            }
        }
        if (best != nullptr) {
            line.insert(u"hand_ms"_s, rounded(best->median()));
            line.insert(u"hand_p95_ms"_s, rounded(best->p95()));
            line.insert(u"ratio"_s, rounded(ours.median() / best->median()));
        }
        if (!naive.empty()) {
            Statement scan = m_db.prepare(naive);
            Times times;
            for (int round = 0; round < naiveRounds; ++round) {
                times.measure([&] { (void)rowsOf(scan); });
            }
            line.insert(u"naive_ms"_s, rounded(times.median()));
        }
        print(line);
    }

    Connection &m_db;
    qint64 m_owner;
    int m_images;
};

struct Library
{
    std::unique_ptr<library::LibraryFolder> folder;
    std::unique_ptr<storage::Database> database;
    qint64 owner = 0;
};

Library opened(const QString &root, int images)
{
    const bool isNew = !QFileInfo::exists(root + u"/kinframe.db"_s);
    Library library;
    library.folder = must(library::LibraryFolder::open(root));
    const auto open = [&] { return must(storage::Database::open({library.folder->database(), root, wallMs})); };
    library.database = open();
    library.owner = must(must(accounts::Accounts::open(*library.database, {root, {}, wallMs}))->owner()).userId;
    if (isNew) {
        std::fprintf(stderr, "making %d images\n", images);
        library.database.reset();
        bench::fillQueryLibrary(*must(Connection::open(root + u"/kinframe.db"_s, Connection::Mode::ReadWrite)),
                                library.owner, images);
        library.database = open();
    }
    return library;
}

qint64 bytesOf(storage::Database &database)
{
    return must(database.read([](Connection &db) -> Result<qint64> {
        Statement row = db.prepare("SELECT (SELECT * FROM pragma_page_count) * (SELECT * FROM pragma_page_size)");
        row.step();
        return row.int64(0);
    }));
}

/// What the job does to an old library.
void fillSearch(Library &library, int images)
{
    const qint64 before = bytesOf(*library.database);
    const auto start = Clock::now();
    qint64 filled = 0;
    for (qint64 some = 1; some > 0; filled += some) {
        some = must(library.database->write(
            [](Transaction &transaction) -> Result<qint64> { return library::refreshSearchTexts(transaction, 200); }));
    }
    if (filled == images) {
        print({{u"bench"_s, u"search index"_s},
               {u"images"_s, images},
               {u"seconds"_s, rounded(msSince(start) / 1000)},
               {u"megabytes"_s, rounded(double(bytesOf(*library.database) - before) / 1e6)},
               {u"database_megabytes"_s, rounded(double(before) / 1e6)}});
    }
}

std::vector<QByteArray> someHashes(int images)
{
    std::vector<QByteArray> hashes;
    for (int i = 0; i < edits; ++i) {
        hashes.push_back(
            QCryptographicHash::hash(QByteArray::number(qint64(i) * 7919 % images), QCryptographicHash::Sha256));
    }
    return hashes;
}

void editByHand(Library &library, const std::vector<QByteArray> &hashes, int round)
{
    must(library.database->write([&](Transaction &transaction) -> Result<void> {
        transaction.run("INSERT INTO prop_key(name) VALUES ('hand_note') ON CONFLICT DO NOTHING");
        Statement find =
            transaction.prepare("SELECT a.id FROM blob b JOIN asset a ON a.blob_id = b.id WHERE b.sha256 = "
                                "?1 AND a.owner_id = ?2 AND a.trashed_at IS NULL");
        for (const QByteArray &hash : hashes) {
            find.bindAll(hash, library.owner);
            find.step();
            const qint64 asset = find.int64(0);
            find.reset();
            transaction.run("UPDATE asset SET rating = ?2, updated_at = ?3 WHERE id = ?1", asset, round % 5 + 0.5,
                            transaction.stamp());
            transaction.run(round % 2 == 0 ? "INSERT OR IGNORE INTO asset_tag(tag, asset_id) VALUES ('hand', ?1)"
                                           : "DELETE FROM asset_tag WHERE tag = 'hand' AND asset_id = ?1",
                            asset);
            transaction.run("INSERT INTO prop(asset_id, key_id, txt) SELECT ?1, id, ?2 FROM prop_key WHERE name = "
                            "'hand_note' ON CONFLICT DO UPDATE SET txt = excluded.txt",
                            asset, QString::number(round));
            transaction.run("UPDATE doc SET json = json_set(json, '$.hand_note', ?2) WHERE id = ?1", asset,
                            QString::number(round));
        }
        return {};
    }));
}

void benchEdits(Library &library, int images)
{
    EventBus events;
    jobs::JobQueue jobs(*library.database);
    library::ChangeFeed changes(events);
    auto blobs = must(storage::BlobStore::open(library.folder->blobs(), library.folder->temporary()));
    const library::Services services{*library.database, *blobs, jobs, changes, library.folder->thumbnails()};
    changes.onTouch([&](Transaction &transaction, std::span<const qint64>) {
        library::refreshSearchTextsLater(transaction, jobs);
    });
    const std::vector<QByteArray> hashes = someHashes(images);
    Times ours;
    Times hand;
    for (int round = 0; round < 6; ++round) {
        std::vector<library::ItemEdit> items;
        for (const QByteArray &hash : hashes) {
            items.push_back({hash,
                             {{{u"rating"_s, round % 5},
                               {u"tag_edited"_s, round % 2 == 0 ? QJsonValue(true) : QJsonValue()},
                               {u"custom_note"_s, QString::number(round)}}}});
        }
        ours.measure([&] {
            for (const auto &outcome :
                 must(library::editMany(services, library.owner, items, [](qint64, qint64) {}, {}))) {
                if (!outcome) {
                    stop(outcome.error().forLog());
                }
            }
        });
        hand.measure([&] { editByHand(library, hashes, round); });
    }
    print({{u"bench"_s, u"query"_s},
           {u"images"_s, images},
           {u"shape"_s, u"three keys of 10,000"_s},
           {u"what"_s, u"edit"_s},
           {u"ms"_s, rounded(ours.median())},
           {u"p95_ms"_s, rounded(ours.p95())},
           {u"cpu_ms"_s, rounded(ours.cpuMean())},
           {u"hand_cpu_ms"_s, rounded(hand.cpuMean())},
           {u"hand_ms"_s, rounded(hand.median())},
           {u"hand_p95_ms"_s, rounded(hand.p95())},
           {u"ratio"_s, rounded(ours.median() / hand.median())}});
    fillSearch(library, -1);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2 || argc > 4) {
        std::fputs("usage: bench_query FOLDER [IMAGES [edit]]\n", stderr);
        return 2;
    }
    const int images = argc > 2 ? QByteArray(argv[2]).toInt() : 200'000;
    if (images < edits) {
        std::fprintf(stderr, "At least %d images are needed.\n", edits);
        return 2;
    }
    Library library = opened(QFile::decodeName(argv[1]), images);
    fillSearch(library, images);
    if (argc < 4) {
        const auto db = must(Connection::open(library.database->path(), Connection::Mode::ReadOnly));
        query::addFunctions(*db);
        Bench bench(*db, library.owner, images);
        for (const Shape &shape : bench::queryShapes()) {
            bench.shape(shape);
        }
        for (const int depth : {10'000, images * 9 / 10}) {
            bench.deep(u"all, behind %1"_s.arg(depth), "", "", depth);
        }
        bench.deep(u"one bound, behind %1"_s.arg(images / 4), "width>=1024", " AND a.width >= 1024", images / 4);
        for (const Shape &shape : bench::searchShapes()) {
            bench.shape(shape);
        }
    }
    benchEdits(library, images);
    return 0;
}
