// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>
#include <QUuid>

#include <optional>

namespace kinframe::faces {

/// What a person changes about someone; what is absent stays.
struct PersonEdit
{
    std::optional<QString> name = {};      ///< at most 200 characters; empty: the group has no name again
    std::optional<QString> birthDate = {}; ///< `YYYY-MM-DD`, not in the future; empty: none
    std::optional<bool> isHidden = {};
    std::optional<bool> isFavorite = {};
    std::optional<QString> color = {};    ///< `#RRGGBB`; empty: none
    std::optional<QUuid> coverFace = {};  ///< one of the person's faces
    std::optional<QUuid> coverAsset = {}; ///< or an asset with one
};

/// InvalidArgument names the field that is wrong.
[[nodiscard]] Result<void> checkEdit(const PersonEdit &edit);

/// The one word for the history of what an edit does.
[[nodiscard]] QString kindOfEdit(const PersonEdit &edit);

} // namespace kinframe::faces
