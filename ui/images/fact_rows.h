// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/images/asset_choice.h"
#include "ui/images/fact_values.h"

#include <QJsonObject>
#include <QSet>
#include <QStringList>

#include <stop_token>
#include <vector>

namespace kinframe::ui {

/// What is known of photos together, as it was read.
struct SharedFacts
{
    qint64 count = 0;       ///< photos
    bool isTooMany = false; ///< nothing more is known then
    QJsonObject values;     ///< what all have, and alike; without tags
    QSet<QString> various;  ///< what some have, not all alike
    QStringList tags;       ///< of all of them
    QStringList someTags;   ///< of some only
    qint64 bytes = 0;       ///< of all together
};

/// More should not be compared: people who select more want to change them, not to read.
constexpr qint64 mostCompared = 20'000;

/// On a thread that may wait. Photos that are gone are left out.
[[nodiscard]] Result<SharedFacts> readSharedFacts(const Services &services, qint64 userId, const AssetChoice &choice,
                                                  const std::stop_token &stop);

/// One property as people read it.
struct FactRow
{
    QString key;
    QString label; ///< the key itself where people made it up
    QString text;
    QString written; ///< as it is edited
    FactValues::Kind kind = FactValues::Text;
    bool isVarious = false;

    friend bool operator==(const FactRow &, const FactRow &) = default;
};

enum class FactGroup {
    File,       ///< what it is, when and how it was taken
    Generation, ///< what a program was told to make it with
    Own,        ///< title, description and what people or programs have added
};

/// In the language of the window. GUI thread.
[[nodiscard]] std::vector<FactRow> factRows(const SharedFacts &facts, FactGroup group);
/// What it was made with, in the form that programs which make pictures take back; empty where nothing is known.
[[nodiscard]] QString parametersText(const SharedFacts &facts);

} // namespace kinframe::ui
