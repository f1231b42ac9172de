// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/services.h"
#include "storage/connection.h"

#include <QJsonValue>
#include <QLatin1String>
#include <QStringList>

#include <span>

namespace kinframe::library {

enum class SettingType { Switch, Number, Choice };

/// What one stored setting may be. Its row is in settings.cpp.
struct SettingRule
{
    QLatin1String key;
    SettingType type = SettingType::Switch;
    qint64 usual = 0; ///< of a switch 0 or 1, of a choice its index
    qint64 least = 0;
    qint64 most = 1;
    QLatin1String choices = {}; ///< of a choice, separated by spaces

    [[nodiscard]] QJsonValue usualValue() const;
    [[nodiscard]] QStringList choiceNames() const;
    /// InvalidArgument says what it must be.
    [[nodiscard]] Result<void> check(const QJsonValue &value) const;
};

namespace setting {
inline constexpr QLatin1String sharingOn("sharing.on");              ///< whether others than this program are let in
inline constexpr QLatin1String sharingPort("sharing.port");          ///< 0: a free one
inline constexpr QLatin1String sharingReach("sharing.reach");        ///< `computer`, `network`
inline constexpr QLatin1String sharingTls("sharing.tls");            ///< encrypted
inline constexpr QLatin1String workCores("work.cores");              ///< 0: all
inline constexpr QLatin1String workWhen("work.when");                ///< `always`, `idle`, `paused`
inline constexpr QLatin1String thumbnailMemory("memory.thumbnails"); ///< MB
inline constexpr QLatin1String trashDays("trash.days");              ///< until what was deleted goes for good; 0: never
inline constexpr QLatin1String writeBackSidecars("writeback.sidecars"); ///< what people say, beside the photos
inline constexpr QLatin1String writeBackFiles("writeback.files");       ///< and into them
} // namespace setting

/// What is set for the library as a whole, kept with it. What is not stored, or was stored by a version with other
/// limits, is as usual. A change is told as `setting.changed` with its `key`. Every call from any thread but the
/// writer's, none on the GUI thread.
class Settings
{
public:
    explicit Settings(const Services &services);

    [[nodiscard]] static std::span<const SettingRule> rules();
    /// Null for a key that nobody knows.
    [[nodiscard]] static const SettingRule *rule(const QString &key);

    /// NotFound for a key that nobody knows.
    [[nodiscard]] Result<QJsonValue> value(const QString &key) const;
    /// Those with a rule only; as usual where the database cannot be read.
    [[nodiscard]] bool isOn(QLatin1String key) const;
    /// Within somebody's read or write. Throws SqlError.
    [[nodiscard]] static bool isOn(storage::Connection &db, QLatin1String key);
    [[nodiscard]] int number(QLatin1String key) const;
    [[nodiscard]] QString choice(QLatin1String key) const;

    /// NotFound, InvalidArgument.
    [[nodiscard]] Result<void> set(const QString &key, const QJsonValue &value);

private:
    [[nodiscard]] QJsonValue known(QLatin1String key) const;
    Services m_services;
};

} // namespace kinframe::library
