// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/picture_bytes.h"

#include "base/files.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

// Metadata is written into pictures, of which none that a camera or a program makes is as large.
constexpr qint64 largestFile = 1024LL * 1024 * 1024;

/// Goes through the bytes of a file, part by part.
class Parts
{
public:
    explicit Parts(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] QByteArrayView rest() const { return m_bytes.sliced(m_at); }
    [[nodiscard]] bool isAtEnd() const { return m_at >= m_bytes.size(); }
    /// Null where there are not as many.
    [[nodiscard]] QByteArrayView take(qint64 count)
    {
        if (count < 0 || count > m_bytes.size() - m_at) {
            m_at = m_bytes.size();
            m_isBroken = true;
            return {};
        }
        const QByteArrayView taken = m_bytes.sliced(m_at, count);
        m_at += count;
        return taken;
    }
    [[nodiscard]] bool isBroken() const { return m_isBroken; }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_isBroken = false;
};

bool isMetadataSegment(uchar marker, QByteArrayView body)
{
    switch (marker) {
    case 0xE1:
        return body.startsWith(QByteArrayView("Exif\0\0", 6)) ||
               body.startsWith(QByteArrayView("http://ns.adobe.com/xap/1.0/\0", 29));
    case 0xE2:
        return body.startsWith(QByteArrayView("ICC_PROFILE\0", 12));
    case 0xED:
        return body.startsWith("Photoshop 3.0");
    default:
        return false;
    }
}

/// A comment may be padded with zeros, which are not kept.
QByteArrayView withoutPadding(QByteArrayView body)
{
    while (body.endsWith('\0')) {
        body.chop(1);
    }
    return body;
}

bool addJpeg(QCryptographicHash &hash, Parts parts)
{
    if (parts.take(2) != QByteArrayView("\xFF\xD8", 2)) {
        return false;
    }
    // Where a program puts its own segments among the others does not matter; what the picture is made of keeps its
    // order.
    QByteArrayList beside;
    for (;;) {
        const QByteArrayView marker = parts.take(2);
        if (marker.size() != 2 || uchar(marker[0]) != 0xFF) {
            return false;
        }
        const auto kind = uchar(marker[1]);
        if (kind == 0xDA) {
            break;
        }
        const QByteArrayView length = parts.take(2);
        if (length.size() != 2) {
            return false;
        }
        const QByteArrayView body = parts.take(qFromBigEndian<quint16>(length.data()) - 2);
        if (parts.isBroken()) {
            return false;
        }
        if ((kind >= 0xE0 && kind <= 0xEF) || kind == 0xFE) {
            if (!isMetadataSegment(kind, body)) {
                beside.append(marker.toByteArray() + (kind == 0xFE ? withoutPadding(body) : body).toByteArray());
            }
        } else {
            hash.addData(marker);
            hash.addData(body);
        }
    }
    std::sort(beside.begin(), beside.end());
    for (const QByteArray &segment : beside) {
        hash.addData(segment);
    }
    // With what comes after the picture: the video of a motion photo, other pictures.
    hash.addData(parts.rest());
    return true;
}

bool isMetadataChunk(QByteArrayView kind, QByteArrayView body)
{
    if (kind == "eXIf" || kind == "iCCP") {
        return true;
    }
    const bool isText = kind == "tEXt" || kind == "zTXt" || kind == "iTXt";
    return isText && (body.startsWith("XML:com.adobe.xmp") || body.startsWith("Raw profile type "));
}

bool addPng(QCryptographicHash &hash, Parts parts)
{
    if (parts.take(8) != QByteArrayView("\x89PNG\r\n\x1A\n", 8)) {
        return false;
    }
    while (!parts.isAtEnd()) {
        const QByteArrayView head = parts.take(8);
        const QByteArrayView body = parts.take(head.size() == 8 ? qint64(qFromBigEndian<quint32>(head.data())) : -1);
        static_cast<void>(parts.take(4));
        if (parts.isBroken()) {
            return false;
        }
        const QByteArrayView kind = head.sliced(4);
        if (!isMetadataChunk(kind, body)) {
            hash.addData(head);
            hash.addData(body);
        }
        if (kind == "IEND") {
            break;
        }
    }
    hash.addData(parts.rest());
    return true;
}

bool addWebP(QCryptographicHash &hash, Parts parts)
{
    const QByteArrayView head = parts.take(12);
    if (!head.startsWith("RIFF") || !head.endsWith("WEBP")) {
        return false;
    }
    while (!parts.isAtEnd()) {
        const QByteArrayView chunk = parts.take(8);
        const qint64 size = chunk.size() == 8 ? qint64(qFromLittleEndian<quint32>(chunk.data() + 4)) : -1;
        const QByteArrayView body = parts.take(size);
        if (parts.isBroken()) {
            return false;
        }
        if (size % 2 != 0 && !parts.isAtEnd()) {
            static_cast<void>(parts.take(1));
        }
        const QByteArrayView kind = chunk.first(4);
        // VP8X lists which of the other chunks there are.
        if (kind != "VP8X" && kind != "XMP " && kind != "EXIF" && kind != "ICCP") {
            hash.addData(chunk);
            hash.addData(body);
        }
    }
    return true;
}

} // namespace

bool canWriteInto(Format format)
{
    return format == Format::Jpeg || format == Format::Png || format == Format::WebP;
}

Result<QByteArray> pictureDigest(const QString &path, Format format)
{
    const auto bytes = readSmallFile(path, largestFile);
    if (!bytes) {
        return failed(bytes);
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const Parts parts{QByteArrayView(*bytes)};
    bool isWhole = false;
    switch (format) {
    case Format::Jpeg:
        isWhole = addJpeg(hash, parts);
        break;
    case Format::Png:
        isWhole = addPng(hash, parts);
        break;
    case Format::WebP:
        isWhole = addWebP(hash, parts);
        break;
    default:
        return fail(ErrorCode::Unsupported, {{u"value"_s, path}, {u"expected"_s, u"JPEG, PNG, WebP"_s}});
    }
    if (!isWhole) {
        return fail(ErrorCode::FileDamaged, {{u"path"_s, path}, {u"reason"_s, u"metadata"_s}});
    }
    return hash.result();
}

} // namespace kinframe::media
