// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "render/engines/engine_settings.h"

#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

namespace kinframe::render {

/// What the names of a template stand for; a name that is known but has no value here leaves its line out.
struct TemplateValues
{
    QMap<QString, QString> values;
    QSet<QString> known;
    QStringList extra; ///< what {extra} stands for

    void set(const QString &name, const QString &value);
    /// Known; of value where there is one.
    void set(const QString &name, bool hasValue, const QString &value);
};

[[nodiscard]] bool uses(const CommandTemplate &commandTemplate, const QString &name);

/// Whether a line that the values leave in holds the name, so that the program is told it.
[[nodiscard]] bool tells(const CommandTemplate &commandTemplate, const TemplateValues &values, const QString &name);

/// InvalidArgument with the field `command` for a name that is not known or a brace that is not closed.
[[nodiscard]] Result<QStringList> fillIn(const CommandTemplate &commandTemplate, const TemplateValues &values);

} // namespace kinframe::render
