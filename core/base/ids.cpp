// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ids.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace kinframe {

QUuid newUuid()
{
    return QUuid::createUuid();
}

QUuid uuidOfSha256(QByteArrayView sha256)
{
    Q_ASSERT(sha256.size() >= 16);
    QByteArray bytes = sha256.first(16).toByteArray();
    bytes[6] = char((uchar(bytes[6]) & 0x0f) | 0x80);
    bytes[8] = char((uchar(bytes[8]) & 0x3f) | 0x80);
    return QUuid::fromRfc4122(bytes);
}

QUuid assetUuid(QByteArrayView sha256, const QUuid &userId, bool isOwner)
{
    if (isOwner) {
        return uuidOfSha256(sha256);
    }
    const QByteArray both = userId.toRfc4122() + sha256.toByteArray();
    return uuidOfSha256(QCryptographicHash::hash(both, QCryptographicHash::Sha256));
}

QString toText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

std::optional<QUuid> uuidFromText(QStringView text)
{
    if (text.size() != 36) {
        return std::nullopt;
    }
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const char16_t c = text[i].unicode();
        const bool hex = (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
        if (dash ? c != u'-' : !hex) {
            return std::nullopt;
        }
    }
    return QUuid::fromString(text);
}

QByteArray randomBytes(qsizetype count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    auto *generator = QRandomGenerator::system();
    for (char &byte : bytes) {
        byte = char(generator->bounded(256));
    }
    return bytes;
}

} // namespace kinframe
