// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/metadata_exiv2.h"
#include "media/metadata_parts.h"
#include "media/metadata_text.h"
#include "media/metadata_values.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

using Source = CaptureTimes::Source;

class XmpReader
{
public:
    explicit XmpReader(const Exiv2::XmpData &xmp)
        : m_index(xmp)
    {
    }

    [[nodiscard]] const Exiv2::Xmpdatum *find(const char *key) const { return m_index.find(key); }

    /// A simple value, the first of an array, or the default language of several.
    [[nodiscard]] QString text(const char *key) const
    {
        const auto *datum = find(key);
        if (datum == nullptr) {
            return {};
        }
        if (const auto *languages = dynamic_cast<const Exiv2::LangAltValue *>(&datum->value())) {
            const auto standard = languages->value_.find("x-default");
            const auto chosen = standard != languages->value_.end() ? standard : languages->value_.begin();
            return chosen == languages->value_.end() ? QString() : cleanText(QByteArrayView(chosen->second));
        }
        return cleanText(QByteArrayView(datum->toString(0)));
    }

    [[nodiscard]] QStringList list(const char *key) const
    {
        QStringList texts;
        if (const auto *datum = find(key)) {
            // Written as simple text, a list is one entry.
            const bool isArray = dynamic_cast<const Exiv2::XmpArrayValue *>(&datum->value()) != nullptr;
            const int count = isArray ? int(std::min<qint64>(qint64(datum->count()), 10'000)) : 1;
            for (int i = 0; i < count; ++i) {
                texts.append(cleanText(QByteArrayView(datum->toString(i))));
            }
        }
        return texts;
    }

    [[nodiscard]] std::optional<CaptureTime> time(const char *key) const { return parseIsoTime(text(key)); }

    [[nodiscard]] std::optional<double> number(const char *key) const
    {
        // XMP keeps Exif's rationals as text, `28/10`.
        const QStringList parts = text(key).split(u'/');
        bool isNumber = false;
        const double numerator = parts.value(0).toDouble(&isNumber);
        if (!isNumber || parts.size() > 2) {
            return std::nullopt;
        }
        const double denominator = parts.size() == 2 ? parts[1].toDouble(&isNumber) : 1;
        const double value = numerator / denominator;
        return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
    }

private:
    XmpIndex m_index;
};

void set(QString &field, const QString &text)
{
    if (field.isEmpty()) {
        field = text;
    }
}

void setPositive(std::optional<double> &field, std::optional<double> value, double limit)
{
    if (!field && value && *value > 0 && *value < limit) {
        field = value;
    }
}

void addRating(Metadata &metadata, const XmpReader &xmp)
{
    if (const auto rating = xmp.number("Xmp.xmp.Rating")) {
        metadata.rejected = *rating < 0;
        if (*rating >= 0 && *rating <= 5) {
            metadata.rating = int(std::lround(*rating));
        }
    } else if (const auto percent = xmp.number("Xmp.MicrosoftPhoto.Rating");
               percent && *percent >= 0 && *percent <= 100) {
        metadata.rating = starsOfPercent(qint64(*percent));
    }
}

void addKeywords(Metadata &metadata, const XmpReader &xmp)
{
    // The flat list first: it has the spelling that its owner sees.
    for (const QString &keyword : xmp.list("Xmp.dc.subject")) {
        addKeyword(metadata.keywords, keyword);
    }
    for (const QString &path : xmp.list("Xmp.digiKam.TagsList")) {
        addKeywordPath(metadata.keywords, metadata.keywordPaths, path, u'/');
    }
    for (const QString &path : xmp.list("Xmp.lr.hierarchicalSubject")) {
        addKeywordPath(metadata.keywords, metadata.keywordPaths, path, u'|');
    }
    for (const QString &path : xmp.list("Xmp.MicrosoftPhoto.LastKeywordXMP")) {
        addKeywordPath(metadata.keywords, metadata.keywordPaths, path, u'/');
    }
}

} // namespace

QString withoutPrefixes(const std::string &tagName)
{
    QStringList steps = QString::fromStdString(tagName).split(u'/');
    for (QString &step : steps) {
        step = step.mid(step.indexOf(u':') + 1);
    }
    return steps.join(u'/');
}

void addXmpWords(Metadata &metadata, CaptureTimes &times, const Exiv2::XmpData &xmp)
{
    if (xmp.empty()) {
        return;
    }
    const XmpReader reader(xmp);
    set(metadata.title, reader.text("Xmp.dc.title"));
    if (const QString text = reader.text("Xmp.dc.description"); !isPlaceholder(text)) {
        set(metadata.description, text);
    }
    set(metadata.city, reader.text("Xmp.photoshop.City"));
    set(metadata.state, reader.text("Xmp.photoshop.State"));
    set(metadata.country, reader.text("Xmp.photoshop.Country"));
    set(metadata.projectionType, reader.text("Xmp.GPano.ProjectionType"));
    addRating(metadata, reader);
    addKeywords(metadata, reader);
    times.add(Source::XmpOriginal, reader.time("Xmp.exif.DateTimeOriginal"));
    times.add(Source::XmpCreated, reader.time("Xmp.photoshop.DateCreated"));
    times.add(Source::XmpDigitized, reader.time("Xmp.exif.DateTimeDigitized"));
    times.add(Source::XmpDigitized, reader.time("Xmp.xmp.CreateDate"));
}

void addXmpCamera(Metadata &metadata, const Exiv2::XmpData &xmp, qint64 nowMs)
{
    if (xmp.empty()) {
        return;
    }
    const XmpReader reader(xmp);
    set(metadata.make, reader.text("Xmp.tiff.Make"));
    set(metadata.model, reader.text("Xmp.tiff.Model"));
    set(metadata.software, reader.text("Xmp.xmp.CreatorTool"));
    set(metadata.lensModel, reader.text("Xmp.exifEX.LensModel"));
    set(metadata.lensModel, reader.text("Xmp.aux.Lens"));
    setPositive(metadata.exposureSeconds, reader.number("Xmp.exif.ExposureTime"), 1e6);
    if (metadata.exposureSeconds) {
        set(metadata.exposureTime, exposureText(*metadata.exposureSeconds));
    }
    setPositive(metadata.fNumber, reader.number("Xmp.exif.FNumber"), 1000);
    setPositive(metadata.focalLength, reader.number("Xmp.exif.FocalLength"), 1e6);
    if (const auto iso = reader.number("Xmp.exif.ISOSpeedRatings"); !metadata.iso && iso && *iso > 0 && *iso < 1e7) {
        metadata.iso = int(*iso);
    }
    const auto latitude = parseXmpDegrees(reader.text("Xmp.exif.GPSLatitude"));
    const auto longitude = parseXmpDegrees(reader.text("Xmp.exif.GPSLongitude"));
    if (!metadata.location && latitude && longitude) {
        auto altitude = reader.number("Xmp.exif.GPSAltitude");
        if (altitude && reader.text("Xmp.exif.GPSAltitudeRef") == "1"_L1) {
            altitude = -*altitude;
        }
        metadata.location = geoPoint(*latitude, *longitude, altitude);
    }
    if (const auto modified = reader.time("Xmp.xmp.ModifyDate");
        !metadata.modified && modified && isPlausible(*modified, nowMs)) {
        metadata.modified = modified;
    }
}

void addXmpRegions(Metadata &metadata, const Exiv2::XmpData &xmp)
{
    // Six values a region, at most; more come from no program.
    constexpr std::size_t mostValues = 20'000;
    std::vector<RegionValue> workingGroup;
    std::vector<RegionValue> microsoft;
    for (const Exiv2::Xmpdatum &datum : xmp) {
        const std::string group = datum.groupName();
        auto *values = group == "mwg-rs" ? &workingGroup : group == "MP" ? &microsoft : nullptr;
        if (values != nullptr && values->size() < mostValues) {
            values->push_back({withoutPrefixes(datum.tagName()), cleanText(QByteArrayView(datum.toString()))});
        }
    }
    const RegionFrame frame{metadata.width.value_or(0), metadata.height.value_or(0), metadata.orientation.value_or(1)};
    metadata.regions = workingGroupRegions(workingGroup, frame);
    // Programs that write both write the same people.
    if (metadata.regions.empty()) {
        metadata.regions = microsoftRegions(microsoft, frame);
    }
}

} // namespace kinframe::media
