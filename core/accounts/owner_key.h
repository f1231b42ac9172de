// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>
#include <QStringView>

namespace kinframe::accounts {

/// The key that makes whoever can read `<data>/owner.key` (mode 0600) the owner: the command line and the window.
class OwnerKey
{
public:
    /// Reads the file, or makes it where it is missing, damaged, or readable by others (Unix).
    [[nodiscard]] static Result<OwnerKey> open(const QString &path);

    [[nodiscard]] const QString &text() const { return m_text; }
    /// Takes the same time whatever differs.
    [[nodiscard]] bool matches(QStringView text) const;

    static constexpr QStringView prefix = u"ko_";

private:
    QString m_text;
};

} // namespace kinframe::accounts
