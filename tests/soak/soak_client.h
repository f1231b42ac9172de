// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/sync_copy.h"
#include "soak/soak_album.h"
#include "soak/soak_reads.h"
#include "soak/soak_writes.h"
#include "soak/stream_copy.h"

#include <atomic>

namespace kinframe::test {

/// One of many clients of a server: it uploads, changes, deletes and reads pictures of its own at random, and keeps a
/// copy of its user's library by full and delta sync. On one thread at a time.
class SoakClient
{
public:
    struct Role
    {
        int user = 0;   ///< whose client it is
        int client = 0; ///< among those of the user, from 0
        int mostFiles = 0;
        QString shared; ///< the hash of a picture that all clients of the user edit
    };

    SoakClient(const HttpClient &http, const Role &role, SoakRecord &record);
    SoakClient(const SoakClient &) = delete;
    SoakClient &operator=(const SoakClient &) = delete;

    /// One thing after the other, until it is over.
    void run(const std::atomic<bool> &isOver);

    /// When nobody changes anything any more: every picture must be as this client left it, in the library, in its copy
    /// of it and in `fresh`, a copy that was just made.
    void check(const QMap<QString, QJsonObject> &fresh);

    [[nodiscard]] const SoakFiles &files() const { return m_calls.files; }

private:
    struct Act;
    [[nodiscard]] static const std::vector<Act> &acts();
    void sync();
    void checkStream();
    void checkCopy(const QMap<QString, QJsonObject> &fresh);
    void checkFile(const SoakFile &file, const QMap<QString, QJsonObject> &fresh);
    void checkShared();

    SoakCalls m_calls;
    Role m_role;
    SoakWrites m_writes;
    SoakReads m_reads;
    SoakAlbum m_album;
    SyncCopy m_copy;
    StreamCopy m_stream; ///< of the user's first client only: the server keeps one place for each key
};

} // namespace kinframe::test
