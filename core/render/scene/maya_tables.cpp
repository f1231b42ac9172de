// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/maya_tables.h"

#include <array>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;
using enum SceneFileType;

constexpr std::array pathAttributes{
    MayaPathAttribute{"file", "ftn", "fileTextureName", Texture},
    MayaPathAttribute{"psdFileTex", "ftn", "fileTextureName", Texture},
    MayaPathAttribute{"movie", "ftn", "fileTextureName", Texture},
    MayaPathAttribute{"mentalrayTexture", "ftn", "fileTextureName", Texture},
    MayaPathAttribute{"mentalrayIblShape", "tx", "texture", Texture},
    MayaPathAttribute{"imagePlane", "imn", "imageName", Texture},
    MayaPathAttribute{"audio", "f", "filename", Audio},
    MayaPathAttribute{"gpuCache", "cfn", "cacheFileName", Cache},
    MayaPathAttribute{"AlembicNode", "fn", "abc_File", Cache},
    MayaPathAttribute{"AlembicNode", "fns", "abc_layerFiles", Cache},
    MayaPathAttribute{"substanceNode", "package", "package", Other},
    MayaPathAttribute{"aiImage", "filename", "filename", Texture},
    MayaPathAttribute{"aiStandIn", "dso", "dso", Proxy},
    MayaPathAttribute{"aiVolume", "filename", "filename", Cache},
    MayaPathAttribute{"aiPhotometricLight", "ai_filename", "aiFilename", Other},
    MayaPathAttribute{"VRayMesh", "fn", "fileName", Proxy},
    MayaPathAttribute{"VRayMesh", "fn2", "fileName2", Proxy},
    MayaPathAttribute{"RedshiftProxyMesh", "fn", "fileName", Proxy},
    MayaPathAttribute{"RedshiftDomeLight", "tex0", "tex0", Texture},
    MayaPathAttribute{"RedshiftDomeLight", "tex1", "tex1", Texture},
    MayaPathAttribute{"RedshiftNormalMap", "tex0", "tex0", Texture},
    MayaPathAttribute{"RedshiftIESLight", "profile", "profile", Other},
    MayaPathAttribute{"PxrTexture", "filename", "filename", Texture},
    MayaPathAttribute{"PxrNormalMap", "filename", "filename", Texture},
    MayaPathAttribute{"PxrBump", "filename", "filename", Texture},
    MayaPathAttribute{"PxrPtexture", "filename", "filename", Texture},
    MayaPathAttribute{"Pxr*Light", "lightColorMap", "lightColorMap", Texture},
    MayaPathAttribute{"Pxr*Light", "iesProfile", "iesProfile", Other},
    MayaPathAttribute{"RenderMan*Shader*", "sn", "shadername", Other, true},
    MayaPathAttribute{"pgYetiMaya", "cfn", "cacheFileName", Cache},
    MayaPathAttribute{"xgmPalette", "xfn", "xgFileName", Other},
    MayaPathAttribute{"mayaUsdProxyShape", "fp", "filePath", Reference},
    MayaPathAttribute{"pxrUsdProxyShape", "fp", "filePath", Reference},
    MayaPathAttribute{"pxrUsdReferenceAssembly", "fp", "filePath", Reference},
};

/// Up to two stars, each for any characters.
bool fits(std::string_view pattern, std::string_view type)
{
    const std::size_t star = pattern.find('*');
    if (star == std::string_view::npos) {
        return pattern == type;
    }
    if (type.substr(0, star) != pattern.substr(0, star)) {
        return false;
    }
    const std::string_view rest = pattern.substr(star + 1);
    for (std::size_t at = star; at <= type.size(); ++at) {
        if (fits(rest, type.substr(at))) {
            return true;
        }
    }
    return false;
}

using Attributes = std::vector<const MayaPathAttribute *>;

Attributes attributesOf(std::string_view type)
{
    Attributes found;
    for (const MayaPathAttribute &attribute : pathAttributes) {
        if (fits(attribute.node, type)) {
            found.push_back(&attribute);
        }
    }
    return found;
}

/// Those of types that are named in full. Types that a pattern fits are kept once they were asked for, as many as there
/// can be of sense.
class AttributeIndex
{
public:
    AttributeIndex()
    {
        for (const MayaPathAttribute &attribute : pathAttributes) {
            if (attribute.node.find('*') == std::string_view::npos) {
                m_named.try_emplace(std::string(attribute.node), attributesOf(attribute.node));
            }
        }
    }

