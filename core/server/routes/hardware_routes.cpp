// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/hardware_routes.h"

#include "render/runners/hardware.h"
#include "render/runners/slurm_test.h"
#include "render/slurm_setup.h"
#include "render/tasks.h"
#include "server/http/invalid_input.h"
#include "server/routes/render_door.h"
#include "server/routes/render_kit.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"

#include <QJsonArray>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;

constexpr int mostRam = 4096;
constexpr int mostGpus = 64;
constexpr qint64 mbPerGb = 1024;

QJsonArray jsonOf(const std::vector<render::HardwareConfig> &configs)
{
    QJsonArray list;
    for (const render::HardwareConfig &config : configs) {
        list += render::toJson(config);
    }
    return list;
}

Reply list(const ApiServices &services, const Request &request)
{
    const auto setup = services.tasks->setup();
    return setup ? renderReply(request, jsonOf(setup->hardware)) : request.refuse(setup.error());
}

Result<render::HardwareNeed> needOf(const Request &request)
{
    const auto body = objectOf(request);
    if (!body) {
        return failed(body);
    }
    const auto ram = body->contains(u"ram"_s) ? numberIn(*body, u"ram"_s, 1, mostRam) : Result<qint64>(1);
    const auto gpus = body->contains(u"gpu_count"_s) ? numberIn(*body, u"gpu_count"_s, 0, mostGpus) : Result<qint64>(0);
    if (!ram || !gpus) {
        return !ram ? failed(ram) : failed(gpus);
    }
    return render::HardwareNeed{int(*ram), int(*gpus)};
}

Reply match(const ApiServices &services, const Request &request)
{
    const auto need = needOf(request);
    const auto setup = need ? services.tasks->setup() : Result<render::RenderSetup>(failed(need));
    if (!setup) {
        return request.refuse(setup.error());
    }
    auto fitting = render::matching(setup->hardware, *need);
    if (fitting.empty()) {
        const QString asked = u"%1 GB, %2 GPU"_s.arg(need->ram.value_or(0)).arg(need->gpus);
        return request.refuse(Error{ErrorCode::NotFound, {{u"what"_s, u"hardware"_s}, {u"id"_s, asked}}, {}});
    }
    const QJsonObject recommended = render::toJson(fitting.front());
    fitting.erase(fitting.begin());
    return renderReply(request, QJsonObject{{u"recommended"_s, recommended}, {u"alternatives"_s, jsonOf(fitting)}});
}

Reply thisComputer(const ApiServices &, const Request &request)
{
    const render::Hardware here = render::readHardware();
    QJsonArray gpus;
    for (const render::Gpu &gpu : here.gpus) {
        gpus += QJsonObject{{u"name"_s, gpu.name}, {u"memory_mb"_s, gpu.memoryMb}};
    }
    return renderReply(request, QJsonObject{{u"host"_s, here.host},
                                            {u"cpu_cores"_s, here.cores},
                                            {u"ram"_s, here.memoryMb / mbPerGb},
                                            {u"gpus"_s, gpus}});
}

Reply setup(const ApiServices &services, const Request &request)
{
    const auto setup = services.tasks->setup();
    return setup ? renderReply(request, render::toJson(*setup)) : request.refuse(setup.error());
}

Reply setSetup(const ApiServices &services, const Request &request)
{
    const auto body = objectOf(request);
    const auto setup = body ? render::renderSetupFrom(*body) : Result<render::RenderSetup>(failed(body));
    const auto set = setup ? services.tasks->setSetup(*setup) : Result<void>(failed(setup));
    return set ? renderReply(request, render::toJson(*setup)) : request.refuse(set.error());
}

// With the settings of the body, before they are kept; without a body, with those that are.
Result<render::SlurmSettings> settingsToTest(const ApiServices &services, const Request &request)
{
    if (request.body().isEmpty()) {
        const auto setup = services.tasks->setup();
        return setup ? setup->slurm : Result<render::SlurmSettings>(failed(setup));
    }
    const auto body = objectOf(request);
    return body ? render::slurmSettingsFrom((*body)[u"slurm"].toObject()) : Result<render::SlurmSettings>(failed(body));
}

Reply testSetup(const ApiServices &services, const Request &request)
{
    const auto settings = settingsToTest(services, request);
    const auto found = settings ? render::testSlurm(*settings) : Result<render::SlurmFound>(failed(settings));
    if (!found) {
        return request.refuse(found.error());
    }
    const auto has = [](const render::Needs &needs) {
        return QJsonObject{
            {u"cpu_cores"_s, needs.cores}, {u"ram"_s, needs.memoryMb / mbPerGb}, {u"gpu_count"_s, needs.gpus}};
    };
    return renderReply(request, QJsonObject{{u"version"_s, found->version},
                                            {u"partition"_s, found->partition},
                                            {u"nodes"_s, found->nodes},
                                            {u"usable_nodes"_s, found->usableNodes},
                                            {u"usable"_s, has(found->capacity.total)},
                                            {u"largest_node"_s, has(found->capacity.largest)}});
}

} // namespace

std::vector<http::Route> hardwareRoutes(const ApiServices &services)
{
    RouteList routes(services, renderDoor());
    routes.get("/api/hardware-configs", list, u"job.read"_s);
    routes.post("/api/hardware-configs/match", match, u"job.read"_s);
    routes.get("/api/hardware-configs/this-computer", thisComputer, u"job.read"_s);
    routes.get("/api/render-setup", setup, {}).access = http::Access::Admin;
    routes.put("/api/render-setup", setSetup, {}).access = http::Access::Admin;
    routes.post("/api/render-setup/test", testSetup, {}).access = http::Access::Admin;
    return routes.take();
}

} // namespace kinframe::server
