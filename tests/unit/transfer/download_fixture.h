// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fault_server.h"
#include "transfer/file_download.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace kinframe::test {

using transfer::FileDownload;

inline QByteArray sha256Of(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// What every download test needs: a server, a downloader, a folder, retries without waiting.
struct DownloadFixture
{
    FaultServer server;
    transfer::HttpClient client;
    transfer::FileDownloader downloader{client};
    QTemporaryDir folder;

    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("file.bin")); }

    [[nodiscard]] FileDownload of(const std::vector<QByteArray> &paths, const QByteArray &checked = {}) const
    {
        FileDownload what;
        for (const QByteArray &each : paths) {
            what.urls.push_back(server.url(each));
        }
        what.path = path();
        if (!checked.isNull()) {
            what.checksum = transfer::Checksum::sha256(sha256Of(checked));
        }
        what.retry.firstDelay = std::chrono::milliseconds(2);
        what.stallTimeout = std::chrono::seconds(1);
        return what;
    }

    [[nodiscard]] Result<transfer::DownloadedFile> run(FileDownload what)
    {
        return downloader.start(std::move(what)).get();
    }

    [[nodiscard]] QByteArray written() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// The names in the folder, to see that nothing is left behind.
    [[nodiscard]] QStringList names() const
    {
        return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
};

} // namespace kinframe::test
