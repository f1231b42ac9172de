// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/engine/model_file.h"

#include "base/files.h"

using namespace Qt::StringLiterals;

namespace kinframe::faces {

namespace {

// SFace, the largest of them, has 39 MB.
constexpr qint64 largestModel = 256 << 20;

} // namespace

Result<QByteArray> readModelFile(const QString &path)
{
    auto bytes = readSmallFile(path, largestModel);
    if (bytes)
        return bytes;
    if (bytes.error().code == ErrorCode::FileNotFound)
        return fail(ErrorCode::ModelMissing, {{u"path"_s, path}});
    return Failure(modelError(bytes.error(), path));
}

Error modelError(Error error, const QString &path)
{
    if (error.code == ErrorCode::ModelMissing)
        return error;
    const QString reason = error.code == ErrorCode::ModelUnreadable ? error.fact(u"reason"_s) : error.name();
    return {ErrorCode::ModelUnreadable, {{u"path"_s, path}, {u"reason"_s, reason}}, error.detail};
}

Error modelError(const std::exception &exception, const QString &path)
{
    return {ErrorCode::ModelUnreadable,
            {{u"path"_s, path}, {u"reason"_s, u"it is damaged"_s}},
            QString::fromLocal8Bit(exception.what())};
}

} // namespace kinframe::faces
