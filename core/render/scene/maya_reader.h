// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/scene/maya_displays.h"
#include "render/scene/maya_references.h"
#include "render/scene/maya_statements.h"
#include "render/scene/maya_tables.h"
#include "render/scene/maya_text.h"
#include "render/scene/maya_tokens.h"
#include "render/scene/scene_facts.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace kinframe::render {

/// Understands a Maya ASCII file statement by statement and keeps what is of interest for rendering it: bounded,
/// however long the file. Give it all blocks, then ask for the facts once. One thread at a time.
class MayaReader : private MayaStatementTaker
{
public:
    MayaReader();

    void add(std::string_view block) { m_statements.add(block); }
    /// `isWhole` false: the blocks ended too early, for example where a packed file is damaged.
    [[nodiscard]] SceneFacts finish(bool isWhole);

private:
    /// The node that `setAttr` means until the next createNode or select.
    struct Node
    {
        std::string name;
        std::string_view settings; ///< see mayaSettingNode(); empty: none
        std::span<const MayaPathAttribute *const> paths;
        std::optional<std::size_t> camera; ///< in m_facts
        std::optional<std::size_t> layer;
        bool isReference = false;
        bool isCacheFile = false;
        bool isTiled = false;
        bool isSequence = false;
        std::string cachePath;
        std::string cacheName;
        std::size_t firstFile = 0; ///< what it has named begins there in m_facts.files

        [[nodiscard]] bool isOfInterest() const;
    };
    void takeHeaderLine(std::string_view line) override;
    void takeStatement(std::string_view statement) override;
    void takeFileInfo(MayaTokens &tokens);
    void takeRequires(MayaTokens &tokens);
    void takeUnits(MayaTokens &tokens);
    void takeReference(MayaTokens &tokens);
    void takeCreateNode(MayaTokens &tokens);
    void takeSelect(MayaTokens &tokens);
    void takeSetAttr(std::string_view statement);
    void takeAttribute(Node &node, std::string_view attribute, MayaTokens &tokens);
    void takePaths(Node &node, const MayaPathAttribute &attribute, MayaTokens &tokens);
    [[nodiscard]] Node selected(const std::string &name) const;
    void leaveNode();
    void addFile(const QString &node, const QString &path, SceneFileType type, Spread spread);
    [[nodiscard]] bool hasRoom(std::size_t bytes);
    void addReferences();

    MayaStatements m_statements;
    MayaText m_text;
    SceneFacts m_facts;
    std::array<std::optional<std::string>, mayaSettingCount> m_settings;
    MayaReferences m_references;
    std::unordered_map<std::string, std::size_t> m_cameras;
    MayaDisplays m_displays;
    std::unordered_set<std::string> m_files; ///< those that are in m_facts, by type and path
    std::size_t m_bytes = 0;                 ///< of the texts that are kept
    std::map<std::string, std::string> m_fileInfo;
    std::string m_headerVersion;
    bool m_isFull = false;
    Node m_node;
};

/// What the settings of a scene come to, with the defaults of its renderer where they do not say.
void applyMayaSettings(const std::array<std::optional<std::string>, mayaSettingCount> &settings, SceneFacts &facts);

} // namespace kinframe::render
