// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/maya_displays.h"

#include "render/scene/maya_tokens.h"

namespace kinframe::render {
namespace {

constexpr std::string_view typePrefix = "d_";
constexpr std::size_t mostDrivers = 100;
constexpr std::size_t longestType = 100;

} // namespace

void MayaDisplays::takeNode(std::string_view type, const std::string &name)
{
    if (type.substr(0, typePrefix.size()) == typePrefix && type.size() <= longestType &&
        m_drivers.size() < mostDrivers) {
        m_drivers[name] = type.substr(typePrefix.size());
    }
}

std::optional<std::string> MayaDisplays::driverOf(std::string_view connectAttr) const
{
    // Scenes have very many connections.
    if (connectAttr.find("rmanDefaultDisplay.displayType") == std::string_view::npos) {
        return std::nullopt;
    }
    MayaTokens tokens(connectAttr);
    MayaToken from;
    while (tokens.next(from) && !from.isString) {
    }
    const auto driver = m_drivers.find(from.text.substr(0, from.text.find('.')));
    return driver == m_drivers.end() ? std::nullopt : std::optional(driver->second);
}

} // namespace kinframe::render
