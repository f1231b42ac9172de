// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/events.h"
#include "jobs/job_queue.h"
#include "library/asset.h"
#include "library/change_feed.h"
#include "library/importer.h"
#include "library/picture_analyser.h"
#include "library/services.h"
#include "storage/blob_store.h"
#include "storage/database.h"

#include <QTemporaryDir>

#include <any>
#include <memory>
#include <optional>

namespace kinframe::test {

/// A library in a folder of its own with two users, whose jobs wait until the test does them.
class LibraryFixture
{
public:
    /// `clock` is the database's wall clock.
    explicit LibraryFixture(Clock clock = wallMs);
    ~LibraryFixture();

    [[nodiscard]] QString path(const QString &name) const { return folder.filePath(name); }
    /// A small JPEG of one colour; another `shade` gives other bytes.
    [[nodiscard]] static QByteArray jpeg(int shade, int width = 64, int height = 48);
    /// Writes a file below `photos/`; gives its path.
    QString write(const QString &name, const QByteArray &bytes);
    QString writeJpeg(const QString &name, int shade) { return write(name, jpeg(shade)); }

    [[nodiscard]] Result<library::Registered> add(const QString &file, library::Importer::Placement placement);
    [[nodiscard]] Result<library::Registered> addFor(const library::Owner &owner, const QString &file,
                                                     library::Importer::Placement placement);
    /// As an upload does it.
    [[nodiscard]] Result<library::Registered> upload(const QByteArray &bytes,
                                                     const QString &name = QStringLiteral("a.jpg"));
    [[nodiscard]] std::optional<library::Asset> asset(const QUuid &uuid, qint64 userId = 0);

    /// Does the process job of an asset, and its effect. What the handler or the effect fails with.
    [[nodiscard]] Result<void> process(const library::Registered &registered,
                                       library::PictureAnalyser *analyser = nullptr, qint64 userId = 0);

    template <typename Work>
    auto change(Work work)
    {
        return database->write(std::move(work));
    }
    /// The first column of the first row; -1 where there is none.
    template <typename... Values>
    qint64 number(const char *sql, const Values &...values)
    {
        return *database->read([&](storage::Connection &db) -> Result<qint64> {
            storage::Statement row = db.prepare(sql);
            row.bindAll(values...);
            return row.step() ? row.int64(0) : -1;
        });
    }
    template <typename... Values>
    Result<void> run(const char *sql, const Values &...values)
    {
        return database->write([&](storage::Transaction &transaction) -> Result<void> {
            transaction.run(sql, values...);
            return {};
        });
    }
    [[nodiscard]] qint64 stampOf(const QUuid &asset)
    {
        return number("SELECT updated_at FROM asset WHERE uuid = ?1", asset);
    }

    QTemporaryDir folder;
    EventBus events;
    std::unique_ptr<storage::Database> database;
    std::unique_ptr<storage::BlobStore> blobs;
    std::unique_ptr<jobs::JobQueue> jobs;
    library::ChangeFeed changes{events};
    std::optional<library::Services> services;
    library::Owner owner; ///< of the computer's library
    library::Owner guest; ///< another user
};

} // namespace kinframe::test
