// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace kinframe::render {

/// The display drivers that a scene has for RenderMan, each of which writes another format. Which one writes its
/// pictures is said by a connection alone. Bounded. One thread at a time.
class MayaDisplays
{
public:
    /// A node of any type; those that are no drivers are left out.
    void takeNode(std::string_view type, const std::string &name);
    /// The driver that a `connectAttr` of the scene names for its pictures, such as `openexr`; none for others.
    [[nodiscard]] std::optional<std::string> driverOf(std::string_view connectAttr) const;

private:
    std::map<std::string, std::string> m_drivers; ///< by the names of their nodes
};

} // namespace kinframe::render
