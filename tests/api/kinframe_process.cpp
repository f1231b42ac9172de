// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace kinframe::test {

using namespace Qt::StringLiterals;

namespace {

// Far beyond what a start or a command takes on a busy computer; only a hang gets there.
constexpr int patienceMs = 300'000;

QString program()
{
    return QStringLiteral(KINFRAME_EXECUTABLE);
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QProcessEnvironment programEnvironment(Models models)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"HOME"_s, QDir::tempPath() + u"/kinframe-tests-home"_s);
    environment.remove(u"XDG_DATA_HOME"_s);
    environment.remove(u"KINFRAME_DATA"_s);
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s); // Not the keychain of who runs the tests.
    if (models == Models::None) {
        environment.remove(u"KINFRAME_MODELS"_s);
    }
    return environment;
}

QByteArray CommandRun::text() const
{
    return "exit code " + QByteArray::number(exitCode) + "\n" + output.left(4000) + "\n" + error.left(4000);
}

CommandRun runKinframe(const QStringList &arguments, Models models)
{
    QProcess process;
    process.setProcessEnvironment(programEnvironment(models));
    process.start(program(), arguments, QIODevice::ReadOnly);
    CommandRun run;
    if (process.waitForFinished(patienceMs) && process.exitStatus() == QProcess::NormalExit) {
        run.exitCode = process.exitCode();
    }
    run.output = process.readAllStandardOutput();
    run.error = process.readAllStandardError();
    return run;
}

KinframeProcess::KinframeProcess(const QString &data, Models models)
    : m_data(data.isEmpty() ? m_folder.filePath(u"library"_s) : data)
    , m_models(models)
{
    m_process.setProcessEnvironment(programEnvironment(models));
    // Not through a pipe: nobody reads it while a test does something else, and a full pipe would hold the program.
    m_process.setStandardErrorFile(m_folder.filePath(u"stderr.txt"_s), QIODevice::Append);
}

KinframeProcess::~KinframeProcess()
{
    kill();
}

void KinframeProcess::launch(const QStringList &options)
{
    m_ready = {};
    m_process.start(program(), QStringList{u"serve"_s, u"--data"_s, m_data, u"--port"_s, u"0"_s, u"--json"_s} + options,
                    QIODevice::ReadOnly);
}

bool KinframeProcess::waitReady(int ms)
{
    const QDeadlineTimer deadline(ms);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(static_cast<int>(deadline.remainingTime()))) {
            return false;
        }
    }
    m_ready = QJsonDocument::fromJson(m_process.readLine()).object();
    return !url().isEmpty();
}

bool KinframeProcess::start(const QStringList &options)
{
    launch(options);
    return waitReady(patienceMs);
}

bool KinframeProcess::stop()
{
    m_process.terminate();
    return m_process.waitForFinished(patienceMs) && m_process.exitStatus() == QProcess::NormalExit &&
           m_process.exitCode() == 0;
}

void KinframeProcess::kill()
{
    if (isRunning()) {
        m_process.kill();
        m_process.waitForFinished(patienceMs);
    }
}

HttpClient KinframeProcess::client() const
{
    return HttpClient(url(), contentsOf(m_data + u"/owner.key"_s).trimmed());
}

CommandRun KinframeProcess::command(const QStringList &arguments) const
{
    return runKinframe(arguments + QStringList{u"--data"_s, m_data}, m_models);
}

CommandRun KinframeProcess::keyOfNewUser(const QString &name, const QStringList &options) const
{
    const CommandRun added = command(QStringList{u"user"_s, u"add"_s, name} + options);
    return added.exitCode == 0 ? command({u"key"_s, u"create"_s, u"--user"_s, name}) : added;
}

QByteArray KinframeProcess::warnings() const
{
    return contentsOf(m_folder.filePath(u"stderr.txt"_s));
}

QByteArray KinframeProcess::log() const
{
    return "The program's log ends:\n" + warnings().right(4000);
}

} // namespace kinframe::test
