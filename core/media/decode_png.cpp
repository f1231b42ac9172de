// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/decode_png.h"

#include <QtEndian>

#include <png.h>

#include <csetjmp>
#include <cstring>

namespace kinframe::media {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype signatureSize = 8;
/// Profiles and texts that unpack to more are not read.
constexpr png_alloc_size_t chunkMemoryLimit = 32 * 1024 * 1024;

/// What stands in the chunks before the picture's data.
struct PngHeader
{
    Dimensions size;
    bool animated = false;
};

Result<PngHeader> readPngHeader(const PictureSource &source)
{
    PngHeader header;
    qsizetype at = signatureSize;
    for (bool isFirst = true;; isFirst = false) {
        if (source.bytes.size() - at < 8) {
            return truncated(source);
        }
        const qint64 size = qFromBigEndian<quint32>(source.bytes.data() + at);
        const QByteArrayView type = source.bytes.sliced(at + 4, 4);
        if (isFirst != (type == "IHDR")) {
            return damaged(source, u"its header is not where it belongs"_s);
        }
        if (type == "IDAT") {
            return header;
        }
        if (source.bytes.size() - at - 12 < size) {
            return truncated(source);
        }
        if (isFirst) {
            if (size != 13) {
                return damaged(source, u"its header has the wrong size"_s);
            }
            header.size = {qFromBigEndian<qint32>(source.bytes.data() + at + 8),
                           qFromBigEndian<qint32>(source.bytes.data() + at + 12)};
        }
        header.animated = header.animated || type == "acTL";
        at += 12 + qsizetype(size);
    }
}

/// libpng leaves by a long jump on errors; the functions that call it hold no objects with destructors.
class PngReader
{
public:
    PngReader(QByteArrayView bytes, std::stop_token stop)
        : m_bytes(bytes)
        , m_stop(std::move(stop))
        , m_png(png_create_read_struct(PNG_LIBPNG_VER_STRING, this, leave, ignore))
        , m_info(m_png ? png_create_info_struct(m_png) : nullptr)
    {
    }
    ~PngReader() { png_destroy_read_struct(&m_png, &m_info, nullptr); }
    PngReader(const PngReader &) = delete;
    PngReader &operator=(const PngReader &) = delete;

    bool readHeader()
    {
        if (!m_info || setjmp(png_jmpbuf(m_png)) != 0) {
            return false;
        }
        png_set_chunk_malloc_max(m_png, chunkMemoryLimit);
        png_set_user_limits(m_png, 1'000'000, 1'000'000);
        png_set_read_fn(m_png, this, read);
        png_read_info(m_png, m_info);
        png_set_expand(m_png);
        png_set_scale_16(m_png);
        png_set_gray_to_rgb(m_png);
        png_set_bgr(m_png);
        m_passes = png_set_interlace_handling(m_png);
        png_read_update_info(m_png, m_info);
        return true;
    }

    [[nodiscard]] Pixels::Layout layout() const
    {
        return png_get_channels(m_png, m_info) == 4 ? Pixels::Layout::Bgra : Pixels::Layout::Bgr;
    }

    [[nodiscard]] QByteArray iccProfile()
    {
        png_charp name = nullptr;
        png_bytep bytes = nullptr;
        png_uint_32 size = 0;
        int compression = 0;
        if (png_get_iCCP(m_png, m_info, &name, &compression, &bytes, &size) == 0) {
            return {};
        }
        return {reinterpret_cast<const char *>(bytes), qsizetype(size)};
    }

    bool readInto(Pixels &pixels)
    {
        if (setjmp(png_jmpbuf(m_png)) != 0) {
            return false;
        }
        for (int pass = 0; pass < m_passes; ++pass) {
            for (int y = 0; y < pixels.height; ++y) {
                if (m_stop.stop_requested()) {
                    m_canceled = true;
                    return false;
                }
                png_read_row(m_png, pixels.row(y), nullptr);
            }
        }
        // The last check sum stands behind the last row.
        png_read_end(m_png, nullptr);
        return true;
    }

    [[nodiscard]] Failure failure(const PictureSource &source) const
    {
        if (m_canceled) {
            return canceled(source);
        }
        const QString reason = QString::fromLatin1(m_reason);
        return m_endedEarly ? truncated(source, reason) : damaged(source, reason);
    }

private:
    static void ignore(png_structp, png_const_charp) {}

    [[noreturn]] static void leave(png_structp png, png_const_charp reason)
    {
        auto &reader = *static_cast<PngReader *>(png_get_error_ptr(png));
        std::strncpy(reader.m_reason, reason, sizeof reader.m_reason - 1);
        png_longjmp(png, 1);
    }

    static void read(png_structp png, png_bytep to, std::size_t size)
    {
        auto &reader = *static_cast<PngReader *>(png_get_io_ptr(png));
        if (std::size_t(reader.m_bytes.size() - reader.m_at) < size) {
            reader.m_endedEarly = true;
            png_error(png, "end of file");
        }
        std::memcpy(to, reader.m_bytes.data() + reader.m_at, size);
        reader.m_at += qsizetype(size);
    }

    QByteArrayView m_bytes;
    std::stop_token m_stop;
    qsizetype m_at = 0;
    png_structp m_png;
    png_infop m_info;
    int m_passes = 1;
    bool m_endedEarly = false;
    bool m_canceled = false;
    char m_reason[200] = {};
};

} // namespace

Result<DecodedStage> decodePng(const PictureSource &source)
{
    const auto header = readPngHeader(source);
    if (!header) {
        return failed(header);
    }
    if (auto good = checkSize(source, header->size.width, header->size.height); !good) {
        return failed(good);
    }
    PngReader reader(source.bytes, source.options.stop);
    if (!reader.readHeader()) {
        return reader.failure(source);
    }
    DecodedStage stage;
    stage.original = header->size;
    stage.animated = header->animated;
    stage.iccProfile = reader.iccProfile();
    stage.pixels = Pixels::make(header->size.width, header->size.height, reader.layout());
    if (!reader.readInto(stage.pixels)) {
        return reader.failure(source);
    }
    return stage;
}

Result<Dimensions> pngDimensions(const PictureSource &source)
{
    const auto header = readPngHeader(source);
    if (!header) {
        return failed(header);
    }
    return header->size;
}

} // namespace kinframe::media
