// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/slurm_setup.h"

#include "render/field_problem.h"

#include <QDir>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

constexpr int mostItems = 50;
constexpr int longestText = 1000;

// These would make another job of it than the one that is watched.
constexpr std::array ourArguments{"wrap", "array", "requeue",  "no-requeue", "job-name", "chdir",  "output", "error",
                                  "hold", "wait",  "parsable", "test-only",  "clusters", "ntasks", "nodes",  "comment"};

Failure wrong(const char *field, const QJsonValue &value, const QString &expected)
{
    return wrongField(u"slurm."_s + QLatin1String(field), value, expected);
}

Result<QString> nameIn(const QJsonObject &json, const char *field)
{
    static const QRegularExpression names(u"^[A-Za-z0-9_][A-Za-z0-9_.@,-]{0,199}$"_s);
    const QJsonValue value = json[QLatin1String(field)];
    const QString name = value.toString().trimmed();
    const bool isText = value.isString() || value.isUndefined() || value.isNull();
    if (!isText || (!name.isEmpty() && !names.match(name).hasMatch())) {
        return wrong(field, name, u"letters, digits and _ . @ , -"_s);
    }
    return name;
}

Result<QString> pathIn(const QJsonObject &json, const char *field)
{
    const QString path = json[QLatin1String(field)].toString().trimmed();
    if (!path.isEmpty() && (!QDir::isAbsolutePath(path) || path.size() > longestText)) {
        return wrong(field, path, u"an absolute path"_s);
    }
    return path;
}

Result<QStringList> argumentsIn(const QJsonValue &list)
{
    static const QRegularExpression options(u"^--([a-z][a-z0-9-]*)(=.*)?$"_s);
    QStringList arguments;
    for (const auto &item : list.toArray()) {
        const QString text = item.toString().trimmed();
        const QString option = options.match(text).captured(1);
        // sbatch knows an option by its beginning too; one that is longer is another.
        const bool isOurs = std::any_of(ourArguments.begin(), ourArguments.end(),
                                        [&](const char *each) { return QLatin1String(each).startsWith(option); });
        if (option.isEmpty() || isOurs || text.size() > longestText || arguments.size() >= mostItems) {
            return wrong("extra_arguments", text,
                         u"options of sbatch such as --qos=night, none that name or split the job"_s);
        }
        arguments += text;
    }
    return arguments;
}

Result<QMap<QString, QString>> environmentIn(const QJsonObject &json)
{
    static const QRegularExpression names(u"^[A-Za-z_][A-Za-z0-9_]{0,99}$"_s);
    QMap<QString, QString> environment;
    for (auto variable = json.begin(); variable != json.end(); ++variable) {
        const bool isFine = names.match(variable.key()).hasMatch() && variable->isString() &&
                            variable->toString().size() <= longestText && environment.size() < mostItems;
        if (!isFine) {
            return wrong("environment", variable.key(), u"names of variables, each with a text"_s);
        }
        environment[variable.key()] = variable->toString();
    }
    return environment;
}

} // namespace

QJsonObject toJson(const SlurmSettings &settings)
{
    QJsonObject environment;
    for (auto variable = settings.environment.cbegin(); variable != settings.environment.cend(); ++variable) {
        environment[variable.key()] = variable.value();
    }
    return {{u"partition"_s, settings.partition},
            {u"account"_s, settings.account},
            {u"extra_arguments"_s, QJsonArray::fromStringList(settings.extraArguments)},
            {u"worker"_s, settings.worker},
            {u"command_folder"_s, settings.commandFolder},
            {u"environment"_s, environment}};
}

Result<SlurmSettings> slurmSettingsFrom(const QJsonObject &json)
{
    auto partition = nameIn(json, "partition");
    auto account = partition ? nameIn(json, "account") : partition;
    auto worker = account ? pathIn(json, "worker") : account;
    auto folder = worker ? pathIn(json, "command_folder") : worker;
    auto arguments = folder ? argumentsIn(json[u"extra_arguments"]) : Result<QStringList>(failed(folder));
    auto environment =
        arguments ? environmentIn(json[u"environment"].toObject()) : Result<QMap<QString, QString>>(failed(arguments));
    if (!environment) {
        return failed(environment);
    }
    SlurmSettings settings;
    settings.partition = *partition;
    settings.account = *account;
    settings.extraArguments = *arguments;
    settings.worker = *worker;
    settings.commandFolder = *folder;
    settings.environment = *environment;
    return settings;
}

} // namespace kinframe::render
