// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The readers of foreign metadata that are ours: Apple's maker note, the places of motion photos, regions, dates,
// texts.
#include "fuzz/input.h"
#include "media/capture_time.h"
#include "media/face_regions.h"
#include "media/metadata_text.h"
#include "media/metadata_values.h"
#include "media/motion_photo.h"
#include "media/pairing.h"

#include <QBuffer>

#include <cmath>

using namespace kinframe::media;
using kinframe::fuzz::Input;
using kinframe::fuzz::require;

namespace {

void checkMakerNote(Input &input)
{
    // Half of the inputs begin as Apple's do, or hardly any would get past the first bytes.
    const QByteArray head = (input.byte() & 1) != 0 ? QByteArray("Apple iOS\0\0\1MM", 14) : QByteArray();
    const QByteArray note = head + input.rest().toByteArray();
    if (const auto identifier = appleContentIdentifier(note)) {
        require(identifier->size() == 36);
    }
}

void checkMotionPhoto(Input &input)
{
    MotionPhotoHints hints;
    hints.isMotionPhoto = true;
    if (const quint8 kind = input.byte(); (kind & 1) != 0) {
        hints.fromEnd = input.line().toLongLong();
    }
    while (hints.items.size() < 4 && !input.atEnd() && (input.byte() & 1) != 0) {
        const qint64 length = input.line().toLongLong();
        hints.items.push_back({QStringLiteral("MotionPhoto"), length, input.line().toLongLong()});
    }
    QByteArray bytes = input.rest().toByteArray();
    QBuffer buffer(&bytes);
    require(buffer.open(QIODevice::ReadOnly));
    if (const auto video = locateEmbeddedVideo(buffer, hints)) {
        require(video->offset >= 0 && video->length > 0 && video->offset <= bytes.size() - video->length);
    }
}

void checkRegions(Input &input)
{
    RegionFrame frame;
    frame.width = input.byte() * 20;
    frame.height = input.byte() * 20;
    frame.orientation = input.byte();
    std::vector<RegionValue> values;
    while (!input.atEnd()) {
        const QString path = QString::fromUtf8(input.line());
        values.push_back({path, QString::fromUtf8(input.line())});
    }
    for (const auto &regions : {workingGroupRegions(values, frame), microsoftRegions(values, frame)}) {
        require(regions.size() <= 1000);
        for (const FaceRegion &region : regions) {
            require(region.x >= 0 && region.y >= 0 && region.width > 0 && region.height > 0);
            require(region.x + region.width <= 1 + 1e-9 && region.y + region.height <= 1 + 1e-9);
        }
    }
}

void checkTimes(Input &input)
{
    const QString first = QString::fromUtf8(input.line());
    const QString second = QString::fromUtf8(input.line());
    const QString third = QString::fromUtf8(input.line());
    for (const auto &time : {parseExifTime(first, second, third), parseIsoTime(first)}) {
        if (time) {
            require(!time->offsetMinutes || std::abs(*time->offsetMinutes) <= 14 * 60);
            (void)isPlausible(*time, 1'800'000'000'000);
            (void)offsetFromGps(time->wallMs, 1'800'000'000'000);
            (void)time->zoneName();
        }
    }
}

void checkTexts(Input &input)
{
    const QByteArrayView bytes = input.rest();
    for (const QString &text : {cleanText(bytes), cleanUtf16(bytes)}) {
        require(text.toUtf8().size() <= 64 * 1024 && !text.contains(QChar(0)));
        QStringList keywords;
        QStringList paths;
        addKeywordPath(keywords, paths, text, u'/');
        require(keywords.size() <= 1 && paths.size() <= 1);
        if (const auto degrees = parseXmpDegrees(text)) {
            require(std::isfinite(*degrees));
        }
        if (const auto point = parseIso6709(text)) {
            require(std::abs(point->latitude) <= 90 && std::abs(point->longitude) <= 180);
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    Input input(data, size);
    switch (input.byte() % 5) {
    case 0:
        checkMakerNote(input);
        break;
    case 1:
        checkMotionPhoto(input);
        break;
    case 2:
        checkRegions(input);
        break;
    case 3:
        checkTimes(input);
        break;
    default:
        checkTexts(input);
        break;
    }
    return 0;
}
