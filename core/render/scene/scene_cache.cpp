// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/scene_cache.h"

#include "render/scene/scene_json.h"
#include "storage/database.h"

#include <QJsonDocument>

namespace kinframe::render {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Transaction;

namespace {

QMap<qint64, QString> keysFrom(const QJsonObject &json)
{
    QMap<qint64, QString> keys;
    for (auto key = json.begin(); key != json.end(); ++key) {
        keys.insert(key.key().toLongLong(), key.value().toString());
    }
    return keys;
}

QJsonObject keysJson(const QMap<qint64, QString> &keys)
{
    QJsonObject json;
    for (auto key = keys.begin(); key != keys.end(); ++key) {
        json.insert(QString::number(key.key()), key.value());
    }
    return json;
}

/// Where a file was found before it was read once more.
void keepPlaces(Connection &db, const QByteArray &md5, CachedScene &scene)
{
    storage::Statement row = db.prepare("SELECT facts FROM scene_facts WHERE md5 = ?1");
    row.bindAll(md5);
    if (!row.step()) {
        return;
    }
    const QJsonObject json = QJsonDocument::fromJson(row.text(0).toUtf8()).object();
    if (scene.path.isEmpty()) {
        scene.path = json[u"path"_s].toString();
    }
    QMap<qint64, QString> keys = keysFrom(json[u"keys"_s].toObject());
    keys.insert(scene.keys);
    scene.keys = std::move(keys);
}

QString textOf(const CachedScene &scene)
{
    const QJsonObject json{{u"facts"_s, toJson(scene.facts)},
                           {u"path"_s, scene.path},
                           {u"keys"_s, keysJson(scene.keys)},
                           {u"size"_s, double(scene.size)}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace

SceneCache::SceneCache(storage::Database &database)
    : m_database(database)
{
}

Result<std::optional<CachedScene>> SceneCache::find(const QByteArray &md5) const
{
    return m_database.read([&](Connection &db) -> Result<std::optional<CachedScene>> {
        storage::Statement statement =
            db.prepare("SELECT facts, analyzed_at FROM scene_facts WHERE md5 = ?1 AND analyser = ?2");
        statement.bindAll(md5, sceneAnalyserVersion);
        if (!statement.step()) {
            return std::optional<CachedScene>();
        }
        const QJsonObject json = QJsonDocument::fromJson(statement.text(0).toUtf8()).object();
        auto facts = sceneFactsFrom(json[u"facts"_s].toObject());
        if (!facts) {
            return std::optional<CachedScene>(); // written by something else; read the file anew
        }
        return std::optional(CachedScene{std::move(*facts), json[u"path"_s].toString(), json[u"size"_s].toInteger(),
                                         statement.int64(1), keysFrom(json[u"keys"_s].toObject())});
    });
}

Result<void> SceneCache::store(const QByteArray &md5, const CachedScene &scene) const
{
    return m_database.write([&](Transaction &transaction) -> Result<void> {
        CachedScene kept = scene;
        keepPlaces(transaction.db(), md5, kept);
        transaction.run("INSERT INTO scene_facts(md5, analyser, facts, analyzed_at) VALUES (?1, ?2, ?3, ?4) "
                        "ON CONFLICT (md5) DO UPDATE SET analyser = excluded.analyser, facts = excluded.facts, "
                        "analyzed_at = excluded.analyzed_at",
                        md5, sceneAnalyserVersion, textOf(kept), kept.analyzedAt);
        transaction.run("DELETE FROM scene_facts WHERE md5 IN "
                        "(SELECT md5 FROM scene_facts ORDER BY analyzed_at DESC LIMIT -1 OFFSET ?1)",
                        mostKept);
        return {};
    });
}

} // namespace kinframe::render
