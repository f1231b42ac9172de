// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/scene_frames.h"

#include "media/scene_choice.h"
#include "media/video_decoder.h"
#include "media/video_picture.h"

extern "C" {
#include <libavutil/error.h>
#include <libavutil/frame.h>
}

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

constexpr int limitMs = 60'000;
constexpr int mostPlaces = 64;
constexpr int signatureSide = 64;

bool isFatal(const Error &error)
{
    return error.code == ErrorCode::Canceled || error.code == ErrorCode::Timeout;
}

/// Looks at one frame; a frame that cannot be converted is passed over.
void look(const VideoDecoder &decoder, const AVFrame &frame, std::vector<SceneSignature> &seen)
{
    const VideoGeometry geometry = geometryOf(decoder.input().context(), decoder.stream(),
                                              const_cast<AVFrame *>(&frame)); // FFmpeg only reads it
    const Pixels small = pictureOf(frame, geometry, signatureSide);
    const qint64 time = std::max<qint64>(decoder.timeMs(frame), 0);
    if (!small.isNull() && (seen.empty() || time > seen.back().timeMs)) {
        seen.push_back(signatureOf(small, time));
    }
}

/// The key frames at places spread evenly: the same work for a minute and for a day.
Result<void> lookAtKeyFrames(VideoDecoder &decoder, std::vector<SceneSignature> &seen)
{
    const qint64 duration = decoder.durationMs();
    const int places = duration > 0 ? int(std::clamp<qint64>(duration / 250, 1, mostPlaces)) : mostPlaces;
    for (int i = 0; i < places; ++i) {
        // Without a duration there is nowhere to go to, but always a next one.
        if (duration > 0 && !decoder.seek(duration * i / places) && i > 0) {
            continue;
        }
        auto frame = decoder.next();
        if (!frame) {
            if (isFatal(frame.error()) || seen.empty()) {
                return failed(frame);
            }
            continue;
        }
        if (*frame) {
            look(decoder, **frame, seen);
        } else if (duration <= 0) {
            break;
        }
    }
    return {};
}

/// For clips with hardly a key frame: what is between them, a few times a second, for the first minute or so.
Result<void> lookAtFrames(VideoDecoder &decoder, std::vector<SceneSignature> &seen)
{
    constexpr int mostFrames = 2000;
    constexpr qint64 stepMs = 400;
    qint64 nextMs = 0;
    for (int i = 0; i < mostFrames; ++i) {
        auto frame = decoder.next();
        if (!frame) {
            return isFatal(frame.error()) ? Result<void>(failed(frame)) : Result<void>();
        }
        if (!*frame) {
            break;
        }
        if (const qint64 time = decoder.timeMs(**frame); time >= nextMs) {
            look(decoder, **frame, seen);
            nextMs = time + stepMs;
        }
    }
    return {};
}

/// The chosen frames again, in full: keeping them all while looking would fill the memory.
Result<std::vector<SceneFrame>> fetch(VideoDecoder &decoder, std::span<const SceneSignature> seen,
                                      std::span<const std::size_t> chosen, int longSide)
{
    constexpr int mostFrames = 600;
    std::vector<SceneFrame> scenes;
    for (const std::size_t index : chosen) {
        const qint64 wanted = seen[index].timeMs;
        if (!decoder.seek(wanted)) {
            continue;
        }
        FramePointer found;
        for (int i = 0; i < mostFrames; ++i) {
            auto frame = decoder.next();
            if (!frame && isFatal(frame.error())) {
                return failed(frame);
            }
            if (!frame || !*frame) {
                break;
            }
            found = std::move(*frame);
            if (decoder.timeMs(*found) >= wanted) {
                break;
            }
        }
        if (!found) {
            continue;
        }
        const VideoGeometry geometry = geometryOf(decoder.input().context(), decoder.stream(), found.get());
        if (Pixels picture = pictureOf(*found, geometry, longSide); !picture.isNull()) {
            scenes.push_back({wanted, std::move(picture)});
        }
    }
    return scenes;
}

} // namespace

Result<std::vector<SceneFrame>> sampleScenes(const QString &path, int maxFrames, int longSide, std::stop_token stop)
{
    auto decoder = openVideo(path, VideoDecoder::Frames::KeyFrames, std::move(stop), limitMs);
    if (!decoder) {
        return failed(decoder);
    }
    std::vector<SceneSignature> seen;
    const auto looked = lookAtKeyFrames(*decoder, seen);
    if (!looked && isFatal(looked.error())) {
        return failed(looked);
    }
    constexpr std::size_t hardlyAny = 3;
    constexpr qint64 worthLookingMs = 1500;
    const bool between = seen.size() < hardlyAny && decoder->durationMs() > worthLookingMs;
    if (between || seen.empty()) {
        decoder->decodeOnly(VideoDecoder::Frames::All);
        if (decoder->seek(0)) {
            seen.clear();
        }
        if (const auto done = lookAtFrames(*decoder, seen); !done) {
            return failed(done);
        }
    }
    if (seen.empty()) {
        return looked ? Result<std::vector<SceneFrame>>(tl::unexpected(decoder->input().failureOf(AVERROR_INVALIDDATA)))
                      : failed(looked);
    }
    const auto chosen = chooseScenes(seen, std::size_t(std::max(maxFrames, 1)));
    auto scenes = fetch(*decoder, seen, chosen, longSide);
    if (scenes && scenes->empty()) {
        return tl::unexpected(decoder->input().failureOf(AVERROR_INVALIDDATA));
    }
    return scenes;
}

} // namespace kinframe::media
