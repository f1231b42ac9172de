// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "media/generation/text_bytes.h"
#include "media/metadata_exiv2.h"
#include "media/metadata_parts.h"
#include "media/metadata_text.h"
#include "media/metadata_values.h"
#include "media/pairing.h"

#include <QByteArrayView>

#include <cmath>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

using Source = CaptureTimes::Source;

/// Looks keys up in one picture's Exif.
class ExifReader
{
public:
    explicit ExifReader(const Exiv2::ExifData &exif)
        : m_index(exif)
    {
    }

    [[nodiscard]] const ExifIndex &index() const { return m_index; }
    [[nodiscard]] const Exiv2::Exifdatum *find(const char *key) const { return m_index.find(key); }

    /// Bytes as they are in the file; only for text.
    [[nodiscard]] QByteArray raw(const char *key) const
    {
        const auto *datum = find(key);
        return datum != nullptr ? textBytes(*datum) : QByteArray();
    }

    [[nodiscard]] QString text(const char *key) const { return cleanText(QByteArrayView(raw(key))); }
    [[nodiscard]] QString utf16(const char *key) const { return cleanUtf16(raw(key)); }

    [[nodiscard]] std::optional<double> number(const char *key, int index = 0) const
    {
        const auto *datum = find(key);
        return datum != nullptr ? finiteNumber(*datum, index) : std::nullopt;
    }

    [[nodiscard]] std::optional<qint64> integer(const char *key) const
    {
        const auto *datum = find(key);
        return datum != nullptr ? integerNumber(*datum) : std::nullopt;
    }

    [[nodiscard]] std::optional<double> positive(const char *key) const
    {
        const auto value = number(key);
        return value && *value > 0 ? value : std::nullopt;
    }

private:
    ExifIndex m_index;
};

void set(QString &field, const QString &text)
{
    if (field.isEmpty()) {
        field = text;
    }
}

std::optional<CaptureTime> timeOf(const ExifReader &exif, const char *date, const char *subSeconds, const char *offset)
{
    return parseExifTime(exif.text(date), exif.text(subSeconds), exif.text(offset));
}

std::optional<int> sensitivity(const ExifReader &reader, const Exiv2::ExifData &exif)
{
    // 65535 means: more than fits, see the newer tags.
    const auto usable = [](std::optional<qint64> value) { return value && *value > 0 && *value < 10'000'000; };
    auto iso = reader.integer("Exif.Photo.ISOSpeedRatings");
    for (const char *key : {"Exif.Photo.RecommendedExposureIndex", "Exif.Photo.ISOSpeed",
                            "Exif.Photo.StandardOutputSensitivity", "Exif.Image.ISOSpeedRatings"}) {
        if (!usable(iso) || *iso == 65535) {
            const auto other = reader.integer(key);
            iso = usable(other) ? other : iso;
        }
    }
    if (!usable(iso)) {
        const auto found = Exiv2::isoSpeed(exif);
        iso = found != exif.end() ? integerNumber(*found) : std::nullopt;
    }
    return usable(iso) ? std::optional(int(*iso)) : std::nullopt;
}

QString lensOf(const ExifReader &reader, const Exiv2::ExifData &exif)
{
    QString lens = reader.text("Exif.Photo.LensModel");
    if (!lens.isEmpty() && lens != "----"_L1) {
        return lens;
    }
    // The maker notes know the lens of older cameras, by a number that Exiv2 has names for.
    const auto found = Exiv2::lensName(exif);
    if (found == exif.end()) {
        return {};
    }
    lens = cleanText(QByteArrayView(found->print(&exif)));
    const bool onlyNumber = !lens.isEmpty() && std::ranges::all_of(lens, [](QChar c) {
        return c.isDigit() || c == u'(' || c == u')' || c == u' ' || c == u'-';
    });
    const bool unknown = lens.startsWith("Unknown"_L1, Qt::CaseInsensitive) || lens == "n/a"_L1;
    return onlyNumber || unknown ? QString() : lens;
}

