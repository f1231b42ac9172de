// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/property_map.h"

#include <array>

namespace kinframe::query {
namespace {

using namespace Qt::StringLiterals;

// `is_favorite`: the column cannot tell "no" from "nobody said", so a false that somebody set is in `prop` too.
constexpr std::array columns{
    Column{"created_at", Type::Moment, "a.created_at", false, "asset_timeline", true},
    Column{"width", Type::Number, "a.width", true, "asset_width", true},
    Column{"height", Type::Number, "a.height", true, "asset_height", true},
    Column{"size", Type::Number, "a.size", false, "asset_size"},
    Column{"rating", Type::Number, "a.rating", true, "asset_rating", true, true},
    Column{"mime_type", Type::String, "a.mime_type", false},
    Column{"file_name", Type::String, "a.file_name", false, "asset_file_name"},
    Column{"duration", Type::Number, "(a.duration_ms / 1000.0)", true, nullptr, false, true},
    Column{"latitude", Type::Number, "a.latitude", true, nullptr, false, true},
    Column{"longitude", Type::Number, "a.longitude", true, nullptr, false, true},
    Column{"task_id", Type::String, "a.task_id", true, "asset_task"},
    Column{"frame_number", Type::Number, "a.frame_number"},
    Column{"type", Type::String, "a.type"},
    Column{"model", Type::String, "a.model", true, "asset_model"},
    Column{"hash", Type::String, "(SELECT lower(hex(sha256)) FROM blob WHERE id = a.blob_id)", false},
    Column{"is_favorite", Type::Boolean,
           "CASE WHEN a.is_favorite THEN 1 ELSE (SELECT num FROM prop WHERE asset_id = a.id AND key_id = (SELECT id "
           "FROM prop_key WHERE name = 'is_favorite') AND num IS NOT NULL AND txt IS NOT NULL) END",
           true, nullptr, true},
    Column{"is_archived", Type::Boolean, "a.is_archived", false, nullptr, true},
    Column{"is_stacked", Type::Boolean, "EXISTS (SELECT 1 FROM stack_asset WHERE asset_id = a.id)", false, nullptr,
           true},
    Column{"stack_id", Type::String,
           "(SELECT kf_uuid(s.uuid) FROM stack_asset k JOIN stack s ON s.id = k.stack_id WHERE k.asset_id = a.id)",
           true, nullptr, true},
    Column{"is_trashed", Type::Boolean, "(a.trashed_at IS NOT NULL)", false, nullptr, true},
    Column{"is_hidden", Type::Boolean, "a.is_hidden", false, nullptr, true},
};

constexpr std::array reals{"cfg_scale", "f_number", "exposure_time", "focal_length"};

constexpr QLatin1StringView tagPrefix("tag_");

} // namespace

const Column *columnOf(QStringView name)
{
    for (const Column &column : columns) {
        if (name == QLatin1StringView(column.name)) {
            return &column;
        }
    }
    return nullptr;
}

Type typeOfProperty(QStringView name)
{
    if (const Column *column = columnOf(name)) {
        return column->type;
    }
    return name == u"tags" || hasNamedMembers(name) ? Type::Collection : Type::Any;
}

bool hasNamedMembers(QStringView collection)
{
    return collection == u"people" || collection == u"albums";
}

bool isRealProperty(QStringView name)
{
    for (const char *real : reals) {
        if (name == QLatin1StringView(real)) {
            return true;
        }
    }
    const Column *column = columnOf(name);
    return column != nullptr && column->isReal;
}

QStringView tagOf(QStringView name)
{
    return name.startsWith(tagPrefix) ? name.sliced(tagPrefix.size()) : QStringView();
}

} // namespace kinframe::query
