// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "transfer/checksum.h"
#include "transfer/http_message.h"

#include <QJsonObject>
#include <QString>
#include <QUrl>
#include <QUuid>

#include <optional>
#include <vector>

namespace kinframe::transfer {

// The numbers are those of the database.
enum class DownloadStatus {
    Enqueued = 0,
    Running = 1,
    WaitingToRetry = 2, ///< also where it waits for the network
    Paused = 3,
    Complete = 4,
    NotFound = 5,
    Failed = 6,
    Canceled = 7,
};
inline constexpr int downloadStatusCount = 8;

/// Not more than a few of each are fetched at once.
enum class DownloadGroup { Image = 0, Video = 1, LivePhoto = 2 };

/// Which half of a live photo it is.
enum class LiveHalf { None = 0, Image = 1, Video = 2 };

/// Why a task that could run waits, beyond its status.
enum class DownloadHold {
    None = 0,
    Network = 1,   ///< its server cannot be reached
    Disk = 2,      ///< there is no room; `error` says how much is missing
    SignIn = 3,    ///< its server wants a new sign-in; not stored with the task but with the server
    OtherHalf = 4, ///< it is here and waits for the other half of its live photo
    Schedule = 5,  ///< it is not the hour for it
};

/// As the API writes it: `waiting_to_retry`.
[[nodiscard]] QString nameOf(DownloadStatus status);
[[nodiscard]] std::optional<DownloadStatus> downloadStatusOf(const QString &name);
/// `group_image`.
[[nodiscard]] QString nameOf(DownloadGroup group);
[[nodiscard]] std::optional<DownloadGroup> downloadGroupOf(const QString &name);
/// `image`, `video`, or nothing.
[[nodiscard]] QString nameOf(LiveHalf half);

/// Whether nothing more happens to it by itself.
[[nodiscard]] bool isEnded(DownloadStatus status);

/// A file that somebody wants. A value.
struct NewDownload
{
    QUrl url;         ///< http or https, without user and password; empty where `server` and `assetId` say it
    QString server;   ///< the name of a remote library; empty: `url` stands for itself
    QString assetId;  ///< there
    QString filename; ///< as wished; empty: what the server says
    std::optional<DownloadGroup> group; ///< none: by the name and the metaData
    HttpHeaders headers;                ///< what of them may be a secret goes to the SecretStore
    bool updates = true;                ///< whether its progress is told as events
    /// `{"part": "image"|"video", "id": "asset-id"}` on the halves of a live photo; `"checksum"` of the file as base64
    /// SHA-1 or hex SHA-256 is taken from here too where `checksum` says nothing. `"to": "library"` adds this one to
    /// the library, whatever the settings say.
    QJsonObject metaData;
    std::optional<qint64> size; ///< bytes, where they are known
    Checksum checksum;
    QUuid user; ///< who asks; hears the events
};

/// A download as it stands. A value.
struct DownloadTask
{
    qint64 id = 0;  ///< of the row; grows with the age
    QString taskId; ///< what the world calls it
    QUuid user;
    DownloadStatus status = DownloadStatus::Enqueued;
    DownloadGroup group = DownloadGroup::Image;
    LiveHalf half = LiveHalf::None;
    QString pairId;  ///< the same for both halves of a live photo; empty: no half
    QString server;  ///< empty: of no remote library
    QString assetId; ///< there
    QUrl url;
    QString queue; ///< whose limits it shares: the server's name or the origin of the address
    QString filename;
    bool updates = true;
    QJsonObject metaData;
    Checksum checksum;
    qint64 bytesReceived = 0;
    qint64 totalBytes = -1; ///< -1: not known
    QString folder;         ///< the gallery that it goes to; empty until it begins
    QString filePath;       ///< where it lies; empty until it is complete
    /// Why it failed or waits. Of a complete one: why nothing was fetched.
    std::optional<Error> error;
    DownloadHold hold = DownloadHold::None;
    int attempts = 0;
    std::optional<qint64> retryAt; ///< ms since 1970
    qint64 createdAt = 0;          ///< ms since 1970
    qint64 updatedAt = 0;
    double bytesPerSecond = 0; ///< of a running one
};

} // namespace kinframe::transfer
