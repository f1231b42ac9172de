// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace kinframe::test {

/// A face, the person the library gave it, and who it is in truth (empty: somebody nobody has named).
struct JudgedFace
{
    QString person;
    QString name;
};

/// Over all pairs of faces with at least one that has a name; somebody unnamed is never the same as somebody named.
struct Agreement
{
    double precision = 1; ///< of the pairs that the library calls one person, those that are
    double recall = 1;    ///< of the pairs that are one person, those that the library calls so
};

[[nodiscard]] Agreement agreementOf(const QList<JudgedFace> &faces);

} // namespace kinframe::test
