// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "media/decode.h"
#include "media/pixels.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace kinframe::media {

/// What a decoder of one format is given.
struct PictureSource
{
    QByteArrayView bytes; ///< the whole file
    QString path;         ///< for errors
    const DecodeOptions &options;
    bool isFile = false; ///< `path` has the same bytes, for libraries that want a file
};

/// What it gives back: not yet turned, scaled exactly or brought to sRGB.
struct DecodedStage
{
    Pixels pixels; ///< at least as large as the options ask for
    Dimensions original;
    QByteArray iccProfile; ///< empty: sRGB
    bool animated = false;
    bool upright = false; ///< the format's own orientation has been applied
};

[[nodiscard]] Failure truncated(const PictureSource &source, const QString &detail = {});
[[nodiscard]] Failure damaged(const PictureSource &source, const QString &reason);
[[nodiscard]] Failure unsupported(const PictureSource &source, const QString &what);
[[nodiscard]] Failure canceled(const PictureSource &source);

/// ImageTooLarge above the options' limit, FileDamaged for sizes that no picture has.
[[nodiscard]] Result<void> checkSize(const PictureSource &source, qint64 width, qint64 height);

} // namespace kinframe::media
