// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QSize>
#include <QString>

#include <optional>

namespace kinframe::render {

/// What the first bytes of a picture say that the library does not show, but renderers write.
struct PictureForm
{
    QString mimeType;
    QSize dimensions;     ///< empty where they are not in the first bytes
    qint64 leastSize = 1; ///< bytes that a whole file has at least
};

/// Targa, Radiance HDR, DPX, Cineon, Maya IFF, Photoshop, JPEG 2000, by their first bytes (give 1024); nothing for
/// others.
[[nodiscard]] std::optional<PictureForm> readPictureForm(QByteArrayView start, const QString &suffix);

} // namespace kinframe::render
