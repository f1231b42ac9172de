// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/services.h"

namespace kinframe::server {

using ApiServices = kinframe::Services;

} // namespace kinframe::server
