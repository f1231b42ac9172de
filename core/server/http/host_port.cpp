// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/host_port.h"

#include "server/http/header_value.h"

#include <QHostAddress>
#include <QUrl>

#include <algorithm>
#include <cstring>

namespace kinframe::http {
namespace {

bool isNameCharacter(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') || character == '-' ||
           character == '_';
}

bool isLabel(QByteArrayView label)
{
    return !label.isEmpty() && label.size() <= 63 && std::all_of(label.begin(), label.end(), isNameCharacter);
}

bool isName(QByteArrayView name)
{
    if (name.size() > 253) {
        return false;
    }
    for (qsizetype dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.')) {
        if (!isLabel(name.first(dot))) {
            return false;
        }
        name = name.sliced(dot + 1);
    }
    return isLabel(name);
}

/// Four decimal numbers without leading zeros: the only form that every program reads alike.
bool isDottedQuad(QByteArrayView text)
{
    int parts = 1;
    int number = -1; // of the part so far; -1: no digit yet
    for (const char character : text) {
        if (character == '.' && number >= 0 && parts < 4) {
            ++parts;
            number = -1;
        } else if (character >= '0' && character <= '9' && number != 0) {
            number = std::max(number, 0) * 10 + (character - '0');
        } else {
            return false;
        }
        if (number > 255) {
            return false;
        }
    }
    return parts == 4 && number >= 0;
}

QByteArray canonical(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    return (isIpv4 ? QHostAddress(ipv4) : address).toString().toLatin1();
}

std::optional<HostPort> parseIpv6(QByteArrayView inside)
{
    const auto isAllowed = [](char character) {
        return character != '\0' && std::strchr("0123456789abcdefABCDEF:.", character) != nullptr;
    };
    QHostAddress address;
    if (inside.isEmpty() || !inside.contains(':') || !std::all_of(inside.begin(), inside.end(), isAllowed) ||
        !address.setAddress(QString::fromLatin1(inside))) {
        return {};
    }
    return HostPort{canonical(address), true, {}};
}

std::optional<HostPort> parseHost(QByteArrayView text)
{
    if (text.startsWith('[')) {
        return text.endsWith(']') ? parseIpv6(text.sliced(1, text.size() - 2)) : std::nullopt;
    }
    if (isDottedQuad(text)) {
        return HostPort{text.toByteArray(), true, {}};
    }
    QByteArray name = text.toByteArray().toLower();
    if (name.endsWith('.')) {
        name.chop(1);
    }
    return isName(name) ? std::optional(HostPort{name, false, {}}) : std::nullopt;
}

} // namespace

std::optional<HostPort> parseHostPort(QByteArrayView text)
{
    const qsizetype colon = text.endsWith(']') ? -1 : text.lastIndexOf(':');
    std::optional<HostPort> parsed = parseHost(colon < 0 ? text : text.first(colon));
    if (parsed && colon >= 0) {
        const QByteArrayView port = text.sliced(colon + 1);
        const std::optional<qint64> number = port.size() <= 5 ? digits(port) : std::nullopt;
        if (!number || *number < 1 || *number > 65535) {
            return {};
        }
        parsed->port = static_cast<quint16>(*number);
    }
    return parsed;
}

bool isLoopbackAddress(QByteArrayView address)
{
    return address == "::1" || address.startsWith("127.");
}

QByteArray canonicalAddress(const QString &address)
{
    const qsizetype zone = address.indexOf(u'%');
    QHostAddress parsed;
    return parsed.setAddress(zone < 0 ? address : address.first(zone)) ? canonical(parsed) : QByteArray();
}

QByteArray asciiHost(const QString &name)
{
    const bool isAscii = std::all_of(name.begin(), name.end(), [](QChar character) { return character < u'\x80'; });
    return isAscii ? name.toLatin1() : QUrl::toAce(name);
}

} // namespace kinframe::http
