// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/made_photos.h"

#include <QDate>
#include <QLocale>

#include <algorithm>
#include <array>
#include <numeric>

namespace kinframe::tests {

using namespace Qt::StringLiterals;

void MadePhotos::setAmount(int amount)
{
    if (amount == m_amount) {
        return;
    }
    m_amount = amount;
    beginResetModel();
    m_keys.resize(size_t(amount));
    std::iota(m_keys.begin(), m_keys.end(), m_nextKey);
    m_nextKey += amount;
    endResetModel();
    arrange();
    Q_EMIT amountChanged();
}

void MadePhotos::addOnTop(int amount)
{
    beginInsertRows({}, 0, amount - 1);
    std::vector<qint64> keys(static_cast<size_t>(amount));
    std::iota(keys.begin(), keys.end(), m_nextKey);
    m_nextKey += amount;
    m_keys.insert(m_keys.begin(), keys.begin(), keys.end());
    endInsertRows();
    arrange();
}

void MadePhotos::removeRow(int row)
{
    beginRemoveRows({}, row, row);
    m_keys.erase(m_keys.begin() + row);
    endRemoveRows();
    arrange();
}

void MadePhotos::arrange()
{
    m_sections.clear();
    const QDate newest(2026, 3, 14);
    const int total = int(m_keys.size());
    for (int first = 0; first < total; first += m_perDay) {
        const QDate day = newest.addDays(-first / m_perDay);
        m_sections.push_back({QLocale().toString(day, u"d MMMM yyyy"_s), first, std::min(m_perDay, total - first),
                              qint32(day.toJulianDay())});
    }
    Q_EMIT sectionsChanged();
    Q_EMIT countChanged();
}

void MadePhotos::reload()
{
    setStatus(Status::Ready);
}

int MadePhotos::rowOf(qint64 key) const
{
    const auto found = std::ranges::find(m_keys, key);
    return found == m_keys.end() ? -1 : int(found - m_keys.begin());
}

float MadePhotos::aspectAt(int row) const
{
    constexpr std::array shapes{1.5F, 0.75F, 1.0F, 1.7778F, 1.3333F};
    return shapes[size_t(keyAt(row)) % shapes.size()];
}

void MadePhotos::want(int, int) {}

int MadePhotos::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_keys.size());
}

QVariant MadePhotos::data(const QModelIndex &index, int role) const
{
    const qint64 key = keyAt(index.row());
    switch (role) {
    case AssetIdRole:
        return QString::number(key);
    case NameRole:
        return u"IMG_%1.jpg"_s.arg(key, 4, 10, QChar(u'0'));
    default:
        return {};
    }
}

QHash<int, QByteArray> MadePhotos::roleNames() const
{
    return {{AssetIdRole, "assetId"}, {NameRole, "name"}};
}

} // namespace kinframe::tests
