// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/file_hash.h"

#include "transfer/serial_thread.h"

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;

/// A file up to this is hashed sooner than handed on.
constexpr qint64 hashedHere = 1024 * 1024;
/// What waits for the thread beyond this is let go of and read again.
constexpr qint64 mostOnTheWay = 4 * 1024 * 1024;
constexpr qint64 readAtOnce = 4 * 1024 * 1024;

} // namespace

FileHash::FileHash(std::shared_ptr<SerialThread> thread, Checksum expected, const QString &path)
    : m_thread(std::move(thread))
    , m_isNeeded(expected.known())
    , m_checker(std::move(expected))
    , m_file(path)
{
}

void FileHash::post(std::function<void(FileHash &)> task)
{
    m_thread->post([self = shared_from_this(), task = std::move(task)] {
        if (!self->m_isCancelled) {
            task(*self);
        }
    });
}

void FileHash::wrote(qint64 offset, const QByteArray &bytes, qint64 prefix)
{
    if (!m_isNeeded) {
        return;
    }
    if (!m_isAway && offset == m_hashed && offset + bytes.size() == prefix && prefix <= hashedHere) {
        m_checker.add(bytes);
        m_hashed = m_prefix = prefix;
        return;
    }
    m_isAway = true;
    const qint64 waiting = m_onTheWay.fetch_add(bytes.size());
    if (waiting > mostOnTheWay) {
        m_onTheWay -= bytes.size();
        post([prefix](FileHash &self) { self.follow(-1, {}, prefix); });
        return;
    }
    post([offset, bytes, prefix](FileHash &self) {
        self.follow(offset, bytes, prefix);
        self.m_onTheWay -= bytes.size();
    });
}

void FileHash::follow(qint64 offset, const QByteArray &bytes, qint64 prefix)
{
    if (offset == m_hashed) {
        m_checker.add(bytes);
        m_hashed += bytes.size();
    }
    m_prefix = std::max(m_prefix, prefix);
    if (m_hashed < m_prefix && !m_isCatchingUp) {
        m_isCatchingUp = true;
        post([](FileHash &self) { self.catchUp(); });
    }
}

Result<void> FileHash::readPiece()
{
    if (!m_file.isOpen() && !m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return fail(ErrorCode::FileVanished, {{u"path"_s, m_file.fileName()}}, m_file.errorString());
    }
    m_file.seek(m_hashed);
    const QByteArray bytes = m_file.read(std::min(readAtOnce, m_prefix - m_hashed));
    if (bytes.isEmpty()) {
        return fail(ErrorCode::FileVanished, {{u"path"_s, m_file.fileName()}}, m_file.errorString());
    }
    m_checker.add(bytes);
    m_hashed += bytes.size();
    return {};
}

/// In pieces, so that one large file does not hold up the others.
void FileHash::catchUp()
{
    // What cannot be read now is tried again, and told of, in the end.
    m_isCatchingUp = m_hashed < m_prefix && readPiece() && m_hashed < m_prefix;
    if (m_isCatchingUp) {
        post([](FileHash &self) { self.catchUp(); });
    }
}

void FileHash::finish(qint64 size, std::function<void(Result<bool>)> done)
{
    if (!m_isNeeded) {
        done(true);
    } else if (!m_isAway && m_hashed == size) {
        done(m_checker.matches());
    } else {
        m_isAway = true;
        post([size, done = std::move(done)](FileHash &self) { self.tell(size, done); });
    }
}

void FileHash::tell(qint64 size, const std::function<void(Result<bool>)> &done)
{
    m_prefix = size;
    if (m_hashed >= size) {
        done(m_checker.matches());
    } else if (const auto read = readPiece(); !read) {
        done(failed(read));
    } else {
        post([size, done](FileHash &self) { self.tell(size, done); });
    }
}

} // namespace kinframe::transfer
