// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/with_session.h"

#include "app/stop_signals.h"

#include <QThread>

#include <future>

namespace kinframe::app {

using namespace Qt::StringLiterals;

namespace {

constexpr auto pollInterval = std::chrono::milliseconds(200);

} // namespace

int wrongWords(const QString &usage)
{
    fail({ErrorCode::WrongUse, {{u"reason"_s, u"Use: kinframe "_s + usage}}, {}});
    return WrongUse;
}

void watchForStop()
{
    onStopSignal([] { isStopped() = true; });
}

std::atomic<bool> &isStopped()
{
    static std::atomic<bool> stopped = false;
    return stopped;
}

void showProgress(const QJsonObject &progress, ProgressBar &bar)
{
    const QJsonArray tasks = progress.value("tasks"_L1).toArray();
    if (tasks.isEmpty()) {
        return;
    }
    const QJsonObject task = tasks.first().toObject();
    const QJsonValue left = task.value("secondsLeft"_L1);
    bar.show(task.value("title"_L1).toString(), task.value("done"_L1).toInteger(), task.value("total"_L1).toInteger(-1),
             left.isDouble() ? std::optional(left.toDouble()) : std::nullopt);
}

Result<ApiAnswer> sendWithProgress(ApiClient &api, const QByteArray &method, const QString &path,
                                   const QJsonObject &body, const QString &what)
{
    auto answer = std::async(std::launch::async, [&] { return api.send(method, path, body); });
    ProgressBar bar(what);
    while (answer.wait_for(pollInterval) != std::future_status::ready) {
        if (const auto progress = api.get(u"/api/progress"_s); progress && progress->isGood()) {
            showProgress(progress->json.toObject(), bar);
        }
    }
    return answer.get();
}

} // namespace kinframe::app
