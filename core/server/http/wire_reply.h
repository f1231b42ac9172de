// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/head.h"
#include "server/http/outgoing_file.h"
#include "server/http/reply.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace kinframe::http {

/// A reply worked out for one request down to its bytes: conditions and ranges decided, the file open.
struct WireReply
{
    /// Bytes, or (where `length` is not 0) a span of the file.
    struct Piece
    {
        QByteArray bytes;
        qint64 first = 0;
        qint64 length = 0;
    };

    int status = 200;
    Headers headers;
    qint64 length = 0;   ///< of the body that the client is told of; -1: not known before
    bool hasBody = true; ///< false for HEAD, 204 and 304: nothing follows the head
    std::vector<Piece> pieces;
    std::optional<OutgoingFile> file;
    std::shared_ptr<void> keepAlive;
    Reply::Pull pull;
};

/// What is answered where the reply itself cannot be made.
using ErrorAnswer = std::function<Reply(const Error &)>;

/// Opens files and decides conditions, ranges and compression. May touch the disk: called where the handler ran.
[[nodiscard]] WireReply prepareReply(Reply reply, const Head &head, const ErrorAnswer &answerTo);

} // namespace kinframe::http
