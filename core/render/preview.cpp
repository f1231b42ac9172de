// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/preview.h"

#include "base/files.h"
#include "media/decode.h"
#include "media/file_type.h"
#include "media/scale.h"
#include "media/video_writer.h"

#include <QFile>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

constexpr int longSide = 1920;

Result<media::Pixels> picture(const QString &path, const std::stop_token &stop)
{
    const auto type = media::sniffFileType(path, path);
    if (!type) {
        return failed(type);
    }
    media::DecodeOptions options;
    options.longSide = longSide;
    options.stop = stop;
    auto decoded = media::decodePicture(path, *type, 1, options);
    return decoded ? Result<media::Pixels>(media::flattenedOnWhite(decoded->pixels)) : failed(decoded);
}

} // namespace

Result<void> makePreview(const QStringList &pictures, const QString &to, double frameRate,
                         const std::function<void(qint64 done, qint64 total)> &progress, const std::stop_token &stop)
{
    const QString part = to + u".part"_s;
    std::unique_ptr<media::VideoWriter> writer;
    std::optional<Error> unreadable;
    Result<void> written;
    for (qsizetype at = 0; at < pictures.size() && written; ++at) {
        if (stop.stop_requested()) {
            written = fail(ErrorCode::Canceled);
            break;
        }
        const auto pixels = picture(pictures[at], stop);
        if (!pixels) {
            unreadable = pixels.error();
            continue;
        }
        if (!writer) {
            auto opened = media::VideoWriter::open(part, {pixels->width, pixels->height}, frameRate);
            if (!opened) {
                written = failed(opened);
                break;
            }
            writer = std::move(*opened);
        }
        written = writer->add(*pixels);
        progress(at + 1, pictures.size());
    }
    if (written && !writer) {
        written = unreadable ? Result<void>(Failure(*unreadable))
                             : Result<void>(fail(ErrorCode::FileNotMedia, {{u"path"_s, to}}));
    }
    if (written) {
        written = writer->finish();
    }
    writer.reset();
    if (written) {
        written = renameOver(part, to);
    }
    if (!written) {
        QFile::remove(part);
    }
    return written;
}

} // namespace kinframe::render
