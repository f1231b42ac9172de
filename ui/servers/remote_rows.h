// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/remote/remote_asset.h"
#include "ui/base/sectioned_model.h"

#include <QString>
#include <QUuid>

#include <vector>

namespace kinframe::ui {

/// What the grid keeps of each photo of another library: there may be a hundred thousand. A value.
struct RemoteRow
{
    QUuid id;
    qint64 takenAt = 0; ///< ms since 1970, UTC
    qint32 day = 0;     ///< Julian, where this computer is
    float aspect = 1;   ///< width divided by height
    qint32 durationMs = 0;
    bool isVideo = false;
    bool isLive = false;
    bool isHere = false;
    bool isFavorite = false;
    QString fileName;

    friend bool operator==(const RemoteRow &, const RemoteRow &) = default;
};

/// Takes the time of a time zone to find: not for the GUI thread where they are many.
[[nodiscard]] RemoteRow rowOf(const transfer::RemoteAsset &asset);
/// Under headings of days, as the rows follow each other.
[[nodiscard]] std::vector<Section> sectionsOf(const std::vector<RemoteRow> &rows);
[[nodiscard]] QString durationText(qint32 ms); ///< "1:05"

} // namespace kinframe::ui
