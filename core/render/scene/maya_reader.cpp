// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/maya_reader.h"

#include <algorithm>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

// A scene of a film has some ten thousand files. Beyond these the notes say so.
constexpr std::size_t mostFiles = 100'000;
constexpr std::size_t mostCameras = 10'000;
constexpr std::size_t mostLayers = 10'000;
constexpr qsizetype mostPlugins = 1'000;
constexpr std::size_t mostBytes = 16 * 1024 * 1024;

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') {
        text.remove_suffix(1);
    }
    return text;
}

bool beginsWith(std::string_view text, std::string_view word)
{
    return text.substr(0, word.size()) == word;
}

/// A statement's first word.
std::string_view firstWord(std::string_view statement)
{
    std::size_t end = 0;
    while (end < statement.size() && static_cast<unsigned char>(statement[end]) > ' ') {
        ++end;
    }
    return statement.substr(0, end);
}

/// `fn[0]` is an element of `fn`.
std::string_view withoutIndex(std::string_view attribute)
{
    if (!attribute.empty() && attribute.back() == ']') {
        attribute = attribute.substr(0, attribute.find('['));
    }
    return attribute;
}

std::string_view leafOf(std::string_view name)
{
    const std::size_t bar = name.rfind('|');
    return bar == std::string_view::npos ? name : name.substr(bar + 1);
}

} // namespace

bool MayaReader::Node::isOfInterest() const
{
    return !settings.empty() || !paths.empty() || camera || layer || isReference || isCacheFile;
}

MayaReader::MayaReader()
    : m_statements(*this)
{
}

SceneFacts MayaReader::finish(bool isWhole)
{
    const bool isOpen = m_statements.finish();
    leaveNode();
    addReferences();
    m_facts.application = m_text.decode(m_fileInfo.contains("product") ? m_fileInfo["product"] : m_headerVersion);
    applyMayaSettings(m_settings, m_facts);
    if (isOpen || !isWhole) {
        m_facts.notes.push_back({SceneNotice::Truncated});
    }
    const bool hasCamera = std::any_of(m_facts.cameras.begin(), m_facts.cameras.end(),
                                       [](const SceneCamera &camera) { return camera.isRenderable; });
    if (!hasCamera) {
        m_facts.notes.push_back({m_references.areNone() ? SceneNotice::NoCamera : SceneNotice::CameraInReference});
    }
    return std::move(m_facts);
}

void MayaReader::takeHeaderLine(std::string_view line)
{
    line = trimmed(line);
    constexpr std::string_view codeset = "Codeset:";
    constexpr std::string_view begins = "Maya ASCII ";
    if (beginsWith(line, codeset)) {
        const std::string name(trimmed(line.substr(codeset.size())).substr(0, 80));
        if (!m_text.setCodeset(name)) {
            m_facts.notes.push_back({SceneNotice::UnknownCodeset, {{u"codeset"_s, m_text.decode(name)}}});
        }
    } else if (beginsWith(line, begins) && m_headerVersion.empty()) {
        const std::string_view version = line.substr(begins.size());
        m_headerVersion = "Maya " + std::string(version.substr(0, std::min<std::size_t>(version.find(' '), 80)));
    }
}

void MayaReader::takeStatement(std::string_view statement)
{
    const std::string_view word = firstWord(statement);
    // By far most statements set attributes, and most of those of nodes that are of no interest.
    if (word == "setAttr") {
        takeSetAttr(statement);
        return;
    }
    if (word == "connectAttr") {
        if (auto driver = m_displays.driverOf(statement)) {
            m_settings[std::size_t(MayaSetting::RendermanDisplay)] = std::move(driver);
        }
        return;
    }
    MayaTokens tokens(statement.substr(word.size()));
    if (word == "createNode") {
        takeCreateNode(tokens);
    } else if (word == "select") {
        takeSelect(tokens);
    } else if (word == "file") {
        takeReference(tokens);
    } else if (word == "requires") {
        takeRequires(tokens);
    } else if (word == "fileInfo") {
        takeFileInfo(tokens);
    } else if (word == "currentUnit") {
        takeUnits(tokens);
    }
}

void MayaReader::takeFileInfo(MayaTokens &tokens)
{
    MayaToken key;
    MayaToken value;
    constexpr std::size_t mostKeys = 100;
    if (tokens.next(key) && tokens.next(value) && m_fileInfo.size() < mostKeys) {
        m_fileInfo[key.text.substr(0, 80)] = value.text.substr(0, 200);
    }
}

