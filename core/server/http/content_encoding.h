// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace kinframe::http {

/// Whether Accept-Encoding (empty where absent) prefers gzip at least as much as plain bytes.
[[nodiscard]] bool acceptsGzip(QByteArrayView acceptEncoding);
/// Whether bytes of this Content-Type get smaller: text, JSON, XML, SVG; not pictures, videos or archives.
[[nodiscard]] bool isCompressible(QByteArrayView contentType);

} // namespace kinframe::http
