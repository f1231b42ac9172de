// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.h"

#include "base/files.h"

#include <openssl/evp.h>
#include <xxhash.h>

#include <array>

namespace kinframe {
namespace {

EVP_MD_CTX *begin(const EVP_MD *kind)
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_DigestInit_ex(context, kind, nullptr);
    return context;
}

QByteArray end(EVP_MD_CTX *context)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> buffer{};
    unsigned int length = 0;
    EVP_DigestFinal_ex(context, buffer.data(), &length);
    return QByteArray(reinterpret_cast<const char *>(buffer.data()), qsizetype(length));
}

} // namespace

struct MultiHash::State
{
    EVP_MD_CTX *sha256 = begin(EVP_sha256());
    EVP_MD_CTX *sha1 = begin(EVP_sha1());
    EVP_MD_CTX *md5 = begin(EVP_md5());
    XXH64_state_t *xxh64 = XXH64_createState();
    qint64 size = 0;

    State() { XXH64_reset(xxh64, 0); }
    ~State()
    {
        EVP_MD_CTX_free(sha256);
        EVP_MD_CTX_free(sha1);
        EVP_MD_CTX_free(md5);
        XXH64_freeState(xxh64);
    }
    State(const State &) = delete;
    State &operator=(const State &) = delete;
};

MultiHash::MultiHash()
    : m_state(std::make_unique<State>())
{
}

MultiHash::~MultiHash() = default;
MultiHash::MultiHash(MultiHash &&) noexcept = default;
MultiHash &MultiHash::operator=(MultiHash &&) noexcept = default;

void MultiHash::add(QByteArrayView bytes)
{
    // A few KB at a time through all four, so that the bytes are in the nearest cache for the second to fourth.
    constexpr qsizetype piece = 16 * 1024;
    while (!bytes.isEmpty()) {
        const QByteArrayView part = bytes.first(std::min(piece, bytes.size()));
        const auto length = size_t(part.size());
        EVP_DigestUpdate(m_state->sha256, part.data(), length);
        EVP_DigestUpdate(m_state->sha1, part.data(), length);
        EVP_DigestUpdate(m_state->md5, part.data(), length);
        XXH64_update(m_state->xxh64, part.data(), length);
        m_state->size += part.size();
        bytes = bytes.sliced(part.size());
    }
}

Digests MultiHash::finish()
{
    return {end(m_state->sha256), end(m_state->sha1), end(m_state->md5), XXH64_digest(m_state->xxh64), m_state->size};
}

Sha256::Sha256()
    : m_context(begin(EVP_sha256()))
{
}

Sha256::~Sha256()
{
    EVP_MD_CTX_free(static_cast<EVP_MD_CTX *>(m_context));
}

void Sha256::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(static_cast<EVP_MD_CTX *>(m_context), bytes.data(), size_t(bytes.size()));
}

QByteArray Sha256::finish()
{
    return end(static_cast<EVP_MD_CTX *>(m_context));
}

Sha1::Sha1()
    : m_context(begin(EVP_sha1()))
{
}

Sha1::~Sha1()
{
    EVP_MD_CTX_free(static_cast<EVP_MD_CTX *>(m_context));
}

void Sha1::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(static_cast<EVP_MD_CTX *>(m_context), bytes.data(), size_t(bytes.size()));
}

QByteArray Sha1::finish()
{
    return end(static_cast<EVP_MD_CTX *>(m_context));
}

Md5::Md5()
    : m_context(begin(EVP_md5()))
{
}

Md5::~Md5()
{
    EVP_MD_CTX_free(static_cast<EVP_MD_CTX *>(m_context));
}

void Md5::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(static_cast<EVP_MD_CTX *>(m_context), bytes.data(), size_t(bytes.size()));
}

QByteArray Md5::finish()
{
    return end(static_cast<EVP_MD_CTX *>(m_context));
}

Result<Digests> digestsOfFile(const QString &path)
{
    MultiHash hash;
    const auto read = readWhole(path, [&](QByteArrayView bytes) -> Result<void> {
        hash.add(bytes);
        return {};
    });
    if (!read) {
        return failed(read);
    }
    return hash.finish();
}

} // namespace kinframe
