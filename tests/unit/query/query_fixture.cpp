// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/query/query_fixture.h"

#include "base/digest.h"
#include "base/ids.h"
#include "storage/sql_error.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QTest>

namespace kinframe::test {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Transaction;

QueryFixture::QueryFixture()
{
    storage::DatabaseOptions options;
    options.path = m_folder.filePath(u"test.db"_s);
    auto opened = storage::Database::open(options);
    if (!opened) {
        qFatal("%s", qPrintable(opened.error().forLog()));
    }
    database = std::move(*opened);
    const auto made = database->write([](Transaction &transaction) -> Result<void> {
        for (const qint64 user : {1, 2}) {
            transaction.run(
                "INSERT INTO user(id, uuid, name, email, created_at, updated_at) VALUES (?1, ?2, 'u', ?3, 0, 0)", user,
                QUuid::createUuid(), QString::number(user));
        }
        transaction.run("INSERT INTO face_model(id, name) VALUES (1, 'test')");
        return {};
    });
    if (!made) {
        qFatal("%s", qPrintable(made.error().forLog()));
    }
}

void QueryFixture::addProperty(Connection &db, qint64 asset, const QString &key, const QJsonValue &value)
{
    if (value.isNull()) {
        return;
    }
    db.run("INSERT OR IGNORE INTO prop_key(name) VALUES (?1)", key);
    const auto insert = [&](const auto &number, const auto &text) {
        db.run("INSERT INTO prop(asset_id, key_id, num, txt) SELECT ?1, id, ?3, ?4 FROM prop_key WHERE name = ?2",
               asset, key, number, text);
    };
    const qint64 whole = value.toInteger(-1);
    if (value.isBool()) {
        insert(value.toBool() ? 1 : 0, value.toBool() ? u"true"_s : u"false"_s);
    } else if (value.isString()) {
        insert(nullptr, value.toString());
    } else if (whole == value.toInteger(-2)) {
        insert(whole, nullptr);
    } else {
        insert(value.toDouble(), nullptr);
    }
}

namespace {

// Columns that are set as they come.
const char *columnFor(const QString &key)
{
    static const std::pair<QLatin1StringView, const char *> columns[] = {
        {"width"_L1, "UPDATE asset SET width = ?2 WHERE id = ?1"},
        {"height"_L1, "UPDATE asset SET height = ?2 WHERE id = ?1"},
        {"size"_L1, "UPDATE asset SET size = ?2 WHERE id = ?1"},
        {"frame_number"_L1, "UPDATE asset SET frame_number = ?2 WHERE id = ?1"},
        {"rating"_L1, "UPDATE asset SET rating = ?2 WHERE id = ?1"},
        {"task_id"_L1, "UPDATE asset SET task_id = ?2 WHERE id = ?1"},
        {"type"_L1, "UPDATE asset SET type = ?2 WHERE id = ?1"},
        {"model"_L1, "UPDATE asset SET model = ?2 WHERE id = ?1"},
        {"file_name"_L1, "UPDATE asset SET file_name = ?2 WHERE id = ?1"},
        {"duration_ms"_L1, "UPDATE asset SET duration_ms = ?2 WHERE id = ?1"},
        {"created_at"_L1, "UPDATE asset SET created_at = ?2 WHERE id = ?1"},
    };
    for (const auto &[name, sql] : columns) {
        if (key == name) {
            return sql;
        }
    }
    return nullptr;
}

void setColumn(Connection &db, const char *sql, qint64 asset, const QString &key, const QJsonValue &value)
{
    if (key == "created_at"_L1) {
        db.run(sql, asset, QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toMSecsSinceEpoch());
    } else if (value.isString()) {
        db.run(sql, asset, value.toString());
    } else if (value.isDouble() && value.toInteger(-1) == value.toInteger(-2)) {
        db.run(sql, asset, value.toInteger());
    } else if (value.isDouble()) {
        db.run(sql, asset, value.toDouble());
    }
}

void addTag(Connection &db, qint64 asset, const QString &tag)
{
    db.run("INSERT OR IGNORE INTO asset_tag(tag, asset_id) VALUES (?1, ?2)", tag, asset);
}

} // namespace

qint64 QueryFixture::add(const QJsonObject &metadata, qint64 owner)
{
    const auto added = database->write([&](Transaction &transaction) -> Result<qint64> {
        Connection &db = transaction.db();
        const QUuid uuid = QUuid::createUuid();
        const QByteArray hash = QCryptographicHash::hash(uuid.toRfc4122(), QCryptographicHash::Sha256);
        db.run("INSERT INTO asset_place(uuid) VALUES (?1)", uuid);
        const qint64 asset = db.lastInsertId();
        db.run("INSERT INTO blob(sha256, sha1, md5, xxh64, size, created_at) VALUES (?1, ?2, ?3, 0, 1, 0)", hash,
               hash.first(20), hash.first(16));
        db.run(
            "INSERT INTO asset(id, uuid, owner_id, blob_id, format, is_video, mime_type, file_name, size, created_at, "
            "imported_at, updated_at) VALUES (?1, ?2, ?3, ?4, 'png', 0, 'image/png', 'a.png', 1, 0, 0, ?1)",
            asset, uuid, owner, db.lastInsertId());
        for (auto entry = metadata.begin(); entry != metadata.end(); ++entry) {
            const QString key = entry.key();
            const QJsonValue value = *entry;
            if (const char *sql = columnFor(key)) {
                setColumn(db, sql, asset, key, value);
            } else if (key == "is_favorite"_L1 && value.toBool()) {
                db.run("UPDATE asset SET is_favorite = 1 WHERE id = ?1", asset);
            } else if (key == "tags"_L1) {
                for (const QJsonValue &tag : value.toArray()) {
                    addTag(db, asset, tag.toString());
                }
            } else if (key.startsWith("tag_"_L1) && value.toBool()) {
                addTag(db, asset, key.sliced(4));
            } else {
                addProperty(db, asset, key, value);
            }
        }
        return asset;
    });
    if (!added) {
        qFatal("%s", qPrintable(added.error().forLog()));
    }
    return *added;
}

void QueryFixture::addPerson(const QString &name, const std::vector<qint64> &images, qint64 owner)
{
    const auto added = database->write([&](Transaction &transaction) -> Result<void> {
        Connection &db = transaction.db();
        db.run("INSERT INTO person(uuid, owner_id, name, created_at, updated_at) VALUES (?1, ?2, ?3, 0, 0)",
               QUuid::createUuid(), owner, name);
        const qint64 person = db.lastInsertId();
        for (const qint64 image : images) {
            db.run("INSERT INTO detection(blob_id, x, y, width, height, score, size_px, quality) "
                   "SELECT blob_id, 0, 0, 1, 1, 1, 100, 1 FROM asset WHERE id = ?1",
                   image);
            db.run("INSERT INTO face(uuid, owner_id, asset_id, detection_id, person_id) VALUES (?1, ?2, ?3, ?4, ?5)",
                   QUuid::createUuid(), owner, image, db.lastInsertId(), person);
        }
        return {};
    });
    if (!added) {
        qFatal("%s", qPrintable(added.error().forLog()));
    }
}

QUuid QueryFixture::addAlbum(const QString &name, const std::vector<qint64> &images, qint64 owner)
{
    const QUuid uuid = QUuid::createUuid();
    const auto added = database->write([&](Transaction &transaction) -> Result<void> {
        Connection &db = transaction.db();
        db.run("INSERT INTO album(uuid, owner_id, name, description, created_at, updated_at) "
               "VALUES (?1, ?2, ?3, '', 0, 0)",
               uuid, owner, name);
        const qint64 album = db.lastInsertId();
        for (const qint64 image : images) {
            db.run("INSERT INTO album_asset(album_id, asset_id, added_at) VALUES (?1, ?2, 0)", album, image);
        }
        return {};
    });
    if (!added) {
        qFatal("%s", qPrintable(added.error().forLog()));
    }
    return uuid;
}

QUuid QueryFixture::addStack(const std::vector<qint64> &images, qint64 owner)
{
    const QUuid uuid = QUuid::createUuid();
    const auto added = database->write([&](Transaction &transaction) -> Result<void> {
        Connection &db = transaction.db();
        db.run("INSERT INTO stack(uuid, owner_id, created_at) VALUES (?1, ?2, 0)", uuid, owner);
        const qint64 stack = db.lastInsertId();
        for (const qint64 image : images) {
            db.run("INSERT INTO stack_asset(asset_id, stack_id, is_primary) VALUES (?1, ?2, ?3)", image, stack,
                   image == images.front());
        }
        return {};
    });
    if (!added) {
        qFatal("%s", qPrintable(added.error().forLog()));
    }
    return uuid;
}

void QueryFixture::run(const char *sql, qint64 value)
{
    const auto done = database->write([&](Transaction &transaction) -> Result<void> {
        transaction.db().run(sql, value);
        return {};
    });
    if (!done) {
        qFatal("%s", qPrintable(done.error().forLog()));
    }
}

Result<query::QueryPage> QueryFixture::tryPage(const QByteArray &raw, qint64 owner)
{
    const auto parsed = query::parseQuery(raw);
    if (!parsed) {
        return failed(parsed);
    }
    return query::runQuery(*database, *parsed, owner);
}

namespace {

storage::Statement prepared(Connection &db, const query::CompiledQuery &compiled, const std::string &prefix = {})
{
    query::addFunctions(db);
    storage::Statement row = db.prepare(prefix + compiled.sql);
    for (size_t index = 0; index < compiled.bindings.size(); ++index) {
        std::visit(
            [&](const auto &value) {
                if constexpr (!std::is_same_v<std::decay_t<decltype(value)>, std::monostate>) {
                    row.bind(int(index) + 1, value);
                }
            },
            compiled.bindings[index]);
    }
    return row;
}

} // namespace

std::vector<qint64> QueryFixture::allBy(query::ImageQuery parsed, query::Access access, int lead, qint64 owner)
{
    parsed.top = std::numeric_limits<int>::max() - 1;
    const auto found = database->read([&](Connection &db) -> Result<std::vector<qint64>> {
        const auto compiled = query::compile(parsed, owner, query::Mode::Page, access, lead);
        if (!compiled) {
            return failed(compiled);
        }
        storage::Statement row = prepared(db, *compiled);
        std::vector<qint64> ids;
        while (row.step()) {
            ids.push_back(row.int64(compiled->orderColumns - 1));
        }
        return ids;
    });
    if (!found) {
        QTest::qFail(qPrintable(found.error().forLog()), __FILE__, __LINE__);
        return {};
    }
    return *found;
}

QString QueryFixture::planOf(const query::CompiledQuery &compiled)
{
    const auto plan = database->read([&](Connection &db) -> Result<QString> {
        storage::Statement row = prepared(db, compiled, "EXPLAIN QUERY PLAN ");
        QStringList lines;
        while (row.step()) {
            lines += row.text(3);
        }
        return lines.join(u'\n');
    });
    return plan ? *plan : plan.error().forLog();
}

query::QueryPage QueryFixture::page(const QByteArray &raw, qint64 owner)
{
    const auto page = tryPage(raw, owner);
    if (!page) {
        QTest::qFail(qPrintable(QString::fromUtf8(raw) + u": "_s + page.error().forLog()), __FILE__, __LINE__);
        return {};
    }
    return *page;
}

} // namespace kinframe::test
