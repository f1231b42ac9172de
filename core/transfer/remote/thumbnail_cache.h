// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <mutex>
#include <optional>

namespace kinframe::transfer {

/// Pictures of other servers as files in a folder, at most so many bytes of them: those that were not looked at for the
/// longest go. Any thread.
class ThumbnailCache
{
public:
    /// The folder is made with the first picture.
    ThumbnailCache(QString folder, qint64 mostBytes);

    [[nodiscard]] std::optional<QByteArray> find(qint64 serverId, const QString &name);
    /// What cannot be written is not kept; nothing else happens.
    void keep(qint64 serverId, const QString &name, const QByteArray &bytes);
    void removeServer(qint64 serverId);

private:
    [[nodiscard]] QString pathOf(qint64 serverId, const QString &name) const;
    void makeRoom();

    const QString m_folder;
    const qint64 m_most;
    std::mutex m_mutex;
    std::optional<qint64> m_bytes; ///< none: not counted yet
};

} // namespace kinframe::transfer
