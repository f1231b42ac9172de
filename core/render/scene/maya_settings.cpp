// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/maya_reader.h"

#include <QByteArray>

#include <cmath>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;
using Settings = std::array<std::optional<std::string>, mayaSettingCount>;
using enum MayaSetting;

/// Fields of the answer, as scene_info names them.
namespace field {
constexpr QLatin1String renderer("renderer");
constexpr QLatin1String startFrame("start_frame");
constexpr QLatin1String endFrame("end_frame");
constexpr QLatin1String frameStep("frame_step");
constexpr QLatin1String width("width");
constexpr QLatin1String height("height");
constexpr QLatin1String imageFormat("image_format");
constexpr QLatin1String renderCamera("render_camera");
constexpr QLatin1String camera("sampling.camera");
constexpr QLatin1String diffuse("sampling.diffuse");
constexpr QLatin1String specular("sampling.specular");
} // namespace field

/// What may stand in a file as a frame or a size; beyond it is nonsense.
constexpr double mostFrames = 1e9;
constexpr int mostPixels = 1'000'000;

std::optional<double> numberOf(const QString &text)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    return isNumber && std::abs(value) <= mostFrames ? std::optional(value) : std::nullopt;
}

std::optional<int> wholeNumberOf(const QString &text, int least, int most)
{
    const auto value = numberOf(text);
    return value && *value >= least && *value <= most ? std::optional(int(*value)) : std::nullopt;
}

/// RenderMan before its 22nd, which called itself so; `renderman` is what it is since.
bool isRis(const SceneFacts &facts)
{
    return facts.renderer == "renderManRIS"_L1;
}

class Applied
{
public:
    Applied(const Settings &settings, SceneFacts &facts)
        : m_settings(settings)
        , m_facts(facts)
    {
    }

    [[nodiscard]] QString text(MayaSetting setting) const
    {
        return QString::fromStdString(m_settings[std::size_t(setting)].value_or(std::string())).trimmed();
    }

    [[nodiscard]] std::optional<double> number(MayaSetting setting) const { return numberOf(text(setting)); }

    [[nodiscard]] std::optional<int> wholeNumber(MayaSetting setting, int least, int most) const
    {
        return wholeNumberOf(text(setting), least, most);
    }

    template <typename Value>
    Value said(QLatin1String name, const std::optional<Value> &value, Value usual)
    {
        if (value) {
            m_facts.saidByFile.insert(name);
        }
        return value.value_or(usual);
    }

    [[nodiscard]] std::optional<QString> format(const QString &name) const
    {
        return name.isEmpty() ? std::nullopt : std::optional(name.toLower());
    }

private:
    const Settings &m_settings;
    SceneFacts &m_facts;
};

/// The format that the render globals name: a number, or a plug-in's key.
std::optional<QString> globalFormat(const Applied &applied)
{
    constexpr int pluginFormats = 50;
    const auto number = applied.wholeNumber(ImageFormat, 0, 1000);
    if (!number) {
        return std::nullopt;
    }
    return applied.format(*number == pluginFormats || *number == pluginFormats + 1 ? applied.text(ImageFormatKey)
                                                                                   : mayaImageFormat(*number));
}

void applyFrames(Applied &applied, SceneFacts &facts)
{
    facts.startFrame = applied.said(field::startFrame, applied.number(StartFrame), 1.0);
    facts.endFrame = applied.said(field::endFrame, applied.number(EndFrame), 10.0);
    facts.frameStep = applied.said(field::frameStep, applied.number(FrameStep), 1.0);
    if (!mayaSwitch(applied.text(Animation).toStdString()).value_or(false)) {
        facts.notes.push_back({SceneNotice::AnimationOff});
    }
}

void applySize(Applied &applied, SceneFacts &facts)
{
    // V-Ray has a size of its own and leaves Maya's alone.
    const bool isVray = facts.renderer == "vray"_L1;
    auto width = applied.wholeNumber(isVray ? VrayWidth : Width, 1, mostPixels);
    auto height = applied.wholeNumber(isVray ? VrayHeight : Height, 1, mostPixels);
    if (isRis(facts)) {
        // So had RenderMan; -1 stood for Maya's.
        const QStringList own = applied.text(RisSize).split(u' ');
        const auto ownWidth = wholeNumberOf(own.value(0), 1, mostPixels);
        const auto ownHeight = wholeNumberOf(own.value(1), 1, mostPixels);
        width = ownWidth ? ownWidth : width;
        height = ownHeight ? ownHeight : height;
    }
    facts.width = applied.said(field::width, width, 640);
    facts.height = applied.said(field::height, height, 480);
}