    std::span<const MayaPathAttribute *const> of(std::string_view type)
    {
        if (const auto found = m_named.find(std::string(type)); found != m_named.end()) {
            return found->second;
        }
        if (type.substr(0, 3) != "Pxr" && type.substr(0, 9) != "RenderMan") {
            return {};
        }
        constexpr std::size_t mostPatterned = 1000;
        const std::scoped_lock lock(m_mutex);
        if (const auto found = m_patterned.find(std::string(type)); found != m_patterned.end()) {
            return found->second;
        }
        if (m_patterned.size() == mostPatterned) {
            return {};
        }
        return m_patterned.try_emplace(std::string(type), attributesOf(type)).first->second;
    }

private:
    std::unordered_map<std::string, Attributes> m_named;
    std::mutex m_mutex;
    std::unordered_map<std::string, Attributes> m_patterned;
};

struct SettingNode
{
    std::string_view type;
    std::string_view name; ///< by which it can be selected
    bool isOnlyOfName;     ///< others of its type say something else
};

constexpr std::array settingNodes{
    SettingNode{"renderGlobals", "defaultRenderGlobals", true},
    SettingNode{"resolution", "defaultResolution", true},
    SettingNode{"VRaySettingsNode", "vraySettings", false},
    SettingNode{"RedshiftOptions", "redshiftOptions", false},
    SettingNode{"aiOptions", "defaultArnoldRenderOptions", true},
    SettingNode{"aiAOVDriver", "defaultArnoldDriver", true},
    SettingNode{"rmanGlobals", "rmanGlobals", false},
    // Before its 22nd RenderMan had nodes of one type for all that it sets, previews included.
    SettingNode{"RenderMan", "renderManRISGlobals", true},
    SettingNode{"RenderMan", "rmanFinalOutputGlobals0", true},
    SettingNode{"appleseedRenderGlobals", "appleseedRenderGlobals", false},
    SettingNode{"script", "sceneConfigurationScriptNode", true},
};

struct SettingAttribute
{
    std::string_view node;
    std::string_view shortName;
    std::string_view longName;
    MayaSetting setting;
};

constexpr std::array settingAttributes{
    SettingAttribute{"renderGlobals", "ren", "currentRenderer", MayaSetting::Renderer},
    SettingAttribute{"renderGlobals", "an", "animation", MayaSetting::Animation},
    SettingAttribute{"renderGlobals", "fs", "startFrame", MayaSetting::StartFrame},
    SettingAttribute{"renderGlobals", "ef", "endFrame", MayaSetting::EndFrame},
    SettingAttribute{"renderGlobals", "bfs", "byFrameStep", MayaSetting::FrameStep},
    SettingAttribute{"renderGlobals", "outf", "imageFormat", MayaSetting::ImageFormat},
    SettingAttribute{"renderGlobals", "imfkey", "imfPluginKey", MayaSetting::ImageFormatKey},
    SettingAttribute{"resolution", "w", "width", MayaSetting::Width},
    SettingAttribute{"resolution", "h", "height", MayaSetting::Height},
    SettingAttribute{"VRaySettingsNode", "wi", "width", MayaSetting::VrayWidth},
    SettingAttribute{"VRaySettingsNode", "he", "height", MayaSetting::VrayHeight},
    SettingAttribute{"VRaySettingsNode", "imgfs", "imageFormatStr", MayaSetting::VrayFormat},
    SettingAttribute{"RedshiftOptions", "imageFormat", "imageFormat", MayaSetting::RedshiftFormat},
    SettingAttribute{"RedshiftOptions", "unifiedMaxSamples", "unifiedMaxSamples", MayaSetting::RedshiftSamples},
    SettingAttribute{"aiOptions", "AA_samples", "AASamples", MayaSetting::ArnoldCameraSamples},
    SettingAttribute{"aiOptions", "GI_diffuse_samples", "GIDiffuseSamples", MayaSetting::ArnoldDiffuseSamples},
    SettingAttribute{"aiOptions", "GI_specular_samples", "GISpecularSamples", MayaSetting::ArnoldSpecularSamples},
    SettingAttribute{"aiAOVDriver", "ai_translator", "aiTranslator", MayaSetting::ArnoldFormat},
    SettingAttribute{"rmanGlobals", "hider_maxSamples", "hider_maxSamples", MayaSetting::RendermanSamples},
    SettingAttribute{"RenderMan", "rman__riopt__Format_resolution", "rman__riopt__Format_resolution",
                     MayaSetting::RisSize},
    SettingAttribute{"RenderMan", "rman__riopt__Hider_maxsamples", "rman__riopt__Hider_maxsamples",
                     MayaSetting::RisSamples},
    SettingAttribute{"RenderMan", "rman__riopt__Display_type", "rman__riopt__Display_type", MayaSetting::RisDisplay},
    SettingAttribute{"appleseedRenderGlobals", "samples", "samples", MayaSetting::AppleseedSamples},
    SettingAttribute{"script", "b", "before", MayaSetting::ScriptBefore},
};

