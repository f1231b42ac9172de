// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "ui/base/services.h"

#include <QUuid>
#include <QVariant>

#include <vector>

namespace kinframe::ui {

/// Which photos somebody means: all that are selected in a list of photos, or one by its id. A value; made on the GUI
/// thread.
class AssetChoice
{
public:
    AssetChoice() = default;
    /// Of a Selection, or of the id of one photo.
    explicit AssetChoice(const QVariant &what);

    [[nodiscard]] bool isEmpty() const { return m_keys.empty() && m_one.isNull(); }
    [[nodiscard]] qint64 count() const { return m_keys.empty() ? (m_one.isNull() ? 0 : 1) : qint64(m_keys.size()); }
    /// The ids of those that the user has. On a thread that may wait.
    [[nodiscard]] Result<std::vector<QUuid>> uuids(const Services &services, qint64 userId) const;

private:
    std::vector<qint64> m_keys; ///< row ids
    QUuid m_one;
};

} // namespace kinframe::ui
