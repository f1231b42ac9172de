// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/pixels.h"

#include <QByteArray>
#include <QByteArrayView>

#include <cstdio>

#include <csetjmp>
#include <functional>
#include <stop_token>
#include <vector>

#include <jpeglib.h>

namespace kinframe::media {

/// libjpeg without its way of failing: it leaves by a long jump, which must not pass objects with destructors, so every
/// function here that calls it holds none. Only for the .cpp files of this folder. One thread, one picture.
class JpegReader
{
public:
    enum class State { Good, EndedEarly, Corrupt, Unsupported, Canceled };
    /// Four inks per pixel in, blue, green and red out.
    using InkRow = std::function<void(const std::uint8_t *cmyk, std::uint8_t *bgr, int count)>;

    JpegReader(QByteArrayView bytes, std::stop_token stop);
    ~JpegReader();
    JpegReader(const JpegReader &) = delete;
    JpegReader &operator=(const JpegReader &) = delete;

    [[nodiscard]] bool readHeader();
    [[nodiscard]] Dimensions dimensions() const;
    [[nodiscard]] bool isCmyk() const;
    /// Adobe's programs write inks inverted, and their marker.
    [[nodiscard]] bool hasAdobeMarker() const;
    /// The profile in the file, or nothing.
    [[nodiscard]] QByteArray iccProfile();

    /// Chooses the strongest reduction that leaves at least `longSide` pixels (0: none); gives the size to decode into.
    [[nodiscard]] Dimensions reduceTo(int longSide);
    /// Into pixels of that size. False: see state().
    [[nodiscard]] bool decodeInto(Pixels &pixels, const InkRow &inkRow);

    [[nodiscard]] State state() const;
    /// What libjpeg says went wrong.
    [[nodiscard]] QString reason() const;

private:
    struct Errors : jpeg_error_mgr
    {
        std::jmp_buf jump;
        State state = State::Good;
        char reason[JMSG_LENGTH_MAX] = {};
    };
    struct Progress : jpeg_progress_mgr
    {
        std::stop_token stop;
    };

    [[noreturn]] static void leave(j_common_ptr common);
    static void noteWarning(j_common_ptr common, int level);
    static void watch(j_common_ptr common);
    bool readRows(Pixels &pixels, const InkRow &inkRow);

    QByteArrayView m_bytes;
    Errors m_errors;
    Progress m_progress;
    jpeg_decompress_struct m_jpeg{};
    std::vector<std::uint8_t> m_inks;
};

} // namespace kinframe::media
