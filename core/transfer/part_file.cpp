// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/part_file.h"

#include "base/files.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <cerrno>

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;

/// How much may be lost to a power cut where no checksum guards the file.
constexpr qint64 syncEvery = 32 * 1024 * 1024;
/// What is smaller than this is not worth a state file: it is fetched anew sooner than two folders are synced.
constexpr qint64 worthResuming = 256 * 1024;
constexpr qint64 hashAtOnce = 4 * 1024 * 1024;
constexpr qint64 longestState = 64 * 1024;

QString partOf(const QString &target)
{
    return target + u".part"_s;
}

QString stateOf(const QString &target)
{
    return target + u".part.json"_s;
}

QByteArray strong(const QByteArray &etag)
{
    return etag.startsWith('"') ? etag : QByteArray();
}

/// A date of change can be trusted only when the second it names was over as the answer was made.
QByteArray settled(const HttpHead &head)
{
    const QByteArray value = head.header("Last-Modified");
    const auto changed = httpDate(value);
    const auto now = httpDate(head.header("Date"));
    return changed && now && *now > *changed ? value : QByteArray();
}

} // namespace

Error diskFull(const QString &path, qint64 missing)
{
    const QString text = QLocale::c().formattedDataSize(missing, 1, QLocale::DataSizeTraditionalFormat);
    return {ErrorCode::DiskFull,
            {{u"path"_s, path}, {u"missing"_s, text}, {u"missingBytes"_s, QString::number(missing)}},
            {}};
}

FileVersion FileVersion::of(const HttpHead &head, const QByteArray &source)
{
    if (head.encoded()) {
        // Ranges would count the packed bytes, and we keep the unpacked ones.
        return {source, {}, {}, -1};
    }
    return {source, strong(head.header("ETag")), settled(head), -1};
}

PartFile::PartFile(QString target, Checksum checksum)
    : m_target(std::move(target))
    , m_hasChecksum(checksum.known())
    , m_checker(std::move(checksum))
    , m_file(partOf(m_target))
{
}

Result<void> PartFile::open(const QByteArray &source)
{
    m_file.close();
    m_checker.startOver();
    m_hashed = 0;
    errno = 0;
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered)) {
        return Failure(systemError(m_file.fileName(), errno));
    }
    const qint64 kept = keptOf(source);
    if (kept == 0) {
        m_version = {source, {}, {}, -1};
    }
    return truncate(kept);
}

/// Reads the state and says how many bytes of the part are worth going on from.
qint64 PartFile::keptOf(const QByteArray &source)
{
    m_durable = 0;
    m_described = false;
    const auto bytes = readSmallFile(stateOf(m_target), longestState);
    const QJsonObject state = bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
    m_version.source = state[u"source"_s].toString().toLatin1();
    m_version.etag = state[u"etag"_s].toString().toLatin1();
    m_version.lastModified = state[u"lastModified"_s].toString().toLatin1();
    m_version.size = state[u"size"_s].toInteger(-1);
    const qint64 durable = state[u"durable"_s].toInteger(0);
    const qint64 present = m_file.size();
    if (m_version.source != source || (m_version.validator().isEmpty() && !m_hasChecksum)) {
        return 0;
    }
    if (m_version.size >= 0 && present > m_version.size) {
        return 0;
    }
    const qint64 kept = m_hasChecksum ? present : std::min(present, durable);
    m_durable = std::min(kept, durable);
    m_described = true;
    return kept;
}

Result<void> PartFile::truncate(qint64 size)
{
    errno = 0;
    if (m_file.size() != size && !m_file.resize(size)) {
        return Failure(systemError(m_file.fileName(), errno));
    }
    m_file.seek(size);
    m_size = size;
    return {};
}

Result<bool> PartFile::hashKept()
{
    if (!m_hasChecksum || m_hashed >= m_size) {
        m_file.seek(m_size);
        return true;
    }
    m_file.seek(m_hashed);
    const QByteArray bytes = m_file.read(std::min(hashAtOnce, m_size - m_hashed));
    if (bytes.isEmpty()) {
        return fail(ErrorCode::FileVanished, {{u"path"_s, m_file.fileName()}}, m_file.errorString());
    }
    m_checker.add(bytes);
    m_hashed += bytes.size();
    return false;
}

