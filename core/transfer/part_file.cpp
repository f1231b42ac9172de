// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/part_file.h"

#include "base/files.h"
#include "base/log.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <cerrno>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <sys/stat.h>
#endif

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;

/// How much may be lost to a power cut where no checksum guards the file.
constexpr qint64 syncEvery = 32 * 1024 * 1024;
/// What is smaller than this is not worth a state file: it is fetched anew sooner than two folders are synced.
constexpr qint64 worthResuming = 256 * 1024;
/// How much of a file in several ranges may be lost to a crash of the program.
constexpr qint64 describeEvery = 2 * 1024 * 1024;
/// The room of what is smaller is looked for as it comes.
constexpr qint64 worthReserving = 4 * 1024 * 1024;
constexpr qint64 longestState = 64 * 1024;

/// As long as it is the same, nothing that was written was lost, synced or not: programs end, the system goes on.
const QString &thisBoot()
{
    static const QString boot = [] {
        const auto id = readSmallFile(u"/proc/sys/kernel/random/boot_id"_s, 100);
        return id ? QString::fromLatin1(id->trimmed()) : QString();
    }();
    return boot;
}

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

PartFile::PartFile(QString target, bool hasChecksum)
    : m_target(std::move(target))
    , m_hasChecksum(hasChecksum)
    , m_file(std::make_shared<QFile>(partOf(m_target)))
{
}

Result<void> PartFile::open(const QByteArray &source)
{
    const QString folder = QFileInfo(m_target).path();
    if (!QFileInfo(folder).isWritable()) {
        return Failure(systemError(folder, QFileInfo::exists(folder) ? EACCES : ENOENT));
    }
    m_written = keptOf(source);
    if (m_written.isEmpty()) {
        m_version = {source, {}, {}, -1};
        return {};
    }
    if (auto opened = openFile(); !opened) {
        return opened;
    }
    return truncate(m_written.end());
}

/// It is made only when there is something to write: thousands may wait for their turn.
Result<void> PartFile::openFile()
{
    if (m_file->isOpen()) {
        return {};
    }
    errno = 0;
    const auto anew = m_written.isEmpty() ? QIODevice::Truncate : QIODevice::NotOpen;
    if (!m_file->open(QIODevice::ReadWrite | QIODevice::Unbuffered | anew)) {
        return Failure(systemError(m_file->fileName(), errno));
    }
    return {};
}

/// Reads the state and says which bytes of the part are worth going on from.
ByteRanges PartFile::keptOf(const QByteArray &source)
{
    m_durable = {};
    m_syncing.reset();
    m_described = -1;
    m_isListed = false;
    const QFileInfo part(partOf(m_target));
    const auto bytes = part.exists() ? readSmallFile(stateOf(m_target), longestState) : fail(ErrorCode::FileNotFound);
    const QJsonObject state = bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
    m_version.source = state[u"source"_s].toString().toLatin1();
    m_version.etag = state[u"etag"_s].toString().toLatin1();
    m_version.lastModified = state[u"lastModified"_s].toString().toLatin1();
    m_version.size = state[u"size"_s].toInteger(-1);
    const qint64 present = part.size();
    if (m_version.source != source || (m_version.validator().isEmpty() && !m_hasChecksum)) {
        return {};
    }
    if (m_version.size >= 0 && present > m_version.size) {
        return {};
    }
    m_durable = ByteRanges::fromJson(state[u"durable"_s].toArray(), present);
    // One that comes in order tells by its length what was written.
    ByteRanges written = ByteRanges::fromJson(state[u"written"_s].toArray(), present);
    m_isListed = state.contains(u"written"_s);
    if (!m_isListed) {
        written.add({0, present});
    }
    const bool isSameBoot = !thisBoot().isEmpty() && state[u"boot"_s].toString() == thisBoot();
    ByteRanges kept = m_hasChecksum || isSameBoot ? written : m_durable;
    m_described = kept.total();
    return kept;
}

Result<void> PartFile::truncate(qint64 size)
{
    errno = 0;
    // What was reserved behind the end goes too.
    const bool isOther = m_file->isOpen() && (m_file->size() != size || room(m_target) > 0);
    if (isOther && !m_file->resize(size)) {
        return Failure(systemError(m_file->fileName(), errno));
    }
    return {};
}

bool PartFile::isContinuedBy(const HttpHead &head, const ContentRange &range, qint64 from) const
{
    const FileVersion now = FileVersion::of(head, m_version.source);
    const bool sameSize = m_version.size < 0 || range.total < 0 || range.total == m_version.size;
    const bool sameTag = now.etag.isEmpty() || m_version.etag.isEmpty() || now.etag == m_version.etag;
    return range.first == from && sameSize && sameTag && !head.encoded();
}

Result<void> PartFile::startOver(FileVersion version)
{
    m_version = std::move(version);
    m_written = m_durable = {};
    m_syncing.reset();
    m_isListed = false;
    if (m_described >= 0) {
        QFile::remove(stateOf(m_target));
        m_described = -1;
    }
    return truncate(0);
}

Result<void> PartFile::reserve()
{
    if (m_version.size < worthReserving) {
        return {};
    }
    if (auto opened = openFile(); !opened) {
        return opened;
    }
#ifdef Q_OS_LINUX
    // The length stays what was written. File systems that cannot do this take the room as they get the bytes.
    const bool isFull = ::fallocate(m_file->handle(), FALLOC_FL_KEEP_SIZE, 0, m_version.size) != 0 && errno == ENOSPC;
    if (isFull) {
        return Failure(explained(systemError(m_target, ENOSPC), 0));
    }
#endif
    return {};
}

