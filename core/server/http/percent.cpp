// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/percent.h"

#include <cstring>

namespace kinframe::http {
namespace {

int hexValue(char character)
{
    if (character >= '0' && character <= '9') {
        return character - '0';
    }
    const char lower = static_cast<char>(character | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool isUnreserved(char character)
{
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'z') ||
           (character >= 'A' && character <= 'Z') || (character != '\0' && std::strchr("-._~", character) != nullptr);
}

} // namespace

std::optional<QByteArray> percentDecoded(QByteArrayView encoded, PlusSign plus)
{
    QByteArray decoded;
    decoded.reserve(encoded.size());
    for (qsizetype at = 0; at < encoded.size(); ++at) {
        const char character = encoded[at];
        if (character == '+' && plus == PlusSign::Space) {
            decoded += ' ';
        } else if (character != '%') {
            decoded += character;
        } else {
            const int high = at + 2 < encoded.size() ? hexValue(encoded[at + 1]) : -1;
            const int low = high >= 0 ? hexValue(encoded[at + 2]) : -1;
            if (low < 0) {
                return {};
            }
            decoded += static_cast<char>(high * 16 + low);
            at += 2;
        }
    }
    return decoded;
}

bool isUtf8Text(QByteArrayView bytes)
{
    return !bytes.contains('\0') && bytes.isValidUtf8();
}

std::optional<QString> utf8Text(QByteArrayView bytes)
{
    if (!isUtf8Text(bytes)) {
        return {};
    }
    return QString::fromUtf8(bytes);
}

std::optional<QString> percentDecodedText(QByteArrayView encoded, PlusSign plus)
{
    const std::optional<QByteArray> bytes = percentDecoded(encoded, plus);
    return bytes ? utf8Text(*bytes) : std::nullopt;
}

QByteArray percentEncoded(QByteArrayView bytes)
{
    constexpr char hexDigits[] = "0123456789ABCDEF";
    QByteArray encoded;
    for (const char character : bytes) {
        if (isUnreserved(character)) {
            encoded += character;
        } else {
            const auto byte = static_cast<unsigned char>(character);
            encoded += '%';
            encoded += hexDigits[byte >> 4];
            encoded += hexDigits[byte & 15];
        }
    }
    return encoded;
}

} // namespace kinframe::http
