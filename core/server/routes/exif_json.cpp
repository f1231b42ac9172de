// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/exif_json.h"

#include "server/routes/flat_json.h"

#include <algorithm>
#include <array>

namespace kinframe::server {
namespace {

// As they are stored: in this order. What columns say is not among them.
constexpr std::array<QByteArrayView, 17> fromFile{
    "city",           "country", "exifImageHeight", "exifImageWidth", "exposureTime", "fNumber",    "fileSizeInByte",
    "focalLength",    "iso",     "lensModel",       "make",           "model",        "modifyDate", "orientation",
    "projectionType", "state",   "timeZone"};

} // namespace

void writeExifMembers(JsonWriter &json, const ExifRow &row)
{
    bool hasTime = false;
    QByteArrayView description = "\"\"";
    auto expected = fromFile.begin();
    const auto nullUpTo = [&](auto end) {
        for (; expected != end; ++expected) {
            json.name(*expected);
            json.null();
        }
    };
    for (FlatJson stored(row.stored); stored.next();) {
        const QByteArrayView name = stored.name();
        if (name == "dateTimeOriginal") {
            hasTime = stored.value() != "null";
        } else if (name == "description") {
            description = stored.value();
        } else if (const auto found = std::find(expected, fromFile.end(), name); found != fromFile.end()) {
            nullUpTo(found);
            json.name(name);
            json.plain(stored.value());
            ++expected;
        }
    }
    nullUpTo(fromFile.end());
    json.name("dateTimeOriginal");
    if (hasTime) {
        json.time(row.createdAt, "+00:00");
    } else {
        json.null();
    }
    json.name("description");
    if (row.description) {
        json.text(*row.description);
    } else {
        json.plain(description);
    }
    json.name("latitude");
    json.numberOrNull(row.latitude);
    json.name("longitude");
    json.numberOrNull(row.longitude);
    json.name("rating");
    json.numberOrNull(row.rating);
}

} // namespace kinframe::server
