// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/pixels.h"

#include <QByteArray>

namespace kinframe::media {

/// Brings pixels of the profile's colours to sRGB, in place; they must not be shared. A profile that is as good as
/// sRGB, that is broken or that describes another kind of picture changes nothing. Profiles of gray pictures take their
/// gray from the pixels' equal channels. Transforms are kept per thread: from any thread.
void convertToSrgb(Pixels &pixels, const QByteArray &iccProfile);

/// Rows of ink to rows of sRGB, through the profile where there is a good one, else by the plain formula.
class CmykToSrgb
{
public:
    enum class Inks { AsWritten, Inverted };

    /// Adobe's programs write CMYK JPEG with 255 for no ink, which is called inverted here.
    CmykToSrgb(const QByteArray &iccProfile, Inks inks);

    /// `count` pixels of four bytes into as many of three, blue first. In the thread that made this object.
    void convert(const std::uint8_t *cmyk, std::uint8_t *bgr, int count) const;

private:
    void *m_transform;
    Inks m_inks;
};

/// A small profile with Display P3's primaries, for files that name their colours by numbers.
[[nodiscard]] QByteArray displayP3Profile();

} // namespace kinframe::media
