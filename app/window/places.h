// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QUrl>

namespace kinframe::app {

/// The places of the window, in the order of the rail: each the file of a Place. A new page is one more line here.
[[nodiscard]] QList<QUrl> places();

/// The file that shows photos one at a time over everything else; see ViewerHost.
[[nodiscard]] QUrl viewer();

} // namespace kinframe::app
