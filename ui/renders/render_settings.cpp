// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renders/render_settings.h"

#include "base/ids.h"
#include "render/tasks.h"
#include "ui/base/preferences.h"
#include "ui/base/sentences.h"
#include "ui/base/undo_stack.h"
#include "ui/renders/cluster_form.h"

#include <QPointer>

#include <array>
#include <utility>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using render::Engine;

constexpr std::array engineOrder{Engine::Blender, Engine::Maya, Engine::Unreal};
constexpr int mostHardware = 100;
const QString clusterRunner = u"slurm"_s;

} // namespace

void RenderSettings::componentComplete()
{
    m_context = Context::of(this);
    if (const auto *preferences = Preferences::of(this)) {
        connect(preferences, &Preferences::languageChanged, this, &RenderSettings::changed, Qt::QueuedConnection);
    }
    reload();
}

Result<RenderSettings::Read> RenderSettings::read(const Services &services)
{
    if (services.tasks == nullptr) {
        return fail(ErrorCode::NotFound, {{u"what"_s, u"render service"_s}});
    }
    auto setup = services.tasks->setup();
    if (!setup) {
        return failed(setup);
    }
    Read read{std::move(*setup), {}};
    for (const Engine engine : engineOrder) {
        const auto place = read.setup.program(engine, {}, read.setup.runner);
        const bool isElsewhere = read.setup.runner == clusterRunner;
        read.places.push_back(
            {place.value_or(QString()), isElsewhere, place ? std::optional<Error>() : std::optional(place.error())});
    }
    return read;
}

void RenderSettings::reload()
{
    if (!m_context) {
        return;
    }
    if (m_status != Status::Ready) {
        m_status = Status::Loading;
        Q_EMIT changed();
    }
    m_question.ask(
        *m_context, this, [&services = m_context->services()](const std::stop_token &) { return read(services); },
        [this](Result<Read> found) { show(std::move(found)); });
}

void RenderSettings::show(Result<Read> read)
{
    if (read) {
        m_status = Status::Ready;
        m_error.reset();
        m_setup = std::move(read->setup);
        m_places = std::move(read->places);
    } else {
        m_status = m_status == Status::Ready ? Status::Ready : Status::Failed;
        m_error = read.error();
    }
    Q_EMIT changed();
}

void RenderSettings::put(render::RenderSetup setup)
{
    if (m_status != Status::Ready) {
        return;
    }
    m_question.drop();
    m_setup = std::move(setup);
    m_error.reset();
    Q_EMIT changed();
    m_keeping.begin();
}

void RenderSettings::keep()
{
    m_context->ask(
        this,
        [&services = m_context->services(), setup = m_setup]() -> Result<Read> {
            const auto kept = services.tasks->setSetup(setup);
            return kept ? read(services) : failed(kept);
        },
        [this](Result<Read> found) {
            if (!m_keeping.ended()) {
                return;
            }
            const bool isKept = found.has_value();
            const auto error = isKept ? std::optional<Error>() : std::optional(found.error());
            show(std::move(found));
            if (!isKept) {
                // What holds is shown again, with why the change is not there.
                m_context->ask(
                    this, [&services = m_context->services()] { return read(services); },
                    [this, error](Result<Read> held) {
                        show(std::move(held));
                        m_error = error;
                        Q_EMIT changed();
                    });
            }
        });
}

QString RenderSettings::errorText() const
{
    return m_error ? sentenceOf(*m_error) : QString();
}

void RenderSettings::setRendersAnyway(bool isWanted)
{
    if (isWanted != rendersAnyway()) {
        render::RenderSetup setup = m_setup;
        setup.rendersAnyway = isWanted;
        put(std::move(setup));
    }
}

void RenderSettings::setReservedCores(int cores)
{
    if (cores != m_setup.reservedCores && cores >= 0) {
        render::RenderSetup setup = m_setup;
        setup.reservedCores = cores;
        put(std::move(setup));
    }
}

bool RenderSettings::usesCluster() const
{
    return m_setup.runner == clusterRunner;
}

