// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/pixels.h"

#include <QByteArrayView>

namespace kinframe::media {

/// What the blocks of a GIF file say without unpacking any picture.
struct GifStructure
{
    Dimensions canvas;
    int frames = 0;              ///< whole ones
    qsizetype firstFrameEnd = 0; ///< bytes up to the end of the first
    bool cutShort = false;       ///< the file ends within a block
    bool damaged = false;        ///< something that is no block stands where one should be
};

/// Safe with any bytes.
[[nodiscard]] GifStructure readGifStructure(QByteArrayView bytes);

} // namespace kinframe::media
