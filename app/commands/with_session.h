// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console.h"
#include "app/invocation.h"
#include "app/session.h"

#include <atomic>
#include <functional>

namespace kinframe::app {

/// Opens the library, or finds who has it open, and runs the command. Gives the exit code.
template <typename Command>
int withSession(const Invocation &invocation, Command command)
{
    auto session = Session::begin(invocation.data);
    return session ? command(**session) : fail(session.error());
}

/// The answer's JSON, or the exit code of the failure, which is said.
template <typename Use>
int withAnswer(const Result<ApiAnswer> &answer, Use use)
{
    if (!answer) {
        return fail(answer.error());
    }
    if (!answer->isGood()) {
        printError(answer->message());
        return Failed;
    }
    return use(answer->json);
}

/// Says how the command is called. Gives the exit code.
int wrongWords(const QString &usage);

/// From here on Ctrl-C and its like set isStopped() instead of ending the process.
void watchForStop();
/// Whoever has acted on it may take it back.
[[nodiscard]] std::atomic<bool> &isStopped();

/// Runs one long call while a bar shows what the library does meanwhile.
[[nodiscard]] Result<ApiAnswer> sendWithProgress(ApiClient &api, const QByteArray &method, const QString &path,
                                                 const QJsonObject &body, const QString &what);

/// Shows the first running task of `GET /api/progress` on the bar.
void showProgress(const QJsonObject &progress, ProgressBar &bar);

} // namespace kinframe::app
