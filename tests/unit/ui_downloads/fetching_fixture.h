// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fault_server.h"
#include "transfer/downloads/downloads.h"
#include "unit/transfer_downloads/downloads_fixture.h"
#include "window_fixture.h"

namespace kinframe::test {

/// A library that fetches files from a server that answers as scripted, as the window's objects see it.
class FetchingFixture : public WindowFixture
{
public:
    FetchingFixture();
    ~FetchingFixture();

    [[nodiscard]] QString gallery() const { return path(QStringLiteral("gallery")); }
    [[nodiscard]] transfer::NewDownload wanted(const QString &name) const;
    /// The halves of a live photo.
    [[nodiscard]] std::vector<transfer::NewDownload> live(const QString &name) const;
    /// So many that nothing begins with.
    void addMany(int count);
    /// Before anything was begun: changes the row, and tells of it.
    void setStatus(const QString &taskId, transfer::DownloadStatus status, const QString &more = {});
    void tell(const QString &type, const QString &taskId, const QJsonObject &more = {});

    FaultServer server;
    MadeSecrets secrets;
    std::unique_ptr<transfer::Downloads> downloads;
};

} // namespace kinframe::test
