// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/hardware.h"

#include "base/files.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QSysInfo>
#include <QThread>

#include <algorithm>

#if defined(Q_OS_WIN)
#include <qt_windows.h>
#else
#include <unistd.h>
#endif

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 mb = 1024 * 1024;
constexpr int patienceMs = 2000;

qint64 numberIn(const QString &path)
{
    const auto bytes = readSmallFile(path, 4096);
    bool isNumber = false;
    const qint64 number = bytes ? bytes->trimmed().toLongLong(&isNumber) : 0;
    return isNumber ? number : 0;
}

qint64 memoryOfComputerMb()
{
#if defined(Q_OS_WIN)
    MEMORYSTATUSEX status = {};
    status.dwLength = sizeof status;
    return GlobalMemoryStatusEx(&status) != 0 ? qint64(status.ullTotalPhys) / mb : 0;
#else
    const long pages = ::sysconf(_SC_PHYS_PAGES);
    const long pageSize = ::sysconf(_SC_PAGESIZE);
    return pages > 0 && pageSize > 0 ? qint64(pages) * pageSize / mb : 0;
#endif
}

// A container may have less than its computer.
qint64 memoryMb()
{
    const qint64 all = memoryOfComputerMb();
    for (const QString &limit : {u"/sys/fs/cgroup/memory.max"_s, u"/sys/fs/cgroup/memory/memory.limit_in_bytes"_s}) {
        const qint64 bytes = numberIn(limit);
        if (bytes > 0 && bytes / mb < all) {
            return bytes / mb;
        }
    }
    return all;
}

int cores()
{
    const int allowed = std::max(1, QThread::idealThreadCount());
    // "200000 100000": two processors' worth of every 100 ms.
    const auto quota = readSmallFile(u"/sys/fs/cgroup/cpu.max"_s, 4096);
    if (quota) {
        const QList<QByteArray> words = quota->trimmed().split(' ');
        const double share =
            words.size() == 2 && words[1].toDouble() > 0 ? words[0].toDouble() / words[1].toDouble() : 0;
        if (share > 0) {
            return std::clamp(int(share), 1, allowed);
        }
    }
    return allowed;
}

// What a tool says, if it says it in time.
QByteArray outputOf(const QString &name, const QStringList &arguments)
{
    const QString program = QStandardPaths::findExecutable(name);
    if (program.isEmpty()) {
        return {};
    }
    QProcess tool;
    tool.setStandardInputFile(QProcess::nullDevice());
    tool.start(program, arguments, QIODevice::ReadOnly);
    if (!tool.waitForFinished(patienceMs)) {
        tool.kill();
        tool.waitForFinished(patienceMs);
        return {};
    }
    return tool.exitStatus() == QProcess::NormalExit && tool.exitCode() == 0 ? tool.readAllStandardOutput()
                                                                             : QByteArray();
}

std::vector<Gpu> nvidiaCards()
{
    std::vector<Gpu> cards;
    const QByteArray lines =
        outputOf(u"nvidia-smi"_s, {u"--query-gpu=name,memory.total"_s, u"--format=csv,noheader,nounits"_s});
    for (const QByteArray &line : lines.split('\n')) {
        const qsizetype comma = line.lastIndexOf(',');
        if (comma > 0) {
            cards.push_back(
                {QString::fromUtf8(line.first(comma)).trimmed(), line.mid(comma + 1).trimmed().toLongLong()});
        }
    }
    return cards;
}

std::vector<Gpu> amdCards()
{
    std::vector<Gpu> cards;
    const QJsonObject all = QJsonDocument::fromJson(outputOf(u"rocm-smi"_s, {u"--showproductname"_s, u"--showmeminfo"_s,
                                                                             u"vram"_s, u"--json"_s}))
                                .object();
    for (auto card = all.begin(); card != all.end(); ++card) {
        const QJsonObject facts = card.value().toObject();
        const QString name = facts[u"Card series"_s].toString(facts[u"Card Series"_s].toString());
        if (card.key().startsWith(u"card")) {
            cards.push_back({name, facts[u"VRAM Total Memory (B)"_s].toString().toLongLong() / mb});
        }
    }
    return cards;
}

// Cards whose maker's tool is not installed: those of AMD say their memory themselves.
std::vector<Gpu> cardsOfSystem()
{
    std::vector<Gpu> cards;
    const QDir folder(u"/sys/class/drm"_s);
    for (const QString &name : folder.entryList({u"card?"_s}, QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QString device = folder.filePath(name) + u"/device/"_s;
        const qint64 memory = numberIn(device + u"mem_info_vram_total"_s) / mb;
        // What shares the computer's memory is no card that anybody renders with.
        constexpr qint64 leastMb = 1024;
        if (memory >= leastMb) {
            const auto product = readSmallFile(device + u"product_name"_s, 4096);
            cards.push_back({product ? QString::fromUtf8(product->trimmed()) : u"AMD"_s, memory});
        }
    }
    return cards;
}

} // namespace

Hardware readHardware()
{
    Hardware hardware{QSysInfo::machineHostName(), cores(), memoryMb(), nvidiaCards()};
    if (hardware.gpus.empty()) {
        hardware.gpus = amdCards();
    }
    if (hardware.gpus.empty()) {
        hardware.gpus = cardsOfSystem();
    }
    return hardware;
}

} // namespace kinframe::render
