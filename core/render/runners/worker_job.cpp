// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/worker_job.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

// A newer program may be started by an older one and the other way round; what they do not know they pass over.
constexpr int formatVersion = 1;

QJsonArray arrayOf(const QList<int> &numbers)
{
    QJsonArray array;
    for (const int number : numbers) {
        array += number;
    }
    return array;
}

QList<int> numbersFrom(const QJsonValue &value)
{
    QList<int> numbers;
    for (const auto &number : value.toArray()) {
        numbers += number.toInt();
    }
    return numbers;
}

QJsonObject objectOf(const Command &command)
{
    QJsonObject environment;
    for (auto variable = command.environment.cbegin(); variable != command.environment.cend(); ++variable) {
        environment[variable.key()] = variable.value();
    }
    return {{u"program"_s, command.program},
            {u"arguments"_s, QJsonArray::fromStringList(command.arguments)},
            {u"environment"_s, environment},
            {u"folder"_s, command.workingDir},
            {u"frames"_s, arrayOf(command.frames)}};
}

Command commandFrom(const QJsonObject &object)
{
    Command command;
    command.program = object[u"program"_s].toString();
    for (const auto &argument : object[u"arguments"_s].toArray()) {
        command.arguments += argument.toString();
    }
    const QJsonObject environment = object[u"environment"_s].toObject();
    for (auto variable = environment.begin(); variable != environment.end(); ++variable) {
        command.environment[variable.key()] = variable.value().toString();
    }
    command.workingDir = object[u"folder"_s].toString();
    command.frames = numbersFrom(object[u"frames"_s]);
    return command;
}

QJsonObject objectOf(const WorkerLimits &limits)
{
    QJsonObject object{{u"cpus"_s, arrayOf(limits.cpus)},
                       {u"memory_mb"_s, limits.memoryMb},
                       {u"seconds"_s, limits.seconds},
                       {u"log_bytes"_s, limits.logBytes},
                       {u"background"_s, limits.isBackground}};
    if (limits.gpus) {
        object[u"gpus"_s] = arrayOf(*limits.gpus);
    }
    return object;
}

WorkerLimits limitsFrom(const QJsonObject &object)
{
    WorkerLimits limits;
    limits.cpus = numbersFrom(object[u"cpus"_s]);
    limits.memoryMb = object[u"memory_mb"_s].toInteger();
    limits.seconds = object[u"seconds"_s].toInteger();
    limits.logBytes = object[u"log_bytes"_s].toInteger();
    limits.isBackground = object[u"background"_s].toBool();
    if (object.contains(u"gpus"_s)) {
        limits.gpus = numbersFrom(object[u"gpus"_s]);
    }
    return limits;
}

} // namespace

QByteArray toJson(const WorkerJob &job)
{
    QJsonArray commands;
    for (const Command &command : job.commands) {
        commands += objectOf(command);
    }
    const QJsonObject object{{u"version"_s, formatVersion},
                             {u"engine"_s, nameOf(job.engine)},
                             {u"commands"_s, commands},
                             {u"at_once"_s, job.atOnce},
                             {u"limits"_s, objectOf(job.limits)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<WorkerJob> workerJobFrom(const QByteArray &json, const QString &path)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    WorkerJob job;
    const auto engine = engineOf(object[u"engine"_s].toString());
    for (const auto &command : object[u"commands"_s].toArray()) {
        job.commands.push_back(commandFrom(command.toObject()));
    }
    if (!engine || job.commands.empty()) {
        return fail(ErrorCode::FileDamaged, {{u"path"_s, path}, {u"reason"_s, u"it is damaged"_s}});
    }
    job.engine = *engine;
    job.atOnce = std::max(1, object[u"at_once"_s].toInt());
    job.limits = limitsFrom(object[u"limits"_s].toObject());
    return job;
}

std::vector<LoggedCommand> loggedCommands(const WorkerJob &job)
{
    std::vector<LoggedCommand> commands;
    for (const Command &command : job.commands) {
        commands.push_back({command.frames});
    }
    return commands;
}

} // namespace kinframe::render
