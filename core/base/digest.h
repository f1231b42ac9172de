// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace kinframe {

/// The names that the doors have for the same bytes: SHA-256 (images), SHA-1 (sync), MD5 and XXH64 (renders).
struct Digests
{
    QByteArray sha256; ///< 32 bytes
    QByteArray sha1;   ///< 20 bytes
    QByteArray md5;    ///< 16 bytes
    quint64 xxh64 = 0; ///< seed 0
    qint64 size = 0;   ///< bytes
};

/// All four in one pass over the bytes. One thread at a time.
class MultiHash
{
public:
    MultiHash();
    ~MultiHash();
    MultiHash(MultiHash &&) noexcept;
    MultiHash &operator=(MultiHash &&) noexcept;

    void add(QByteArrayView bytes);
    /// Ends the pass; add nothing afterwards.
    [[nodiscard]] Digests finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// SHA-256 alone, for checks of one file against one hash.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256 &) = delete;
    Sha256 &operator=(const Sha256 &) = delete;

    void add(QByteArrayView bytes);
    [[nodiscard]] QByteArray finish();

private:
    void *m_context;
};

/// SHA-1 alone, by which other servers name what they hold.
class Sha1
{
public:
    Sha1();
    ~Sha1();
    Sha1(const Sha1 &) = delete;
    Sha1 &operator=(const Sha1 &) = delete;

    void add(QByteArrayView bytes);
    [[nodiscard]] QByteArray finish();

private:
    void *m_context;
};

/// MD5 alone, by which the render door names scenes.
class Md5
{
public:
    Md5();
    ~Md5();
    Md5(const Md5 &) = delete;
    Md5 &operator=(const Md5 &) = delete;

    void add(QByteArrayView bytes);
    [[nodiscard]] QByteArray finish();

private:
    void *m_context;
};

/// Reads a file once. FileNotFound, FileIsDirectory, FileUnreadable or FileVanished.
[[nodiscard]] Result<Digests> digestsOfFile(const QString &path);

} // namespace kinframe
