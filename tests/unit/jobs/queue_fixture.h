// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job_queue.h"
#include "jobs/progress.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <memory>

/// A library of its own on a disk, with a clock that the test holds.
class QueueFixture
{
public:
    QueueFixture() { open(); }

    void open()
    {
        using namespace Qt::StringLiterals;
        kinframe::storage::DatabaseOptions options;
        options.path = folder.filePath(u"library.db"_s);
        database = std::move(*kinframe::storage::Database::open(options));
        const auto made = database->write([](kinframe::storage::Transaction &tx) -> kinframe::Result<void> {
            tx.run("CREATE TABLE IF NOT EXISTS outcome(id INTEGER PRIMARY KEY, text TEXT)");
            return {};
        });
        Q_ASSERT(made);
    }

    [[nodiscard]] kinframe::jobs::JobQueueOptions options()
    {
        kinframe::jobs::JobQueueOptions options;
        options.clock = [this] { return now.load(); };
        options.jitter = [] { return 0.5; };
        options.progress = &progress;
        return options;
    }

    [[nodiscard]] std::vector<QString> outcomes()
    {
        return *database->read([](kinframe::storage::Connection &db) -> kinframe::Result<std::vector<QString>> {
            std::vector<QString> texts;
            auto rows = db.prepare("SELECT text FROM outcome ORDER BY id");
            while (rows.step()) {
                texts.push_back(rows.text(0));
            }
            return texts;
        });
    }

    [[nodiscard]] static kinframe::jobs::Effect write(const QString &text)
    {
        return [text](kinframe::storage::Transaction &tx) -> kinframe::Result<void> {
            tx.run("INSERT INTO outcome(text) VALUES (?1)", text);
            return {};
        };
    }

    [[nodiscard]] std::vector<kinframe::jobs::Job> rows(kinframe::jobs::JobQueue &queue) { return *queue.list({}); }

    QTemporaryDir folder;
    std::unique_ptr<kinframe::storage::Database> database;
    kinframe::EventBus events;
    kinframe::ProgressRegistry progress{events};
    std::atomic<qint64> now = 1'000'000;
};
