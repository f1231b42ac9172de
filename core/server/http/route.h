// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/body_sink.h"
#include "server/http/door.h"
#include "server/http/request.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

namespace kinframe::http {

/// Who may call a route.
enum class Access {
    Open,  ///< anyone; where credentials come along and are good, the handler sees whose they are
    User,  ///< 401 without good credentials
    Admin, ///< 403 for other users
};

enum class BodyKind {
    None,      ///< a small body that comes all the same is read and dropped
    Json,      ///< buffered, see Request::json()
    Text,      ///< buffered, of any type
    Multipart, ///< a form whose files are spooled to the disk
    Raw,       ///< spooled to the disk as one file
    Sink,      ///< goes where Route::openBody says, see Request::sink()
};

/// Whether QHttpServer's router or the gate's own table calls the handler.
enum class Way { Routed, Straight };

/// Where the handler runs.
enum class Place {
    Inline, ///< on a network thread: must return within a few milliseconds and never wait
    Pool,   ///< on a worker thread
};

using Handler = std::function<Reply(const Request &)>;

/// One row of the table that lists everything the server answers. HEAD, OPTIONS and 405 are made from it.
struct Route
{
    QByteArray method = {};  ///< upper case
    QByteArray pattern = {}; ///< see RoutePattern; also matches with a slash at the end
    Handler handler = {};    ///< called from many threads at once
    Access access = Access::User;
    BodyKind body = BodyKind::None;
    Place place = Place::Pool;
    Way way = Way::Routed;
    QString permission = {};               ///< that an API key must have, for example `asset.read`; empty: none
    qint64 bodyLimit = 0;                  ///< bytes; 0: the limit of the body's kind
    BodyOpener openBody = {};              ///< of a Sink body
    std::shared_ptr<const Door> door = {}; ///< none: plainDoor()
    /// After the policy, a GET becomes a WebSocket that receives the events its user may see. No handler.
    bool isWebSocket = false;
};

} // namespace kinframe::http