void addExposure(Metadata &metadata, const ExifReader &exif)
{
    auto seconds = exif.positive("Exif.Photo.ExposureTime");
    if (const auto shutter = exif.number("Exif.Photo.ShutterSpeedValue"); !seconds && shutter && *shutter > -20) {
        seconds = std::exp2(-std::min(*shutter, 30.0));
    }
    if (seconds && *seconds < 1e6) {
        metadata.exposureSeconds = seconds;
        metadata.exposureTime = exposureText(*seconds);
    }
    auto stop = exif.positive("Exif.Photo.FNumber");
    if (const auto aperture = exif.number("Exif.Photo.ApertureValue"); !stop && aperture && *aperture > 0) {
        stop = std::round(std::exp2(*aperture / 2) * 10) / 10;
    }
    if (stop && *stop < 1000) {
        metadata.fNumber = stop;
    }
    metadata.focalLength = exif.positive("Exif.Photo.FocalLength");
    metadata.focalLength35 = exif.positive("Exif.Photo.FocalLengthIn35mmFilm");
}

void addWords(Metadata &metadata, const ExifReader &exif)
{
    set(metadata.title, exif.utf16("Exif.Image.XPTitle"));
    if (const QString text = exif.text("Exif.Image.ImageDescription"); !isPlaceholder(text)) {
        set(metadata.description, text);
    }
    set(metadata.description, exif.utf16("Exif.Image.XPComment"));
    set(metadata.userComment, cleanText(QStringView(userCommentText(exif.raw("Exif.Photo.UserComment")))));
    for (const QString &keyword : exif.utf16("Exif.Image.XPKeywords").split(u';')) {
        addKeyword(metadata.keywords, keyword);
    }
    if (!metadata.rating && !metadata.rejected) {
        const auto stars = exif.integer("Exif.Image.Rating");
        const auto percent = exif.integer("Exif.Image.RatingPercent");
        if (stars && *stars >= 0 && *stars <= 5) {
            metadata.rating = int(*stars);
        } else if (percent && *percent >= 0 && *percent <= 100) {
            metadata.rating = starsOfPercent(*percent);
        }
    }
}

} // namespace

void addExif(Metadata &metadata, CaptureTimes &times, const Exiv2::ExifData &exif, qint64 nowMs)
{
    if (exif.empty()) {
        return;
    }
    const ExifReader reader(exif);
    set(metadata.make, reader.text("Exif.Image.Make"));
    set(metadata.model, reader.text("Exif.Image.Model"));
    set(metadata.software, reader.text("Exif.Image.Software"));
    set(metadata.lensModel, lensOf(reader, exif));
    metadata.iso = sensitivity(reader, exif);
    if (const auto orientation = reader.integer("Exif.Image.Orientation");
        orientation && *orientation >= 1 && *orientation <= 8) {
        metadata.orientation = int(*orientation);
    }
    addExposure(metadata, reader);
    addWords(metadata, reader);
    addExifLocation(metadata, times, reader.index());

    times.add(Source::ExifOriginal, timeOf(reader, "Exif.Photo.DateTimeOriginal", "Exif.Photo.SubSecTimeOriginal",
                                           "Exif.Photo.OffsetTimeOriginal"));
    times.add(Source::ExifOriginal, parseExifTime(reader.text("Exif.Image.DateTimeOriginal")));
    times.add(Source::ExifDigitized, timeOf(reader, "Exif.Photo.DateTimeDigitized", "Exif.Photo.SubSecTimeDigitized",
                                            "Exif.Photo.OffsetTimeDigitized"));
    const auto modified = timeOf(reader, "Exif.Image.DateTime", "Exif.Photo.SubSecTime", "Exif.Photo.OffsetTime");
    times.add(Source::ExifModified, modified);
    if (modified && isPlausible(*modified, nowMs)) {
        metadata.modified = modified;
    }
    if (const auto identifier = appleContentIdentifier(reader.raw("Exif.Photo.MakerNote"))) {
        metadata.contentIdentifier = *identifier;
    }
}

} // namespace kinframe::media
