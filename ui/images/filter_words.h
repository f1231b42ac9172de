// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "query/conditions.h"

#include <QString>
#include <QVariantList>

#include <optional>

namespace kinframe::ui {

/// What can be said of a property and how its values are written.
enum class PropertyKind { Text, Number, Flag, Day, Name, Any };
[[nodiscard]] PropertyKind kindOf(const QString &property);

/// `Rating`; of a property that only this library has, its name.
[[nodiscard]] QString titleOfProperty(const QString &property);
/// `Rating ≥ 4`, as a chip says it.
[[nodiscard]] QString titleOfCondition(const query::Condition &condition);
/// `at least`, as a list of choices says it.
[[nodiscard]] QString titleOfRelation(query::Relation relation, PropertyKind kind);
/// Those that can be chosen for a property, the usual one first.
[[nodiscard]] std::vector<query::Relation> relationsFor(PropertyKind kind);
[[nodiscard]] bool needsValue(query::Relation relation);

/// As it is written in a field, and back; nothing where it is not what the property has.
[[nodiscard]] QString fieldText(const query::Value &value);
[[nodiscard]] std::optional<query::Value> valueFrom(const QString &text, PropertyKind kind);

/// What is wrong with a query, without the name of its option.
[[nodiscard]] QString queryComplaint(const Error &error);

} // namespace kinframe::ui
