// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What tells files by their bytes, and the walks over containers that are our own.
#include "fuzz/input.h"
#include "media/exr_structure.h"
#include "media/file_type.h"
#include "media/gif_structure.h"
#include "media/heif_orientation.h"
#include "media/iso_boxes.h"

using namespace kinframe;
using namespace kinframe::media;
using kinframe::fuzz::require;

namespace {

void checkType(QByteArrayView bytes, const QString &name)
{
    const auto type = sniffBytes(bytes, name);
    if (!type) {
        require(type.error().code == (bytes.isEmpty() ? ErrorCode::FileEmpty : ErrorCode::FileNotMedia));
        return;
    }
    require(!type->suffix.isEmpty());
    require(type->mimeType.startsWith(type->isVideo ? QLatin1StringView("video/") : QLatin1StringView("image/")));
    // The same bytes are always the same thing.
    require(*sniffBytes(bytes, name) == *type);
}

void checkGif(QByteArrayView bytes)
{
    const GifStructure gif = readGifStructure(bytes);
    require(gif.frames >= 0 && gif.firstFrameEnd >= 0 && gif.firstFrameEnd <= bytes.size());
    require((gif.frames > 0) == (gif.firstFrameEnd > 0));
    require(!gif.cutShort || !gif.damaged);
}

void checkExr(QByteArrayView bytes)
{
    const ExrStructure exr = readExrStructure(bytes);
    require(exr.state != ExrStructure::State::Good || (exr.width > 0 && exr.height > 0));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    checkType(bytes, QStringLiteral("photo.jpg"));
    checkType(bytes, QStringLiteral("photo.nef"));
    checkGif(bytes);
    checkExr(bytes);
    static_cast<void>(heifStatesOrientation(bytes));
    require(!endsWithinBox(bytes) || bytes.size() >= 8);
    return 0;
}
