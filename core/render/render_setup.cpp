// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/render_setup.h"

#include "base/log.h"
#include "render/engines/engine_finder.h"
#include "render/field_problem.h"
#include "render/slurm_setup.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

constexpr char settingKey[] = "render";
constexpr auto thisComputer = "local"_L1; // The runner that renders here.
constexpr int mostHardware = 100;
constexpr int mostProcesses = 1024;
constexpr int mostCores = 1024;
constexpr int aDay = 86'400; // s

QJsonObject engineJson(const EngineSettings &engine)
{
    return {{u"program"_s, engine.program},
            {u"arguments"_s, textOf(engine.arguments)},
            {u"extra_arguments"_s, QJsonArray::fromStringList(engine.extraArguments)},
            {u"at_once"_s, engine.atOnce},
            {u"file_suffix"_s, engine.fileSuffix}};
}

QStringList textsOf(const QJsonValue &list)
{
    QStringList texts;
    for (const QJsonValue text : list.toArray()) {
        texts += text.toString();
    }
    return texts;
}

EngineSettings engineFrom(const QJsonObject &json)
{
    EngineSettings engine;
    engine.program = json[u"program"].toString().trimmed();
    engine.arguments = templateFromText(json[u"arguments"].toString());
    engine.extraArguments = textsOf(json[u"extra_arguments"]);
    engine.atOnce = std::clamp(json[u"at_once"].toInt(), 0, mostProcesses);
    engine.fileSuffix = json[u"file_suffix"].toString().trimmed();
    return engine;
}

Result<std::vector<HardwareConfig>> hardwareFrom(const QJsonArray &list)
{
    if (list.size() > mostHardware) {
        return wrongField(u"hardware"_s, list.size(), u"at most %1 configurations"_s.arg(mostHardware));
    }
    std::vector<HardwareConfig> configs;
    for (const QJsonValue item : list) {
        auto config = hardwareConfigFrom(item.toObject());
        if (!config) {
            return failed(config);
        }
        const bool isTwice = std::any_of(configs.begin(), configs.end(),
                                         [&config](const HardwareConfig &other) { return other.id == config->id; });
        if (isTwice) {
            return wrongField(u"hardware"_s, config->id, u"configurations with an id of their own each"_s);
        }
        configs.push_back(std::move(*config));
    }
    return configs;
}

} // namespace

EngineSettings RenderSetup::engine(Engine which) const
{
    const auto found = engines.find(which);
    return found == engines.end() ? EngineSettings() : found->second;
}

bool RenderSetup::rendersAnywayOn(const QString &whichRunner) const
{
    return rendersAnyway.value_or(whichRunner == thisComputer);
}

Result<QString> RenderSetup::program(Engine which, const QString &version, const QString &onRunner) const
{
    return onRunner == thisComputer ? findEngine(which, engine(which), version) : engineElsewhere(which, engine(which));
}

QJsonObject toJson(const RenderSetup &setup)
{
    QJsonArray hardware;
    for (const HardwareConfig &config : setup.hardware) {
        hardware += toJson(config);
    }
    QJsonObject engines;
    for (const auto &[engine, settings] : setup.engines) {
        engines[nameOf(engine)] = engineJson(settings);
    }
    return {{u"hardware"_s, hardware},
            {u"engines"_s, engines},
            {u"runner"_s, setup.runner},
            {u"slurm"_s, toJson(setup.slurm)},
            {u"render_anyway"_s, setup.rendersAnyway ? QJsonValue(*setup.rendersAnyway) : QJsonValue()},
            {u"reserved_cores"_s, setup.reservedCores},
            {u"no_progress_seconds"_s, setup.noProgressSeconds}};
}

Result<RenderSetup> renderSetupFrom(const QJsonObject &json)
{
    RenderSetup setup;
    if (json[u"hardware"].isArray()) {
        auto hardware = hardwareFrom(json[u"hardware"].toArray());
        if (!hardware) {
            return failed(hardware);
        }
        setup.hardware = std::move(*hardware);
    }
    const QJsonObject engines = json[u"engines"].toObject();
    for (auto entry = engines.begin(); entry != engines.end(); ++entry) {
        const auto engine = engineOf(entry.key());
        if (!engine) {
            return wrongField(u"engines"_s, entry.key(), u"maya, ue, blender or command"_s);
        }
        setup.engines[*engine] = engineFrom(entry.value().toObject());
    }
    setup.runner = json[u"runner"].toString(setup.runner);
    if (setup.runner != thisComputer && setup.runner != "slurm"_L1) {
        return wrongField(u"runner"_s, setup.runner, u"local or slurm"_s);
    }
    auto slurm = slurmSettingsFrom(json[u"slurm"].toObject());
    if (!slurm) {
        return failed(slurm);
    }
    setup.slurm = std::move(*slurm);
    if (const QJsonValue anyway = json[u"render_anyway"]; anyway.isBool()) {
        setup.rendersAnyway = anyway.toBool();
    }
    setup.reservedCores = std::clamp(json[u"reserved_cores"].toInt(), 0, mostCores);
    setup.noProgressSeconds = std::clamp(json[u"no_progress_seconds"].toInt(setup.noProgressSeconds), 0, aDay);
    return setup;
}

RenderSetup readSetup(storage::Connection &db)
{
    storage::Statement row = db.prepare("SELECT value FROM setting WHERE key = ?1");
    row.bindAll(QLatin1String(settingKey).toString());
    if (!row.step()) {
        return {};
    }
    auto setup = renderSetupFrom(QJsonDocument::fromJson(row.text(0).toUtf8()).object());
    if (!setup) {
        qCWarning(logRender) << "the stored setup for renders is not used:" << setup.error().forLog();
        return {};
    }
    return *setup;
}

void writeSetup(storage::Transaction &transaction, const RenderSetup &setup)
{
    transaction.run(
        "INSERT INTO setting(key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        QLatin1String(settingKey).toString(),
        QString::fromUtf8(QJsonDocument(toJson(setup)).toJson(QJsonDocument::Compact)));
}

} // namespace kinframe::render
