// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/video.h"

#include "media/video_decoder.h"
#include "media/video_picture.h"

extern "C" {
#include <libavutil/frame.h>
}

#include <array>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

constexpr int limitMs = 30'000;
// A frame this good is taken without looking further.
constexpr double goodEnough = 0.6;

struct Candidate
{
    Pixels picture;
    double worth = -1;
};

/// Decodes on from where the decoder is to the first frame at or after `targetMs`, but no more than a few seconds of
/// film: the key frame before it is as good.
Result<FramePointer> frameNear(VideoDecoder &decoder, qint64 targetMs)
{
    constexpr int mostFrames = 90;
    FramePointer last;
    for (int i = 0; i < mostFrames; ++i) {
        auto frame = decoder.next();
        if (!frame) {
            return last ? Result<FramePointer>(std::move(last)) : failed(frame);
        }
        if (!*frame) {
            break;
        }
        const qint64 time = decoder.timeMs(**frame);
        last = std::move(*frame);
        if (time < 0 || time >= targetMs) {
            break;
        }
    }
    return last;
}

Result<void> consider(VideoDecoder &decoder, qint64 targetMs, int longSide, Candidate &best)
{
    auto frame = frameNear(decoder, targetMs);
    if (!frame) {
        return failed(frame);
    }
    if (!*frame) {
        return {};
    }
    const VideoGeometry geometry = geometryOf(decoder.input().context(), decoder.stream(), frame->get());
    Pixels picture = pictureOf(**frame, geometry, longSide);
    if (picture.isNull()) {
        return {};
    }
    if (const double worth = posterWorth(picture); worth > best.worth) {
        best = {std::move(picture), worth};
    }
    return {};
}

} // namespace

Result<Pixels> decodePoster(const QString &path, int longSide, std::stop_token stop)
{
    auto decoder = openVideo(path, VideoDecoder::Frames::All, std::move(stop), limitMs);
    if (!decoder) {
        return failed(decoder);
    }
    const qint64 duration = decoder->durationMs();
    const qint64 first = duration > 0 ? duration / 10 : 1000;
    // Where the first place is black or blurred: others, the beginning last, for it is most often a black one.
    const std::array<qint64, 5> places{first, duration / 4, duration / 2, duration * 3 / 4, 0};
    Candidate best;
    Error error{ErrorCode::FileDamaged, {{u"path"_s, path}, {u"reason"_s, u"no frame can be decoded"_s}}, {}};
    for (std::size_t i = 0; i < places.size() && best.worth < goodEnough; ++i) {
        const bool tooFar = duration <= 0 && i > 0 && i + 1 < places.size();
        if (tooFar || (!decoder->seek(places[i]) && i > 0)) {
            continue;
        }
        const auto considered = consider(*decoder, places[i], longSide, best);
        if (!considered) {
            error = considered.error();
            if (error.code == ErrorCode::Canceled) {
                return tl::unexpected(error);
            }
        }
    }
    if (best.picture.isNull()) {
        return tl::unexpected(error);
    }
    return std::move(best.picture);
}

} // namespace kinframe::media
