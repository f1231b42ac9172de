// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/events.h"
#include "ui/base/context.h"
#include "ui/base/sectioned_model.h"
#include "ui/images/photo_brief.h"

#include <QVariantList>

#include <vector>

namespace kinframe::ui {

/// A few photos that somebody names, in the order in which they are named: those of a memory. What goes to the trash,
/// into the archive or away leaves. GUI thread.
class MemoryPhotos : public kinframe::ui::SectionedModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantList keys READ keys WRITE setKeys NOTIFY keysChanged) ///< row ids

public:
    enum Role { AssetIdRole = Qt::UserRole, PictureRole, NameRole };
    Q_ENUM(Role)

    using SectionedModel::SectionedModel;

    [[nodiscard]] QVariantList keys() const { return m_keys; }
    void setKeys(const QVariantList &keys);

    void reload() override;
    [[nodiscard]] const std::vector<Section> &sections() const override { return m_sections; }
    [[nodiscard]] qint64 keyAt(int row) const override { return m_photos[size_t(row)].id; }
    [[nodiscard]] int rowOf(qint64 key) const override;
    void want(int, int) override {} // A row is all there is.

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_SIGNAL void keysChanged();
    /// All that were named are there to be looked at.
    Q_SIGNAL void ready();

protected:
    void begin() override;

private:
    void hear(const std::vector<Event> &events);

    QVariantList m_keys;
    std::vector<PhotoBrief> m_photos;
    std::vector<Section> m_sections;
    bool m_isNew = false; ///< named, and not told yet
    Question m_question;
};

} // namespace kinframe::ui
