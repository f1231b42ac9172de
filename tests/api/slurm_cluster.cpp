// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/slurm_cluster.h"

#include "api/library_state.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QSysInfo>
#include <QTcpServer>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace kinframe::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int nodeCount = 3;
constexpr int patienceMs = 60'000;

// Everything that a cluster for many users on many computers has, and this has not.
constexpr char fixedLines[] = "AuthType=auth/none\n"
                              "CredType=cred/none\n"
                              "ProctrackType=proctrack/linuxproc\n"
                              "TaskPlugin=task/none\n"
                              "SwitchType=switch/none\n"
                              "MpiDefault=none\n"
                              "JobAcctGatherType=jobacct_gather/none\n"
                              "AccountingStorageType=accounting_storage/none\n"
                              "JobCompType=jobcomp/none\n"
                              "SelectType=select/cons_tres\n"
                              "SelectTypeParameters=CR_Core_Memory\n"
                              "PriorityType=priority/basic\n"
                              "SchedulerParameters=batch_sched_delay=0,sched_min_interval=0\n"
                              "SlurmdParameters=config_overrides\n"
                              "ReturnToService=2\n"
                              "KillWait=2\n"
                              "SlurmdTimeout=10\n"
                              "MinJobAge=3600\n";

QString programPath(const QString &name)
{
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, {u"/usr/sbin"_s, u"/usr/local/sbin"_s}) : found;
}

// Ports that nobody listens on now, below those that the system gives to whoever asks for any.
QList<int> freePorts(int count)
{
    constexpr int first = 20'000;
    constexpr int end = 32'000;
    constexpr int mostTries = 1000;
    std::vector<std::unique_ptr<QTcpServer>> servers;
    QList<int> ports;
    for (int tries = 0; tries < mostTries && ports.size() < count; ++tries) {
        auto server = std::make_unique<QTcpServer>();
        if (server->listen(QHostAddress::LocalHost, quint16(QRandomGenerator::global()->bounded(first, end)))) {
            ports << server->serverPort();
            servers.push_back(std::move(server));
        }
    }
    return ports;
}

QString userName()
{
    const passwd *user = ::getpwuid(::geteuid());
    return user == nullptr ? QString() : QString::fromLocal8Bit(user->pw_name);
}

} // namespace

OrdinaryUser::OrdinaryUser()
{
    if (::geteuid() != 0) {
        return;
    }
    const passwd *nobody = ::getpwnam("nobody");
    std::array<char, 32> folder{"/tmp/kinframe-slurm-XXXXXX"};
    if (nobody == nullptr || ::mkdtemp(folder.data()) == nullptr) {
        m_problem = u"there is no user nobody, or no place for its files"_s;
        return;
    }
    m_folder = QString::fromLatin1(folder.data());
    const bool isDone = ::chown(folder.data(), nobody->pw_uid, nobody->pw_gid) == 0 && ::setgroups(0, nullptr) == 0 &&
                        ::setgid(nobody->pw_gid) == 0 && ::setuid(nobody->pw_uid) == 0;
    if (!isDone) {
        m_problem = u"root cannot become an ordinary user: "_s + QString::fromLocal8Bit(std::strerror(errno));
        return;
    }
    ::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0); // /proc of ourselves stays ours.
    qputenv("TMPDIR", folder.data());
    qputenv("HOME", folder.data());
}

OrdinaryUser::~OrdinaryUser()
{
    if (!m_folder.isEmpty()) {
        QDir(m_folder).removeRecursively();
    }
}

QString SlurmCluster::missing()
{
    for (const QString &program : {u"slurmctld"_s, u"slurmd"_s, u"sbatch"_s, u"squeue"_s}) {
        if (programPath(program).isEmpty()) {
            return u"Slurm is not installed: there is no "_s + program;
        }
    }
    return userName().isEmpty() ? u"the user of this process has no name"_s : QString();
}

SlurmCluster::~SlurmCluster()
{
    (void)run(u"scancel"_s, {u"--me"_s});
    if (m_controller) {
        (void)waitUntil([this] { return jobs().isEmpty(); });
    }
    for (auto &[name, node] : m_nodes) {
        node->terminate();
        node->waitForFinished(patienceMs);
    }
    stopController();
}

