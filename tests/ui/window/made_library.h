// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace kinframe::tests {

struct DrawnLibrary
{
    int photos = 120;
    int people = 14;
    int named = 9;     ///< the first of them
    int downloads = 0; ///< that came; where there are any, some have failed too
};

/// Makes a library of drawn photos with people who do not exist, the same one each time; gives its folder, which is the
/// caller's to remove.
[[nodiscard]] QString makeLibrary(const DrawnLibrary &wishes);

/// Writes so many drawn photos into a folder: what an import is given.
void drawInto(const QString &folder, int photos);

} // namespace kinframe::tests
