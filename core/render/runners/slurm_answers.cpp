// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/slurm_answers.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

struct StateName
{
    const char *name;
    SlurmState state;
};

constexpr std::array stateNames{
    StateName{"PENDING", SlurmState::Pending},       StateName{"REQUEUED", SlurmState::Pending},
    StateName{"REQUEUE_HOLD", SlurmState::Pending},  StateName{"REQUEUE_FED", SlurmState::Pending},
    StateName{"RESV_DEL_HOLD", SlurmState::Pending}, StateName{"SPECIAL_EXIT", SlurmState::Pending},
    StateName{"CONFIGURING", SlurmState::Running},   StateName{"RUNNING", SlurmState::Running},
    StateName{"COMPLETING", SlurmState::Running},    StateName{"RESIZING", SlurmState::Running},
    StateName{"SIGNALING", SlurmState::Running},     StateName{"STAGE_OUT", SlurmState::Running},
    StateName{"SUSPENDED", SlurmState::Suspended},   StateName{"STOPPED", SlurmState::Suspended},
    StateName{"COMPLETED", SlurmState::Completed},   StateName{"FAILED", SlurmState::Failed},
    StateName{"CANCELLED", SlurmState::Cancelled},   StateName{"TIMEOUT", SlurmState::Timeout},
    StateName{"DEADLINE", SlurmState::Timeout},      StateName{"OUT_OF_MEMORY", SlurmState::OutOfMemory},
    StateName{"NODE_FAIL", SlurmState::NodeFailed},  StateName{"BOOT_FAIL", SlurmState::NodeFailed},
    StateName{"PREEMPTED", SlurmState::NodeFailed},  StateName{"REVOKED", SlurmState::NodeFailed},
};

// Of what a node's state says, what keeps jobs away from it.
constexpr std::array unusable{"down", "drain", "fail", "inval", "unknown", "maint", "reboot", "perfctrs", "future"};

constexpr std::array awayTexts{
    "Unable to contact slurm controller",
    "Socket timed out",
    "Connection refused",
    "Connection reset",
    "Connection timed out",
    "Zero Bytes were transmitted",
    "Communication connection failure",
    "standby mode",
    "Unable to connect",
    "Transport endpoint",
    "Network is unreachable",
    "No route to host",
    "temporarily unable to accept job",
    "Message receive failure",
    "Insane message length",
};

QStringList lines(const QByteArray &output)
{
    return QString::fromUtf8(output).split(u'\n', Qt::SkipEmptyParts);
}

// `2`, and `2+` where several are told together.
qint64 numberOf(QString text)
{
    return text.remove(u'+').trimmed().toLongLong();
}

// `gpu:2`, `gpu:rtx4090:2(S:0-1),gpu:a100:1,shard:8`, `(null)`
int gpusOf(const QString &gres)
{
    int count = 0;
    for (const QString &item : gres.split(u',')) {
        const QStringList parts = item.section(u'(', 0, 0).split(u':');
        if (parts.first().trimmed() == u"gpu") {
            bool isNumber = false;
            const int number = parts.last().toInt(&isNumber);
            count += isNumber ? number : 1;
        }
    }
    return count;
}

bool isUsableState(const QString &state)
{
    // The star: it does not answer.
    const QString name = state.toLower();
    return !name.isEmpty() && !name.contains(u'*') &&
           std::none_of(unusable.begin(), unusable.end(),
                        [&](const char *word) { return name.contains(QLatin1String(word)); });
}

} // namespace

SlurmState slurmStateOf(const QString &name)
{
    const auto *const found = std::find_if(stateNames.begin(), stateNames.end(),
                                           [&](const StateName &row) { return name == QLatin1String(row.name); });
    return found == stateNames.end() ? SlurmState::Unknown : found->state;
}

bool isOver(SlurmState state)
{
    switch (state) {
    case SlurmState::Pending:
    case SlurmState::Running:
    case SlurmState::Suspended:
    case SlurmState::Unknown:
        return false;
    default:
        return true;
    }
}

