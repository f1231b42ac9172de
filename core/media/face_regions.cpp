// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/face_regions.h"

#include <QHash>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

constexpr int mostRegions = 1000;

using Fields = QHash<QString, QString>;

/// The fields of each list item in the order of their numbers: of `List[3]/Area/x` the item is 3, the field `Area/x`.
std::map<int, Fields> itemsOf(std::span<const RegionValue> values, QStringView list)
{
    std::map<int, Fields> items;
    for (const RegionValue &value : values) {
        const QStringView path = value.path;
        if (!path.startsWith(list) || path.size() <= list.size() || path[list.size()] != u'[') {
            continue;
        }
        const QStringView rest = path.sliced(list.size() + 1);
        const qsizetype end = rest.indexOf(u"]/");
        bool isNumber = false;
        const int number = end > 0 ? rest.first(end).toInt(&isNumber) : 0;
        if (isNumber && number >= 1 && number <= mostRegions) {
            items[number].insert(rest.sliced(end + 2).toString(), value.text);
        }
    }
    return items;
}

std::optional<double> numberOf(const QString &text)
{
    bool isNumber = false;
    // Some programs write the comma of their language.
    const double number = QString(text).replace(u',', u'.').trimmed().toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

/// Cuts the box to the picture; false where nothing of it is left.
bool clip(FaceRegion &region)
{
    const double right = std::min(region.x + region.width, 1.0);
    const double bottom = std::min(region.y + region.height, 1.0);
    region.x = std::max(region.x, 0.0);
    region.y = std::max(region.y, 0.0);
    region.width = right - region.x;
    region.height = bottom - region.y;
    return region.width > 0 && region.height > 0;
}

FaceRegion::Kind kindOf(const QString &type)
{
    if (type.compare("Pet"_L1, Qt::CaseInsensitive) == 0) {
        return FaceRegion::Kind::Pet;
    }
    if (type.compare("Focus"_L1, Qt::CaseInsensitive) == 0) {
        return FaceRegion::Kind::Focus;
    }
    if (type.compare("BarCode"_L1, Qt::CaseInsensitive) == 0) {
        return FaceRegion::Kind::Barcode;
    }
    return FaceRegion::Kind::Face;
}

struct Applied
{
    double width = 0;
    double height = 0;
};

Applied appliedTo(std::span<const RegionValue> values)
{
    Applied applied;
    for (const RegionValue &value : values) {
        if (value.path == "Regions/AppliedToDimensions/w"_L1) {
            applied.width = numberOf(value.text).value_or(0);
        } else if (value.path == "Regions/AppliedToDimensions/h"_L1) {
            applied.height = numberOf(value.text).value_or(0);
        }
    }
    return applied;
}

bool sameShape(double width, double height, double otherWidth, double otherHeight)
{
    // Scaling rounds to whole pixels; a crop changes the shape by more than that.
    return std::abs(width * otherHeight - height * otherWidth) <= 0.02 * std::max(width * otherHeight, 1.0);
}

RegionsDrawn drawnOn(const Applied &applied, const RegionFrame &frame)
{
    if (!(applied.width > 0 && applied.height > 0) || frame.width <= 0 || frame.height <= 0) {
        return RegionsDrawn::OnStored;
    }
    if (sameShape(applied.width, applied.height, frame.width, frame.height)) {
        return RegionsDrawn::OnStored;
    }
    const bool turned = frame.orientation >= 5;
    return turned && sameShape(applied.width, applied.height, frame.height, frame.width) ? RegionsDrawn::OnUpright
                                                                                         : RegionsDrawn::Elsewhere;
}

std::optional<FaceRegion> workingGroupRegion(const Fields &fields, const Applied &applied)
{
    const auto x = numberOf(fields.value(u"Area/x"_s));
    const auto y = numberOf(fields.value(u"Area/y"_s));
    auto width = numberOf(fields.value(u"Area/w"_s));
    auto height = numberOf(fields.value(u"Area/h"_s));
    if (!width && !height) {
        // A circle; its diameter is normalised to the shorter side.
        const auto diameter = numberOf(fields.value(u"Area/d"_s));
        if (diameter && applied.width > 0 && applied.height > 0) {
            const double side = *diameter * std::min(applied.width, applied.height);
            width = side / applied.width;
            height = side / applied.height;
        }
    }
    if (!x || !y || !width || !height) {
        return std::nullopt;
    }
    FaceRegion region{kindOf(fields.value(u"Type"_s)), fields.value(u"Name"_s).trimmed(), *x, *y, *width, *height};
    if (fields.value(u"Area/unit"_s) == "pixel"_L1) {
        if (!(applied.width > 0 && applied.height > 0)) {
            return std::nullopt;
        }
        region.x /= applied.width;
        region.width /= applied.width;
        region.y /= applied.height;
        region.height /= applied.height;
    }
    region.x -= region.width / 2;
    region.y -= region.height / 2;
    return clip(region) ? std::optional(region) : std::nullopt;
}

} // namespace

