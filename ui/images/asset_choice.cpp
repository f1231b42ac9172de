// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/asset_choice.h"

#include "base/ids.h"
#include "ui/base/selection.h"
#include "ui/images/image_changes.h"

namespace kinframe::ui {

AssetChoice::AssetChoice(const QVariant &what)
{
    if (const auto *selection = what.value<Selection *>()) {
        m_keys = selection->keys();
    } else {
        m_one = uuidFromText(what.toString()).value_or(QUuid());
    }
}

Result<std::vector<QUuid>> AssetChoice::uuids(const Services &services, qint64 userId) const
{
    if (!m_keys.empty()) {
        return uuidsOf(services, userId, m_keys);
    }
    return m_one.isNull() ? std::vector<QUuid>() : std::vector<QUuid>{m_one};
}

} // namespace kinframe::ui
