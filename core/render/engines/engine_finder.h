// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "render/engines/engine_settings.h"

#include <QString>
#include <QStringList>

namespace kinframe::render {

/// Where programs lie; a value, so that a test can say.
struct ProgramPlaces
{
    QStringList path; ///< the folders of PATH
    QString root;     ///< put before the usual folders; empty: those of this computer

    [[nodiscard]] static ProgramPlaces ofThisComputer();
};

/// The program of an engine: as set up, else that of `version` (`2024`) where its installers put it, else the one in
/// PATH, else the newest that is installed. EngineMissing with what was looked for as `path` and the engine as
/// `engine`. Reads folders: not on a thread that must not wait.
[[nodiscard]] Result<QString> findEngine(Engine engine, const EngineSettings &settings, const QString &version,
                                         const ProgramPlaces &places = ProgramPlaces::ofThisComputer());

/// The program of an engine on computers that nobody can look into from here: as set up, else its plain name, which
/// they find where they have it. EngineMissing for Engine::Command where none is set up.
[[nodiscard]] Result<QString> engineElsewhere(Engine engine, const EngineSettings &settings);

} // namespace kinframe::render
