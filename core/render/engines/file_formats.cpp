// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/engines/file_formats.h"

#include <array>

namespace kinframe::render {
namespace {

struct FormatNames
{
    const char *name;
    const char *suffix;
    const char *blender;
    const char *maya;
    const char *mimeType;
};

constexpr std::array formats{
    FormatNames{"png", "png", "PNG", "png", "image/png"},
    FormatNames{"jpeg", "jpg", "JPEG", "jpeg", "image/jpeg"},
    FormatNames{"jpg", "jpg", "JPEG", "jpeg", "image/jpeg"},
    FormatNames{"exr", "exr", "OPEN_EXR", "exr", "image/x-exr"},
    FormatNames{"openexr", "exr", "OPEN_EXR", "exr", "image/x-exr"},
    FormatNames{"tiff", "tif", "TIFF", "tif", "image/tiff"},
    FormatNames{"tif", "tif", "TIFF", "tif", "image/tiff"},
    FormatNames{"tga", "tga", "TGA", "tga", "image/x-tga"},
    FormatNames{"targa", "tga", "TGA", "tga", "image/x-tga"},
    FormatNames{"bmp", "bmp", "BMP", "bmp", "image/bmp"},
    FormatNames{"webp", "webp", "WEBP", "webp", "image/webp"},
    FormatNames{"hdr", "hdr", "HDR", "hdr", "image/vnd.radiance"},
};

const FormatNames *find(const QString &format)
{
    for (const FormatNames &names : formats) {
        if (format.compare(QLatin1String(names.name), Qt::CaseInsensitive) == 0) {
            return &names;
        }
    }
    return nullptr;
}

} // namespace

QString formatFor(Engine engine, const QString &format)
{
    const FormatNames *names = find(format);
    if (names == nullptr) {
        return format;
    }
    switch (engine) {
    case Engine::Blender:
        return QString::fromLatin1(names->blender);
    case Engine::Maya:
        return QString::fromLatin1(names->maya);
    case Engine::Unreal:
    case Engine::Command:
        break;
    }
    return QString::fromLatin1(names->name);
}

QString suffixOf(const QString &format)
{
    const FormatNames *names = find(format);
    return names != nullptr ? QString::fromLatin1(names->suffix) : format.toLower();
}

QString mimeTypeOf(const QString &format)
{
    const FormatNames *names = find(format);
    return names != nullptr ? QString::fromLatin1(names->mimeType) : QString();
}

QString suffixOfType(const QString &mimeType)
{
    for (const FormatNames &names : formats) {
        if (mimeType == QLatin1String(names.mimeType)) {
            return QString::fromLatin1(names.suffix);
        }
    }
    return mimeType;
}

} // namespace kinframe::render
