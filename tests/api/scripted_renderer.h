// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http_client.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace kinframe::test {

/// The engine `command`, set up as the system's shell: a scene is a script, which it runs for each frame, one at a
/// time. In it, `$1` is the frame's number, `begin NAME` notes that NAME has begun, `picture` writes the picture, and
/// the working files of a test are at `$HERE`.
class ScriptedRenderer
{
public:
    /// Why it cannot be here; empty where it can.
    [[nodiscard]] static QString missing();

    /// Sets it up on that server; its owner's client.
    [[nodiscard]] HttpAnswer setUp(const HttpClient &owner);
    /// Makes a task whose frames are that script; its id, -1 where it is refused.
    [[nodiscard]] qint64 makeTask(const HttpClient &client, const QByteArray &script, const QJsonObject &more = {});
    /// What has begun so far, in that order.
    [[nodiscard]] QStringList begun() const;
    void forgetBegun() const;
    /// Makes a file for which scripts may wait.
    [[nodiscard]] bool touch(const QString &name) const;
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

} // namespace kinframe::test
