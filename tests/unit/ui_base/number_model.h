// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/sectioned_model.h"

#include <algorithm>
#include <map>

namespace kinframe::ui {

/// A list of numbers in sections, for tests: a row's key is its number.
class NumberModel : public SectionedModel
{
public:
    enum Role { NumberRole = Qt::UserRole };

    /// A number has another shape now.
    void reshape(qint64 number, float aspect)
    {
        shapes[number] = aspect;
        Q_EMIT dataChanged(index(rowOf(number)), index(rowOf(number)));
    }
    /// Above all others, in the first section.
    void insertOnTop(const std::vector<qint64> &numbers)
    {
        beginInsertRows({}, 0, int(numbers.size()) - 1);
        m_numbers.insert(m_numbers.begin(), numbers.begin(), numbers.end());
        m_sections.front().count += int(numbers.size());
        for (size_t i = 1; i < m_sections.size(); ++i) {
            m_sections[i].first += int(numbers.size());
        }
        endInsertRows();
        Q_EMIT sectionsChanged();
    }
    /// Numbers from 0 on, as many as the sections have.
    void setSections(std::vector<Section> sections)
    {
        beginResetModel();
        m_sections = std::move(sections);
        m_numbers.clear();
        for (const Section &section : m_sections) {
            for (int i = 0; i < section.count; ++i) {
                m_numbers.push_back(section.first + i);
            }
        }
        endResetModel();
        Q_EMIT sectionsChanged();
    }
    void set(const std::vector<std::pair<QString, std::vector<qint64>>> &sections)
    {
        beginResetModel();
        m_numbers.clear();
        m_sections.clear();
        for (const auto &[title, numbers] : sections) {
            m_sections.push_back({title, int(m_numbers.size()), int(numbers.size())});
            m_numbers.insert(m_numbers.end(), numbers.begin(), numbers.end());
        }
        endResetModel();
        Q_EMIT sectionsChanged();
    }

    /// The shapes of the numbers; all others are squares.
    std::map<qint64, float> shapes;

    void reload() override {}
    [[nodiscard]] const std::vector<Section> &sections() const override { return m_sections; }
    [[nodiscard]] qint64 keyAt(int row) const override { return m_numbers[size_t(row)]; }
    [[nodiscard]] int rowOf(qint64 key) const override
    {
        const auto found = std::ranges::find(m_numbers, key);
        return found == m_numbers.end() ? -1 : int(found - m_numbers.begin());
    }
    [[nodiscard]] float aspectAt(int row) const override
    {
        const auto found = shapes.find(keyAt(row));
        return found == shapes.end() ? 1.0F : found->second;
    }
    void want(int first, int last) override { wanted = {first, last}; }
    [[nodiscard]] int rowCount(const QModelIndex &) const override { return int(m_numbers.size()); }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        return role == NumberRole ? QVariant(keyAt(index.row())) : QVariant();
    }
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override { return {{NumberRole, "number"}}; }

    std::pair<int, int> wanted{-1, -1};

private:
    std::vector<qint64> m_numbers;
    std::vector<Section> m_sections;
};

inline std::vector<qint64> upTo(qint64 last, qint64 first = 0)
{
    std::vector<qint64> numbers;
    for (qint64 number = first; number <= last; ++number) {
        numbers.push_back(number);
    }
    return numbers;
}

} // namespace kinframe::ui
