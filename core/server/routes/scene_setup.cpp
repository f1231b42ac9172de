// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/scene_setup.h"

#include "server/http/invalid_input.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using render::PathMapping;
using render::SceneSettings;

constexpr qsizetype most = 1'000; ///< of each
constexpr qsizetype longestPath = 4096;

QByteArray shown(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).mid(1).chopped(1);
}

Failure tooMany(const QString &field, qsizetype count)
{
    return fail(ErrorCode::TooMany,
                {{u"field"_s, field}, {u"value"_s, QString::number(count)}, {u"limit"_s, QString::number(most)}});
}

bool isPathHere(const QString &path)
{
    return !path.isEmpty() && path.size() <= longestPath && !path.contains(QChar(u'\0')) && QDir::isAbsolutePath(path);
}

Result<QStringList> foldersFrom(const QJsonValue &value)
{
    if (!value.isArray()) {
        return http::invalidInput(u"folders"_s, shown(value), u"a list of absolute paths"_s);
    }
    if (value.toArray().size() > most) {
        return tooMany(u"folders"_s, value.toArray().size());
    }
    QStringList folders;
    for (const QJsonValue folder : value.toArray()) {
        if (!isPathHere(folder.toString())) {
            return http::invalidInput(u"folders"_s, shown(folder), u"a list of absolute paths"_s);
        }
        folders << QDir::cleanPath(folder.toString());
    }
    return folders;
}

Result<QMap<QString, QString>> variablesFrom(const QJsonValue &value)
{
    static const QRegularExpression name(u"^\\w{1,100}$"_s);
    if (!value.isObject()) {
        return http::invalidInput(u"variables"_s, shown(value), u"an object of names and texts"_s);
    }
    const QJsonObject object = value.toObject();
    if (object.size() > most) {
        return tooMany(u"variables"_s, object.size());
    }
    QMap<QString, QString> variables;
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (!name.match(member.key()).hasMatch() || !member.value().isString() ||
            member.value().toString().size() > longestPath) {
            return http::invalidInput(u"variables"_s, member.key().toUtf8(), u"an object of names and texts"_s);
        }
        variables.insert(member.key(), member.value().toString());
    }
    return variables;
}

Result<std::vector<PathMapping>> mappingsFrom(const QJsonValue &value)
{
    const QString expected = u"a list of objects with from and to, an absolute path"_s;
    if (!value.isArray()) {
        return http::invalidInput(u"mappings"_s, shown(value), expected);
    }
    if (value.toArray().size() > most) {
        return tooMany(u"mappings"_s, value.toArray().size());
    }
    std::vector<PathMapping> mappings;
    for (const QJsonValue entry : value.toArray()) {
        const PathMapping mapping{entry[u"from"_s].toString(), entry[u"to"_s].toString()};
        if (mapping.from.isEmpty() || mapping.from.size() > longestPath || !isPathHere(mapping.to)) {
            return http::invalidInput(u"mappings"_s, shown(entry), expected);
        }
        mappings.push_back(mapping);
    }
    return mappings;
}

/// Puts what the body has for a field in its place.
template <typename Value>
Result<void> change(const QJsonObject &body, const QString &field, Result<Value> (*read)(const QJsonValue &),
                    Value &value)
{
    if (!body.contains(field)) {
        return {};
    }
    auto changed = read(body.value(field));
    if (!changed) {
        return failed(changed);
    }
    value = std::move(*changed);
    return {};
}

} // namespace

QJsonObject sceneSetupJson(const SceneSettings &settings)
{
    QJsonObject variables;
    for (auto variable = settings.variables.begin(); variable != settings.variables.end(); ++variable) {
        variables.insert(variable.key(), variable.value());
    }
    QJsonArray mappings;
    for (const PathMapping &mapping : settings.mappings) {
        mappings.append(QJsonObject{{u"from"_s, mapping.from}, {u"to"_s, mapping.to}});
    }
    return {{u"folders"_s, QJsonArray::fromStringList(settings.folders)},
            {u"variables"_s, variables},
            {u"mappings"_s, mappings}};
}

Result<SceneSettings> sceneSetupFrom(const QJsonObject &body, SceneSettings settings)
{
    for (const Result<void> &changed : {change(body, u"folders"_s, foldersFrom, settings.folders),
                                        change(body, u"variables"_s, variablesFrom, settings.variables),
                                        change(body, u"mappings"_s, mappingsFrom, settings.mappings)}) {
        if (!changed) {
            return failed(changed);
        }
    }
    return settings;
}

} // namespace kinframe::server