void MayaReader::takeRequires(MayaTokens &tokens)
{
    std::vector<std::string> words;
    for (MayaToken token; tokens.next(token);) {
        if (token.isFlag()) {
            (void)tokens.next(token); // -nodeType, -dataType: each has a value
        } else {
            words.push_back(token.text.substr(0, 200));
        }
    }
    if (words.size() < 2) {
        return;
    }
    if (words[0] == "maya") {
        m_facts.requiredVersion = m_text.decode(words[1]);
    } else if (const QString plugin = m_text.decode(words[0] + ' ' + words[1]);
               m_facts.plugins.size() < mostPlugins && !m_facts.plugins.contains(plugin)) {
        m_facts.plugins << plugin;
    }
}

void MayaReader::takeUnits(MayaTokens &tokens)
{
    for (MayaToken token; tokens.next(token);) {
        if (token.isFlag("t", "time") && tokens.next(token)) {
            m_facts.framesPerSecond = mayaFramesPerSecond(token.text);
        }
    }
}

void MayaReader::takeReference(MayaTokens &tokens)
{
    if (const auto reference = mayaReferenceOf(tokens)) {
        if (hasRoom(reference->node.size() + reference->path.size())) {
            m_references.take(*reference);
        }
    }
}

void MayaReader::takeCreateNode(MayaTokens &tokens)
{
    leaveNode();
    m_node = {};
    m_node.firstFile = m_facts.files.size();
    std::string type;
    std::string parent;
    for (MayaToken token; tokens.next(token);) {
        if (token.isFlag("n", "name")) {
            m_node.name = tokens.next(token) ? token.text.substr(0, longestMayaText) : std::string();
        } else if (token.isFlag("p", "parent")) {
            parent = tokens.next(token) ? token.text.substr(0, longestMayaText) : std::string();
        } else if (!token.isFlag() && type.empty()) {
            type = token.text;
        }
    }
    m_node.paths = mayaPathAttributes(type);
    m_node.settings = mayaSettingNode(type, m_node.name);
    m_node.isReference = type == "reference";
    m_node.isCacheFile = type == "cacheFile";
    if (type == "camera" && m_facts.cameras.size() < mostCameras && hasRoom(m_node.name.size() + parent.size())) {
        m_node.camera = m_facts.cameras.size();
        m_cameras.try_emplace(m_node.name, m_facts.cameras.size());
        m_facts.cameras.push_back({m_text.decode(m_node.name), m_text.decode(leafOf(parent)), true, false});
    } else if (type == "renderLayer" && m_facts.layers.size() < mostLayers && hasRoom(m_node.name.size())) {
        m_node.layer = m_facts.layers.size();
        m_facts.layers.push_back({m_text.decode(m_node.name), true});
    } else {
        m_displays.takeNode(type, m_node.name);
    }
}

MayaReader::Node MayaReader::selected(const std::string &name) const
{
    Node node;
    node.name = name.substr(0, 1) == ":" ? name.substr(1) : name;
    node.firstFile = m_facts.files.size();
    node.settings = mayaSettingNode({}, node.name);
    if (const auto camera = m_cameras.find(std::string(leafOf(node.name))); camera != m_cameras.end()) {
        node.camera = camera->second;
    }
    return node;
}

void MayaReader::takeSelect(MayaTokens &tokens)
{
    leaveNode();
    std::string name;
    for (MayaToken token; tokens.next(token);) {
        if (!token.isFlag()) {
            name = token.text;
        }
    }
    m_node = selected(name);
}

void MayaReader::takeSetAttr(std::string_view statement)
{
    // `setAttr "node.attribute"` means that node, whichever is the present one.
    const std::size_t quote = statement.find('"');
    const bool isOfPresent = quote == std::string_view::npos || statement.substr(quote + 1, 1) == ".";
    if (isOfPresent && !m_node.isOfInterest()) {
        return;
    }
    MayaTokens tokens(statement.substr(std::string_view("setAttr").size()));
    MayaToken token;
    while (tokens.next(token) && token.isFlag()) {
        if (!token.isFlag("av", "alteredValue") && !tokens.next(token)) {
            return;
        }
    }
    if (token.isFlag()) {
        return;
    }
    const std::size_t dot = token.text.find('.');
    if (dot == 0) {
        takeAttribute(m_node, std::string_view(token.text).substr(1), tokens);
    } else if (dot != std::string::npos) {
        Node other = selected(token.text.substr(0, dot));
        takeAttribute(other, std::string_view(token.text).substr(dot + 1), tokens);
    }
}

