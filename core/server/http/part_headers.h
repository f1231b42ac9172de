// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace kinframe::http {

/// What a part of a form says about itself.
struct PartHeaders
{
    QString name;
    QString fileName;       ///< the last segment of what the client sent; a label, never a path
    bool isFile = false;    ///< a file name was given, even an empty one
    QByteArray contentType; ///< as sent; empty where it was not
};

/// Reads the header lines of one part of multipart/form-data, without the blank line at their end.
/// InvalidArgument, MissingField, or Unsupported for a transfer encoding that changes the bytes.
[[nodiscard]] Result<PartHeaders> parsePartHeaders(QByteArrayView block);

/// The last segment of a path of any system, without control characters; empty for `.` and `..`.
[[nodiscard]] QString lastSegment(const QString &sent);

} // namespace kinframe::http