struct ImageFormat
{
    int number;
    QLatin1String name;
};

constexpr std::array imageFormats{
    ImageFormat{0, "gif"_L1},  ImageFormat{1, "pic"_L1},  ImageFormat{2, "rla"_L1},  ImageFormat{3, "tif"_L1},
    ImageFormat{4, "tif"_L1},  ImageFormat{5, "sgi"_L1},  ImageFormat{6, "als"_L1},  ImageFormat{7, "iff"_L1},
    ImageFormat{8, "jpg"_L1},  ImageFormat{9, "eps"_L1},  ImageFormat{10, "iff"_L1}, ImageFormat{13, "sgi"_L1},
    ImageFormat{19, "tga"_L1}, ImageFormat{20, "bmp"_L1}, ImageFormat{31, "psd"_L1}, ImageFormat{32, "png"_L1},
    ImageFormat{35, "dds"_L1}, ImageFormat{36, "psd"_L1},
};
constexpr std::array redshiftFormats{
    ImageFormat{0, "iff"_L1}, ImageFormat{1, "exr"_L1}, ImageFormat{2, "png"_L1},
    ImageFormat{3, "tga"_L1}, ImageFormat{4, "jpg"_L1}, ImageFormat{5, "tif"_L1},
};

struct DisplayFormat
{
    QLatin1String driver;
    QLatin1String name;
};

constexpr std::array displayFormats{
    DisplayFormat{"openexr"_L1, "exr"_L1}, DisplayFormat{"deepexr"_L1, "exr"_L1}, DisplayFormat{"png"_L1, "png"_L1},
    DisplayFormat{"tiff"_L1, "tif"_L1},    DisplayFormat{"targa"_L1, "tga"_L1},   DisplayFormat{"texture"_L1, "tex"_L1},
};

template <typename Formats>
QString formatIn(const Formats &formats, int number)
{
    for (const ImageFormat &format : formats) {
        if (format.number == number) {
            return format.name;
        }
    }
    return {};
}

struct TimeUnit
{
    std::string_view name;
    double framesPerSecond;
};

constexpr std::array timeUnits{
    TimeUnit{"game", 15}, TimeUnit{"film", 24}, TimeUnit{"pal", 25},   TimeUnit{"ntsc", 30},
    TimeUnit{"show", 48}, TimeUnit{"palf", 50}, TimeUnit{"ntscf", 60},
};

} // namespace

std::span<const MayaPathAttribute *const> mayaPathAttributes(std::string_view nodeType)
{
    static AttributeIndex index;
    return index.of(nodeType);
}

std::string_view mayaSettingNode(std::string_view type, std::string_view name)
{
    for (const SettingNode &node : settingNodes) {
        const bool isNamed = node.name == name;
        if (type.empty() ? isNamed : node.type == type && (isNamed || !node.isOnlyOfName)) {
            return node.type;
        }
    }
    return {};
}

std::optional<MayaSetting> mayaSetting(std::string_view node, std::string_view attribute)
{
    for (const SettingAttribute &row : settingAttributes) {
        if (row.node == node && (row.shortName == attribute || row.longName == attribute)) {
            return row.setting;
        }
    }
    return std::nullopt;
}

QString mayaImageFormat(int number)
{
    return formatIn(imageFormats, number);
}

QString redshiftImageFormat(int number)
{
    return formatIn(redshiftFormats, number);
}

QString rendermanImageFormat(const QString &driver)
{
    for (const DisplayFormat &format : displayFormats) {
        if (format.driver == driver) {
            return format.name;
        }
    }
    return {};
}

std::optional<double> mayaFramesPerSecond(std::string_view unit)
{
    for (const TimeUnit &known : timeUnits) {
        if (known.name == unit) {
            return known.framesPerSecond;
        }
    }
    // `29.97fps`: GCC 12 reads doubles here, libc++ does not yet, so without from_chars.
    constexpr std::string_view ending = "fps";
    if (unit.size() <= ending.size() || unit.substr(unit.size() - ending.size()) != ending) {
        return std::nullopt;
    }
    bool isNumber = false;
    const std::string_view number = unit.substr(0, unit.size() - ending.size());
    const double value = QString::fromLatin1(number.data(), qsizetype(number.size())).toDouble(&isNumber);
    return isNumber && value > 0 && value < 1e6 ? std::optional(value) : std::nullopt;
}

} // namespace kinframe::render
