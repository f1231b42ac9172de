// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/engines/chunk_job.h"
#include "render/engines/engine_settings.h"
#include "render/hardware_config.h"
#include "render/runners/slurm_settings.h"
#include "storage/transaction.h"

#include <map>
#include <optional>

namespace kinframe::render {

/// What the owner has set up for renders. A value.
struct RenderSetup
{
    std::vector<HardwareConfig> hardware = usualHardware();
    std::map<Engine, EngineSettings> engines; ///< where they differ from the usual
    QString runner = QStringLiteral("local");
    SlurmSettings slurm; ///< of the runner of that name
    /// Tasks that ask for more than the runner has are rendered all the same, with a note. None: see rendersAnywayOn().
    std::optional<bool> rendersAnyway;
    int reservedCores = 0;        ///< of this computer, for other work
    int noProgressSeconds = 3600; ///< after which an engine that says nothing has hung; 0: never

    [[nodiscard]] EngineSettings engine(Engine which) const;
    /// As set up; else on this computer, which gets no larger, but not on others, which may.
    [[nodiscard]] bool rendersAnywayOn(const QString &whichRunner) const;
    /// The engine's program where that runner renders: looked for on this computer, taken for granted elsewhere.
    /// EngineMissing. Reads folders: not on a thread that must not wait.
    [[nodiscard]] Result<QString> program(Engine which, const QString &version, const QString &onRunner) const;
};

[[nodiscard]] QJsonObject toJson(const RenderSetup &setup);
/// What is missing is as usual. InvalidArgument with the field.
[[nodiscard]] Result<RenderSetup> renderSetupFrom(const QJsonObject &json);

/// As stored; as usual where it cannot be read. Throws SqlError.
[[nodiscard]] RenderSetup readSetup(storage::Connection &db);
void writeSetup(storage::Transaction &transaction, const RenderSetup &setup);

} // namespace kinframe::render
