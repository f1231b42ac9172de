// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace kinframe::http {

/// A new private key (EC P-256) in PEM.
[[nodiscard]] Result<QByteArray> makeTlsKey();

/// A certificate in PEM for the key, signed by itself, good for 825 days from an hour before `nowMs`: the longest that
/// every system accepts. `hosts` are names and addresses; what is neither is left out.
[[nodiscard]] Result<QByteArray> makeTlsCertificate(const QByteArray &keyPem, const QStringList &hosts, qint64 nowMs);

/// What a certificate in PEM says.
struct TlsFacts
{
    QString fingerprint;  ///< SHA-256 as `AA:BB:…`
    qint64 expiresMs = 0; ///< since 1970 UTC
    bool isOurs = false;  ///< made by makeTlsCertificate
};

/// The facts of a certificate and its key. FileDamaged, with the reason, where either cannot be read or they do not
/// belong together; the caller says the path.
[[nodiscard]] Result<TlsFacts> readTlsCertificate(const QByteArray &certificatePem, const QByteArray &keyPem);

} // namespace kinframe::http
