// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace kinframe::media {

/// `Steps: 20, Sampler: Euler a, Lora hashes: "a: 1, b: 2", Hashes: {"model": "3"}`: the settings that A1111 and its
/// kin write behind the prompts. A value.
class A1111Settings
{
public:
    A1111Settings() = default;
    /// Takes what it can make sense of; at most 500.
    explicit A1111Settings(QStringView text);

    /// Empty where there is none of that name; the first where there are several.
    [[nodiscard]] QString find(QLatin1StringView name) const;
    /// How many of them every program of the kind writes: two hardly stand together in anything else.
    [[nodiscard]] int familiar() const;

private:
    struct Setting
    {
        QString name;
        QString value; ///< without its quotes
    };

    std::vector<Setting> m_settings;
};

} // namespace kinframe::media
