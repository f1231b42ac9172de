// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/server_secret.h"

#include "base/files.h"
#include "base/log.h"

#include <sodium.h>

namespace kinframe::accounts {
namespace {

const unsigned char *raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

QByteArray randomKey(qsizetype size)
{
    QByteArray key(size, Qt::Uninitialized);
    randombytes_buf(key.data(), size_t(key.size()));
    return key;
}

QByteArray derived(const QByteArray &secret, uint64_t number, const char *context)
{
    QByteArray key(32, Qt::Uninitialized);
    crypto_kdf_derive_from_key(raw(key), size_t(key.size()), number, context, raw(QByteArrayView(secret)));
    return key;
}

} // namespace

Result<ServerSecret> ServerSecret::open(const QString &path)
{
    if (sodium_init() < 0) {
        return fail(ErrorCode::Internal, {}, QStringLiteral("libsodium did not start"));
    }
    ServerSecret made;
    auto secret = readSmallFile(path, 4096);
    const bool isMissing = !secret && secret.error().code == ErrorCode::FileNotFound;
    if (!secret && !isMissing) {
        return failed(secret);
    }
    if (isMissing || secret->size() != crypto_kdf_KEYBYTES) {
        if (!isMissing) {
            qCWarning(logAccounts).noquote() << "damaged, made anew:" << path;
        }
        secret = randomKey(crypto_kdf_KEYBYTES);
        if (auto written = replaceFile(path, *secret, true); !written) {
            return failed(written);
        }
        made.m_isNew = true;
    }
    made.m_hashKey = derived(*secret, 1, "kftokens");
    made.m_signKey = derived(*secret, 2, "kf-links");
    sodium_memzero(secret->data(), size_t(secret->size()));
    return made;
}

QByteArray ServerSecret::hashOf(QByteArrayView token) const
{
    QByteArray hash(32, Qt::Uninitialized);
    crypto_generichash(raw(hash), size_t(hash.size()), raw(token), size_t(token.size()), raw(QByteArrayView(m_hashKey)),
                       size_t(m_hashKey.size()));
    return hash;
}

QByteArray ServerSecret::sign(QByteArrayView message) const
{
    QByteArray signature(crypto_auth_hmacsha256_BYTES, Qt::Uninitialized);
    crypto_auth_hmacsha256(raw(signature), raw(message), size_t(message.size()), raw(QByteArrayView(m_signKey)));
    return signature;
}

bool ServerSecret::isSignatureOf(QByteArrayView signature, QByteArrayView message) const
{
    return isSame(signature, sign(message));
}

QString newToken(QStringView prefix)
{
    const QByteArray::Base64Options form = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    return prefix + QString::fromLatin1(randomKey(32).toBase64(form));
}

bool isSame(QByteArrayView left, QByteArrayView right)
{
    return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), size_t(left.size())) == 0;
}

} // namespace kinframe::accounts
