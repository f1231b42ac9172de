// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"
#include "support/client_fixture.h"
#include "support/fault_server.h"
#include "support/patience.h"
#include "transfer/downloads/downloads.h"
#include "transfer/file_download.h"
#include "transfer/secrets/secret_store.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <map>
#include <mutex>

namespace kinframe::test {

using transfer::DownloadStatus;
using transfer::DownloadTask;
using transfer::NewDownload;

/// Secrets in memory, to be looked into.
class MadeSecrets : public transfer::SecretStore
{
public:
    using SecretStore::place;
    using SecretStore::read;
    using SecretStore::remove;
    using SecretStore::write;

    void read(const QString &name, Read done) override
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_secrets.find(name);
        done(found == m_secrets.end() ? std::optional<QByteArray>() : std::optional(found->second));
    }
    void write(const QString &name, const QByteArray &secret, Done done) override
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_secrets[name] = secret;
        }
        done({});
    }
    void remove(const QString &name, Done done) override
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_secrets.erase(name);
        }
        done({});
    }
    void place(std::function<void(Result<transfer::SecretPlace>)> done) override { done(transfer::SecretPlace()); }

    [[nodiscard]] size_t count() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_secrets.size();
    }

private:
    mutable std::mutex m_mutex;
    std::map<QString, QByteArray> m_secrets;
};

/// Downloads over a database and a gallery in a folder of their own, and a server that answers as scripted.
class DownloadsFixture
{
public:
    DownloadsFixture()
    {
        withoutProxies();
        setup.retry.firstDelay = std::chrono::milliseconds(5);
        setup.retry.longestDelay = std::chrono::milliseconds(20);
        setup.probe = std::chrono::milliseconds(50);
        setup.longestProbe = std::chrono::milliseconds(100);
        setup.diskCheck = std::chrono::milliseconds(20);
        setup.stallTimeout = std::chrono::seconds(1);
        setup.spareBytes = 0;
        database = *storage::Database::open({folder.filePath(QStringLiteral("library.db")), {}, wallMs});
        subscription = events.subscribe([this](const Event &event) {
            const std::scoped_lock lock(eventMutex);
            told.push_back(event);
        });
        open();
        auto settings = *downloads->settings();
        settings.folder = gallery();
        (void)downloads->setSettings(settings);
    }

    /// Until then nothing runs.
    void start() { downloads->start(); }
    void open()
    {
        transfer::Downloads::Parts parts{*database, events, downloader, &secrets};
        parts.join = join;
        parts.alreadyHere = alreadyHere;
        parts.limitSpeed = [this](qint64 bytesPerSecond) {
            speed = bytesPerSecond;
            client.setDownloadLimit(bytesPerSecond);
        };
        downloads = std::make_unique<transfer::Downloads>(std::move(parts), setup);
    }
    /// As the next start of the program.
    void reopen()
    {
        downloads.reset();
        open();
    }

    [[nodiscard]] QString gallery() const { return folder.filePath(QStringLiteral("gallery")); }
    /// Below the gallery, also hidden ones.
    [[nodiscard]] QStringList files() const
    {
        return QDir(gallery()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    [[nodiscard]] QStringList arrivals() const
    {
        return QDir(gallery() + QStringLiteral("/.kinframe-downloads")).entryList(QDir::Files, QDir::Name);
    }
    [[nodiscard]] QByteArray bytesOf(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    [[nodiscard]] NewDownload wanted(const QByteArray &path, const QString &filename) const
    {
        NewDownload one;
        one.url = server.url(path);
        one.filename = filename;
        return one;
    }
    QString add(const NewDownload &one) { return downloads->add({one}).value().front().taskId; }
    [[nodiscard]] DownloadTask task(const QString &taskId) { return downloads->find(taskId).value_or(DownloadTask()); }
    [[nodiscard]] bool waitFor(const QString &taskId, DownloadStatus status)
    {
        return QTest::qWaitFor([&] { return task(taskId).status == status; }, tests::patienceMs);
    }
    [[nodiscard]] int eventsOf(const QString &type)
    {
        const std::scoped_lock lock(eventMutex);
        return int(std::count_if(told.begin(), told.end(), [&](const Event &event) { return event.type == type; }));
    }
    /// All of the rows as text, to see what they hold.
    [[nodiscard]] QString rowsAsText()
    {
        return *database->read([](storage::Connection &db) -> Result<QString> {
            storage::Statement rows = db.prepare("SELECT url || headers || meta || coalesce(error, '') FROM download");
            QString text;
            while (rows.step()) {
                text += rows.text(0);
            }
            return text;
        });
    }

    QTemporaryDir folder;
    FaultServer server;
    EventBus events;
    std::mutex eventMutex;
    std::vector<Event> told;
    std::unique_ptr<EventBus::Subscription> subscription;
    std::unique_ptr<storage::Database> database;
    transfer::HttpClient client;
    transfer::FileDownloader downloader{client};
    MadeSecrets secrets;
    std::atomic<qint64> speed = -1;
    transfer::DownloadsSetup setup;
    std::function<void(storage::Transaction &, const DownloadTask &)> join;
    std::function<std::optional<QString>(const transfer::Checksum &)> alreadyHere;
    std::unique_ptr<transfer::Downloads> downloads;
};

inline QByteArray sha1Of(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1);
}

} // namespace kinframe::test
