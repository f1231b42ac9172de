// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/write_file.h"

#include "base/files.h"
#include "media/metadata.h"
#include "media/picture_bytes.h"
#include "media/write_parts.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <type_traits>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

/// A copy beside a file, gone with this unless it has taken the file's place.
class CopyBeside
{
public:
    explicit CopyBeside(const QString &path)
        : m_original(path)
        // Hidden, so that nobody takes it for a picture of its own.
        , m_path(QFileInfo(path).path() + u"/."_s + QFileInfo(path).fileName() + u".kinframe"_s)
    {
    }
    ~CopyBeside()
    {
        if (!m_isInPlace) {
            QFile::remove(m_path);
        }
    }
    CopyBeside(const CopyBeside &) = delete;
    CopyBeside &operator=(const CopyBeside &) = delete;

    [[nodiscard]] QString path() const { return m_path; }

    [[nodiscard]] Result<void> make()
    {
        const QFileInfo info(m_original);
        m_modified = info.lastModified();
        m_size = info.size();
        QFile::remove(m_path); // Of a run that was killed.
        QFile copy(m_path);
        errno = 0;
        if (!copy.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered)) {
            return Failure(systemError(info.path(), errno));
        }
        auto copied = readWhole(m_original, [&](QByteArrayView bytes) { return writeAll(copy, bytes); });
        copy.close();
        QFile::setPermissions(m_path, info.permissions());
        return copied;
    }

    [[nodiscard]] Result<void> takePlace()
    {
        QFile copy(m_path);
        if (!copy.open(QIODevice::ReadWrite)) {
            return Failure(systemError(m_path, errno));
        }
        if (auto synced = syncFile(copy); !synced) {
            return synced;
        }
        copy.close();
        const QFileInfo now(m_original);
        if (!now.exists() || now.lastModified() != m_modified || now.size() != m_size) {
            return fail(ErrorCode::FileChanged, {{u"path"_s, m_original}});
        }
        auto renamed = renameOver(m_path, m_original);
        m_isInPlace = renamed.has_value();
        return renamed ? syncFolder(now.path()) : renamed;
    }

private:
    QString m_original;
    QString m_path;
    QDateTime m_modified;
    qint64 m_size = 0;
    bool m_isInPlace = false;
};

/// The metadata of a file with the values in it.
struct Changed
{
    Exiv2::ExifData exif;
    Exiv2::IptcData iptc;
    Exiv2::XmpData xmp;
    bool exifHasChanged = false;
    bool hasChanged = false;
};

Result<Changed> changedMetadata(const Exiv2::Image &image, const WrittenMetadata &written, const RegionFrame &frame,
                                const QString &path)
{
    Changed changed{image.exifData(), image.iptcData(), image.xmpData()};
    const auto before = encodedXmp(changed.xmp, path);
    writeXmp(changed.xmp, written, frame);
    const auto after = encodedXmp(changed.xmp, path);
    if (!before || !after) {
        return !before ? failed(before) : failed(after);
    }
    changed.exifHasChanged = writeOlderWords(changed.exif, written);
    const bool iptcHasChanged = writeOlderWords(changed.iptc, written);
    changed.hasChanged = *before != *after || changed.exifHasChanged || iptcHasChanged;
    return changed;
}

/// Where things lie within the file, which changes when it is written, and what tells of the pixels of a TIFF file,
/// which means nothing in other formats and which Exiv2 does not keep there.
bool isOfTheFile(const std::string &key)
{
    for (const char *end :
         {"Offset", "Offsets", ".ExifTag", ".GPSTag", ".InteroperabilityTag", "InterchangeFormat",
          "Image.PhotometricInterpretation", "Image.RowsPerStrip", "Image.StripByteCounts", "Image.SubIFDs"}) {
        if (QByteArrayView(key).endsWith(end)) {
            return true;
        }
    }
    return false;
}

/// Whether `now` has every value that `expected` has.
bool hasAll(const Exiv2::ExifData &expected, const Exiv2::ExifData &now)
{
    const ExifIndex index(now);
    return std::all_of(expected.begin(), expected.end(), [&](const Exiv2::Exifdatum &datum) {
        const std::string key = datum.key();
        if (datum.count() == 0 || isOfTheFile(key)) {
            return true;
        }
        const auto *found = index.find(key.c_str());
        return found != nullptr && valueBytes(*found) == valueBytes(datum);
    });
}

