// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/decode_heif.h"

#include "media/colour.h"
#include "media/heif_orientation.h"
#include "media/iso_boxes.h"

#include <libheif/heif.h>

#include <memory>

namespace kinframe::media {
namespace {

using namespace Qt::StringLiterals;

struct Free
{
    void operator()(heif_context *context) const { heif_context_free(context); }
    void operator()(const heif_image_handle *handle) const { heif_image_handle_release(handle); }
    void operator()(const heif_image *image) const { heif_image_release(image); }
    void operator()(heif_decoding_options *options) const { heif_decoding_options_free(options); }
    void operator()(heif_color_profile_nclx *colours) const { heif_nclx_color_profile_free(colours); }
};
template <typename T>
using Owned = std::unique_ptr<T, Free>;

/// The first that opens what telephones have written since 2024: HDR pictures of a base and a gain map, with references
/// to images of kinds that earlier versions take for damage.
constexpr quint32 modernVersion = 0x01120000;
constexpr auto modernVersionName = "1.18.0"_L1;

Failure failureOf(const heif_error &error, const QString &reason, const PictureSource &source)
{
    if (error.subcode == heif_suberror_End_of_data || endsWithinBox(source.bytes)) {
        return truncated(source, reason);
    }
    const bool notUnderstood =
        error.code == heif_error_Unsupported_filetype || error.code == heif_error_Unsupported_feature;
    const bool maybeNew = error.code == heif_error_Invalid_input && error.subcode == heif_suberror_Unspecified;
    if ((notUnderstood || maybeNew) && heif_get_version_number() < modernVersion) {
        return fail(ErrorCode::CodecTooOld,
                    {{u"path"_s, source.path},
                     {u"library"_s, u"libheif"_s},
                     {u"installed"_s, QString::fromLatin1(heif_get_version())},
                     {u"needed"_s, modernVersionName}},
                    reason);
    }
    return notUnderstood ? unsupported(source, reason) : damaged(source, reason);
}

struct OpenedPicture
{
    Owned<heif_context> context;
    Owned<heif_image_handle> handle;
    Dimensions size;
};

Result<OpenedPicture> openPrimary(const PictureSource &source)
{
    OpenedPicture opened{Owned<heif_context>(heif_context_alloc()), nullptr, {}};
    // Many pictures are decoded side by side already.
    heif_context_set_max_decoding_threads(opened.context.get(), 0);
    const heif_error read = heif_context_read_from_memory_without_copy(opened.context.get(), source.bytes.data(),
                                                                       std::size_t(source.bytes.size()), nullptr);
    // The text is libheif's until the next call.
    const QString readReason = QString::fromUtf8(read.message);
    heif_image_handle *handle = nullptr;
    const heif_error found = heif_context_get_primary_image_handle(opened.context.get(), &handle);
    opened.handle.reset(handle);
    // Old versions stop at parts around the picture that they do not know, such as the metadata of a gain map, when
    // they have found the picture already: then there is something to show all the same.
    if (found.code != heif_error_Ok) {
        return read.code != heif_error_Ok ? failureOf(read, readReason, source)
                                          : failureOf(found, QString::fromUtf8(found.message), source);
    }
    opened.size = {heif_image_handle_get_width(handle), heif_image_handle_get_height(handle)};
    return opened;
}

QByteArray profileOf(const heif_image_handle *handle)
{
    if (const std::size_t size = heif_image_handle_get_raw_color_profile_size(handle); size > 0) {
        QByteArray bytes(qsizetype(size), '\0');
        const auto read = heif_image_handle_get_raw_color_profile(handle, bytes.data());
        return read.code == heif_error_Ok ? bytes : QByteArray();
    }
    heif_color_profile_nclx *colours = nullptr;
    if (heif_image_handle_get_nclx_color_profile(handle, &colours).code != heif_error_Ok) {
        return {};
    }
    const Owned<heif_color_profile_nclx> owner(colours);
    return colours->color_primaries == heif_color_primaries_SMPTE_EG_432_1 ? displayP3Profile() : QByteArray();
}

/// libheif gives red first.
Pixels pixelsOf(const heif_image *image, Dimensions size, Pixels::Layout layout)
{
    Pixels pixels = Pixels::make(size.width, size.height, layout);
    int stride = 0;
    const std::uint8_t *plane = heif_image_get_plane_readonly(image, heif_channel_interleaved, &stride);
    const int channels = pixels.channels();
    for (int y = 0; y < size.height; ++y) {
        const std::uint8_t *from = plane + std::ptrdiff_t(y) * stride;
        std::uint8_t *to = pixels.row(y);
        for (int x = 0; x < size.width; ++x, from += channels, to += channels) {
            to[0] = from[2];
            to[1] = from[1];
            to[2] = from[0];
            if (channels == 4) {
                to[3] = from[3];
            }
        }
    }
    return pixels;
}

} // namespace

Result<DecodedStage> decodeHeif(const PictureSource &source)
{
    const auto opened = openPrimary(source);
    if (!opened) {
        return failed(opened);
    }
    if (auto good = checkSize(source, opened->size.width, opened->size.height); !good) {
        return failed(good);
    }
    const bool hasAlpha = heif_image_handle_has_alpha_channel(opened->handle.get()) != 0;
    const Owned<heif_decoding_options> options(heif_decoding_options_alloc());
    options->convert_hdr_to_8bit = 1;
    heif_image *decoded = nullptr;
    const heif_error error =
        heif_decode_image(opened->handle.get(), &decoded, heif_colorspace_RGB,
                          hasAlpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, options.get());
    const Owned<heif_image> image(decoded);
    if (error.code != heif_error_Ok) {
        return failureOf(error, QString::fromUtf8(error.message), source);
    }
    DecodedStage stage;
    stage.upright = heifStatesOrientation(source.bytes);
    // The decoded picture's own size: a file may promise another.
    stage.original = {heif_image_get_width(decoded, heif_channel_interleaved),
                      heif_image_get_height(decoded, heif_channel_interleaved)};
    stage.iccProfile = profileOf(opened->handle.get());
    stage.pixels = pixelsOf(decoded, stage.original, hasAlpha ? Pixels::Layout::Bgra : Pixels::Layout::Bgr);
    return stage;
}

Result<Dimensions> heifDimensions(const PictureSource &source)
{
    const auto opened = openPrimary(source);
    if (!opened) {
        return failed(opened);
    }
    return opened->size;
}

} // namespace kinframe::media
