// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/sectioned_model.h"

#include <qqml.h>

namespace kinframe::tests {

/// Photos that do not exist, several days of them, for views to show.
class MadePhotos : public kinframe::ui::SectionedModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int amount READ amount WRITE setAmount NOTIFY amountChanged)
    Q_PROPERTY(int perDay MEMBER m_perDay)

public:
    enum Role { AssetIdRole = Qt::UserRole + 1, NameRole };

    using SectionedModel::SectionedModel;

    [[nodiscard]] int amount() const { return m_amount; }
    void setAmount(int amount);
    /// As many new ones above all others.
    Q_INVOKABLE void addOnTop(int amount);
    Q_INVOKABLE void removeRow(int row);
    [[nodiscard]] Q_INVOKABLE qint64 keyOf(int row) const { return keyAt(row); }

    void reload() override;
    [[nodiscard]] const std::vector<ui::Section> &sections() const override { return m_sections; }
    [[nodiscard]] qint64 keyAt(int row) const override { return m_keys.at(size_t(row)); }
    [[nodiscard]] int rowOf(qint64 key) const override;
    /// Wide ones, tall ones and squares in turn.
    [[nodiscard]] float aspectAt(int row) const override;
    void want(int first, int last) override;
    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_SIGNAL void amountChanged();

private:
    void arrange();

    int m_amount = 0;
    int m_perDay = 23;
    qint64 m_nextKey = 1;
    std::vector<qint64> m_keys;
    std::vector<ui::Section> m_sections;
};

} // namespace kinframe::tests
