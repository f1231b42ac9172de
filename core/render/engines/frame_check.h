// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QSize>
#include <QString>

#include <optional>
#include <stop_token>

namespace kinframe::render {

/// File systems keep whole seconds, some two, and clocks of file servers differ from ours: so much older (ms) than the
/// attempt a file of it may seem.
inline constexpr qint64 clockSlack = 5000;

struct FrameExpectation
{
    qint64 notBefore = 0; ///< ms since 1970, when the attempt began: older files were there already; 0: any
    std::optional<QSize> dimensions = {}; ///< none: any
    QString format = {};                  ///< as tasks name it: `png`, `exr`; empty, or one that we do not know: any
};

/// What a good frame is.
struct CheckedFrame
{
    qint64 bytes = 0;
    QSize dimensions;     ///< of OpenEXR, its display window; empty where the format is one that we cannot read
    QString mimeType;     ///< empty where unknown
    bool decoded = false; ///< every pixel was read; else the form of the file alone was looked at
};

/// Whether a file is a whole picture: new, not empty, by its first bytes of the format that was asked for, of the right
/// size, and it decodes. FileNotFound, FrameBad with the reason, Canceled, what reading may fail with. Decodes: for a
/// thread that may work.
[[nodiscard]] Result<CheckedFrame> checkFrame(const QString &path, const FrameExpectation &expected,
                                              std::stop_token stop = {});

} // namespace kinframe::render
