// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/search_text.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/search_folding.h"
#include "storage/sql_error.h"

#include <algorithm>
#include <vector>

namespace kinframe::library {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;
using storage::Transaction;

// So few that an edit of somebody's waits for one batch no longer than for any other write.
constexpr qint64 textsPerWrite = 200;
constexpr qint64 textsPerRead = 1000;
// Long enough that the files of an import go in together, and nobody waits for it.
constexpr qint64 msUntilRefreshed = 2000;
constexpr qsizetype mostNamed = 50;

// The parts that are several values have the separator between them already.
constexpr char partsOfAsset[] =
    "SELECT a.file_name, a.model, (SELECT group_concat(tag, char(31)) FROM (SELECT tag FROM asset_tag WHERE asset_id = "
    "a.id ORDER BY tag)), (SELECT group_concat(txt, char(31)) FROM (SELECT txt FROM prop WHERE asset_id = a.id AND txt "
    "IS NOT NULL AND num IS NULL ORDER BY key_id)) FROM asset a WHERE a.id = ?1";

Result<qint64> countStale(storage::Database &database)
{
    return database.read([](Connection &db) -> Result<qint64> {
        Statement row = db.prepare("SELECT count(*) FROM search_stale");
        row.step();
        return row.int64(0);
    });
}

/// SQLite compares the index with the texts, which is a write to it.
Result<bool> isIndexWhole(storage::Database &database)
{
    return database.write([](Transaction &transaction) -> Result<bool> {
        try {
            transaction.run("INSERT INTO search_index(search_index, rank) VALUES ('integrity-check', 1)");
            return true;
        } catch (const storage::SqlError &error) {
            if (error.toError().code == ErrorCode::DatabaseDamaged) {
                return false;
            }
            throw;
        }
    });
}

/// The assets after `after` whose text is not what it should be; moves `after` on, to 0 where there are no more.
Result<QStringList> wrongTexts(storage::Database &database, qint64 &after)
{
    return database.read([&after](Connection &db) -> Result<QStringList> {
        QStringList wrong;
        Statement row = db.prepare("SELECT a.id, t.text, a.file_name FROM asset a LEFT JOIN search_text t ON t.id = "
                                   "a.id WHERE a.id > ?1 AND a.id NOT IN (SELECT asset_id FROM search_stale) "
                                   "ORDER BY a.id LIMIT ?2");
        row.bindAll(after, textsPerRead);
        after = 0;
        while (row.step()) {
            after = row.int64(0);
            if (row.isNull(1) || searchTextOf(db, after) != row.text(1)) {
                wrong << row.text(2);
            }
        }
        return wrong;
    });
}

} // namespace

std::optional<QString> searchTextOf(Connection &db, qint64 assetId)
{
    Statement row = db.prepare(partsOfAsset);
    row.bindAll(assetId);
    if (!row.step()) {
        return std::nullopt;
    }
    QString text = foldedForSearch(row.text(0));
    for (int part = 1; part <= 3; ++part) {
        if (!row.isNull(part)) {
            text += searchSeparator + foldedForSearch(row.text(part));
        }
    }
    return text;
}

qint64 refreshSearchTexts(Transaction &transaction, qint64 most)
{
    std::vector<qint64> ids;
    Statement stale = transaction.prepare("SELECT asset_id FROM search_stale ORDER BY asset_id LIMIT ?1");
    stale.bindAll(most);
    while (stale.step()) {
        ids.push_back(stale.int64(0));
    }
    for (const qint64 id : ids) {
        if (const auto text = searchTextOf(transaction.db(), id)) {
            transaction.run("INSERT INTO search_text(id, text) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET text = "
                            "excluded.text WHERE text <> excluded.text",
                            id, *text);
        } else {
            transaction.run("DELETE FROM search_text WHERE id = ?1", id);
        }
        transaction.run("DELETE FROM search_stale WHERE asset_id = ?1", id);
    }
    return qint64(ids.size());
}

void refreshSearchTextsLater(Transaction &transaction, jobs::JobQueue &jobs)
{
    Statement row = transaction.prepare("SELECT 1 WHERE EXISTS (SELECT 1 FROM search_stale) AND NOT EXISTS (SELECT 1 "
                                        "FROM job WHERE kind = 'search' AND dedupe_key = 'all' AND state = 0)");
    if (!row.step()) {
        return;
    }
    jobs::JobSpec spec;
    spec.kind = QString::fromUtf16(searchKind);
    spec.dedupeKey = u"all"_s;
    spec.priority = jobs::priority::background;
    spec.notBefore = wallMs() + msUntilRefreshed;
    // Nobody's edit fails because searches stay slower.
    if (const auto queued = jobs.enqueue(transaction, spec); !queued) {
        qCWarning(logLibrary).noquote() << "texts for searches are not written:" << queued.error().forLog();
    }
}

Result<QStringList> searchProblems(storage::Database &database, const std::stop_token &stop)
{
    QStringList problems;
    const auto isWhole = isIndexWhole(database);
    if (!isWhole) {
        return failed(isWhole);
    }
    if (!*isWhole) {
        problems << u"the index for searches does not have what its texts have"_s;
    }
    qint64 after = 0;
    do {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Canceled);
        }
        const auto wrong = wrongTexts(database, after);
        if (!wrong) {
            return failed(wrong);
        }
        for (const QString &name : *wrong) {
            problems << u"searches do not know what “%1” says"_s.arg(name);
        }
    } while (after > 0 && problems.size() < mostNamed);
    return problems;
}

SearchTextJob::SearchTextJob(storage::Database &database)
    : m_database(database)
{
}

Result<jobs::Effect> SearchTextJob::run(const jobs::Job &, jobs::JobContext &context)
{
    const auto total = countStale(m_database);
    if (!total) {
        return failed(total);
    }
    for (qint64 done = 0;;) {
        if (context.shouldStop()) {
            return fail(ErrorCode::Canceled);
        }
        const auto refreshed = m_database.write(
            [](Transaction &transaction) -> Result<qint64> { return refreshSearchTexts(transaction, textsPerWrite); });
        if (!refreshed) {
            return failed(refreshed);
        }
        if (*refreshed == 0) {
            return jobs::Effect();
        }
        done += *refreshed;
        if (*total > textsPerWrite) {
            context.progress(std::min(done, *total), *total);
        }
    }
}

} // namespace kinframe::library