FaceRegion uprightRegion(FaceRegion region, int orientation)
{
    const double left = region.x;
    const double top = region.y;
    const double fromRight = 1 - region.x - region.width;
    const double fromBottom = 1 - region.y - region.height;
    if (orientation >= 5 && orientation <= 8) {
        std::swap(region.width, region.height);
    }
    const auto place = [&region](double x, double y) {
        region.x = std::clamp(x, 0.0, 1.0);
        region.y = std::clamp(y, 0.0, 1.0);
    };
    switch (orientation) {
    case 2:
        place(fromRight, top);
        break;
    case 3:
        place(fromRight, fromBottom);
        break;
    case 4:
        place(left, fromBottom);
        break;
    case 5:
        place(top, left);
        break;
    case 6:
        place(fromBottom, left);
        break;
    case 7:
        place(fromBottom, fromRight);
        break;
    case 8:
        place(top, fromRight);
        break;
    default:
        break;
    }
    return region;
}

FaceRegion storedRegion(const FaceRegion &region, int orientation)
{
    // A quarter turn is undone by the other one; all else undoes itself.
    const int back = orientation == 6 ? 8 : orientation == 8 ? 6 : orientation;
    return uprightRegion(region, back);
}

double overlapOf(const FaceRegion &a, const FaceRegion &b)
{
    const double width = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
    const double height = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
    if (!(width > 0 && height > 0)) {
        return 0;
    }
    const double shared = width * height;
    return shared / (a.width * a.height + b.width * b.height - shared);
}

RegionsDrawn workingGroupDrawnOn(std::span<const RegionValue> values, const RegionFrame &frame)
{
    return drawnOn(appliedTo(values), frame);
}

std::vector<FaceRegion> workingGroupRegions(std::span<const RegionValue> values, const RegionFrame &frame)
{
    std::vector<FaceRegion> regions;
    const Applied applied = appliedTo(values);
    const RegionsDrawn drawn = drawnOn(applied, frame);
    if (drawn == RegionsDrawn::Elsewhere) {
        return regions;
    }
    for (const auto &[number, fields] : itemsOf(values, u"Regions/RegionList")) {
        if (const auto region = workingGroupRegion(fields, applied)) {
            regions.push_back(drawn == RegionsDrawn::OnStored ? uprightRegion(*region, frame.orientation) : *region);
        }
    }
    return regions;
}

std::vector<FaceRegion> microsoftRegions(std::span<const RegionValue> values, const RegionFrame &frame)
{
    std::vector<FaceRegion> regions;
    for (const auto &[number, fields] : itemsOf(values, u"RegionInfo/Regions")) {
        const QStringList parts = fields.value(u"Rectangle"_s).split(u',');
        if (parts.size() != 4) {
            continue;
        }
        const auto x = numberOf(parts[0]);
        const auto y = numberOf(parts[1]);
        const auto width = numberOf(parts[2]);
        const auto height = numberOf(parts[3]);
        if (!x || !y || !width || !height) {
            continue;
        }
        FaceRegion region{
            FaceRegion::Kind::Face, fields.value(u"PersonDisplayName"_s).trimmed(), *x, *y, *width, *height};
        if (clip(region)) {
            regions.push_back(uprightRegion(region, frame.orientation));
        }
    }
    return regions;
}

} // namespace kinframe::media
