// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "faces/person_edit.h"

#include <QJsonObject>

namespace kinframe::server {

/// `PersonUpdateDto`, with `coverFaceId` besides. InvalidArgument where a field is of a wrong type.
[[nodiscard]] Result<faces::PersonEdit> personEditFrom(const QJsonObject &body);
[[nodiscard]] bool isEmpty(const faces::PersonEdit &edit);

} // namespace kinframe::server