Result<void> PartFile::write(qint64 offset, QByteArrayView bytes)
{
    if (auto opened = openFile(); !opened) {
        return opened;
    }
    const qint64 before = m_written.end();
    if (offset > before && !m_isListed) {
        // From here on the file's length says nothing, which its state must know first.
        m_isListed = true;
        if (auto described = m_described >= 0 ? writeState() : Result<void>(); !described) {
            return described;
        }
    }
    if (m_file->pos() != offset) {
        m_file->seek(offset);
    }
    if (auto written = writeAll(*m_file, bytes); !written) {
        // A write can fail half done: what lies in the file is then more than what is known of.
        m_file->resize(before);
        return Failure(explained(std::move(written.error()), bytes.size()));
    }
    m_written.add({offset, offset + bytes.size()});
    const qint64 news = m_written.total() - std::max<qint64>(m_described, 0);
    const bool isWorthIt = m_described < 0 ? m_written.total() >= worthResuming : m_isListed && news >= describeEvery;
    // The last bytes are followed by the file's own name.
    return isWorthIt && !complete() ? writeState() : Result<void>();
}

bool PartFile::wantsSync() const
{
    return !m_syncing && m_file->isOpen() && !complete() && m_written.total() - m_durable.total() >= syncEvery;
}

std::shared_ptr<QFile> PartFile::beginSync()
{
    auto same = std::make_shared<QFile>(path());
    if (!same->open(QIODevice::ReadWrite | QIODevice::ExistingOnly)) {
        return nullptr;
    }
    m_syncing = m_written;
    return same;
}

void PartFile::endSync(bool isDone)
{
    if (!m_syncing) {
        return;
    }
    if (isDone) {
        m_durable = *m_syncing;
        if (const auto written = writeState(); !written) {
            qCInfo(logTransfer).noquote() << "state not written:" << written.error().forLog();
        }
    }
    m_syncing.reset();
}

Result<void> PartFile::suspend()
{
    if (!m_file->isOpen() || m_written.total() == m_durable.total()) {
        return {};
    }
    if (auto synced = syncFile(*m_file); !synced) {
        return Failure(explained(std::move(synced.error()), 0));
    }
    m_durable = m_written;
    if (auto written = replaceFile(stateOf(m_target), state()); !written) {
        return Failure(explained(std::move(written.error()), 0));
    }
    m_described = m_written.total();
    return {};
}

QByteArray PartFile::state() const
{
    QJsonObject state{{u"source"_s, QString::fromLatin1(m_version.source)},
                      {u"etag"_s, QString::fromLatin1(m_version.etag)},
                      {u"lastModified"_s, QString::fromLatin1(m_version.lastModified)},
                      {u"size"_s, m_version.size},
                      {u"boot"_s, thisBoot()},
                      {u"durable"_s, m_durable.toJson()}};
    if (m_isListed) {
        state[u"written"_s] = m_written.toJson();
    }
    return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

/// Not synced: what a power cut takes of it is only fetched again.
Result<void> PartFile::writeState()
{
    QFile file(stateOf(m_target) + u".new"_s);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered)) {
        return Failure(explained(systemError(file.fileName(), errno), 0));
    }
    auto written = writeAll(file, state());
    file.close();
    if (written) {
        written = renameOver(file.fileName(), stateOf(m_target));
    }
    if (!written) {
        file.remove();
        return Failure(explained(std::move(written.error()), 0));
    }
    m_described = m_written.total();
    return {};
}

/// A full disk is told with what is missing for the rest of the file, as far as its size is known.
Error PartFile::explained(Error error, qint64 wanted) const
{
    if (error.code != ErrorCode::DiskFull) {
        return error;
    }
    const qint64 here = std::max(total(), room(m_target));
    const qint64 rest = std::max(m_version.size - here, std::max<qint64>(wanted, 1));
    const qint64 free = std::max<qint64>(freeSpace(QFileInfo(m_target).path()), 0);
    return diskFull(m_target, free < rest ? rest - free : rest);
}

Result<void> PartFile::checkRoom(std::optional<qint64> expected) const
{
    const qint64 size = std::max(m_version.size, expected.value_or(-1));
    const qint64 needed = size - std::max(total(), room(m_target));
    const qint64 free = size < 0 || needed <= 0 ? -1 : freeSpace(QFileInfo(m_target).path());
    if (free < 0 || needed <= free) {
        return {};
    }
    return Failure(diskFull(m_target, needed - free));
}

Result<FileSettler::Finished> PartFile::finish()
{
    if (auto opened = openFile(); !opened) {
        return failed(opened);
    }
    return FileSettler::Finished{m_file, m_target, m_described >= 0 ? stateOf(m_target) : QString(), {}};
}

void PartFile::discard()
{
    m_file->close();
    remove(m_target);
    m_written = m_durable = {};
    m_syncing.reset();
    m_described = -1;
    m_isListed = false;
    m_version = {};
}

qint64 PartFile::room(const QString &target)
{
#ifdef Q_OS_LINUX
    struct stat found = {};
    constexpr qint64 block = 512;
    const bool isThere = ::stat(QFile::encodeName(partOf(target)).constData(), &found) == 0;
    return isThere ? qint64(found.st_blocks) * block : 0;
#else
    return QFileInfo(partOf(target)).size();
#endif
}

void PartFile::remove(const QString &target)
{
    // The state goes first: without it no part is ever resumed.
    QFile::remove(stateOf(target));
    QFile::remove(partOf(target));
}

} // namespace kinframe::transfer
