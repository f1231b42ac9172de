// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http_client.h"

#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace kinframe::test {

enum class Models { Here, None };

/// The environment that the program gets: English, a home of its own, and no library but the one it is told.
[[nodiscard]] QProcessEnvironment programEnvironment(Models models);

/// What a command of the program did.
struct CommandRun
{
    int exitCode = -1; ///< -1: it crashed or did not end
    QByteArray output;
    QByteArray error;

    [[nodiscard]] QByteArray text() const;
};

[[nodiscard]] CommandRun runKinframe(const QStringList &arguments, Models models = Models::Here);

/// A `kinframe serve` over a library in a folder of its own.
class KinframeProcess
{
public:
    /// `data` empty: a temporary folder. `models` None: KINFRAME_MODELS is not set for it.
    explicit KinframeProcess(const QString &data = {}, Models models = Models::Here);
    /// Kills what still runs.
    ~KinframeProcess();
    KinframeProcess(const KinframeProcess &) = delete;
    KinframeProcess &operator=(const KinframeProcess &) = delete;

    /// Until it says that it is ready; false where it ends instead, see log().
    [[nodiscard]] bool start(const QStringList &options = {});
    /// Without waiting for it to be ready.
    void launch(const QStringList &options = {});
    /// Whether what was launched is ready within that time.
    [[nodiscard]] bool waitReady(int ms);
    /// SIGTERM; true where it ends with exit code 0.
    [[nodiscard]] bool stop();
    /// SIGKILL.
    void kill();
    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }

    [[nodiscard]] QString data() const { return m_data; }
    [[nodiscard]] QString url() const { return m_ready.value(QLatin1String("url")).toString(); }
    [[nodiscard]] const QJsonObject &ready() const { return m_ready; }
    /// As the owner.
    [[nodiscard]] HttpClient client() const;
    /// Without credentials.
    [[nodiscard]] HttpClient anybody() const { return HttpClient(url()); }
    /// Runs a command over the same library.
    [[nodiscard]] CommandRun command(const QStringList &arguments) const;
    /// Adds a user by such commands, with those `options`; its output is an API key of theirs. What failed, where
    /// one of them did.
    [[nodiscard]] CommandRun keyOfNewUser(const QString &name, const QStringList &options = {}) const;
    /// What it has written to stderr: nothing where it had nothing to warn of.
    [[nodiscard]] QByteArray warnings() const;
    /// The end of that, for a test that fails.
    [[nodiscard]] QByteArray log() const;

private:
    QTemporaryDir m_folder;
    QString m_data;
    Models m_models;
    QProcess m_process;
    QJsonObject m_ready;
};

} // namespace kinframe::test
