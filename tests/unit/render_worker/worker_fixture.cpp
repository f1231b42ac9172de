// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker_fixture.h"
#include "support/patience.h"

#include <QDir>
#include <QFile>

#include <csignal>

namespace kinframe::test {

using namespace Qt::StringLiterals;

WorkerFixture::WorkerFixture(const QString &parent)
    : m_temporary((parent.isEmpty() ? QDir::tempPath() : parent) + u"/chunk-XXXXXX"_s)
{
    folder.path = m_temporary.path();
    job.engine = render::Engine::Command;
}

WorkerFixture::~WorkerFixture()
{
    if (worker.state() != QProcess::NotRunning) {
        worker.terminate();
        worker.waitForFinished();
    }
}

void WorkerFixture::add(const QString &script)
{
    const int number = int(job.commands.size());
    job.commands.push_back({u"/bin/sh"_s, {u"-c"_s, script}, {}, folder.path, {number + 1}});
}

void WorkerFixture::start()
{
    QFile file(folder.job());
    const QByteArray json = toJson(job);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size()) {
        qFatal("the test cannot write its job");
    }
    file.close();
    worker.setProcessChannelMode(QProcess::ForwardedChannels);
    worker.start(QString::fromLocal8Bit(RENDER_WORKER), {folder.path});
}

bool WorkerFixture::waitForEnd()
{
    return worker.state() == QProcess::NotRunning || worker.waitForFinished(tests::patienceMs);
}

QString WorkerFixture::path(const QString &name) const
{
    return folder.path + u'/' + name;
}

QByteArray WorkerFixture::read(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray WorkerFixture::log() const
{
    return read(u"log"_s);
}

std::vector<render::WorkerEvent> WorkerFixture::events() const
{
    std::vector<render::WorkerEvent> events;
    for (const QByteArray &line : read(u"events"_s).split('\n')) {
        if (const auto event = render::workerEventFrom(line)) {
            events.push_back(*event);
        }
    }
    return events;
}

std::optional<render::ChunkEnd> WorkerFixture::end() const
{
    for (const render::WorkerEvent &event : events()) {
        if (const auto *ended = std::get_if<render::WorkerEnded>(&event)) {
            return ended->end;
        }
    }
    return std::nullopt;
}

char stateOf(qint64 pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QByteArray line = file.readAll();
    return line.mid(line.lastIndexOf(')') + 2, 1).at(0);
}

bool isRunning(qint64 pid)
{
    return pid > 0 && ::kill(pid_t(pid), 0) == 0 && stateOf(pid) != 'Z';
}

} // namespace kinframe::test
