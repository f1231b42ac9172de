// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace kinframe::accounts {

/// The secret behind token hashes and signed links, in `<data>/secret.key` (mode 0600). It is in neither the database
/// nor a backup: whoever gets hold of a backup cannot forge links, and a library restored on another computer asks
/// everyone to sign in again and to make new API keys; passwords still hold. Every call from any thread.
class ServerSecret
{
public:
    /// Reads the file, or makes it where it is missing or damaged. DiskFull, DiskReadOnly, FileUnreadable.
    [[nodiscard]] static Result<ServerSecret> open(const QString &path);

    /// Whether the file was made now: what was hashed before matches nothing any more.
    [[nodiscard]] bool isNew() const { return m_isNew; }
    /// 32 bytes, what the database keeps of a token.
    [[nodiscard]] QByteArray hashOf(QByteArrayView token) const;
    /// 32 bytes.
    [[nodiscard]] QByteArray sign(QByteArrayView message) const;
    [[nodiscard]] bool isSignatureOf(QByteArrayView signature, QByteArrayView message) const;

private:
    QByteArray m_hashKey;
    QByteArray m_signKey;
    bool m_isNew = false;
};

/// `prefix` and 256 random bits in 43 characters that need no quoting anywhere.
[[nodiscard]] QString newToken(QStringView prefix);
/// Takes the same time whatever differs.
[[nodiscard]] bool isSame(QByteArrayView left, QByteArrayView right);

} // namespace kinframe::accounts
