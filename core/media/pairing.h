// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace kinframe::media {

struct FileType;

/// The content identifier out of Apple's maker note (Exif tag MakerNote, as stored), which a live photo's picture and
/// video share. Safe with any bytes.
[[nodiscard]] std::optional<QString> appleContentIdentifier(QByteArrayView makerNote);

/// A content identifier as it is compared: a UUID in upper case; nothing for anything else.
[[nodiscard]] std::optional<QString> normalContentIdentifier(QStringView text);

/// The content identifier of a picture or video; nothing where it is no half of a live photo. Fails as readMetadata.
[[nodiscard]] Result<std::optional<QString>> contentIdentifier(const QString &path, const FileType &type);

/// One file that may be half of a live photo.
struct LiveHalf
{
    QString key;   ///< whatever the caller finds it by
    QString owner; ///< halves of different owners never meet
    QString contentIdentifier;
    QString fileName; ///< decides only between several pictures with one identifier
    bool isVideo = false;
};

struct LivePair
{
    QString image; ///< keys
    QString video;

    friend bool operator==(const LivePair &, const LivePair &) = default;
};

/// Which pictures and videos are one live photo: those of one owner with the same identifier, each in one pair at most.
/// Where an edited copy shares the identifier, the picture named like the video wins, then the first one given.
[[nodiscard]] std::vector<LivePair> pairLive(std::span<const LiveHalf> halves);

} // namespace kinframe::media
