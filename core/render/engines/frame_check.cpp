// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/engines/frame_check.h"

#include "base/files.h"
#include "media/decode.h"
#include "media/file_type.h"
#include "render/engines/exr_form.h"
#include "render/engines/file_formats.h"
#include "render/engines/picture_form.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

Failure bad(const QString &path, const QString &reason)
{
    return fail(ErrorCode::FrameBad, {{u"path"_s, path}, {u"reason"_s, reason}});
}

QString sizeText(QSize size)
{
    return u"%1 x %2"_s.arg(size.width()).arg(size.height());
}

std::optional<ExrForm> exrFormOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const uchar *bytes = file.map(0, file.size());
    return bytes != nullptr ? readExrForm(QByteArrayView(bytes, file.size())) : std::nullopt;
}

// What the library does not read, but is no fault of the renderer: its size is known, its pixels are not looked at.
CheckedFrame formAlone(const QString &path, const media::FileType &type, CheckedFrame frame)
{
    if (!frame.dimensions.isEmpty()) {
        return frame;
    }
    if (const auto dimensions = media::readDimensions(path, type)) {
        frame.dimensions = QSize(dimensions->width, dimensions->height);
    }
    return frame;
}

// What is none of the formats that we know is none of those that tasks name either.
Result<void> checkFormat(const QString &path, const CheckedFrame &frame, const QString &format)
{
    const QString wanted = mimeTypeOf(format);
    if (wanted.isEmpty() || frame.mimeType == wanted) {
        return {};
    }
    if (frame.mimeType.isEmpty()) {
        return bad(path, u"it cannot be decoded"_s);
    }
    return bad(path, u"its format is %1 instead of %2"_s.arg(suffixOfType(frame.mimeType), suffixOf(format)));
}

// A picture that the library can show: read to its last pixel.
Result<CheckedFrame> checkKnown(const QString &path, const media::FileType &type, std::stop_token stop)
{
    const auto exr = type.format == media::Format::Exr ? exrFormOf(path) : std::nullopt;
    if (exr && !exr->isWhole) {
        return bad(path, u"it ends too early"_s);
    }
    CheckedFrame frame;
    frame.mimeType = type.mimeType;
    frame.dimensions = exr ? exr->window : QSize();
    media::DecodeOptions options;
    options.stop = std::move(stop);
    // What a renderer writes is as it stands: orientation tags are a camera's.
    const auto decoded = media::decodePicture(path, type, 1, options);
    if (decoded) {
        if (frame.dimensions.isEmpty()) {
            frame.dimensions = QSize(decoded->originalWidth, decoded->originalHeight);
        }
        frame.decoded = true;
        return frame;
    }
    if (decoded.error().code == ErrorCode::FileDamaged && exr && (!exr->hasColours || exr->isDeep)) {
        return formAlone(path, type, frame);
    }
    switch (decoded.error().code) {
    case ErrorCode::Unsupported:
    case ErrorCode::CodecTooOld:
    case ErrorCode::ImageTooLarge:
        return formAlone(path, type, frame);
    case ErrorCode::FileTruncated:
        return bad(path, u"it ends too early"_s);
    case ErrorCode::FileDamaged:
        return bad(path, u"it cannot be decoded"_s);
    default:
        return Failure(decoded.error());
    }
}

Result<CheckedFrame> checkOther(const QString &path, qint64 size)
{
    constexpr qint64 enough = 1024;
    const auto opened = openForReading(path);
    if (!opened) {
        return failed(opened);
    }
    const QByteArray start = (*opened)->read(enough);
    const QString suffix = QFileInfo(path).suffix();
    const auto form = readPictureForm(start, suffix);
    CheckedFrame frame;
    if (!form) {
        // Of a format that has magic bytes, and does not begin with them.
        static const QStringList known = {u"png"_s, u"jpg"_s, u"jpeg"_s, u"exr"_s, u"tif"_s, u"tiff"_s, u"webp"_s,
                                          u"bmp"_s, u"gif"_s, u"tga"_s,  u"hdr"_s, u"dpx"_s, u"cin"_s,  u"psd"_s};
        if (known.contains(suffix, Qt::CaseInsensitive)) {
            return bad(path, u"it is not what its name says"_s);
        }
        return frame;
    }
    if (size < form->leastSize) {
        return bad(path, u"it ends too early"_s);
    }
    frame.mimeType = form->mimeType;
    frame.dimensions = form->dimensions;
    return frame;
}

} // namespace

Result<CheckedFrame> checkFrame(const QString &path, const FrameExpectation &expected, std::stop_token stop)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return fail(ErrorCode::FileNotFound, {{u"path"_s, path}});
    }
    if (!info.isFile() || info.isSymLink()) {
        return bad(path, u"it is not an ordinary file"_s);
    }
    if (info.size() == 0) {
        return bad(path, u"it is empty"_s);
    }
    if (info.lastModified().toMSecsSinceEpoch() + clockSlack < expected.notBefore) {
        return bad(path, u"it was there before it was rendered"_s);
    }
    const auto type = media::sniffFileType(path, info.fileName());
    if (!type && type.error().code != ErrorCode::FileNotMedia) {
        return failed(type);
    }
    if (type && type->isVideo) {
        return bad(path, u"it is a video"_s);
    }
    auto frame = type ? checkKnown(path, *type, std::move(stop)) : checkOther(path, info.size());
    if (!frame) {
        return frame;
    }
    frame->bytes = info.size();
    if (const auto checked = checkFormat(path, *frame, expected.format); !checked) {
        return failed(checked);
    }
    if (expected.dimensions && !frame->dimensions.isEmpty() && frame->dimensions != *expected.dimensions) {
        return bad(
            path, u"it has %1 pixels instead of %2"_s.arg(sizeText(frame->dimensions), sizeText(*expected.dimensions)));
    }
    return frame;
}

} // namespace kinframe::render
