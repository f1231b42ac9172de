// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/zip_stream.h"

#include "base/file_names.h"

#include <QDateTime>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>
#include <concepts>

#include <zlib.h>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;

// Larger numbers stand in fields of ZIP64.
constexpr qint64 largest32 = 0xFFFFFFFF;
constexpr qint64 largest16 = 0xFFFF;
constexpr qint64 pieceBytes = 256 * 1024;

// The check sum follows the file, for it is known only then; names are UTF-8.
constexpr quint16 flags = 0x0008 | 0x0800;
constexpr quint16 usualVersion = 20;
constexpr quint16 zip64Version = 45;
constexpr quint16 madeOnUnix = 3 << 8;
// An ordinary file that everybody may read.
constexpr quint32 attributes = quint32(0100644) << 16;

// Lengths of the records, without names and extra fields.
constexpr qint64 headerBytes = 30;
constexpr qint64 descriptorBytes = 16;
constexpr qint64 descriptorBytes64 = 24;
constexpr qint64 entryBytes = 46;
constexpr qint64 endBytes = 22;
constexpr qint64 endBytes64 = 56 + 20;

/// Numbers as they stand in archives: the lowest byte first.
class Bytes
{
public:
    template <std::integral Number>
    Bytes &add(Number value)
    {
        const Number little = qToLittleEndian(value);
        m_bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
        return *this;
    }
    Bytes &add(const QByteArray &bytes)
    {
        m_bytes.append(bytes);
        return *this;
    }
    [[nodiscard]] QByteArray take() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
};

bool isBig(qint64 number)
{
    return number >= largest32;
}

quint32 field32(qint64 number)
{
    return quint32(std::min(number, largest32));
}

/// The numbers that have no room elsewhere.
QByteArray extra64(const std::vector<qint64> &numbers)
{
    if (numbers.empty()) {
        return {};
    }
    Bytes extra;
    extra.add(quint16(1)).add(quint16(numbers.size() * 8));
    for (const qint64 number : numbers) {
        extra.add(quint64(number));
    }
    return extra.take();
}

QByteArray headerExtra(qint64 size)
{
    return isBig(size) ? extra64({size, size}) : QByteArray();
}

QByteArray entryExtra(qint64 size, qint64 offset)
{
    std::vector<qint64> numbers;
    if (isBig(size)) {
        numbers = {size, size};
    }
    if (isBig(offset)) {
        numbers.push_back(offset);
    }
    return extra64(numbers);
}

/// Time and date as DOS had them: from 1980 to 2107, every other second.
quint32 dosTime(qint64 ms)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    const QDate date = moment.date();
    if (date.year() < 1980 || date.year() > 2107) {
        return quint32(1 << 5 | 1) << 16; // The first day.
    }
    const QTime time = moment.time();
    const int clock = time.hour() << 11 | time.minute() << 5 | time.second() / 2;
    const int day = (date.year() - 1980) << 9 | date.month() << 5 | date.day();
    return quint32(day) << 16 | quint32(clock);
}

} // namespace

ZipStream::ZipStream(std::vector<ZipEntry> entries)
{
    qint64 directoryBytes = 0;
    for (ZipEntry &entry : entries) {
        Part part{std::move(entry), {}, m_directoryOffset, 0};
        part.name = part.entry.name.toUtf8();
        const qint64 size = part.entry.size;
        m_directoryOffset += headerBytes + part.name.size() + headerExtra(size).size() + size +
                             (isBig(size) ? descriptorBytes64 : descriptorBytes);
        directoryBytes += entryBytes + part.name.size() + entryExtra(size, part.offset).size();
        m_parts.push_back(std::move(part));
    }
    const bool needs64 = isBig(m_directoryOffset) || isBig(directoryBytes) || qint64(m_parts.size()) >= largest16;
    m_length = m_directoryOffset + directoryBytes + (needs64 ? endBytes64 : 0) + endBytes;
}

Result<QByteArray> ZipStream::next()
{
    if (m_isOpen) {
        return readOn();
    }
    if (m_current < m_parts.size()) {
        return begin();
    }
    return std::exchange(m_isWhole, true) ? QByteArray() : directory();
}