bool SlurmCluster::start()
{
    if (!writeConfig()) {
        return false;
    }
    startController();
    for (int node = 1; node <= nodeCount; ++node) {
        startNode(u"n%1"_s.arg(node));
    }
    return waitForNodes(nodeCount);
}

bool SlurmCluster::writeConfig() const
{
    const QList<int> ports = freePorts(nodeCount + 1);
    if (ports.size() != nodeCount + 1) {
        return false;
    }
    const QString host = QSysInfo::machineHostName().section(u'.', 0, 0);
    const QString folder = m_folder.path();
    QString text = u"ClusterName=kinframe\nSlurmctldHost=%1(127.0.0.1)\nSlurmctldPort=%2\nSlurmUser=%3\nSlurmdUser=%3\n"
                   "StateSaveLocation=%4/state\nSlurmdSpoolDir=%4/spool-%n\nSlurmctldPidFile=%4/controller.pid\n"
                   "SlurmdPidFile=%4/%n.pid\n"_s.arg(host, QString::number(ports.last()), userName(), folder);
    text += QLatin1String(fixedLines);
    for (int node = 1; node <= nodeCount; ++node) {
        const int cores = node == nodeCount ? 4 : 2;
        text += u"NodeName=n%1 NodeHostname=%2 NodeAddr=127.0.0.1 Port=%3 CPUs=%4 RealMemory=8000\n"_s.arg(
            QString::number(node), host, QString::number(ports[node - 1]), QString::number(cores));
    }
    text += u"PartitionName=work Nodes=n[1-3] Default=YES MaxTime=INFINITE State=UP\n"_s;
    QFile file(config());
    return QDir(folder).mkdir(u"state"_s) && file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0;
}

std::unique_ptr<QProcess> SlurmCluster::daemon(const QString &program, const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setStandardInputFile(QProcess::nullDevice());
    process->setStandardOutputFile(m_folder.filePath(u"daemons.log"_s), QIODevice::Append);
    process->setProcessChannelMode(QProcess::MergedChannels);
    process->setChildProcessModifier([] {
        ::setsid();
        ::prctl(PR_SET_PDEATHSIG, SIGTERM, 0, 0, 0);
    });
    process->start(programPath(program), QStringList{u"-D"_s, u"-f"_s, config()} + arguments);
    process->waitForStarted(patienceMs);
    return process;
}

void SlurmCluster::startController()
{
    m_controller = daemon(u"slurmctld"_s, {});
}

void SlurmCluster::stopController()
{
    if (m_controller) {
        m_controller->terminate();
        m_controller->waitForFinished(patienceMs);
        m_controller.reset();
    }
}

void SlurmCluster::startNode(const QString &name)
{
    m_nodes[name] = daemon(u"slurmd"_s, {u"-N"_s, name});
}

void SlurmCluster::killNode(const QString &name)
{
    m_nodes[name]->kill();
    m_nodes[name]->waitForFinished(patienceMs);
}

bool SlurmCluster::waitForNodes(int count) const
{
    return waitUntil([&] {
        const QByteArray nodes = run(u"sinfo"_s, {u"--Node"_s, u"--noheader"_s, u"--format=%T"_s});
        return nodes.count("idle\n") + nodes.count("mixed\n") + nodes.count("allocated\n") == count;
    });
}

QByteArray SlurmCluster::run(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SLURM_CONF"_s, config());
    process.setProcessEnvironment(environment);
    process.start(programPath(program), arguments, QIODevice::ReadOnly);
    return process.waitForFinished(patienceMs) && process.exitCode() == 0 ? process.readAllStandardOutput()
                                                                          : QByteArray();
}

QStringList SlurmCluster::jobs() const
{
    const QByteArray jobs = run(u"squeue"_s, {u"--me"_s, u"--array"_s, u"--noheader"_s, u"--format=%T %r %i"_s});
    return QString::fromUtf8(jobs).split(u'\n', Qt::SkipEmptyParts);
}

QJsonObject SlurmCluster::setup() const
{
    return {{u"environment"_s, QJsonObject{{u"SLURM_CONF"_s, config()}}}};
}

QByteArray SlurmCluster::log() const
{
    QFile file(m_folder.filePath(u"daemons.log"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll().right(8000) : QByteArray();
}

} // namespace kinframe::test
