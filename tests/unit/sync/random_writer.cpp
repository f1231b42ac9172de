// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_writer.h"

#include "library/live_photos.h"
#include "library/register_asset.h"
#include "library/trash.h"

namespace kinframe::test {
namespace {

using namespace Qt::StringLiterals;
using storage::Statement;
using storage::Transaction;

constexpr int files = 120;

} // namespace

void RandomWriter::step()
{
    const auto written = m_library.change([&](Transaction &transaction) -> Result<void> {
        const int what = below(100);
        const int file = below(files);
        if (what < 40) {
            return import(transaction, file, 0);
        }
        if (what < 45) {
            return import(transaction, file, 1 + below(3));
        }
        const qint64 asset = any(transaction);
        if (what < 65) {
            return edit(transaction, asset);
        }
        return what < 95 ? remove(transaction, asset) : pair(transaction, asset, any(transaction));
    });
    if (!written && written.error().code != ErrorCode::NotFound) {
        qFatal("%s", qPrintable(written.error().forLog()));
    }
}

qint64 RandomWriter::any(Transaction &transaction)
{
    Statement row = transaction.prepare("SELECT id FROM asset WHERE owner_id = ?1 AND id >= ?2 ORDER BY id LIMIT 1");
    row.bindAll(m_library.owner.userId, below(files * 2));
    return row.step() ? row.int64(0) : 0;
}

Result<void> RandomWriter::import(Transaction &transaction, int file, int version)
{
    library::NewAsset asset;
    MultiHash hash;
    const QByteArray bytes = "picture " + QByteArray::number(file) + " as it is " + QByteArray::number(version);
    hash.add(bytes);
    asset.owner = m_library.owner;
    asset.digests = hash.finish();
    asset.format = u"jpeg"_s;
    asset.mimeType = u"image/jpeg"_s;
    asset.fileName = u"%1.jpg"_s.arg(file);
    // The bytes lie where nobody looks: what matters is who knows of them.
    asset.inPlace = library::InPlaceFile{u"/nowhere/%1.jpg"_s.arg(file), asset.digests.size, version, {}};
    const auto registered = library::registerAsset(transaction, *m_library.services, asset);
    return registered ? Result<void>{} : failed(registered);
}

Result<void> RandomWriter::edit(Transaction &transaction, qint64 asset)
{
    transaction.run("UPDATE asset SET is_favorite = 1 - is_favorite, is_archived = ?2 WHERE id = ?1", asset, below(2));
    m_library.changes.touch(transaction, asset);
    return {};
}

Result<void> RandomWriter::remove(Transaction &transaction, qint64 id)
{
    const auto asset = library::findAssetById(transaction.db(), id);
    if (!asset) {
        return {};
    }
    library::Trash trash(*m_library.services);
    const int what = below(4);
    if (what == 0) {
        return trash.moveToTrash(transaction, asset->ownerId, asset->uuid);
    }
    return what == 1 ? trash.restore(transaction, asset->ownerId, asset->uuid)
                     : trash.deleteForGood(transaction, asset->ownerId, asset->uuid);
}

Result<void> RandomWriter::pair(Transaction &transaction, qint64 picture, qint64 video)
{
    // As the importer does: what is paired already stays so.
    Statement free = transaction.prepare("SELECT count(*) FROM asset WHERE id IN (?1, ?2) AND is_hidden = 0 AND "
                                         "live_video_id IS NULL");
    free.bindAll(picture, video);
    free.step();
    if (free.int64(0) == 2) {
        library::linkLivePhoto(transaction, m_library.changes, picture, video);
    }
    return {};
}

} // namespace kinframe::test
