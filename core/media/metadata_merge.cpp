// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/metadata.h"

#include <utility>

namespace kinframe::media {
namespace {

template <typename T>
void prefer(std::optional<T> &field, const std::optional<T> &better)
{
    if (better) {
        field = better;
    }
}

void prefer(QString &field, const QString &better)
{
    if (!better.isEmpty()) {
        field = better;
    }
}

} // namespace

Metadata merged(Metadata file, const Metadata &sidecar)
{
    // A sidecar repeats the date without what the camera knew of the zone; the same wall time keeps it.
    if (sidecar.captured && file.captured && !sidecar.captured->offsetMinutes &&
        sidecar.captured->wallMs / 1000 == file.captured->wallMs / 1000) {
        file.captured->wallMs = std::max(file.captured->wallMs, sidecar.captured->wallMs);
    } else {
        prefer(file.captured, sidecar.captured);
    }
    prefer(file.modified, sidecar.modified);
    prefer(file.location, sidecar.location);
    for (const auto field : {&Metadata::make, &Metadata::model, &Metadata::lensModel, &Metadata::software,
                             &Metadata::exposureTime, &Metadata::city, &Metadata::state, &Metadata::country,
                             &Metadata::title, &Metadata::description, &Metadata::projectionType}) {
        prefer(file.*field, sidecar.*field);
    }
    for (const auto field : {&Metadata::exposureSeconds, &Metadata::fNumber, &Metadata::focalLength}) {
        prefer(file.*field, sidecar.*field);
    }
    prefer(file.iso, sidecar.iso);
    // A list is taken as a whole: what is missing in the sidecar's was taken out by its owner.
    if (!sidecar.keywords.isEmpty()) {
        file.keywords = sidecar.keywords;
        file.keywordPaths = sidecar.keywordPaths;
    }
    if (!sidecar.regions.empty()) {
        file.regions = sidecar.regions;
    }
    if (sidecar.rating || sidecar.rejected) {
        file.rating = sidecar.rating;
        file.rejected = sidecar.rejected;
    }
    return file;
}

} // namespace kinframe::media
