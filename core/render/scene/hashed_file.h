// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bounded_queue.h"
#include "base/digest.h"
#include "base/result.h"

#include <QFile>

#include <array>
#include <memory>
#include <stop_token>
#include <string_view>
#include <thread>
#include <vector>

namespace kinframe::render {

/// A file read block by block while a thread of its own hashes the blocks behind the reader: hashing takes longer than
/// reading and than looking for what is of interest. One thread at a time.
class HashedFile
{
public:
    HashedFile(std::unique_ptr<QFile> file, std::stop_token stop);
    /// Ends the hashing, whether or not all is read.
    ~HashedFile();
    HashedFile(const HashedFile &) = delete;
    HashedFile &operator=(const HashedFile &) = delete;

    /// The next bytes, which live until the next call; none at the end. FileVanished, Canceled.
    [[nodiscard]] Result<std::string_view> next();
    /// The MD5 of what was read; nothing can be read afterwards.
    [[nodiscard]] QByteArray finish();
    [[nodiscard]] qint64 size() const { return m_size; }

private:
    static constexpr std::size_t blockSize = 256 * 1024;
    static constexpr std::size_t blockCount = 8;
    struct Filled
    {
        std::size_t block;
        std::size_t size;
    };

    void hash();

    std::unique_ptr<QFile> m_file;
    std::stop_token m_stop;
    std::array<std::vector<char>, blockCount> m_blocks;
    BoundedQueue<std::size_t> m_free{blockCount};
    BoundedQueue<Filled> m_filled{blockCount};
    Md5 m_md5;
    qint64 m_size = 0;
    std::thread m_hasher;
};

} // namespace kinframe::render
