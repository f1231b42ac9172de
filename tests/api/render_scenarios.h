// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http_client.h"
#include "api/scripted_renderer.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace kinframe::test {

// What happens to tasks is the same wherever they are rendered, so the tests of each runner have it happen on theirs.
// Each checks as a test function does: where it goes wrong, the test that calls it has failed.

/// Test frames go alone and the task ends with one that fails. Once it can be rendered, it and the frames that were
/// given up are rendered, but not those that were good.
void verifyTestFrameStopsTheRest(const HttpClient &client, ScriptedRenderer &script);
/// Two of eight frames fail, more than once each, and the others are rendered. Once they can be rendered, they are, and
/// they alone.
void verifyFailedFramesAgain(const HttpClient &client, ScriptedRenderer &script);
/// The only frame of that task takes longer than the second that it may: it fails, saying so, and nothing of it goes
/// on below the task's folder.
void verifyFrameTimeout(const HttpClient &client, qint64 id, const QString &folder);

/// A task of one frame for each priority, in their order; it notes its place in the list when it begins. Those that
/// are refused are -1.
[[nodiscard]] QList<qint64> makeTasksOf(const HttpClient &client, ScriptedRenderer &script,
                                        const QList<int> &priorities);
/// All of them are completed, and this is what has begun until then.
void verifyOrder(const HttpClient &client, const ScriptedRenderer &script, const QList<qint64> &tasks,
                 const QStringList &begun);

} // namespace kinframe::test