void applyFormat(Applied &applied, SceneFacts &facts)
{
    if (facts.renderer == "vray"_L1) {
        // `exr (multichannel)` is one too.
        facts.imageFormat =
            applied.said(field::imageFormat, applied.format(applied.text(VrayFormat).section(u' ', 0, 0)), u"png"_s);
    } else if (facts.renderer == "redshift"_L1) {
        const auto number = applied.wholeNumber(RedshiftFormat, 0, 1000);
        facts.imageFormat = applied.said(field::imageFormat,
                                         applied.format(number ? redshiftImageFormat(*number) : QString()), u"exr"_s);
    } else if (facts.renderer == "arnold"_L1) {
        const auto driver = applied.format(applied.text(ArnoldFormat));
        facts.imageFormat = applied.said(field::imageFormat, driver ? driver : globalFormat(applied), u"exr"_s);
    } else if (facts.renderer.startsWith("renderman"_L1, Qt::CaseInsensitive)) {
        const QString driver = applied.text(isRis(facts) ? RisDisplay : RendermanDisplay);
        facts.imageFormat = applied.said(field::imageFormat, applied.format(rendermanImageFormat(driver)), u"exr"_s);
    } else {
        facts.imageFormat = applied.said(field::imageFormat, globalFormat(applied), u"iff"_s);
    }
}

void applySampling(Applied &applied, SceneFacts &facts)
{
    constexpr int mostSamples = 1'000'000;
    if (facts.renderer == "arnold"_L1) {
        // Arnold takes negative numbers for coarse previews.
        const auto samples = [&](QLatin1String name, MayaSetting setting, int usual) {
            return applied.said(name, applied.wholeNumber(setting, -mostSamples, mostSamples), usual);
        };
        facts.sampling.camera = samples(field::camera, ArnoldCameraSamples, 3);
        facts.sampling.diffuse = samples(field::diffuse, ArnoldDiffuseSamples, 2);
        facts.sampling.specular = samples(field::specular, ArnoldSpecularSamples, 2);
    } else if (facts.renderer == "appleseed"_L1) {
        facts.sampling.camera = applied.said(field::camera, applied.wholeNumber(AppleseedSamples, 1, mostSamples), 16);
    } else if (facts.renderer == "redshift"_L1 || facts.renderer == "renderman"_L1 || isRis(facts)) {
        const auto ofRenderman = isRis(facts) ? RisSamples : RendermanSamples;
        const auto setting = facts.renderer == "redshift"_L1 ? RedshiftSamples : ofRenderman;
        facts.sampling.camera = applied.wholeNumber(setting, 0, mostSamples);
        if (facts.sampling.camera) {
            facts.saidByFile.insert(field::camera);
        }
    }
}

/// The number behind a word of `playbackOptions -min 1 -max 24 …`.
std::optional<double> optionOf(const QStringList &words, QLatin1String shortName, QLatin1String longName)
{
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        if (words[i] == shortName || words[i] == longName) {
            bool isNumber = false;
            const double value = words[i + 1].toDouble(&isNumber);
            return isNumber && std::abs(value) <= mostFrames ? std::optional(value) : std::nullopt;
        }
    }
    return std::nullopt;
}

void applyPlayback(const Applied &applied, SceneFacts &facts)
{
    const QStringList words = applied.text(ScriptBefore).split(u' ', Qt::SkipEmptyParts);
    if (!words.startsWith(u"playbackOptions"_s)) {
        return;
    }
    const auto start = optionOf(words, "-min"_L1, "-minTime"_L1);
    const auto end = optionOf(words, "-max"_L1, "-maxTime"_L1);
    if (start && end) {
        facts.playback = FrameSpan{*start, *end};
    }
}

} // namespace

void applyMayaSettings(const std::array<std::optional<std::string>, mayaSettingCount> &settings, SceneFacts &facts)
{
    Applied applied(settings, facts);
    const QString renderer = applied.text(Renderer);
    facts.renderer =
        applied.said(field::renderer, renderer.isEmpty() ? std::nullopt : std::optional(renderer), u"mayaSoftware"_s);
    applyFrames(applied, facts);
    applySize(applied, facts);
    applyFormat(applied, facts);
    applySampling(applied, facts);
    applyPlayback(applied, facts);
    if (!facts.cameras.empty()) {
        facts.saidByFile.insert(field::renderCamera);
    }
}

} // namespace kinframe::render
