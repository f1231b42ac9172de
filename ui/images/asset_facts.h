// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/asset.h"
#include "ui/base/services.h"

#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>
#include <vector>

namespace kinframe::ui {

/// Somebody in a photo.
struct PersonFact
{
    QUuid uuid;
    QString name; ///< empty: an unnamed group
};

/// All that is known of one photo, as it was read.
struct AssetFacts
{
    library::Asset asset;
    QString error;    ///< JSON of why it failed, or of what could not be done though it is done; empty: all is well
    QString file;     ///< where the original can be read now; empty: nowhere
    QString lastFile; ///< where it was at last
    QString liveFile; ///< of the moving half of a live photo
    bool isInPlace = false; ///< the original lies in a folder of the person's
    QString camera;
    QString lens;
    QString description;
    QString exposureTime; ///< `1/125`
    std::optional<double> fNumber;
    std::optional<double> iso;
    std::optional<double> focalLength;
    std::optional<double> latitude;
    std::optional<double> longitude;
    QStringList place; ///< city, state, country, as far as they are known
    QStringList tags;
    std::vector<PersonFact> people; ///< from left to right, each once
};

/// Nothing where the user has no such asset. On a thread that may wait.
[[nodiscard]] Result<std::optional<AssetFacts>> readAssetFacts(const Services &services, qint64 userId,
                                                               const QUuid &asset, const std::stop_token &stop);

} // namespace kinframe::ui
