// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "albums/album_sharing.h"

#include <QJsonObject>

#include <vector>

namespace kinframe::server {

/// `role` of the body: editor or viewer; editor where it says nothing. InvalidArgument.
[[nodiscard]] Result<albums::AlbumRole> roleIn(const QJsonObject &body);
/// `albumUsers` of the body: a list of `{userId, role}`. InvalidArgument, MissingField.
[[nodiscard]] Result<std::vector<albums::NewMember>> membersIn(const QJsonObject &body);

} // namespace kinframe::server
