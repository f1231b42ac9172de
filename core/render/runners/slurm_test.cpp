// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/slurm_test.h"

#include "render/runners/slurm_answers.h"
#include "render/runners/slurm_commands.h"

#include <algorithm>
#include <mutex>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

Result<QByteArray> ask(const SlurmSettings &settings, const SlurmCall &call)
{
    const SlurmAnswer answer = runSlurm(settings, call);
    if (!answer.hasBegun) {
        const QString folder = settings.commandFolder.isEmpty() ? QString() : settings.commandFolder + u'/';
        return fail(ErrorCode::FileNotFound, {{u"path"_s, folder + call.program}}, answer.error);
    }
    if (!answer.isDone) {
        return Failure(clusterAway(answer.error));
    }
    return answer.output;
}

} // namespace

Result<SlurmFound> testSlurm(const SlurmSettings &settings)
{
    static std::mutex isTesting;
    const std::unique_lock turn(isTesting, std::try_to_lock);
    if (!turn) {
        return fail(ErrorCode::Conflict, {{u"reason"_s, u"it is being tested already"_s}});
    }
    const auto version = ask(settings, versionCall());
    const auto answer = version ? ask(settings, nodesCall(settings)) : version;
    // With the rights that a render needs too.
    const auto jobs = answer ? ask(settings, jobsCall()) : answer;
    if (!jobs) {
        return failed(jobs);
    }
    const auto nodes = inPartition(nodesFrom(*answer), settings.partition);
    if (nodes.empty()) {
        return fail(ErrorCode::InvalidArgument, {{u"field"_s, u"slurm.partition"_s},
                                                 {u"value"_s, settings.partition},
                                                 {u"expected"_s, u"a partition of the cluster that has nodes"_s}});
    }
    SlurmFound found;
    found.version = QString::fromUtf8(*version).trimmed();
    found.partition = settings.partition.isEmpty() ? nodes.front().partition : settings.partition;
    found.nodes = int(nodes.size());
    found.usableNodes =
        int(std::count_if(nodes.begin(), nodes.end(), [](const SlurmNode &node) { return node.isUsable; }));
    found.capacity = capacityOf(nodes);
    return found;
}

} // namespace kinframe::render
