// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <bitset>
#include <unordered_map>

namespace kinframe::ui {

/// Some of many items, by their keys, which are not negative. Keys that lie close together, as those of a table do,
/// take a bit each: a million of them less than a quarter of a megabyte.
class KeySet
{
public:
    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] bool contains(qint64 key) const
    {
        const auto page = m_pages.find(key / pageSize);
        return page != m_pages.end() && page->second.test(size_t(key % pageSize));
    }
    void insert(qint64 key)
    {
        auto bit = m_pages[key / pageSize][size_t(key % pageSize)];
        m_count += bit ? 0 : 1;
        bit = true;
    }
    void remove(qint64 key)
    {
        if (contains(key)) {
            m_pages[key / pageSize].reset(size_t(key % pageSize));
            --m_count;
        }
    }
    void clear()
    {
        m_pages.clear();
        m_count = 0;
    }
    /// In no order.
    template <typename Act>
    void forEach(const Act &act) const
    {
        for (const auto &[number, page] : m_pages) {
            for (size_t bit = 0; bit < page.size(); ++bit) {
                if (page.test(bit)) {
                    act(number * pageSize + qint64(bit));
                }
            }
        }
    }

private:
    static constexpr qint64 pageSize = 1024;

    std::unordered_map<qint64, std::bitset<pageSize>> m_pages;
    int m_count = 0;
};

} // namespace kinframe::ui
