// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "server/http/limits.h"
#include "server/http/request.h"
#include "server/http/route.h"

#include <QByteArrayView>
#include <QString>

#include <memory>

namespace kinframe::http {

/// Takes the body of one request as it arrives to where its route wants it: memory or the disk.
class BodyReader
{
public:
    /// `limit` in bytes, without the framing. The spool folder lies on the library's volume.
    [[nodiscard]] static Result<std::unique_ptr<BodyReader>> make(BodyKind kind, const Head &head, qint64 limit,
                                                                  const Limits &limits, const QString &spoolFolder);
    /// Hands the body on to a sink of the route's.
    [[nodiscard]] static std::unique_ptr<BodyReader> into(std::shared_ptr<BodySink> sink, qint64 limit);
    virtual ~BodyReader() = default;

    /// TooLarge past the limit, DiskFull, InvalidArgument for a broken form, …
    [[nodiscard]] Result<void> add(QByteArrayView bytes);
    /// The body has come whole: puts it into the request.
    [[nodiscard]] virtual Result<void> finish(RequestParts &parts) = 0;

protected:
    [[nodiscard]] virtual Result<void> take(QByteArrayView bytes) = 0;

private:
    qint64 m_limit = 0;
    qint64 m_size = 0;
};

} // namespace kinframe::http
