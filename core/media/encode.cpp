// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/encode.h"

#include "media/scale.h"

#include <turbojpeg.h>
#include <webp/encode.h>

#include <memory>

namespace kinframe::media {
namespace {

struct CloseCompressor
{
    void operator()(void *compressor) const { tjDestroy(compressor); }
};

Failure encodingFailed(const char *reason)
{
    return fail(ErrorCode::Internal, {}, QString::fromLocal8Bit(reason));
}

} // namespace

Result<QByteArray> encodeJpeg(const Pixels &pixels, int quality)
{
    thread_local const std::unique_ptr<void, CloseCompressor> compressor(tjInitCompress());
    const Pixels opaque = flattenedOnWhite(pixels);
    unsigned long size = tjBufSize(opaque.width, opaque.height, TJSAMP_420);
    if (!compressor || opaque.isNull() || size == static_cast<unsigned long>(-1)) {
        return encodingFailed("no room for a JPEG of that size");
    }
    QByteArray bytes(qsizetype(size), Qt::Uninitialized);
    auto *target = reinterpret_cast<unsigned char *>(bytes.data());
    if (tjCompress2(compressor.get(), opaque.bytes.get(), opaque.width, int(opaque.stride), opaque.height, TJPF_BGR,
                    &target, &size, TJSAMP_420, quality, TJFLAG_NOREALLOC) != 0) {
        return encodingFailed(tjGetErrorStr2(compressor.get()));
    }
    // A copy of the right size: the buffer is as large as the worst case.
    return QByteArray(bytes.constData(), qsizetype(size));
}

Result<QByteArray> encodeWebP(const Pixels &pixels, int quality)
{
    std::uint8_t *bytes = nullptr;
    std::size_t size = 0;
    if (!pixels.isNull()) {
        const auto encode = pixels.layout == Pixels::Layout::Bgra ? WebPEncodeBGRA : WebPEncodeBGR;
        size = encode(pixels.bytes.get(), pixels.width, pixels.height, int(pixels.stride), float(quality), &bytes);
    }
    const std::unique_ptr<std::uint8_t, decltype(&WebPFree)> owner(bytes, WebPFree);
    if (size == 0) {
        return encodingFailed("WebP takes pictures of up to 16383 pixels a side");
    }
    return QByteArray(reinterpret_cast<const char *>(bytes), qsizetype(size));
}

} // namespace kinframe::media
