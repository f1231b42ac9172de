// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/hashed_file.h"

namespace kinframe::render {

using namespace Qt::StringLiterals;

HashedFile::HashedFile(std::unique_ptr<QFile> file, std::stop_token stop)
    : m_file(std::move(file))
    , m_stop(std::move(stop))
{
    for (std::size_t i = 0; i < blockCount; ++i) {
        m_free.push(i);
    }
    m_hasher = std::thread([this] { hash(); });
}

HashedFile::~HashedFile()
{
    if (m_hasher.joinable()) {
        (void)finish();
    }
}

Result<std::string_view> HashedFile::next()
{
    if (m_stop.stop_requested()) {
        return fail(ErrorCode::Canceled);
    }
    const auto block = m_free.pop();
    if (!block) {
        return fail(ErrorCode::Internal);
    }
    std::vector<char> &bytes = m_blocks[*block];
    bytes.resize(blockSize);
    const qint64 read = m_file->read(bytes.data(), qint64(blockSize));
    if (read < 0) {
        return fail(ErrorCode::FileVanished, {{u"path"_s, m_file->fileName()}}, m_file->errorString());
    }
    m_size += read;
    m_filled.push({*block, std::size_t(read)});
    return std::string_view(bytes.data(), std::size_t(read));
}

QByteArray HashedFile::finish()
{
    m_filled.close();
    m_hasher.join();
    return m_md5.finish();
}

// A block is free once it is hashed: the reader is done with it then or asks for the next one, which is another.
void HashedFile::hash()
{
    while (const auto filled = m_filled.pop()) {
        m_md5.add(QByteArrayView(m_blocks[filled->block].data(), qsizetype(filled->size)));
        m_free.push(filled->block);
    }
}

} // namespace kinframe::render