Result<QByteArray> ZipStream::begin()
{
    Part &part = m_parts[m_current];
    m_file.setFileName(part.entry.path);
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        const auto code = m_file.exists() ? ErrorCode::FileUnreadable : ErrorCode::FileVanished;
        return fail(code, {{u"path"_s, part.entry.path}}, m_file.errorString());
    }
    if (m_file.size() != part.entry.size) {
        return fail(ErrorCode::FileChanged, {{u"path"_s, part.entry.path}});
    }
    m_isOpen = true;
    m_left = part.entry.size;
    part.crc = quint32(crc32_z(0, nullptr, 0));
    const QByteArray extra = headerExtra(part.entry.size);
    Bytes header;
    header.add(quint32(0x04034b50)).add(isBig(part.entry.size) ? zip64Version : usualVersion).add(flags);
    header.add(quint16(0)).add(dosTime(part.entry.modifiedMs)).add(quint32(0));
    header.add(field32(part.entry.size)).add(field32(part.entry.size));
    header.add(quint16(part.name.size())).add(quint16(extra.size())).add(part.name).add(extra);
    return header.take();
}

Result<QByteArray> ZipStream::readOn()
{
    Part &part = m_parts[m_current];
    if (m_left > 0) {
        QByteArray piece = m_file.read(std::min(m_left, pieceBytes));
        if (piece.isEmpty()) {
            return fail(ErrorCode::FileChanged, {{u"path"_s, part.entry.path}}, m_file.errorString());
        }
        m_left -= piece.size();
        part.crc = quint32(
            crc32_z(part.crc, reinterpret_cast<const Bytef *>(piece.constData()), static_cast<z_size_t>(piece.size())));
        return piece;
    }
    m_file.close();
    m_isOpen = false;
    ++m_current;
    Bytes descriptor;
    descriptor.add(quint32(0x08074b50)).add(part.crc);
    if (isBig(part.entry.size)) {
        descriptor.add(quint64(part.entry.size)).add(quint64(part.entry.size));
    } else {
        descriptor.add(quint32(part.entry.size)).add(quint32(part.entry.size));
    }
    return descriptor.take();
}

QByteArray ZipStream::directory() const
{
    Bytes bytes;
    for (const Part &part : m_parts) {
        const QByteArray extra = entryExtra(part.entry.size, part.offset);
        const quint16 version = extra.isEmpty() ? usualVersion : zip64Version;
        bytes.add(quint32(0x02014b50)).add(quint16(madeOnUnix | zip64Version)).add(version).add(flags);
        bytes.add(quint16(0)).add(dosTime(part.entry.modifiedMs)).add(part.crc);
        bytes.add(field32(part.entry.size)).add(field32(part.entry.size));
        bytes.add(quint16(part.name.size())).add(quint16(extra.size())).add(quint16(0)); // No comment.
        bytes.add(quint16(0)).add(quint16(0)).add(attributes).add(field32(part.offset));
        bytes.add(part.name).add(extra);
    }
    QByteArray all = bytes.take();
    const qint64 size = all.size();
    const auto count = qint64(m_parts.size());
    Bytes end;
    if (isBig(m_directoryOffset) || isBig(size) || count >= largest16) {
        end.add(quint32(0x06064b50)).add(quint64(44)).add(quint16(madeOnUnix | zip64Version)).add(zip64Version);
        end.add(quint32(0)).add(quint32(0)).add(quint64(count)).add(quint64(count));
        end.add(quint64(size)).add(quint64(m_directoryOffset));
        end.add(quint32(0x07064b50)).add(quint32(0)).add(quint64(m_directoryOffset + size)).add(quint32(1));
    }
    const auto count16 = quint16(std::min(count, largest16));
    end.add(quint32(0x06054b50)).add(quint16(0)).add(quint16(0)).add(count16).add(count16);
    end.add(field32(size)).add(field32(m_directoryOffset)).add(quint16(0));
    return all + end.take();
}

QString ZipNames::take(const QString &name, const QString &fallback)
{
    const QString safe = safeFileName(name);
    const QString first = safe.isEmpty() ? fallback : safe;
    const QFileInfo parts(first);
    const QString suffix = parts.suffix().isEmpty() ? QString() : QString(u'.' + parts.suffix());
    QString unique = first;
    for (int number = 1; m_taken.contains(unique.toCaseFolded()); ++number) {
        unique = first.chopped(suffix.size()) + u'+' + QString::number(number) + suffix;
    }
    m_taken.insert(unique.toCaseFolded());
    return unique;
}

} // namespace kinframe::server
