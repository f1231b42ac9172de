// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/maya_references.h"

#include <algorithm>

namespace kinframe::render {
namespace {

constexpr std::size_t mostReferences = 100'000;

/// A second reference to the same file has `{1}` behind its path.
std::string withoutCopyNumber(std::string path)
{
    if (!path.empty() && path.back() == '}') {
        const std::size_t open = path.rfind('{');
        const std::string_view number = open == std::string::npos
                                            ? std::string_view()
                                            : std::string_view(path).substr(open + 1, path.size() - open - 2);
        if (!number.empty() && std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; })) {
            path.resize(open);
        }
    }
    return path;
}

} // namespace

std::optional<MayaReference> mayaReferenceOf(MayaTokens &tokens)
{
    MayaReference reference;
    bool isReference = false;
    for (MayaToken token; tokens.next(token);) {
        if (token.isFlag("rdi", "referenceDepthInfo")) {
            isReference = tokens.next(token);
        } else if (token.isFlag("r", "reference")) {
            isReference = true;
        } else if (token.isFlag("rfn", "referenceNode")) {
            reference.node = tokens.next(token) ? token.text.substr(0, longestMayaText) : std::string();
        } else if (token.isFlag("dr", "deferReference")) {
            reference.isLoaded = !tokens.next(token) || !mayaSwitch(token.text).value_or(false);
        } else if (token.isFlag("op", "options") || token.isFlag("ns", "namespace") || token.isFlag("typ", "type") ||
                   token.isFlag("rpr", "renamingPrefix") || token.isFlag("shd", "sharedNodes")) {
            (void)tokens.next(token);
        } else if (token.isString) {
            reference.path = token.text; // the last one is the path
        }
    }
    reference.path = withoutCopyNumber(reference.path.substr(0, longestMayaText));
    if (!isReference || reference.path.empty()) {
        return std::nullopt;
    }
    if (reference.node.empty()) {
        reference.node = reference.path;
    }
    return reference;
}

void MayaReferences::take(const MayaReference &reference)
{
    if (const auto known = m_named.find(reference.node); known != m_named.end()) {
        // The list (-rdi) has said whether it is loaded; where it is opened, that is put off (-dr) for all of them.
        known->second.path = reference.path;
    } else if (m_named.size() < mostReferences) {
        m_named.emplace(reference.node, reference);
    }
}

void MayaReferences::takePathOfNode(const std::string &node, const std::string &path)
{
    if (m_nodes.size() < mostReferences) {
        m_nodes.try_emplace(node, withoutCopyNumber(path.substr(0, longestMayaText)));
    }
}

std::vector<MayaReference> MayaReferences::all() const
{
    std::vector<MayaReference> references;
    for (const auto &[node, reference] : m_named) {
        references.push_back(reference);
    }
    for (const auto &[node, path] : m_nodes) {
        if (!m_named.contains(node)) {
            references.push_back({node, path, true});
        }
    }
    return references;
}

std::optional<bool> mayaSwitch(std::string_view word)
{
    if (word == "yes" || word == "on" || word == "true" || word == "1") {
        return true;
    }
    if (word == "no" || word == "off" || word == "false" || word == "0") {
        return false;
    }
    return std::nullopt;
}

} // namespace kinframe::render
