// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "include_arrows.h"

/// Includes of libraries where they do not belong: windows in core, and headers of heavy libraries in headers of ours
/// that other parts include.
[[nodiscard]] QList<Breach> libraryBreaches(const QList<Include> &includes);

/// Targets of core that link what draws windows.
[[nodiscard]] QList<Breach> linkBreaches(const QString &root);
