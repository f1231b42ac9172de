// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/metadata_video.h"

#include "base/clock.h"
#include "media/metadata_text.h"
#include "media/metadata_values.h"
#include "media/pairing.h"
#include "media/video_input.h"

extern "C" {
#include <libavformat/avformat.h>
}

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

constexpr int headLimitMs = 10'000;

/// The tags of a container, asked by several names, for every maker has its own.
class Tags
{
public:
    explicit Tags(const AVDictionary *tags)
        : m_tags(tags)
    {
    }

    [[nodiscard]] QString first(std::initializer_list<const char *> keys) const
    {
        for (const char *key : keys) {
            const AVDictionaryEntry *entry = av_dict_get(m_tags, key, nullptr, 0);
            QString text = entry != nullptr ? cleanText(QByteArrayView(entry->value)) : QString();
            if (!text.isEmpty()) {
                return text;
            }
        }
        return {};
    }

private:
    const AVDictionary *m_tags;
};

std::optional<CaptureTime> captureTime(const Tags &tags, qint64 nowMs)
{
    // Apple's key is the wall time with its zone; the container's own date is UTC, and zero where nobody set it.
    for (const char *key : {"com.apple.quicktime.creationdate", "date", "creation_time", "DateTimeOriginal"}) {
        const auto time = parseIsoTime(tags.first({key}));
        if (time && isPlausible(*time, nowMs) && (time->offsetMinutes || QByteArrayView(key) != "date")) {
            return time;
        }
    }
    return std::nullopt;
}

std::optional<int> starsOf(const QString &text)
{
    bool isNumber = false;
    const double stars = text.toDouble(&isNumber);
    return isNumber && stars >= 0 && stars <= 5 ? std::optional(qRound(stars)) : std::nullopt;
}

} // namespace

Result<Metadata> readVideoMetadata(const QString &path)
{
    const auto input = VideoInput::open(path, {}, headLimitMs);
    if (!input) {
        return failed(input);
    }
    const AVFormatContext *context = input->context();
    const Tags tags(context->metadata);
    Metadata metadata;
    metadata.captured = captureTime(tags, wallMs());
    metadata.make = tags.first({"com.apple.quicktime.make", "make", "com.android.manufacturer"});
    metadata.model = tags.first({"com.apple.quicktime.model", "model", "com.android.model"});
    metadata.lensModel = tags.first({"com.apple.quicktime.camera.lens_model"});
    metadata.software = tags.first({"com.apple.quicktime.software", "encoder"});
    metadata.title = tags.first({"com.apple.quicktime.displayname", "com.apple.quicktime.title", "title"});
    metadata.description = tags.first({"com.apple.quicktime.description", "description", "comment"});
    metadata.location = parseIso6709(tags.first({"com.apple.quicktime.location.ISO6709", "location", "location-eng"}));
    for (const QString &keyword : tags.first({"com.apple.quicktime.keywords", "keywords"}).split(u',')) {
        addKeyword(metadata.keywords, keyword);
    }
    metadata.rating = starsOf(tags.first({"com.apple.quicktime.rating.user"}));
    if (const auto identifier = normalContentIdentifier(tags.first({"com.apple.quicktime.content.identifier"}))) {
        metadata.contentIdentifier = *identifier;
    }
    if (context->duration > 0 && context->duration != AV_NOPTS_VALUE) {
        metadata.durationMs = context->duration / (AV_TIME_BASE / 1000);
    }
    if (const auto pictures = input->pictures(); pictures && (*pictures)->codecpar->width > 0) {
        metadata.width = (*pictures)->codecpar->width;
        metadata.height = (*pictures)->codecpar->height;
    }
    return metadata;
}

} // namespace kinframe::media
