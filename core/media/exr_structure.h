// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace kinframe::media {

/// What the header and the table of offsets of an OpenEXR file say, without unpacking anything.
struct ExrStructure
{
    enum class State { Good, CutShort, Damaged };

    State state = State::Good;
    qint64 width = 0; ///< of the data window of the first part
    qint64 height = 0;
};

/// CutShort too for a frame that its renderer has not finished. Safe with any bytes.
[[nodiscard]] ExrStructure readExrStructure(QByteArrayView bytes);

} // namespace kinframe::media
