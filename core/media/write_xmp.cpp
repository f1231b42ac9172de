// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/write_xmp.h"

#include "media/metadata.h"
#include "media/write_parts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

constexpr char xmlDeclaration[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
// Programs draw the same head a little differently; this much is the same box with other rounding.
constexpr double sameBox = 0.95;

Failure notXmp(const QString &path)
{
    return fail(ErrorCode::FileDamaged, {{u"path"_s, path}, {u"reason"_s, u"XMP"_s}});
}

bool isSaid(const FaceRegion &face, const std::vector<FaceRegion> &regions)
{
    return std::any_of(regions.begin(), regions.end(), [&](const FaceRegion &region) {
        return region.kind == FaceRegion::Kind::Face && region.name == face.name && overlapOf(region, face) >= sameBox;
    });
}

bool areSaid(const std::vector<FaceRegion> &faces, const std::vector<FaceRegion> &regions)
{
    const auto isNamed = [](const FaceRegion &face) {
        return face.kind == FaceRegion::Kind::Face && !face.name.isEmpty();
    };
    return std::all_of(faces.begin(), faces.end(),
                       [&](const FaceRegion &face) { return !isNamed(face) || isSaid(face, regions); }) &&
           std::count_if(faces.begin(), faces.end(), isNamed) == std::count_if(regions.begin(), regions.end(), isNamed);
}

} // namespace

bool sameKeywords(const QStringList &a, const QStringList &b)
{
    const auto sorted = [](QStringList words) {
        for (QString &word : words) {
            word = word.toCaseFolded();
        }
        words.sort();
        words.removeDuplicates();
        return words;
    };
    return sorted(a) == sorted(b);
}

bool WrittenMetadata::saysAnything() const
{
    return rating || !keywords.isEmpty() || !title.isEmpty() || !description.isEmpty() ||
           (faces &&
            std::any_of(faces->begin(), faces->end(), [](const FaceRegion &face) { return !face.name.isEmpty(); }));
}

bool WrittenMetadata::isSaidBy(const Metadata &metadata) const
{
    const std::optional<double> stars = metadata.rating ? std::optional(double(*metadata.rating)) : std::nullopt;
    return rating == stars && sameKeywords(keywords, metadata.keywords) && title == metadata.title &&
           description == metadata.description && (!faces || areSaid(*faces, metadata.regions));
}

void writeXmp(Exiv2::XmpData &xmp, const WrittenMetadata &written, const RegionFrame &frame)
{
    writeXmpWords(xmp, written);
    if (written.faces && frame.width > 0 && frame.height > 0) {
        writeXmpRegions(xmp, *written.faces, frame);
    }
}

Result<std::string> encodedXmp(const Exiv2::XmpData &xmp, const QString &path)
{
    std::string packet;
    const auto flags =
        std::uint16_t(Exiv2::XmpParser::omitPacketWrapper) | std::uint16_t(Exiv2::XmpParser::useCompactFormat);
    if (Exiv2::XmpParser::encode(packet, xmp, std::uint16_t(flags)) != 0) {
        return notXmp(path);
    }
    return packet;
}

Result<QByteArray> updatedXmp(const QByteArray &former, const WrittenMetadata &written, const RegionFrame &frame,
                              const QString &path)
{
    prepareExiv2();
    try {
        Exiv2::XmpData xmp;
        if (!former.isEmpty() && Exiv2::XmpParser::decode(xmp, former.toStdString()) != 0) {
            return notXmp(path);
        }
        const auto before = encodedXmp(xmp, path);
        writeXmp(xmp, written, frame);
        const auto after = encodedXmp(xmp, path);
        if (!before || !after) {
            return !before ? failed(before) : failed(after);
        }
        // Written anew it would read the same, but whoever wrote it may have laid it out with care.
        return *before == *after ? former : QByteArray(xmlDeclaration) + QByteArray::fromStdString(*after);
    } catch (const std::exception &error) {
        return tl::unexpected(exiv2Failure(path, error));
    }
}

} // namespace kinframe::media