bool PartFile::isContinuedBy(const HttpHead &head, const ContentRange &range) const
{
    const FileVersion now = FileVersion::of(head, m_version.source);
    const bool sameSize = m_version.size < 0 || range.total < 0 || range.total == m_version.size;
    const bool sameTag = now.etag.isEmpty() || m_version.etag.isEmpty() || now.etag == m_version.etag;
    return range.first == m_size && sameSize && sameTag && !head.encoded();
}

Result<void> PartFile::startOver(FileVersion version)
{
    m_version = std::move(version);
    m_checker.startOver();
    m_hashed = m_durable = 0;
    QFile::remove(stateOf(m_target));
    m_described = false;
    return truncate(0);
}

Result<void> PartFile::append(QByteArrayView bytes)
{
    if (auto written = writeAll(m_file, bytes); !written) {
        // A write can fail half done: what lies in the file is then more than what was hashed.
        m_file.resize(m_size);
        return Failure(explained(std::move(written.error()), bytes.size()));
    }
    m_checker.add(bytes);
    m_size += bytes.size();
    m_hashed = m_size;
    if (m_size - m_durable >= syncEvery) {
        return suspend();
    }
    return !m_described && m_size >= worthResuming ? writeState() : Result<void>();
}

Result<void> PartFile::suspend()
{
    if (!m_file.isOpen() || m_size == m_durable) {
        return {};
    }
    if (auto synced = syncFile(m_file); !synced) {
        return Failure(explained(std::move(synced.error()), 0));
    }
    m_durable = m_size;
    return writeState();
}

Result<void> PartFile::writeState()
{
    const QJsonObject state{{u"source"_s, QString::fromLatin1(m_version.source)},
                            {u"etag"_s, QString::fromLatin1(m_version.etag)},
                            {u"lastModified"_s, QString::fromLatin1(m_version.lastModified)},
                            {u"size"_s, m_version.size},
                            {u"durable"_s, m_durable}};
    auto written = replaceFile(stateOf(m_target), QJsonDocument(state).toJson(QJsonDocument::Compact));
    if (!written) {
        return Failure(explained(std::move(written.error()), 0));
    }
    m_described = true;
    return {};
}

/// A full disk is told with what is missing for the rest of the file, as far as its size is known.
Error PartFile::explained(Error error, qint64 wanted) const
{
    if (error.code != ErrorCode::DiskFull) {
        return error;
    }
    const qint64 rest = std::max(m_version.size - m_size, std::max<qint64>(wanted, 1));
    const qint64 free = std::max<qint64>(freeSpace(QFileInfo(m_target).path()), 0);
    return diskFull(m_target, free < rest ? rest - free : rest);
}

Result<void> PartFile::checkRoom(std::optional<qint64> expected) const
{
    const qint64 size = std::max(m_version.size, expected.value_or(-1));
    const qint64 free = freeSpace(QFileInfo(m_target).path());
    const qint64 needed = size - m_size;
    if (size < 0 || free < 0 || needed <= free) {
        return {};
    }
    return Failure(diskFull(m_target, needed - free));
}

Result<void> PartFile::finish()
{
    if (auto synced = syncFile(m_file); !synced) {
        return Failure(explained(std::move(synced.error()), 0));
    }
    m_file.close();
    if (auto renamed = renameDurably(m_file.fileName(), m_target); !renamed) {
        return renamed;
    }
    QFile::remove(stateOf(m_target));
    return {};
}

void PartFile::discard()
{
    m_file.close();
    remove(m_target);
    m_size = m_hashed = m_durable = 0;
    m_described = false;
    m_version = {};
}

void PartFile::remove(const QString &target)
{
    // The state goes first: without it no part is ever resumed.
    QFile::remove(stateOf(target));
    QFile::remove(partOf(target));
}

} // namespace kinframe::transfer
