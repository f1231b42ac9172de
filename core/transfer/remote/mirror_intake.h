// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/remote/mirror.h"
#include "transfer/remote/remote_asset.h"

namespace kinframe::transfer {

/// Takes what a page of the list or a list of changes says, and keeps it in batches: assets, deletions and how far the
/// walk is, in one transaction each.
class Mirror::Intake
{
public:
    enum class Kind { Walk, Changes };

    Intake(Mirror &mirror, Kind kind);

    /// The first word of an answer; what came of the one before is forgotten, but kept.
    [[nodiscard]] Result<void> begin(const HttpHead &head);
    [[nodiscard]] Result<void> take(QByteArrayView member, QByteArrayView item);
    /// One asset of a list that came whole.
    [[nodiscard]] Result<void> takeAsset(const QJsonObject &json);
    /// Keeps what is left.
    [[nodiscard]] Result<void> flush();

    [[nodiscard]] qint64 items() const { return m_items; }
    [[nodiscard]] bool needsWalk() const { return m_needsWalk; }
    /// From where on changes are asked for next.
    [[nodiscard]] const QString &next() const { return m_next; }
    [[nodiscard]] const QString &epoch() const { return m_epoch; }

private:
    [[nodiscard]] QString nextOf(const HttpHead &head) const;

    Mirror &m_mirror;
    const Kind m_kind;
    std::vector<RemoteAsset> m_assets;
    std::vector<QUuid> m_deleted;
    QString m_lastCreated;
    QString m_next;
    QString m_epoch;
    qint64 m_items = 0;
    bool m_needsWalk = false;
};

} // namespace kinframe::transfer
