// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace kinframe::server {

/// The description as one page to read: every call with its parameters, fields and answers. Without scripts.
[[nodiscard]] QByteArray docsPage(const QJsonObject &description);
/// The Content-Security-Policy under which the page works: its own style, and nothing else.
[[nodiscard]] QByteArray docsPolicy();

} // namespace kinframe::server
