// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/slurm_commands.h"

#include "render/runners/slurm_answers.h"

#include <QTimer>

#include <memory>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

constexpr int mostMs = 60'000;
// Of somebody who waits: they tell within ten seconds that a controller is away, but try for a minute to find a cluster
// that is not known here.
constexpr int mostPatienceMs = 20'000;

void prepare(QProcess &process, const SlurmSettings &settings, const SlurmCall &call)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto variable = settings.environment.cbegin(); variable != settings.environment.cend(); ++variable) {
        environment.insert(variable.key(), variable.value());
    }
    // What they say is read here.
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setProgram(settings.commandFolder.isEmpty() ? call.program : settings.commandFolder + u'/' + call.program);
    process.setArguments(call.arguments);
}

SlurmAnswer answerOf(QProcess &process)
{
    SlurmAnswer answer;
    if (process.error() == QProcess::FailedToStart) {
        answer.hasBegun = false;
        answer.error = process.program() + u": "_s + process.errorString();
        return answer;
    }
    const bool hasEnded = process.state() == QProcess::NotRunning && process.exitStatus() == QProcess::NormalExit;
    answer.isDone = hasEnded && process.exitCode() == 0;
    answer.output = process.readAllStandardOutput();
    answer.error = QString::fromUtf8(process.readAllStandardError()).trimmed();
    answer.isAway = !hasEnded || (!answer.isDone && saysControllerAway(answer.error));
    return answer;
}

} // namespace

SlurmCommands::SlurmCommands(SlurmSettings settings, int atOnce, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_atOnce(atOnce)
{
}

SlurmCommands::~SlurmCommands()
{
    for (QProcess *process : findChildren<QProcess *>()) {
        process->disconnect();
    }
}

void SlurmCommands::run(const SlurmCall &call, Then then)
{
    m_waiting.push_back({call, std::move(then)});
    runMore();
}

void SlurmCommands::runMore()
{
    while (m_running < m_atOnce && !m_waiting.empty()) {
        const Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        ++m_running;
        begin(next);
    }
}

void SlurmCommands::begin(const Waiting &next)
{
    auto *const process = new QProcess(this);
    prepare(*process, m_settings, next.call);
    const auto over = [this, process, then = next.then] {
        process->disconnect();
        process->deleteLater();
        --m_running;
        then(answerOf(*process));
        runMore();
    };
    connect(process, &QProcess::finished, this, over);
    // Queued: it may fail before start() comes back.
    connect(
        process, &QProcess::errorOccurred, this,
        [over](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart) {
                over();
            }
        },
        Qt::QueuedConnection);
    QTimer::singleShot(mostMs, process, [process] { process->kill(); });
    process->start(QIODevice::ReadOnly);
}

SlurmAnswer runSlurm(const SlurmSettings &settings, const SlurmCall &call)
{
    QProcess process;
    prepare(process, settings, call);
    process.start(QIODevice::ReadOnly);
    if (process.waitForStarted(mostPatienceMs) && !process.waitForFinished(mostPatienceMs)) {
        process.kill();
        process.waitForFinished(mostPatienceMs);
    }
    return answerOf(process);
}

} // namespace kinframe::render
