// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/files/partial_file.h"

#include "base/files.h"

#include <QFileInfo>

#include <cerrno>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

Failure otherOffset(qint64 offset)
{
    return fail(ErrorCode::Conflict, {{u"reason"_s, u"the upload goes on at byte %1"_s.arg(offset)}});
}

} // namespace

Result<void> PartialFile::create()
{
    QFile file(m_path);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)) {
        return Failure(systemError(m_path, errno));
    }
    return {};
}

QString PartialFile::markPath() const
{
    return m_path + u".unchecked"_s;
}

qint64 PartialFile::size()
{
    const std::scoped_lock lock(m_mutex);
    return sizeLocked();
}

qint64 PartialFile::sizeLocked()
{
    if (!QFileInfo(m_path).isFile()) {
        return -1;
    }
    if (m_isChecking) {
        return m_checkedBegin;
    }
    forgetUnchecked();
    return QFileInfo(m_path).size();
}

/// Of a program that ended, or a connection that broke, before the piece was whole.
void PartialFile::forgetUnchecked()
{
    constexpr qint64 longestMark = 32;
    const auto mark = readSmallFile(markPath(), longestMark);
    if (!mark) {
        return;
    }
    bool isNumber = false;
    const qint64 begin = mark->trimmed().toLongLong(&isNumber);
    if (!isNumber || QFileInfo(m_path).size() <= begin || QFile::resize(m_path, begin)) {
        QFile::remove(markPath());
    }
}

void PartialFile::remove()
{
    const std::scoped_lock lock(m_mutex);
    ++m_writer; // Whoever writes stops.
    m_isChecking = false;
    QFile::remove(m_path);
    QFile::remove(markPath());
}

Result<std::unique_ptr<PartialFile::Writer>> PartialFile::write(const std::shared_ptr<PartialFile> &file, qint64 offset,
                                                                qint64 limit,
                                                                const std::optional<PieceChecksum> &checksum)
{
    std::unique_ptr<Writer> writer; // Before the lock, which it takes when it goes.
    const std::scoped_lock lock(file->m_mutex);
    if (file->m_isChecking && offset == file->m_checkedBegin) {
        file->m_isChecking = false; // Taken over: what the other has written is not checked and goes.
    }
    const qint64 size = file->sizeLocked();
    if (size < 0) {
        return fail(ErrorCode::NotFound, {{u"what"_s, u"upload"_s}, {u"id"_s, QFileInfo(file->m_path).fileName()}});
    }
    if (size != offset) {
        return otherOffset(size);
    }
    writer.reset(new Writer(file, ++file->m_writer));
    errno = 0;
    if (!writer->m_out.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)) {
        return Failure(systemError(file->m_path, errno));
    }
    writer->m_begin = offset;
    writer->m_offset = offset;
    writer->m_limit = limit;
    if (offset == 0) {
        writer->m_whole.emplace();
    }
    if (checksum) {
        // Not synced: it is for a program that ends; where the computer does, the rest of the file may be lost too.
        QFile mark(file->markPath());
        if (!mark.open(QIODevice::WriteOnly) || mark.write(QByteArray::number(offset)) <= 0 || !mark.flush()) {
            return fail(ErrorCode::DiskReadOnly, {{u"path"_s, mark.fileName()}}, mark.errorString());
        }
        writer->m_checksum = checksum;
        writer->m_hash.emplace(checksum->algorithm);
        file->m_isChecking = true;
        file->m_checkedBegin = offset;
    }
    return writer;
}

PartialFile::Writer::Writer(std::shared_ptr<PartialFile> file, quint64 number)
    : m_file(std::move(file))
    , m_number(number)
    , m_out(m_file->m_path)
{
}

PartialFile::Writer::~Writer()
{
    const std::scoped_lock lock(m_file->m_mutex);
    if (m_number != m_file->m_writer) {
        return;
    }
    m_out.close();
    m_file->m_isChecking = false;
    if (!m_isFinished) {
        m_file->forgetUnchecked();
    }
}

Result<void> PartialFile::Writer::add(QByteArrayView bytes)
{
    const std::scoped_lock lock(m_file->m_mutex);
    if (m_number != m_file->m_writer) {
        return otherOffset(QFileInfo(m_file->m_path).size());
    }
    if (m_offset + bytes.size() > m_limit) {
        return fail(ErrorCode::TooLarge, {{u"field"_s, u"body"_s},
                                          {u"value"_s, u"more than %1 bytes"_s.arg(m_limit - m_begin)},
                                          {u"limit"_s, u"%1 bytes"_s.arg(m_limit - m_begin)}});
    }
    if (auto written = writeAll(m_out, bytes); !written) {
        return written;
    }
    m_offset += bytes.size();
    if (m_hash) {
        m_hash->addData(bytes.toByteArray());
    }
    if (m_whole) {
        m_whole->add(bytes);
    }
    return {};
}

Result<PieceEnd> PartialFile::Writer::finish()
{
    {
        const std::scoped_lock lock(m_file->m_mutex);
        if (m_number != m_file->m_writer) {
            return otherOffset(QFileInfo(m_file->m_path).size());
        }
        if (m_checksum && m_hash->result() != m_checksum->value) {
            m_file->m_isChecking = false;
            m_file->forgetUnchecked();
            m_offset = m_begin;
            return PieceEnd::Mismatch;
        }
    }
    // Without the lock: it may take seconds, and others only want to know how far the upload has come.
    if (auto synced = syncFile(m_out); !synced) {
        return failed(synced);
    }
    const std::scoped_lock lock(m_file->m_mutex);
    if (m_number != m_file->m_writer) {
        return otherOffset(QFileInfo(m_file->m_path).size());
    }
    QFile::remove(m_file->markPath());
    m_file->m_isChecking = false;
    m_isFinished = true;
    return PieceEnd::Taken;
}

std::optional<Digests> PartialFile::Writer::digests()
{
    if (!m_whole) {
        return std::nullopt;
    }
    auto digests = m_whole->finish();
    m_whole.reset();
    return digests;
}

} // namespace kinframe::render
