// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "jobs/job_queue.h"
#include "storage/database.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <stop_token>

namespace kinframe::library {

/// The text that a search looks for words in: an asset's name, model, tags and texts, folded. Nothing where there is no
/// such asset. Throws SqlError.
[[nodiscard]] std::optional<QString> searchTextOf(storage::Connection &db, qint64 assetId);

/// Writes the texts of some assets anew whose metadata has changed since, `most` of them; gives how many. The triggers
/// of the schema note which. Throws SqlError.
qint64 refreshSearchTexts(storage::Transaction &transaction, qint64 most);

/// Has the job below do that soon, where anything has changed in this write. Throws SqlError.
void refreshSearchTextsLater(storage::Transaction &transaction, jobs::JobQueue &jobs);

/// What is wrong with the texts and their index; empty where all is well. Reads every asset. Holds up writes for as
/// long as SQLite looks through the index.
[[nodiscard]] Result<QStringList> searchProblems(storage::Database &database, const std::stop_token &stop);

/// The kind of job that writes them anew.
inline constexpr char16_t searchKind[] = u"search";

/// Goes on until none is left, some in each write. Searches are right meanwhile, only slower.
class SearchTextJob
{
public:
    explicit SearchTextJob(storage::Database &database);

    [[nodiscard]] Result<jobs::Effect> run(const jobs::Job &job, jobs::JobContext &context);

private:
    storage::Database &m_database;
};

} // namespace kinframe::library
