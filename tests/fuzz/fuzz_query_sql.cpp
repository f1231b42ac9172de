// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is understood becomes a statement that SQLite takes and runs, and that finds the same rows in every way.
#include "base/search_folding.h"
#include "fuzz/input.h"
#include "query/query.h"
#include "storage/migrations.h"
#include "storage/sql_error.h"

#include <algorithm>

using namespace kinframe;
using namespace kinframe::query;
using kinframe::fuzz::require;
using storage::Connection;

namespace {

constexpr char rows[] = R"(
INSERT INTO user(id, uuid, name, email, created_at, updated_at) VALUES (1, x'01', 'a', 'a', 0, 0);
INSERT INTO face_model(id, name) VALUES (1, 'test');
INSERT INTO asset_place(id, uuid) VALUES (1, x'01'), (2, x'02'), (3, x'03');
INSERT INTO blob(id, sha256, sha1, md5, xxh64, size, created_at)
  SELECT id, randomblob(32), zeroblob(20), zeroblob(16), 0, 1, 0 FROM asset_place;
INSERT INTO asset(id, uuid, owner_id, blob_id, format, is_video, mime_type, file_name, size, width, created_at,
                  imported_at, updated_at, rating, is_favorite, task_id, model)
  SELECT id, uuid, 1, id, 'png', 0, 'image/png', 'a' || id || '.png', id * 1000, iif(id = 2, NULL, 100 * id),
         1700000000000 + id, 0, 0, iif(id = 1, NULL, id + 0.5), id = 3, iif(id = 3, NULL, 't' || id), 'Größe' || id
  FROM asset_place;
INSERT INTO asset_tag(tag, asset_id) VALUES ('a', 1), ('b', 1), ('a', 2);
INSERT INTO prop_key(id, name) VALUES (1, 'n'), (2, 's'), (3, 'f');
INSERT INTO prop(asset_id, key_id, num, txt) VALUES
  (1, 1, 9007199254740993, NULL), (2, 1, 0.5, NULL), (1, 2, NULL, 'x'), (2, 2, NULL, ''), (1, 3, 1, 'true'),
  (3, 3, 0, 'false');
INSERT INTO person(id, uuid, owner_id, name, created_at, updated_at) VALUES (1, x'01', 1, 'p', 0, 0);
INSERT INTO detection(id, blob_id, x, y, width, height, score, size_px, quality) VALUES (1, 1, 0, 0, 1, 1, 1, 1, 1);
INSERT INTO face(uuid, owner_id, asset_id, detection_id, person_id) VALUES (x'01', 1, 1, 1, 1);
DELETE FROM search_stale WHERE asset_id < 3;
)";

// What searches look in: of two images by the index, of the third in its rows.
void fillSearch(Connection &connection)
{
    for (const int asset : {1, 2}) {
        QString text;
        storage::Statement row = connection.prepare(
            "SELECT file_name FROM asset WHERE id = ?1 UNION ALL SELECT model FROM asset WHERE id = ?1 UNION ALL "
            "SELECT "
            "tag FROM asset_tag WHERE asset_id = ?1 UNION ALL SELECT txt FROM prop WHERE asset_id = ?1 AND num IS NULL "
            "AND txt IS NOT NULL");
        row.bindAll(asset);
        while (row.step()) {
            text += foldedForSearch(row.text(0)) + searchSeparator;
        }
        connection.run("INSERT INTO search_text(id, text) VALUES (?1, ?2)", asset, text);
    }
}

Connection &library()
{
    static const std::unique_ptr<Connection> connection = [] {
        auto opened = Connection::open(QStringLiteral(":memory:"), Connection::Mode::ReadWrite);
        require(opened.has_value());
        require(storage::migrate(**opened, storage::builtInMigrations(), QString()).has_value());
        (*opened)->runScript(rows);
        fillSearch(**opened);
        addFunctions(**opened);
        return std::move(*opened);
    }();
    return *connection;
}

std::vector<qint64> found(const CompiledQuery &compiled)
{
    storage::Statement row = library().prepare(compiled.sql);
    for (std::size_t index = 0; index < compiled.bindings.size(); ++index) {
        std::visit(
            [&](const auto &value) {
                if constexpr (!std::is_same_v<std::decay_t<decltype(value)>, std::monostate>) {
                    row.bind(static_cast<int>(index) + 1, value);
                }
            },
            compiled.bindings[index]);
    }
    std::vector<qint64> ids;
    while (row.step()) {
        ids.push_back(row.int64(std::max(0, compiled.orderColumns - 1)));
    }
    return ids;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    auto query = parseQuery(QByteArrayView(data, static_cast<qsizetype>(size)));
    if (!query) {
        return 0;
    }
    query->top = 50;
    query->skip = 0;
    const auto walked = compile(*query, 1, Mode::Page, Access::Walk);
    if (!walked) {
        require(walked.error().code == ErrorCode::QueryInvalid || walked.error().code == ErrorCode::QueryTooComplex);
        return 0;
    }
    const std::vector<qint64> ids = found(*walked);
    require(found(compile(*query, 1, Mode::Page, Access::Sets).value()) == ids);
    const auto leads = countLeads(*query, 1, 10);
    for (std::size_t lead = 0; lead < leads.size(); ++lead) {
        (void)found(leads[lead]);
        require(found(compile(*query, 1, Mode::Page, Access::Lead, static_cast<int>(lead)).value()) == ids);
    }
    if (query->skipToken.isEmpty()) {
        require(found(compile(*query, 1, Mode::Count, Access::Sets).value()).front() ==
                static_cast<qint64>(ids.size()));
    }
    return 0;
}
