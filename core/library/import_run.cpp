// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/import_run.h"

#include "base/clock.h"
#include "base/error_json.h"
#include "base/ids.h"
#include "jobs/job_queue.h"
#include "library/import_job.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kinframe::library {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;
using storage::Transaction;

QString toJson(const QStringList &paths)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(paths)).toJson(QJsonDocument::Compact));
}

QStringList fromJson(const QString &json)
{
    QStringList paths;
    for (const QJsonValue path : QJsonDocument::fromJson(json.toUtf8()).array()) {
        paths << path.toString();
    }
    return paths;
}

Failure notFound(const QUuid &uuid)
{
    return fail(ErrorCode::NotFound, {{u"what"_s, u"import"_s}, {u"id"_s, toText(uuid)}});
}

} // namespace

Result<ImportRun> startImport(const Services &services, const Owner &owner, const QStringList &paths,
                              Importer::Placement placement)
{
    if (paths.isEmpty()) {
        return fail(ErrorCode::MissingField, {{u"field"_s, u"paths"_s}, {u"expected"_s, u"files and folders"_s}});
    }
    return services.database.write([&](Transaction &transaction) -> Result<ImportRun> {
        ImportRun run;
        run.uuid = newUuid();
        run.ownerId = owner.userId;
        run.paths = paths;
        run.placement = placement;
        run.startedAt = wallMs();
        transaction.run("INSERT INTO import_run(uuid, owner_id, paths, is_in_place, state, started_at) "
                        "VALUES (?1, ?2, ?3, ?4, 0, ?5)",
                        run.uuid, run.ownerId, toJson(paths), placement == Importer::Placement::InPlace, run.startedAt);
        run.id = transaction.db().lastInsertId();
        jobs::JobSpec spec;
        spec.kind = QString::fromUtf16(importKind);
        spec.userId = owner.userId;
        spec.subject = run.uuid;
        spec.dedupeKey = toText(run.uuid);
        if (auto queued = services.jobs.enqueue(transaction, spec); !queued) {
            return failed(queued);
        }
        return run;
    });
}

Result<ImportRun> findImport(storage::Database &database, qint64 ownerId, const QUuid &uuid)
{
    return database.read([&](Connection &db) -> Result<ImportRun> {
        Statement statement = db.prepare("SELECT id, paths, is_in_place, state, found, added, duplicates, failed, "
                                         "started_at, finished_at FROM import_run WHERE uuid = ?1 AND owner_id = ?2");
        statement.bindAll(uuid, ownerId);
        if (!statement.step()) {
            return notFound(uuid);
        }
        ImportRun run;
        run.id = statement.int64(0);
        run.uuid = uuid;
        run.ownerId = ownerId;
        run.paths = fromJson(statement.text(1));
        run.placement = statement.boolean(2) ? Importer::Placement::InPlace : Importer::Placement::Copy;
        run.state = ImportState(statement.integer(3));
        run.found = statement.int64(4);
        run.added = statement.int64(5);
        run.duplicates = statement.int64(6);
        run.failed = statement.int64(7);
        run.startedAt = statement.int64(8);
        run.finishedAt = statement.optionalInt64(9);
        return run;
    });
}

std::optional<Error> holdOf(const Services &services, const ImportRun &run)
{
    return run.state == ImportState::Running ? services.jobs.holdOf(QString::fromUtf16(importKind)) : std::nullopt;
}

Result<std::vector<ImportFailure>> importFailures(storage::Database &database, qint64 runId, const QString &afterPath,
                                                  int limit)
{
    return database.read([&](Connection &db) -> Result<std::vector<ImportFailure>> {
        std::vector<ImportFailure> failures;
        Statement statement = db.prepare("SELECT path, error FROM import_failure WHERE run_id = ?1 AND "
                                         "(path > ?2 OR (?2 = '' AND path = '')) ORDER BY path LIMIT ?3");
        statement.bindAll(runId, afterPath, limit);
        while (statement.step()) {
            failures.push_back({statement.text(0), errorFromJsonText(statement.text(1))});
        }
        return failures;
    });
}

Result<void> cancelImport(const Services &services, qint64 ownerId, const QUuid &uuid)
{
    auto run = findImport(services.database, ownerId, uuid);
    if (!run) {
        return failed(run);
    }
    auto jobs = services.jobs.list({QString::fromUtf16(importKind), {}, uuid, 0, 1});
    if (!jobs) {
        return failed(jobs);
    }
    if (jobs->empty()) {
        return notFound(uuid);
    }
    return services.jobs.cancel(jobs->front().id);
}

} // namespace kinframe::library
