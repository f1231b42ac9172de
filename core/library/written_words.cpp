// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/written_words.h"

namespace kinframe::library {

media::WrittenMetadata writtenOf(storage::Connection &db, const Asset &asset)
{
    media::WrittenMetadata written;
    written.rating = asset.rating;
    storage::Statement tags = db.prepare("SELECT tag FROM asset_tag WHERE asset_id = ?1 ORDER BY tag");
    tags.bindAll(asset.id);
    while (tags.step()) {
        written.keywords.append(tags.text(0));
    }
    storage::Statement texts =
        db.prepare("SELECT k.name = 'title', p.txt FROM prop p JOIN prop_key k ON k.id = p.key_id WHERE "
                   "p.asset_id = ?1 AND k.name IN ('title', 'description') AND p.txt IS NOT NULL");
    texts.bindAll(asset.id);
    while (texts.step()) {
        (texts.boolean(0) ? written.title : written.description) = texts.text(1);
    }
    return written;
}

} // namespace kinframe::library