void RenderSettings::setUsesCluster(bool isWanted)
{
    if (isWanted != usesCluster()) {
        render::RenderSetup setup = m_setup;
        setup.runner = isWanted ? clusterRunner : render::RenderSetup().runner;
        put(std::move(setup));
    }
}

QVariantMap RenderSettings::cluster() const
{
    return textsOf(m_setup.slurm);
}

QString RenderSettings::setCluster(const QVariantMap &texts)
{
    auto settings = slurmSettingsOf(texts);
    if (!settings) {
        return problemOf(settings.error());
    }
    render::RenderSetup setup = m_setup;
    setup.slurm = std::move(*settings);
    put(std::move(setup));
    return {};
}

QVariantList RenderSettings::engines() const
{
    QVariantList engines;
    for (size_t i = 0; i < m_places.size(); ++i) {
        const EnginePlace &place = m_places[i];
        engines += QVariantMap{{u"title"_s, titleOf(engineOrder.at(i))},
                               {u"program"_s, m_setup.engine(engineOrder.at(i)).program},
                               {u"place"_s, place.place},
                               {u"isElsewhere"_s, place.isElsewhere},
                               {u"problem"_s, place.error ? sentenceOf(*place.error) : QString()}};
    }
    return engines;
}

QVariantList RenderSettings::hardware() const
{
    QVariantList rows;
    for (const render::HardwareConfig &config : m_setup.hardware) {
        rows += QVariantMap{{u"name"_s, config.name},
                            {u"ram"_s, config.ram},
                            {u"cores"_s, config.cores},
                            {u"gpus"_s, config.gpus},
                            {u"gpuModel"_s, config.gpuModel},
                            {u"price"_s, config.pricePerHour},
                            {u"isAvailable"_s, config.isAvailable}};
    }
    return rows;
}

void RenderSettings::setProgram(int engine, const QString &program)
{
    if (engine < 0 || engine >= int(engineOrder.size())) {
        return;
    }
    render::RenderSetup setup = m_setup;
    setup.engines[engineOrder.at(size_t(engine))].program = program.trimmed();
    put(std::move(setup));
}

QString RenderSettings::setHardware(int row, const QVariantMap &values)
{
    const bool isNew = row < 0 || row >= int(m_setup.hardware.size());
    if (isNew && int(m_setup.hardware.size()) >= mostHardware) {
        return tr("There can be at most %n kinds of computers.", nullptr, mostHardware);
    }
    render::HardwareConfig config = isNew ? render::HardwareConfig() : m_setup.hardware[size_t(row)];
    if (isNew) {
        config.id = toText(newUuid());
    }
    config.name = values[u"name"_s].toString().trimmed();
    config.ram = values[u"ram"_s].toInt();
    config.cores = values[u"cores"_s].toInt();
    config.gpus = values[u"gpus"_s].toInt();
    config.gpuModel = config.gpus > 0 ? values[u"gpuModel"_s].toString().trimmed() : QString();
    config.pricePerHour = values[u"price"_s].toDouble();
    config.isAvailable = values[u"isAvailable"_s].toBool();
    const auto checked = render::hardwareConfigFrom(toJson(config));
    if (!checked) {
        return sentenceOf(checked.error());
    }
    render::RenderSetup setup = m_setup;
    if (isNew) {
        setup.hardware.push_back(*checked);
    } else {
        setup.hardware[size_t(row)] = *checked;
    }
    put(std::move(setup));
    return {};
}

void RenderSettings::removeHardware(int row)
{
    if (row < 0 || row >= int(m_setup.hardware.size())) {
        return;
    }
    render::RenderSetup setup = m_setup;
    const render::HardwareConfig removed = setup.hardware[size_t(row)];
    setup.hardware.erase(setup.hardware.begin() + row);
    put(std::move(setup));
    if (UndoStack *stack = UndoStack::of(this)) {
        stack->push({tr("“%1” removed").arg(removed.name),
                     [self = QPointer<RenderSettings>(this), removed, row] {
                         if (self) {
                             render::RenderSetup before = self->m_setup;
                             const int place = std::min(row, int(before.hardware.size()));
                             before.hardware.insert(before.hardware.begin() + place, removed);
                             self->put(std::move(before));
                         }
                     },
                     {}});
    }
}

} // namespace kinframe::ui
