// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/made_files.h"

#include "api/test_data.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QtEndian>

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>

#include <vector>
#include <zlib.h>

namespace kinframe::test {

using namespace Qt::StringLiterals;

namespace {

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray pngChunk(const QByteArray &type, const QByteArray &body)
{
    const QByteArray checked = type + body;
    const uLong sum = crc32(0, reinterpret_cast<const Bytef *>(checked.constData()), static_cast<uInt>(checked.size()));
    return bigEndian(static_cast<quint32>(body.size())) + checked + bigEndian(static_cast<quint32>(sum));
}

QByteArray made(int number, const char *suffix)
{
    cv::Mat picture(48, 64, CV_8UC3);
    cv::RNG random(static_cast<uint64_t>(number) * 7919 + 1);
    random.fill(picture, cv::RNG::UNIFORM, 0, 256);
    std::vector<uchar> coded;
    cv::imencode(suffix, picture, coded);
    return QByteArray(reinterpret_cast<const char *>(coded.data()), static_cast<qsizetype>(coded.size()));
}

} // namespace

QByteArray madeJpeg(int number)
{
    return made(number, ".jpg");
}

QByteArray madePng(int number, const QByteArray &keyword, const QByteArray &text)
{
    const QByteArray png = made(number, ".png");
    constexpr qsizetype head = 33; // the signature and the first chunk
    return png.first(head) + pngChunk("tEXt", keyword + '\0' + text) + png.sliced(head);
}

QStringList writeJpegs(const QString &folder, int count, int first)
{
    QDir().mkpath(folder);
    QStringList paths;
    for (int number = first; number < first + count; ++number) {
        const QString path = u"%1/made-%2.jpg"_s.arg(folder).arg(number, 5, 10, QChar(u'0'));
        if (!writeBytes(path, madeJpeg(number))) {
            return {};
        }
        paths << path;
    }
    return paths;
}

QByteArray hugePng(quint32 width, quint32 height)
{
    const QByteArray eightBitRgb("\x08\x02\x00\x00\x00", 5);
    // Deflated nothing: the pixels that the head promises are not there.
    const QByteArray pixels = qCompress(QByteArray(1024, '\0')).sliced(4);
    return QByteArray("\x89PNG\r\n\x1a\n") + pngChunk("IHDR", bigEndian(width) + bigEndian(height) + eightBitRgb) +
           pngChunk("IDAT", pixels) + pngChunk("IEND", {});
}

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator all(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        files << QDir(folder).relativeFilePath(all.next());
    }
    files.sort();
    return files;
}

QString sha256Of(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QString blobName(const QString &sha256)
{
    return sha256.first(2) + u'/' + sha256.mid(2, 2) + u'/' + sha256;
}

} // namespace kinframe::test
