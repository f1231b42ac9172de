// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QSize>

#include <optional>

namespace kinframe::render {

/// What renderers put into OpenEXR files beyond the picture that is shown: layers, parts, deep pixels.
struct ExrForm
{
    bool hasColours = false; ///< the first part has R, G, B or Y of its own, so that it can be decoded as a picture
    bool isDeep = false;
    QSize window;        ///< the picture as it was asked for; its pixels may be fewer (cropped) or more (overscan)
    bool isWhole = true; ///< of files of several parts, every block lies in the file; of others this is not looked at
};

/// Nothing where the headers are cut short or none. `bytes` is the whole file; safe with any.
[[nodiscard]] std::optional<ExrForm> readExrForm(QByteArrayView bytes);

} // namespace kinframe::render
