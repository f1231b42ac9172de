// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/scene/maya_tokens.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kinframe::render {

/// Longer texts of a scene are cut: no system has longer paths.
constexpr std::size_t longestMayaText = 4096;

/// Another scene, which this one shows.
struct MayaReference
{
    std::string node; ///< that stands for it; its path where there is none
    std::string path; ///< without the number that a second reference to the same file has behind it
    bool isLoaded = true;
};

/// What a statement `file` says, from behind its first word; none where it is about something else than references.
[[nodiscard]] std::optional<MayaReference> mayaReferenceOf(MayaTokens &tokens);

/// The references of one scene, each of which is named several times: in the list at its beginning, where it is opened,
/// and at its node. Bounded. One thread at a time.
class MayaReferences
{
public:
    void take(const MayaReference &reference);
    /// Counts where no statement names the node.
    void takePathOfNode(const std::string &node, const std::string &path);

    [[nodiscard]] bool areNone() const { return m_named.empty(); }
    /// In the order of their nodes' names, those that only their nodes name last.
    [[nodiscard]] std::vector<MayaReference> all() const;

private:
    std::map<std::string, MayaReference> m_named;
    std::map<std::string, std::string> m_nodes;
};

/// Reads `on`, `yes`, `true`, `1` and their contraries; none for others.
[[nodiscard]] std::optional<bool> mayaSwitch(std::string_view word);

} // namespace kinframe::render