void MayaReader::takeAttribute(Node &node, std::string_view attribute, MayaTokens &tokens)
{
    attribute = withoutIndex(attribute);
    for (const MayaPathAttribute *row : node.paths) {
        if (row->shortName == attribute || row->longName == attribute) {
            takePaths(node, *row, tokens);
            return;
        }
    }
    MayaToken value;
    if (!tokens.next(value)) {
        return; // A change of flags: the value stays what it is.
    }
    bool isPair = false;
    if (value.isFlag("type", "type")) {
        isPair = tokens.next(value) && value.text == "long2";
        if (!tokens.next(value)) {
            return;
        }
    }
    if (const auto setting = mayaSetting(node.settings, attribute)) {
        std::string text = value.text.substr(0, longestMayaText);
        if (isPair && tokens.next(value)) {
            text += ' ' + value.text.substr(0, longestMayaText);
        }
        m_settings[std::size_t(*setting)] = std::move(text);
    } else if (node.camera && (attribute == "rnd" || attribute == "renderable")) {
        SceneCamera &camera = m_facts.cameras[*node.camera];
        camera.isRenderable = mayaSwitch(value.text).value_or(camera.isRenderable);
    } else if (node.camera && (attribute == "o" || attribute == "orthographic")) {
        SceneCamera &camera = m_facts.cameras[*node.camera];
        camera.isOrthographic = mayaSwitch(value.text).value_or(camera.isOrthographic);
    } else if (node.layer && (attribute == "rndr" || attribute == "renderable")) {
        SceneLayer &layer = m_facts.layers[*node.layer];
        layer.isRenderable = mayaSwitch(value.text).value_or(layer.isRenderable);
    } else if (attribute == "uvt" || attribute == "uvTilingMode") {
        node.isTiled = value.text == "3";
    } else if (attribute == "ufe" || attribute == "useFrameExtension") {
        node.isSequence = mayaSwitch(value.text).value_or(false);
    } else if (node.isReference && (attribute == "fn" || attribute == "fileNames")) {
        // Behind the first stand the places where the file was before.
        if (hasRoom(node.name.size() + value.text.size())) {
            m_references.takePathOfNode(node.name, value.text);
        }
    } else if (node.isCacheFile && (attribute == "cp" || attribute == "cachePath")) {
        node.cachePath = value.text.substr(0, longestMayaText);
    } else if (node.isCacheFile && (attribute == "cn" || attribute == "cacheName")) {
        node.cacheName = value.text.substr(0, longestMayaText);
    }
}

void MayaReader::takePaths(Node &node, const MayaPathAttribute &attribute, MayaTokens &tokens)
{
    MayaToken token;
    bool isType = false;
    while (tokens.next(token)) {
        // Only strings behind the type are values; before those of a list stands their number.
        if (token.isFlag("type", "type")) {
            isType = true;
        } else if (isType) {
            isType = false;
        } else if (token.isString && token.text.size() <= longestMayaText &&
                   (!attribute.isPathOnlyWithSlash || token.text.find('/') != std::string::npos)) {
            addFile(m_text.decode(node.name), m_text.decode(trimmed(token.text)), attribute.type, Spread::One);
        }
    }
}

void MayaReader::leaveNode()
{
    if (m_node.isTiled || m_node.isSequence) {
        for (std::size_t i = m_node.firstFile; i < m_facts.files.size(); ++i) {
            m_facts.files[i].spread = m_node.isTiled ? Spread::Tiles : Spread::Sequence;
        }
    }
    if (!m_node.cacheName.empty()) {
        // A cache lies in many files beside the one that describes them.
        std::string path = m_node.cachePath;
        if (!path.empty() && path.back() != '/') {
            path += '/';
        }
        addFile(m_text.decode(m_node.name), m_text.decode(path + m_node.cacheName + ".xml"), SceneFileType::Cache,
                Spread::One);
    }
    m_node = {};
}

bool MayaReader::hasRoom(std::size_t bytes)
{
    if (m_bytes + bytes > mostBytes || m_facts.files.size() >= mostFiles) {
        if (!m_isFull) {
            m_facts.notes.push_back({SceneNotice::TooManyFiles, {{u"limit"_s, QString::number(m_facts.files.size())}}});
        }
        m_isFull = true;
        return false;
    }
    m_bytes += bytes;
    return true;
}

void MayaReader::addFile(const QString &node, const QString &path, SceneFileType type, Spread spread)
{
    // What comes with Maya is wherever Maya is.
    if (path.isEmpty() || path.startsWith("<MAYA_RESOURCES>"_L1)) {
        return;
    }
    const std::string key = char('a' + int(type)) + path.toStdString();
    if (m_files.contains(key) || !hasRoom(key.size() + std::size_t(node.size()))) {
        return;
    }
    m_files.insert(key);
    m_facts.files.push_back({node, path, type, spread});
}

void MayaReader::addReferences()
{
    for (const MayaReference &reference : m_references.all()) {
        addFile(m_text.decode(reference.node), m_text.decode(reference.path), SceneFileType::Reference, Spread::One);
        constexpr std::size_t mostNotes = 100;
        if (!reference.isLoaded && m_facts.notes.size() < mostNotes) {
            m_facts.notes.push_back({SceneNotice::ReferenceNotLoaded, {{u"path"_s, m_text.decode(reference.path)}}});
        }
    }
}

} // namespace kinframe::render
