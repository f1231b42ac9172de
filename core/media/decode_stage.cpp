// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/decode_stage.h"

namespace kinframe::media {

using namespace Qt::StringLiterals;

Failure truncated(const PictureSource &source, const QString &detail)
{
    return fail(ErrorCode::FileTruncated, {{u"path"_s, source.path}}, detail);
}

Failure damaged(const PictureSource &source, const QString &reason)
{
    return fail(ErrorCode::FileDamaged, {{u"path"_s, source.path}, {u"reason"_s, reason}});
}

Failure unsupported(const PictureSource &source, const QString &what)
{
    return fail(ErrorCode::Unsupported,
                {{u"path"_s, source.path}, {u"value"_s, what}, {u"expected"_s, u"a common picture format"_s}});
}

Failure canceled(const PictureSource &source)
{
    return fail(ErrorCode::Canceled, {{u"path"_s, source.path}});
}

Result<void> checkSize(const PictureSource &source, qint64 width, qint64 height)
{
    if (width <= 0 || height <= 0) {
        return damaged(source, u"its size is %1 x %2"_s.arg(width).arg(height));
    }
    constexpr qint64 sideLimit = 1'000'000;
    if (width > sideLimit || height > sideLimit || width * height > source.options.maxPixels) {
        return fail(ErrorCode::ImageTooLarge, {{u"path"_s, source.path},
                                               {u"width"_s, QString::number(width)},
                                               {u"height"_s, QString::number(height)},
                                               {u"limit"_s, QString::number(source.options.maxPixels / 1'000'000)}});
    }
    return {};
}

} // namespace kinframe::media
