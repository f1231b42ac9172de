// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/task_json.h"

#include "base/clock.h"
#include "base/ids.h"
#include "render/tasks.h"
#include "server/routes/render_door.h"

#include <cmath>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;

QJsonValue timeOf(const std::optional<qint64> &ms)
{
    return ms ? QJsonValue(toIsoShort(*ms)) : QJsonValue();
}

QJsonValue numberOf(const std::optional<double> &value)
{
    constexpr double decimals = 1'000'000; // A frame may cost very little of what an hour costs.
    return value ? QJsonValue(std::round(*value * decimals) / decimals) : QJsonValue();
}

QJsonValue textOf(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue hexOf(const QByteArray &hash)
{
    return hash.isEmpty() ? QJsonValue() : QJsonValue(QString::fromLatin1(hash.toHex()));
}

QJsonValue testStatus(render::TestState state)
{
    switch (state) {
    case render::TestState::None:
        return {};
    case render::TestState::Pending:
        return u"pending"_s;
    case render::TestState::Rendering:
        return u"rendering"_s;
    case render::TestState::Completed:
        return u"completed"_s;
    case render::TestState::Failed:
        return u"failed"_s;
    }
    return {};
}

QJsonObject joined(QJsonObject base, const QJsonObject &more)
{
    for (auto entry = more.begin(); entry != more.end(); ++entry) {
        base.insert(entry.key(), entry.value());
    }
    return base;
}

} // namespace

render::Caller callerOf(const http::Request &request)
{
    const accounts::Principal &principal = *request.principal();
    return {principal.userId, principal.name, principal.isAdmin};
}

QJsonObject madeJson(const render::Task &task)
{
    QJsonValue hardware;
    if (task.hardware) {
        hardware = QJsonObject{{u"id"_s, task.hardware->id},
                               {u"name"_s, task.hardware->name},
                               {u"ram"_s, task.hardware->ram},
                               {u"gpu_count"_s, task.hardware->gpus}};
    }
    return {{u"id"_s, task.id},
            {u"unionid"_s, task.request.unionId},
            {u"status"_s, nameOf(task.state)},
            {u"progress"_s, task.progress()},
            {u"hardware_config_id"_s, task.hardware ? QJsonValue(task.hardware->id) : QJsonValue()},
            {u"celery_task_id"_s, toText(task.queueId)},
            {u"test_frames"_s, textOf(task.request.testText)},
            {u"hardware_config"_s, hardware},
            {u"estimated_cost"_s, numberOf(task.estimatedCost())},
            {u"created_at"_s, toIsoShort(task.createdAt)}};
}

QJsonObject statusJson(const render::Task &task, qint64 now)
{
    return {{u"id"_s, task.id},
            {u"status"_s, nameOf(task.state)},
            {u"progress"_s, task.progress()},
            {u"total_frames"_s, task.frames.total()},
            {u"completed_frames"_s, task.frames.completed},
            {u"failed_frames"_s, task.frames.failed},
            {u"created_at"_s, toIsoShort(task.createdAt)},
            {u"started_at"_s, timeOf(task.startedAt)},
            {u"estimated_completion"_s, timeOf(task.estimatedCompletion(now))}};
}

QJsonObject taskJson(const render::Task &task, Language language, qint64 now)
{
    const render::TaskRequest &request = task.request;
    const auto &said = task.error ? task.error : task.notice;
    const QJsonObject more{
        {u"scene_file"_s, request.sceneKey},
        {u"scene_file_hash"_s, hexOf(task.sceneMd5)},
        {u"scene_file_size"_s, task.sceneSize},
        {u"stop_after_test"_s, request.stopsAfterTest},
        {u"test_frame_status"_s, testStatus(task.tests)},
        {u"ram"_s, request.ram ? QJsonValue(*request.ram) : QJsonValue()},
        {u"gpu_count"_s, request.gpus},
        {u"priority"_s, request.priority},
        {u"start_frame"_s, request.startFrame},
        {u"frame_step"_s, request.frameStep},
        {u"render_engine"_s, nameOf(request.engine)},
        {u"error_code"_s, task.error ? QJsonValue(renderCodeOf(*task.error)) : QJsonValue()},
        {u"error_message"_s, said ? QJsonValue(kinframe::textOf(*said, language)) : QJsonValue()},
        {u"rendering_frames"_s, task.frames.rendering},
        {u"actual_cost"_s, numberOf(task.actualCost())},
        {u"completed_at"_s, timeOf(task.completedAt)},
        {u"is_cleaned"_s, task.isCleaned},
    };
    return joined(joined(madeJson(task), statusJson(task, now)), more);
}

QJsonObject frameJson(const render::Frame &frame, Language language)
{
    constexpr double msPerSecond = 1000;
    return {{u"id"_s, frame.id},
            {u"task_id"_s, frame.taskId},
            {u"frame_number"_s, frame.number},
            {u"status"_s, nameOf(frame.state)},
            {u"is_test_frame"_s, frame.isTest},
            {u"output_path"_s, textOf(frame.outputPath)},
            {u"output_size"_s, frame.outputMd5.isEmpty() ? QJsonValue() : QJsonValue(frame.outputSize)},
            {u"output_hash"_s, hexOf(frame.outputMd5)},
            {u"node_id"_s, textOf(frame.node)},
            {u"render_time"_s, frame.renderMs ? QJsonValue(double(*frame.renderMs) / msPerSecond) : QJsonValue()},
            {u"retry_count"_s, frame.retries},
            {u"created_at"_s, toIsoShort(frame.createdAt)},
            {u"started_at"_s, timeOf(frame.startedAt)},
            {u"completed_at"_s, timeOf(frame.completedAt)},
            {u"error_message"_s, frame.error ? QJsonValue(kinframe::textOf(*frame.error, language)) : QJsonValue()}};
}

QJsonObject fileJson(const render::TaskFile &file)
{
    const bool isMissing = file.fileId == 0;
    return {{u"asset_id"_s, isMissing ? QJsonValue() : QJsonValue(file.fileId)},
            {u"file_path"_s, isMissing ? QJsonValue() : QJsonValue(render::storageKeyOf(file.md5))},
            {u"file_hash"_s, hexOf(file.md5)},
            {u"file_size"_s, isMissing ? QJsonValue() : QJsonValue(file.size)},
            {u"file_type"_s, file.type},
            {u"local_path"_s, file.localPath},
            {u"server_path"_s, file.serverPath},
            {u"is_missing"_s, isMissing}};
}

} // namespace kinframe::server