std::vector<SlurmJob> jobsFrom(const QByteArray &output)
{
    constexpr int fieldCount = 5;
    std::vector<SlurmJob> jobs;
    for (const QString &line : lines(output)) {
        const QStringList fields = line.split(u'|');
        if (fields.size() >= fieldCount) {
            // The name is last: it may hold anything.
            jobs.push_back({fields[0].trimmed(), slurmStateOf(fields[1].trimmed()), fields[2].trimmed(),
                            fields[3].trimmed(), line.section(u'|', fieldCount - 1).trimmed()});
        }
    }
    return jobs;
}

QString submittedJob(const QByteArray &output)
{
    // `12`, or `12;cluster`; what a site's own plugins say may stand before it.
    for (const QString &line : lines(output)) {
        QString id = line.section(u';', 0, 0).trimmed();
        if (!id.isEmpty() && std::all_of(id.begin(), id.end(), [](QChar c) { return c >= u'0' && c <= u'9'; })) {
            return id;
        }
    }
    return {};
}

std::vector<SlurmNode> nodesFrom(const QByteArray &output)
{
    constexpr int fieldCount = 6;
    std::vector<SlurmNode> nodes;
    for (const QString &line : lines(output)) {
        const QStringList fields = line.split(u'|');
        if (fields.size() != fieldCount) {
            continue;
        }
        SlurmNode node;
        node.name = fields[0].trimmed();
        node.partition = fields[1].trimmed();
        node.isUsualPartition = node.partition.endsWith(u'*');
        node.partition.remove(u'*');
        node.has = {int(numberOf(fields[2])), numberOf(fields[3]), gpusOf(fields[4])};
        node.isUsable = isUsableState(fields[5].trimmed());
        nodes.push_back(node);
    }
    return nodes;
}

std::vector<SlurmNode> inPartition(const std::vector<SlurmNode> &nodes, const QString &partition)
{
    const bool hasUsual =
        std::any_of(nodes.begin(), nodes.end(), [](const SlurmNode &node) { return node.isUsualPartition; });
    // A setting may name several.
    const QStringList wanted = partition.split(u',', Qt::SkipEmptyParts);
    QStringList seen;
    std::vector<SlurmNode> found;
    for (const SlurmNode &node : nodes) {
        const bool isWanted = wanted.isEmpty() ? (node.isUsualPartition || !hasUsual) : wanted.contains(node.partition);
        if (isWanted && !seen.contains(node.name)) {
            seen += node.name;
            found.push_back(node);
        }
    }
    return found;
}

Capacity capacityOf(const std::vector<SlurmNode> &nodes)
{
    Capacity capacity;
    capacity.total.cores = 0;
    capacity.largest.cores = 0;
    for (const SlurmNode &node : nodes) {
        if (node.isUsable) {
            capacity.total.cores += node.has.cores;
            capacity.total.memoryMb += node.has.memoryMb;
            capacity.total.gpus += node.has.gpus;
        }
        capacity.largest.cores = std::max(capacity.largest.cores, node.has.cores);
        capacity.largest.memoryMb = std::max(capacity.largest.memoryMb, node.has.memoryMb);
        capacity.largest.gpus = std::max(capacity.largest.gpus, node.has.gpus);
    }
    capacity.free = capacity.total;
    return capacity;
}

bool saysControllerAway(const QString &error)
{
    return std::any_of(awayTexts.begin(), awayTexts.end(),
                       [&](const char *text) { return error.contains(QLatin1String(text), Qt::CaseInsensitive); });
}

bool saysNoArrays(const QString &error)
{
    return error.contains(u"job array"_s, Qt::CaseInsensitive);
}

Error clusterAway(const QString &error)
{
    // What they say comes on several lines, and the last names the reason.
    const QString said = error.trimmed().section(u'\n', -1).trimmed();
    return {ErrorCode::NetworkFailed,
            {{u"host"_s, u"Slurm"_s}, {u"reason"_s, said.isEmpty() ? u"it does not answer"_s : said}},
            {}};
}

} // namespace kinframe::render
