// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/writeback.h"

#include "base/ids.h"
#include "base/log.h"
#include "library/settings.h"

namespace kinframe::library {
namespace {

using namespace Qt::StringLiterals;
using storage::Statement;
using storage::Transaction;

void enqueue(Transaction &transaction, jobs::JobQueue &jobs, const jobs::JobSpec &spec)
{
    // Nobody's edit fails because it is not written elsewhere too.
    if (const auto queued = jobs.enqueue(transaction, spec); !queued) {
        qCWarning(logLibrary).noquote() << "not written back:" << queued.error().forLog();
    }
}

} // namespace

void writeBackLater(Transaction &transaction, jobs::JobQueue &jobs, std::span<const qint64> assetIds)
{
    if (!assetIds.empty() && Settings::isOn(transaction.db(), setting::writeBackSidecars)) {
        readSidecarsLater(transaction, jobs, assetIds);
    }
}

void writeEverythingBackLater(Transaction &transaction, jobs::JobQueue &jobs)
{
    jobs::JobSpec spec;
    spec.kind = QString::fromUtf16(writeBackKind);
    spec.priority = jobs::priority::background;
    spec.dedupeKey = u"all"_s;
    enqueue(transaction, jobs, spec);
}

void readSidecarsLater(Transaction &transaction, jobs::JobQueue &jobs, std::span<const qint64> assetIds)
{
    for (const qint64 id : assetIds) {
        Statement statement = transaction.prepare("SELECT uuid, owner_id FROM asset WHERE id = ?1 AND is_hidden = 0");
        statement.bindAll(id);
        if (!statement.step()) {
            continue;
        }
        jobs::JobSpec spec;
        spec.kind = QString::fromUtf16(writeBackKind);
        spec.subject = statement.uuid(0);
        spec.userId = statement.int64(1);
        spec.priority = jobs::priority::background;
        spec.dedupeKey = QString::number(*spec.userId) + u':' + toText(spec.subject);
        enqueue(transaction, jobs, spec);
    }
}

} // namespace kinframe::library
