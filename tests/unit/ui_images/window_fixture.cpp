// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_fixture.h"

#include "accounts/accounts.h"

namespace kinframe::test {

WindowFixture::WindowFixture()
    : accounts(std::move(*accounts::Accounts::open(*database, {folder.path(), {}, wallMs})))
    , models(models::Manifest::builtIn(), folder.path(), QStringList())
    , recognition(*services, [](const QString &) -> Result<faces::ModelFiles> { return fail(ErrorCode::ModelMissing); })
    , context(std::make_unique<ui::Context>(ui::Services{*services, *accounts, people, history, suggestions,
                                                         recognition, models, downloader, progress, events},
                                            owner.userId))
{
    context->attachTo(engine);
}

WindowFixture::~WindowFixture() = default;

library::Registered WindowFixture::photoAt(qint64 createdAt, std::optional<qint64> offset)
{
    const auto made = photo();
    (void)change([&](storage::Transaction &transaction) -> Result<void> {
        transaction.run("UPDATE asset SET created_at = ?2, created_offset = ?3, state = 1 WHERE id = ?1", made.assetId,
                        createdAt, offset);
        changes.touch(transaction, made.assetId);
        return {};
    });
    return made;
}

std::vector<library::Registered> WindowFixture::photosInARow(int count)
{
    constexpr qint64 first = 1'600'000'000'000;
    std::vector<library::Registered> photos;
    for (int i = 0; i < count; ++i) {
        photos.push_back(photoAt(first + i * 1000));
    }
    return photos;
}

void WindowFixture::addRows(int count, qint64 createdAt)
{
    constexpr qint64 hour = 3'600'000;
    (void)change([&](storage::Transaction &transaction) -> Result<void> {
        for (int i = 0; i < count; ++i) {
            transaction.run("INSERT INTO blob(sha256, sha1, md5, xxh64, size, created_at) "
                            "VALUES (randomblob(32), randomblob(20), randomblob(16), 1, 1, 1)");
            const qint64 blob = transaction.db().lastInsertId();
            transaction.run("INSERT INTO asset_place(uuid) VALUES (randomblob(16))");
            transaction.run("INSERT INTO asset(id, uuid, owner_id, blob_id, format, is_video, mime_type, file_name, "
                            "size, width, height, created_at, imported_at, updated_at, state) "
                            "SELECT id, uuid, ?1, ?2, 'jpeg', 0, '', 'x', 1, 3, 2, ?3, 1, 1, 1 FROM asset_place "
                            "ORDER BY id DESC LIMIT 1",
                            owner.userId, blob, createdAt + i * hour);
        }
        return {};
    });
}

} // namespace kinframe::test
