// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kinframe::query {

/// What can stand where somebody is writing a filter, and what of it is written already.
struct WritingPlace
{
    enum class Kind {
        Property,
        Operator,  ///< behind a property
        Connector, ///< behind a whole condition
        Literal,   ///< a value
        Nothing,   ///< nothing that can be offered
    };
    Kind kind = Kind::Nothing;
    qsizetype from = 0;   ///< where it begins, in front of an opening quote
    QString written;      ///< from there to the caret, without an opening quote
    QString property;     ///< whose value; `tags`, `people` and `albums` for the members of these
    bool isShort = false; ///< a value of the short form, which needs no quotes
};

/// The place at the caret; what stands behind it does not matter.
[[nodiscard]] WritingPlace placeAt(const QString &text, qsizetype caret);

} // namespace kinframe::query
