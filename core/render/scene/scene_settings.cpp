// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/scene_settings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

const QString &foldersKey()
{
    static const QString key = u"render.scene_folders"_s;
    return key;
}

const QString &variablesKey()
{
    static const QString key = u"render.scene_variables"_s;
    return key;
}

const QString &mappingsKey()
{
    static const QString key = u"render.path_mappings"_s;
    return key;
}

QJsonDocument stored(storage::Connection &db, const QString &key)
{
    storage::Statement statement = db.prepare("SELECT value FROM setting WHERE key = ?1");
    statement.bindAll(key);
    return statement.step() ? QJsonDocument::fromJson(statement.text(0).toUtf8()) : QJsonDocument();
}

void store(storage::Transaction &transaction, const QString &key, const QJsonDocument &value)
{
    transaction.run("INSERT INTO setting(key, value) VALUES (?1, ?2) "
                    "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                    key, QString::fromUtf8(value.toJson(QJsonDocument::Compact)));
}

} // namespace

SceneSettings SceneSettings::read(storage::Connection &db)
{
    SceneSettings settings;
    for (const QJsonValue folder : stored(db, foldersKey()).array()) {
        settings.folders << folder.toString();
    }
    const QJsonObject variables = stored(db, variablesKey()).object();
    for (auto variable = variables.begin(); variable != variables.end(); ++variable) {
        settings.variables.insert(variable.key(), variable.value().toString());
    }
    for (const QJsonValue mapping : stored(db, mappingsKey()).array()) {
        settings.mappings.push_back({mapping[u"from"_s].toString(), mapping[u"to"_s].toString()});
    }
    return settings;
}

void SceneSettings::write(storage::Transaction &transaction) const
{
    QJsonObject variablesJson;
    for (auto variable = variables.begin(); variable != variables.end(); ++variable) {
        variablesJson.insert(variable.key(), variable.value());
    }
    QJsonArray mappingsJson;
    for (const PathMapping &mapping : mappings) {
        mappingsJson.append(QJsonObject{{u"from"_s, mapping.from}, {u"to"_s, mapping.to}});
    }
    store(transaction, foldersKey(), QJsonDocument(QJsonArray::fromStringList(folders)));
    store(transaction, variablesKey(), QJsonDocument(variablesJson));
    store(transaction, mappingsKey(), QJsonDocument(mappingsJson));
}

} // namespace kinframe::render
