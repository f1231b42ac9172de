// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "soak/soak_calls.h"

namespace kinframe::test {

/// What a client changes, each time one of its own pictures, and what it must be answered then.
class SoakWrites
{
public:
    explicit SoakWrites(SoakCalls &calls);

    // Does nothing where the client has no picture for it.

    void uploadNew();
    /// What is kept already, or lies in the trash, which it leaves then.
    void uploadAgain();
    /// The same new bytes over two connections at once: one of them brings them, the other is told that they are there.
    void uploadAtOnce();
    /// Goes away before the answer comes, or before all is sent, and sends the same again.
    void uploadAfterGivingUp();
    void importDeleted();
    /// Deletes a picture that other users have too, and sends it again at once.
    void exchangeCommon();
    /// Bytes that do not match their checksum: nothing is kept of them.
    void uploadDamaged();

    void setFavorite();
    void rate();
    void tag();
    /// Of a picture that all clients of the user edit.
    void tagShared(const QString &sha256);
    /// One of the people in the photos, who may be nobody any more when it is said.
    void namePerson();
    void moveToTrash();
    void restore();
    void deleteForGood();

    /// What this client last said in tagShared().
    [[nodiscard]] const std::set<int> &sharedTags() const { return m_sharedTags; }
    /// What the names of those tags end in, so that the tags of own pictures are not found there.
    static constexpr QLatin1StringView sharedSuffix{"_shared"};

private:
    [[nodiscard]] static HttpAnswer send(const HttpClient &http, const SoakFile &file, const QByteArray &sha1);
    /// What must come back for it, with that status.
    bool isTaken(const QString &kind, const HttpAnswer &answer, SoakFile &file, int status);
    void upload(const QString &kind, SoakFile &file);
    void removeForGood(SoakFile &file);
    void setTag(const QString &kind, const QString &sha256, std::set<int> &tags, const QString &suffix);

    SoakCalls &m_calls;
    HttpClient m_second;
    std::set<int> m_sharedTags;
};

} // namespace kinframe::test
