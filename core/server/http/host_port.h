// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace kinframe::http {

/// A Host header taken apart.
struct HostPort
{
    QByteArray host;             ///< lower case, without a last dot; addresses in their shortest form, without brackets
    bool isAddress = false;      ///< an IPv4 or IPv6 literal
    std::optional<quint16> port; ///< none where none was written

    friend bool operator==(const HostPort &, const HostPort &) = default;
};

/// Nothing where it breaks the grammar: user info, a zone, an empty host, a port over 65535, … Short or octal forms of
/// IPv4 addresses are names here, so they equal no address.
[[nodiscard]] std::optional<HostPort> parseHostPort(QByteArrayView text);

/// Whether an address (what HostPort has as one) is this computer's loopback.
[[nodiscard]] bool isLoopbackAddress(QByteArrayView address);
/// An address as HostPort has it: without a zone, IPv4-mapped ones as IPv4. Empty where it is none.
[[nodiscard]] QByteArray canonicalAddress(const QString &address);
/// A name in any script as DNS carries it; empty where there is no such form.
[[nodiscard]] QByteArray asciiHost(const QString &name);

} // namespace kinframe::http
