// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query_library.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <array>
#include <random>
#include <vector>

namespace kinframe::bench {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;

constexpr qint64 newest = 1'760'000'000'000; // in October 2025
constexpr int people = 500;
constexpr int models = 40;
constexpr int tags = 2000;
constexpr int words = 4000;

class Filling
{
public:
    Filling(Connection &db, qint64 owner)
        : m_db(db)
        , m_owner(owner)
    {
    }

    void all(int images)
    {
        addPeople();
        addKeys();
        for (int number = 0; number < images; ++number) {
            add(number, images);
        }
    }

private:
    [[nodiscard]] int below(int limit) { return int(m_random() % unsigned(limit)); }
    [[nodiscard]] bool chance(int of10000) { return below(10'000) < of10000; }
    /// The first of them often, the last seldom.
    [[nodiscard]] int seldom(int limit)
    {
        const double even = double(below(1'000'000)) / 1e6;
        return int(even * even * even * limit);
    }

    void addPeople()
    {
        for (int i = 0; i < people; ++i) {
            m_db.run("INSERT INTO person(uuid, owner_id, name, created_at, updated_at) VALUES (?1, ?2, ?3, 0, 0)",
                     QUuid::createUuidV5(QUuid(), QString::number(i)), m_owner, u"Person %1"_s.arg(i));
        }
    }

    void addKeys()
    {
        for (const char *key : {"prompt", "seed", "steps", "cfg_scale", "sampler", "iso", "custom_flag", "score"}) {
            m_db.run("INSERT INTO prop_key(name) VALUES (?1)", QString::fromLatin1(key));
            m_keys.push_back(m_db.lastInsertId());
        }
    }

    [[nodiscard]] QString prompt()
    {
        QString text;
        for (int count = 6 + below(8); count > 0; --count) {
            text += (text.isEmpty() ? u"word"_s : u" word"_s) + QString::number(seldom(words), 26);
        }
        return text;
    }

    [[nodiscard]] QStringList someTags()
    {
        QStringList list;
        if (chance(3000)) {
            list << QString::fromLatin1(commonTag);
        }
        if (chance(5)) {
            list << QString::fromLatin1(rareTag);
        }
        for (int count = 1 + below(4); count > 0; --count) {
            list << u"tag_%1"_s.arg(seldom(tags));
        }
        list.removeDuplicates();
        return list;
    }

    void addProperty(qint64 asset, size_t key, const QJsonValue &value)
    {
        Statement row = m_db.prepare("INSERT INTO prop(asset_id, key_id, num, txt) VALUES (?1, ?2, ?3, ?4)");
        row.bind(1, asset);
        row.bind(2, m_keys[key]);
        if (value.isBool()) {
            row.bind(3, value.toBool());
            row.bind(4, value.toBool() ? u"true"_s : u"false"_s);
        } else if (value.isString()) {
            row.bind(3, nullptr);
            row.bind(4, value.toString());
        } else if (value.toDouble() == double(value.toInteger())) {
            row.bind(3, value.toInteger());
            row.bind(4, nullptr);
        } else {
            row.bind(3, value.toDouble());
            row.bind(4, nullptr);
        }
        row.step();
    }

    void addFace(qint64 asset, qint64 blob, int person)
    {
        m_db.run("INSERT INTO detection(blob_id, x, y, width, height, score, size_px, quality) VALUES (?1, 0, 0, 1, 1, "
                 "1, 100, 1)",
                 blob);
        m_db.run("INSERT INTO face(uuid, owner_id, asset_id, detection_id, person_id) VALUES (?1, ?2, ?3, ?4, ?5)",
                 QUuid::createUuidV5(QUuid(), u"face"_s + QString::number(asset)), m_owner, asset, m_db.lastInsertId(),
                 person + 1);
    }

    void add(int number, int images)
    {
        static constexpr std::array sides{512, 640, 768, 896, 1024, 1536, 2048, 4000};
        static constexpr std::array samplers{"Euler a", "DPM++ 2M Karras", "DDIM", "UniPC"};
        const int width = sides[size_t(below(int(sides.size())))];
        const int height = sides[size_t(below(int(sides.size())))];
        const qint64 created = newest - qint64(number) * 15LL * 365 * 86'400'000 / images - below(1000);
        const QString name = u"IMG_%1.png"_s.arg(number, 7, 10, QChar(u'0'));
        const QString model =
            u"%1-v%2"_s.arg(below(models) < 10 ? u"stable-diffusion"_s : u"dream"_s).arg(seldom(models));
        const bool isRated = chance(7000);
        const double rating = below(11) / 2.0;
        const QStringList tagged = someTags();
        const QByteArray sha256 = QCryptographicHash::hash(QByteArray::number(number), QCryptographicHash::Sha256);
        const QUuid uuid = QUuid::createUuidV5(QUuid(), QString::number(number));
        QJsonObject open{{u"prompt"_s, prompt()},
                         {u"seed"_s, qint64(m_random())},
                         {u"steps"_s, 10 + below(41)},
                         {u"cfg_scale"_s, 1 + below(29) / 2.0},
                         {u"sampler"_s, QString::fromLatin1(samplers[size_t(below(4))])},
                         {u"iso"_s, 100 << below(8)},
                         {u"custom_flag"_s, chance(1000)},
                         {u"score"_s, below(100'000) / 1000.0}};
        m_db.run("INSERT INTO asset_place(uuid) VALUES (?1)", uuid);
        const qint64 asset = m_db.lastInsertId();
        // Not stored: nobody looks for its file.
        m_db.run("INSERT INTO blob(sha256, sha1, md5, xxh64, size, refs, created_at) VALUES (?1, ?2, ?3, 0, ?4, 1, ?5)",
                 sha256, sha256.first(20), sha256.first(16), 100'000 + below(5'000'000), newest);
        const qint64 blob = m_db.lastInsertId();
        m_db.run("INSERT INTO asset(id, uuid, owner_id, blob_id, format, is_video, mime_type, file_name, size, width, "
                 "height, created_at, imported_at, updated_at, state, is_ready, rating, type, model) VALUES (?1, ?2, "
                 "?3, ?4, 'png', 0, 'image/png', ?5, ?6, ?7, ?8, ?9, ?10, ?1, 1, 1, ?11, 'generated', ?12)",
                 asset, uuid, m_owner, blob, name, 100'000 + below(5'000'000), width, height, created, newest,
                 isRated ? std::optional(rating) : std::nullopt, model);
        m_db.run("INSERT INTO doc(id, json, reader) VALUES (?1, ?2, 1000)", asset,
                 QString::fromUtf8(QJsonDocument(open).toJson(QJsonDocument::Compact)));
        static constexpr std::array keys{"prompt",  "seed", "steps",       "cfg_scale",
                                         "sampler", "iso",  "custom_flag", "score"};
        for (size_t key = 0; key < keys.size(); ++key) {
            addProperty(asset, key, open.value(QLatin1StringView(keys[key])));
        }
        for (const QString &tag : tagged) {
            m_db.run("INSERT INTO asset_tag(tag, asset_id) VALUES (?1, ?2)", tag, asset);
        }
        open.insert(u"tags"_s, QJsonArray::fromStringList(tagged));
        if (chance(3300)) {
            const int person = below(people);
            addFace(asset, blob, person);
            open.insert(u"people"_s, QJsonArray{u"Person %1"_s.arg(person)});
        }
        addDocument(asset, std::move(open),
                    {{u"width"_s, width},
                     {u"height"_s, height},
                     {u"created_at"_s, created},
                     {u"file_name"_s, name},
                     {u"model"_s, model},
                     {u"type"_s, u"generated"_s},
                     {u"size"_s, 100'000},
                     {u"rating"_s, isRated ? QJsonValue(rating) : QJsonValue()}});
    }

    void addDocument(qint64 asset, QJsonObject all, const QJsonObject &columns)
    {
        for (auto value = columns.begin(); value != columns.end(); ++value) {
            all.insert(value.key(), *value);
        }
        m_db.run("INSERT INTO naive_doc(id, json) VALUES (?1, ?2)", asset,
                 QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact)));
    }

    Connection &m_db;
    qint64 m_owner;
    std::mt19937 m_random{20'260'402};
    std::vector<qint64> m_keys;
};

struct Part
{
    QString kind;
    QString name;
    QByteArray sql;
};

/// Indexes and triggers: made at the end they cost a tenth.
std::vector<Part> takeParts(Connection &db)
{
    std::vector<Part> parts;
    Statement row = db.prepare("SELECT type, name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql "
                               "IS NOT NULL AND name NOT LIKE 'search_%' AND tbl_name NOT LIKE 'search_%'");
    while (row.step()) {
        parts.push_back({row.text(0), row.text(1), row.text(2).toUtf8()});
    }
    return parts;
}

} // namespace

void fillQueryLibrary(Connection &db, qint64 owner, int images)
{
    db.runScript("PRAGMA cache_size = -400000; BEGIN; CREATE TABLE naive_doc(id INTEGER PRIMARY KEY, json TEXT);");
    const std::vector<Part> parts = takeParts(db);
    for (const Part &part : parts) {
        db.runScript("DROP " + part.kind.toUtf8() + ' ' + part.name.toUtf8());
    }
    Filling(db, owner).all(images);
    for (const Part &part : parts) {
        db.runScript(part.sql);
    }
    db.runScript("COMMIT; PRAGMA wal_checkpoint(TRUNCATE);");
}

} // namespace kinframe::bench
