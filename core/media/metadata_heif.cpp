// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/metadata_heif.h"

#include <QtEndian>

#include <libheif/heif.h>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

constexpr std::size_t largestBlock = 16 * 1024 * 1024;

struct ContextDeleter
{
    void operator()(heif_context *context) const { heif_context_free(context); }
};

struct HandleDeleter
{
    void operator()(const heif_image_handle *handle) const { heif_image_handle_release(handle); }
};

Failure damaged(const QString &path, const char *why)
{
    return fail(ErrorCode::FileDamaged, {{u"path"_s, path}, {u"reason"_s, u"metadata"_s}}, QString::fromUtf8(why));
}

QByteArray readBlock(const heif_image_handle *handle, heif_item_id id)
{
    const std::size_t size = heif_image_handle_get_metadata_size(handle, id);
    if (size == 0 || size > largestBlock) {
        return {};
    }
    QByteArray bytes(qsizetype(size), '\0');
    return heif_image_handle_get_metadata(handle, id, bytes.data()).code == heif_error_Ok ? bytes : QByteArray();
}

/// The Exif item begins with how far off, after these four bytes, the TIFF header stands.
QByteArray tiffOf(const QByteArray &item)
{
    if (item.size() < 4) {
        return {};
    }
    const quint32 skip = qFromBigEndian<quint32>(item.constData());
    return skip < quint64(item.size()) - 4 ? item.mid(qsizetype(skip) + 4) : QByteArray();
}

} // namespace

Result<HeifBlocks> readHeifBlocks(const QString &path)
{
    const std::unique_ptr<heif_context, ContextDeleter> context(heif_context_alloc());
    if (const heif_error error = heif_context_read_from_file(context.get(), path.toUtf8().constData(), nullptr);
        error.code != heif_error_Ok) {
        return damaged(path, error.message);
    }
    heif_image_handle *primary = nullptr;
    if (const heif_error error = heif_context_get_primary_image_handle(context.get(), &primary);
        error.code != heif_error_Ok) {
        return damaged(path, error.message);
    }
    const std::unique_ptr<const heif_image_handle, HandleDeleter> handle(primary);
    std::vector<heif_item_id> ids(
        std::size_t(std::clamp(heif_image_handle_get_number_of_metadata_blocks(handle.get(), nullptr), 0, 100)));
    const int count =
        heif_image_handle_get_list_of_metadata_block_IDs(handle.get(), nullptr, ids.data(), int(ids.size()));
    HeifBlocks blocks;
    for (int i = 0; i < count; ++i) {
        const QByteArrayView type(heif_image_handle_get_metadata_type(handle.get(), ids[std::size_t(i)]));
        const QByteArrayView content(heif_image_handle_get_metadata_content_type(handle.get(), ids[std::size_t(i)]));
        if (type == "Exif" && blocks.exif.isEmpty()) {
            blocks.exif = tiffOf(readBlock(handle.get(), ids[std::size_t(i)]));
        } else if (content == "application/rdf+xml" && blocks.xmp.isEmpty()) {
            blocks.xmp = readBlock(handle.get(), ids[std::size_t(i)]);
        }
    }
    return blocks;
}

} // namespace kinframe::media
