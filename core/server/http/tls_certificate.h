// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace kinframe::http {

/// A certificate with its key, as TLS needs them.
struct TlsCertificate
{
    QByteArray certificatePem; ///< with the chain, where the owner put one there
    QByteArray keyPem;
    QString fingerprint;  ///< SHA-256 as `AA:BB:…`, for people to compare
    qint64 expiresMs = 0; ///< since 1970 UTC
    bool isOurs = false;  ///< made here, not put there by the owner
};

/// The certificate of this library, in `<data>/tls/certificate.pem` and `key.pem` (mode 0600). The first call makes
/// one for localhost, 127.0.0.1, ::1, this computer's name and `hosts` (names and addresses), good for 825 days; one of
/// ours with less than 30 days left is made anew with the same key. A certificate that the owner put there is only
/// read. FileDamaged, FileUnreadable, DiskFull, DiskReadOnly, DiskFailed. Takes milliseconds; keep it off the GUI
/// thread.
[[nodiscard]] Result<TlsCertificate> tlsCertificate(const QString &dataFolder, const QStringList &hosts = {},
                                                    const Clock &clock = wallMs);

} // namespace kinframe::http
