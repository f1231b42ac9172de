// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/recognition.h"

#include "faces/face_jobs.h"
#include "library/process_job.h"
#include "storage/database.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kinframe::faces {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;
using storage::Transaction;

constexpr int assetsAtOnce = 500;

struct AssetKey
{
    qint64 id;
    qint64 ownerId;
    QUuid uuid;
};

} // namespace

Recognition::Recognition(const library::Services &services, Finder find)
    : m_services(services)
    , m_find(std::move(find))
{
}

Result<ModelFiles> Recognition::models()
{
    const std::scoped_lock lock(m_mutex);
    if (m_files) {
        return *m_files;
    }
    auto name = chosen();
    if (!name) {
        return failed(name);
    }
    auto files = m_find(*name);
    if (files) {
        m_files = *files;
    }
    return files;
}

void Recognition::modelsChanged()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_files.reset();
    }
    m_services.jobs.liftHold(QString::fromUtf16(facesKind));
    m_services.jobs.liftHold(QString::fromUtf16(clusterKind));
}

Result<QString> Recognition::chosen()
{
    return m_services.database.read([](Connection &db) -> Result<QString> {
        Statement statement = db.prepare("SELECT json_extract(value, '$.name') FROM setting WHERE key = 'recogniser'");
        return statement.step() ? statement.text(0) : QString();
    });
}

Result<void> Recognition::choose(const QString &recogniser)
{
    if (auto files = m_find(recogniser); !files) {
        return failed(files);
    }
    const QJsonObject value{{u"name"_s, recogniser}};
    const QString json = QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact));
    auto written = m_services.database.write([&](Transaction &transaction) -> Result<void> {
        transaction.run("INSERT INTO setting(key, value) VALUES ('recogniser', ?1) "
                        "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                        json);
        return {};
    });
    if (!written) {
        return written;
    }
    modelsChanged();
    auto begun = runAgain(0);
    return begun ? Result<void>{} : Result<void>(failed(begun));
}

Result<qint64> Recognition::runAgain(qint64 userId, const std::stop_token &stop)
{
    qint64 count = 0;
    qint64 after = 0;
    while (!stop.stop_requested()) {
        auto page = m_services.database.write([&](Transaction &transaction) -> Result<qint64> {
            Statement statement = transaction.prepare(
                "SELECT id, owner_id, uuid FROM asset WHERE id > ?1 AND (?2 = 0 OR owner_id = ?2) AND is_ready = 1 AND "
                "is_hidden = 0 ORDER BY id LIMIT ?3");
            statement.bindAll(after, userId, assetsAtOnce);
            std::vector<AssetKey> keys;
            while (statement.step()) {
                keys.push_back({statement.int64(0), statement.int64(1), statement.uuid(2)});
            }
            for (const AssetKey &key : keys) {
                if (auto queued = enqueueFaces(transaction, m_services.jobs, key.ownerId, key.uuid); !queued) {
                    return failed(queued);
                }
            }
            after = keys.empty() ? after : keys.back().id;
            return qint64(keys.size());
        });
        if (!page) {
            return page;
        }
        count += *page;
        if (*page < assetsAtOnce) {
            return count;
        }
    }
    return fail(ErrorCode::Canceled);
}

} // namespace kinframe::faces
