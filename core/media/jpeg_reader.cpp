// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/jpeg_reader.h"

#include <QString>

#include <algorithm>
#include <cstdlib>

#include <jerror.h>

namespace kinframe::media {
namespace {

/// Progressive files have a dozen scans; thousands of tiny ones would keep the decoder busy for hours.
constexpr int scanLimit = 200;

} // namespace

JpegReader::JpegReader(QByteArrayView bytes, std::stop_token stop)
    : m_bytes(bytes)
{
    m_jpeg.err = jpeg_std_error(&m_errors);
    m_errors.error_exit = leave;
    m_errors.emit_message = noteWarning;
    m_progress.progress_monitor = watch;
    m_progress.stop = std::move(stop);
}

JpegReader::~JpegReader()
{
    jpeg_destroy_decompress(&m_jpeg);
}

void JpegReader::leave(j_common_ptr common)
{
    auto &errors = static_cast<Errors &>(*common->err);
    errors.format_message(common, errors.reason);
    if (errors.state == State::Good) {
        switch (errors.msg_code) {
        case JERR_INPUT_EOF:
        case JERR_INPUT_EMPTY:
            errors.state = State::EndedEarly;
            break;
        case JERR_SOF_UNSUPPORTED:
        case JERR_BAD_PRECISION:
        case JERR_CONVERSION_NOTIMPL:
        case JERR_NOT_COMPILED:
        case JERR_ARITH_NOTIMPL:
            errors.state = State::Unsupported;
            break;
        default:
            errors.state = State::Corrupt;
        }
    }
    std::longjmp(errors.jump, 1);
}

void JpegReader::noteWarning(j_common_ptr common, int level)
{
    auto &errors = static_cast<Errors &>(*common->err);
    if (level >= 0 || errors.state == State::EndedEarly) {
        return;
    }
    switch (errors.msg_code) {
    case JWRN_JPEG_EOF:
        errors.state = State::EndedEarly;
        break;
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_ARITH_BAD_CODE:
    case JWRN_MUST_RESYNC:
        errors.state = State::Corrupt;
        break;
    default:
        // Stray bytes between markers and the like: the picture is whole.
        return;
    }
    errors.format_message(common, errors.reason);
}

void JpegReader::watch(j_common_ptr common)
{
    auto &errors = static_cast<Errors &>(*common->err);
    const auto *jpeg = reinterpret_cast<j_decompress_ptr>(common);
    if (static_cast<Progress &>(*common->progress).stop.stop_requested()) {
        errors.state = State::Canceled;
        std::longjmp(errors.jump, 1);
    }
    if (jpeg->input_scan_number > scanLimit) {
        errors.state = State::Corrupt;
        std::snprintf(errors.reason, sizeof errors.reason, "more than %d scans", scanLimit);
        std::longjmp(errors.jump, 1);
    }
}

bool JpegReader::readHeader()
{
    if (setjmp(m_errors.jump) != 0) {
        return false;
    }
    jpeg_create_decompress(&m_jpeg);
    m_jpeg.progress = &m_progress;
    jpeg_mem_src(&m_jpeg, reinterpret_cast<const unsigned char *>(m_bytes.data()),
                 static_cast<unsigned long>(m_bytes.size()));
    jpeg_save_markers(&m_jpeg, JPEG_APP0 + 2, 0xffff);
    return jpeg_read_header(&m_jpeg, TRUE) == JPEG_HEADER_OK;
}

Dimensions JpegReader::dimensions() const
{
    return {int(m_jpeg.image_width), int(m_jpeg.image_height)};
}

bool JpegReader::isCmyk() const
{
    return m_jpeg.jpeg_color_space == JCS_CMYK || m_jpeg.jpeg_color_space == JCS_YCCK;
}

bool JpegReader::hasAdobeMarker() const
{
    return m_jpeg.saw_Adobe_marker != 0;
}

QByteArray JpegReader::iccProfile()
{
    JOCTET *bytes = nullptr;
    unsigned int size = 0;
    const bool found = setjmp(m_errors.jump) == 0 && jpeg_read_icc_profile(&m_jpeg, &bytes, &size) != 0;
    QByteArray profile;
    if (found) {
        profile = QByteArray(reinterpret_cast<const char *>(bytes), qsizetype(size));
        std::free(bytes);
    }
    return profile;
}

Dimensions JpegReader::reduceTo(int longSide)
{
    const auto longer = int(std::max(m_jpeg.image_width, m_jpeg.image_height));
    unsigned int divisor = 1;
    while (longSide > 0 && divisor < 8 && longer >= longSide * int(divisor) * 2) {
        divisor *= 2;
    }
    m_jpeg.scale_num = 1;
    m_jpeg.scale_denom = divisor;
    m_jpeg.out_color_space = isCmyk() ? JCS_CMYK : JCS_EXT_BGR;
    if (setjmp(m_errors.jump) != 0) {
        return {};
    }
    jpeg_calc_output_dimensions(&m_jpeg);
    return {int(m_jpeg.output_width), int(m_jpeg.output_height)};
}

bool JpegReader::decodeInto(Pixels &pixels, const InkRow &inkRow)
{
    m_inks.resize(isCmyk() ? std::size_t(pixels.width) * 4 : 0);
    return readRows(pixels, inkRow) && m_errors.state == State::Good;
}

bool JpegReader::readRows(Pixels &pixels, const InkRow &inkRow)
{
    if (setjmp(m_errors.jump) != 0) {
        return false;
    }
    if (jpeg_start_decompress(&m_jpeg) == FALSE) {
        return false;
    }
    while (m_jpeg.output_scanline < m_jpeg.output_height) {
        const auto y = int(m_jpeg.output_scanline);
        if (isCmyk()) {
            JSAMPROW row = m_inks.data();
            jpeg_read_scanlines(&m_jpeg, &row, 1);
            inkRow(m_inks.data(), pixels.row(y), pixels.width);
            continue;
        }
        // libjpeg gives as many rows at once as it has ready, at most a few.
        constexpr int rowsAtOnce = 8;
        JSAMPROW rows[rowsAtOnce];
        const int count = std::min(rowsAtOnce, pixels.height - y);
        for (int i = 0; i < count; ++i) {
            rows[i] = pixels.row(y + i);
        }
        jpeg_read_scanlines(&m_jpeg, rows, JDIMENSION(count));
    }
    return true;
}

JpegReader::State JpegReader::state() const
{
    return m_errors.state;
}

QString JpegReader::reason() const
{
    return QString::fromLatin1(m_errors.reason);
}

} // namespace kinframe::media