/// Every value by its key, in whatever order they stand.
std::vector<std::pair<std::string, std::string>> valuesOf(const Exiv2::XmpData &xmp)
{
    std::vector<std::pair<std::string, std::string>> values;
    for (const Exiv2::Xmpdatum &datum : xmp) {
        values.emplace_back(datum.key(), datum.toString());
    }
    std::sort(values.begin(), values.end());
    return values;
}

/// As a program reads them that finds this packet.
Result<Exiv2::XmpData> readAgain(const Exiv2::XmpData &xmp, const QString &path)
{
    const auto packet = encodedXmp(xmp, path);
    if (!packet) {
        return failed(packet);
    }
    Exiv2::XmpData read;
    Exiv2::XmpParser::decode(read, *packet);
    return read;
}

/// Of a buffer, or, as older versions hand it out, of a pointer to one.
template <typename Buffer>
QByteArray bytesOf(const Buffer &buffer)
{
    if constexpr (std::is_pointer_v<Buffer>) {
        return bytesOf(*buffer);
    } else {
#if EXIV2_TEST_VERSION(0, 28, 0)
        return {reinterpret_cast<const char *>(buffer.c_data()), qsizetype(buffer.size())};
#else
        return {reinterpret_cast<const char *>(buffer.pData_), qsizetype(buffer.size_)};
#endif
    }
}

/// That the copy says what it shall, and is the same picture otherwise.
Result<void> checkCopy(const QString &copy, const QString &path, const FileType &type, Exiv2::Image &original,
                       const Changed &changed)
{
    const auto before = pictureDigest(path, type.format);
    const auto after = pictureDigest(copy, type.format);
    if (!before || !after) {
        return !before ? failed(before) : failed(after);
    }
    const auto image = openWithExiv2(copy);
    if (!image) {
        return failed(image);
    }
    const auto expected = readAgain(changed.xmp, path);
    if (!expected) {
        return failed(expected);
    }
    if (!*image || *before != *after || valuesOf(*expected) != valuesOf((*image)->xmpData()) ||
        !hasAll(changed.exif, (*image)->exifData()) ||
        bytesOf(original.iccProfile()) != bytesOf((*image)->iccProfile())) {
        return fail(ErrorCode::FileDamaged, {{u"path"_s, path}, {u"reason"_s, u"metadata"_s}},
                    u"a copy with new metadata is not the same picture"_s);
    }
    return {};
}

Result<void> writeMetadata(const QString &path, const Changed &changed)
{
    const auto image = openWithExiv2(path);
    if (!image) {
        return failed(image);
    }
    if (!*image) {
        return fail(ErrorCode::Unsupported, {{u"value"_s, path}, {u"expected"_s, u"JPEG, PNG, WebP"_s}});
    }
    (*image)->setXmpData(changed.xmp);
    (*image)->setIptcData(changed.iptc);
    if (changed.exifHasChanged) {
        (*image)->setExifData(changed.exif);
    }
    (*image)->writeMetadata();
    return {};
}

Result<std::optional<Digests>> write(const QString &path, const FileType &type, const WrittenMetadata &written)
{
    const auto metadata = readMetadata(path, type);
    const auto image = openWithExiv2(path);
    if (!metadata || !image) {
        return !metadata ? failed(metadata) : failed(image);
    }
    if (!*image || !canWriteInto(type.format)) {
        return fail(ErrorCode::Unsupported, {{u"value"_s, path}, {u"expected"_s, u"JPEG, PNG, WebP"_s}});
    }
    const RegionFrame frame{metadata->width.value_or(0), metadata->height.value_or(0),
                            metadata->orientation.value_or(1)};
    const auto changed = changedMetadata(**image, written, frame, path);
    if (!changed) {
        return failed(changed);
    }
    if (!changed->hasChanged) {
        return std::optional<Digests>();
    }
    CopyBeside copy(path);
    if (auto made = copy.make(); !made) {
        return failed(made);
    }
    if (auto done = writeMetadata(copy.path(), *changed); !done) {
        return failed(done);
    }
    if (auto checked = checkCopy(copy.path(), path, type, **image, *changed); !checked) {
        return failed(checked);
    }
    const auto digests = digestsOfFile(copy.path());
    if (!digests) {
        return failed(digests);
    }
    if (auto placed = copy.takePlace(); !placed) {
        return failed(placed);
    }
    return std::optional(*digests);
}

} // namespace

Result<std::optional<Digests>> writeIntoPicture(const QString &path, const FileType &type,
                                                const WrittenMetadata &written)
{
    prepareExiv2();
    try {
        return write(path, type, written);
    } catch (const std::exception &error) {
        return tl::unexpected(exiv2Failure(path, error));
    }
}

} // namespace kinframe::media
