// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <curl/curl.h>

#include <QByteArray>

#include <memory>
#include <optional>

namespace kinframe::transfer {

/// The 32 bytes of a SHA-256 fingerprint as people write it: 64 hex digits in whatever case, with colons or without.
[[nodiscard]] std::optional<QByteArray> fingerprintBytes(QByteArrayView text);
/// `AB:CD:…`, as browsers show it.
[[nodiscard]] QByteArray fingerprintText(QByteArrayView bytes);

/// Looks at the certificate that a server shows while the connection is made: it must be one that this computer trusts,
/// or, where a fingerprint is given, exactly that one. The loop's thread only.
class CertificateCheck
{
public:
    struct Seen;

    /// `fingerprint`: the 32 bytes of the only certificate that is accepted; empty: as this computer trusts. The handle
    /// keeps this object's address. False where a fingerprint cannot be checked with this libcurl.
    [[nodiscard]] bool begin(CURL *easy, QByteArray fingerprint);

    /// Why the certificate was refused, and its `fingerprint`, `subject` and `issuer`. Nothing where none came.
    void explain(Error &error) const;

    [[nodiscard]] CURL *easy() const { return m_easy; }
    [[nodiscard]] const std::shared_ptr<Seen> &seen() const { return m_seen; }

private:
    CURL *m_easy = nullptr;
    std::shared_ptr<Seen> m_seen;
};

} // namespace kinframe::transfer
