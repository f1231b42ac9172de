// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <vector>

namespace kinframe::faces {

/// A small set of the numbers of nodes, in order and without gaps: hundreds of thousands of these are kept at a time.
class NodeSet
{
public:
    /// Faster than insert for many; settle() before anything else is asked.
    void append(std::uint32_t node) { m_nodes.push_back(node); }
    void settle()
    {
        std::sort(m_nodes.begin(), m_nodes.end());
        m_nodes.erase(std::unique(m_nodes.begin(), m_nodes.end()), m_nodes.end());
        m_nodes.shrink_to_fit();
    }

    void insert(std::uint32_t node)
    {
        const auto place = std::lower_bound(m_nodes.begin(), m_nodes.end(), node);
        if (place == m_nodes.end() || *place != node)
            m_nodes.insert(place, node);
    }
    void insert(const NodeSet &others)
    {
        std::vector<std::uint32_t> all;
        all.reserve(m_nodes.size() + others.m_nodes.size());
        std::set_union(m_nodes.begin(), m_nodes.end(), others.m_nodes.begin(), others.m_nodes.end(),
                       std::back_inserter(all));
        m_nodes = std::move(all);
    }
    void erase(std::uint32_t node)
    {
        const auto place = std::lower_bound(m_nodes.begin(), m_nodes.end(), node);
        if (place != m_nodes.end() && *place == node)
            m_nodes.erase(place);
    }

    [[nodiscard]] auto begin() const { return m_nodes.begin(); }
    [[nodiscard]] auto end() const { return m_nodes.end(); }

private:
    std::vector<std::uint32_t> m_nodes;
};

} // namespace kinframe::faces
