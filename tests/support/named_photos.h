// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace kinframe::test {

/// A photo with its name, as the manifest of the test data lists them.
struct NamedPhoto
{
    QString file;   ///< below KINFRAME_TESTDATA: `photos/Joe_Biden/biden.jpg`
    QString person; ///< of a photo of one person
};

/// The photos in those folders (`photos/`: of one person each; `groups/`), in the manifest's order.
[[nodiscard]] QList<NamedPhoto> namedPhotos(const QStringList &folders);

/// Who is in photos that are not of one person, from left to right: an empty name for people whom nobody has named,
/// nobody where there are no people.
[[nodiscard]] const QHash<QString, QStringList> &peopleFromTheLeft();

} // namespace kinframe::test
