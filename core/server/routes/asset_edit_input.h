// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/asset.h"
#include "library/metadata_rules.h"
#include "library/visibility.h"

#include <QJsonObject>
#include <QTimeZone>

#include <optional>

namespace kinframe::server {

/// What the body of `PUT /assets` or of `PUT /assets/{id}` changes; all else in it is left.
struct AssetEditInput
{
    /// InvalidArgument for a value that does not fit, also for what this library cannot do, such as locked photos.
    [[nodiscard]] static Result<AssetEditInput> from(const QJsonObject &body);

    /// The edit for one asset: times may be said in relation to what it has.
    [[nodiscard]] library::MetadataEdit editOf(const library::Asset &asset) const;

    library::MetadataEdit values;
    std::optional<library::Visibility> visibility;
    std::optional<std::optional<QUuid>> liveVideo; ///< none of its own where the inner one is empty
    std::optional<qint64> shiftMs;                 ///< of the capture time
    std::optional<QTimeZone> zone;                 ///< that the capture time is shown in from now on; the moment stays
};

} // namespace kinframe::server
