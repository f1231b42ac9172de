// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/worker_events.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

struct ReasonName
{
    EndReason reason;
    const char *name;
};

constexpr std::array reasonNames{
    ReasonName{EndReason::Done, "done"},       ReasonName{EndReason::Failed, "failed"},
    ReasonName{EndReason::Stopped, "stopped"}, ReasonName{EndReason::Memory, "memory"},
    ReasonName{EndReason::Time, "time"},       ReasonName{EndReason::NotStarted, "not_started"},
};

QString nameOf(EndReason reason)
{
    for (const ReasonName &row : reasonNames) {
        if (row.reason == reason) {
            return QString::fromLatin1(row.name);
        }
    }
    return {};
}

EndReason reasonFrom(const QString &name)
{
    for (const ReasonName &row : reasonNames) {
        if (name == QLatin1String(row.name)) {
            return row.reason;
        }
    }
    return EndReason::Failed;
}

QJsonObject withWorked(QJsonObject object, const std::optional<qint64> &workedMs)
{
    if (workedMs) {
        object.insert(u"worked"_s, *workedMs);
    }
    return object;
}

struct ToObject
{
    QJsonObject operator()(const WorkerStarted &event) const
    {
        return {{u"event"_s, u"started"_s},
                {u"at"_s, event.at},
                {u"node"_s, event.node},
                {u"pid"_s, event.pid},
                {u"times"_s, event.writesTimes}};
    }
    QJsonObject operator()(const WorkerPaused &event) const
    {
        return withWorked({{u"event"_s, u"paused"_s}, {u"at"_s, event.at}}, event.workedMs);
    }
    QJsonObject operator()(const WorkerResumed &event) const
    {
        return withWorked({{u"event"_s, u"resumed"_s}, {u"at"_s, event.at}}, event.workedMs);
    }
    QJsonObject operator()(const WorkerCommandStarted &event) const
    {
        return {{u"event"_s, u"command_started"_s},
                {u"at"_s, event.at},
                {u"command"_s, event.command},
                {u"pid"_s, event.pid}};
    }
    QJsonObject operator()(const WorkerCommandEnded &event) const
    {
        return {{u"event"_s, u"command_ended"_s},
                {u"at"_s, event.at},
                {u"command"_s, event.command},
                {u"exit"_s, event.exitCode},
                {u"signal"_s, event.signal}};
    }
    QJsonObject operator()(const WorkerEnded &event) const
    {
        return withWorked({{u"event"_s, u"ended"_s},
                           {u"at"_s, event.at},
                           {u"reason"_s, nameOf(event.end.reason)},
                           {u"exit"_s, event.end.exitCode},
                           {u"signal"_s, event.end.signal},
                           {u"text"_s, event.end.text}},
                          event.workedMs);
    }
    QJsonObject operator()(const WorkerLogged &event) const
    {
        return {{u"event"_s, u"logged"_s},
                {u"at"_s, event.moment.at},
                {u"worked"_s, event.moment.workedMs},
                {u"paused"_s, event.moment.pausedMs},
                {u"to"_s, event.to}};
    }
};

} // namespace

QByteArray lineOf(const WorkerEvent &event)
{
    return QJsonDocument(std::visit(ToObject(), event)).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<WorkerEvent> workerEventFrom(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const QString name = object[u"event"_s].toString();
    const qint64 at = object[u"at"_s].toInteger();
    const int command = object[u"command"_s].toInt();
    const int exitCode = object[u"exit"_s].toInt();
    const int signal = object[u"signal"_s].toInt();
    const QJsonValue worked = object[u"worked"_s];
    const std::optional<qint64> workedMs = worked.isDouble() ? std::optional(worked.toInteger()) : std::nullopt;
    if (name == u"started") {
        return WorkerStarted{at, object[u"node"_s].toString(), object[u"pid"_s].toInteger(),
                             object[u"times"_s].toBool()};
    }
    if (name == u"paused") {
        return WorkerPaused{at, workedMs};
    }
    if (name == u"resumed") {
        return WorkerResumed{at, workedMs};
    }
    if (name == u"command_started") {
        return WorkerCommandStarted{at, command, object[u"pid"_s].toInteger()};
    }
    if (name == u"command_ended") {
        return WorkerCommandEnded{at, command, exitCode, signal};
    }
    if (name == u"ended") {
        return WorkerEnded{
            at, {reasonFrom(object[u"reason"_s].toString()), exitCode, signal, object[u"text"_s].toString()}, workedMs};
    }
    if (name == u"logged") {
        return WorkerLogged{object[u"to"_s].toInteger(), {at, workedMs.value_or(0), object[u"paused"_s].toInteger()}};
    }
    return std::nullopt;
}

} // namespace kinframe::render
