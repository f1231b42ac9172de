// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/generation/fooocus.h"

#include "media/generation/text_bytes.h"
#include "media/generation/values.h"

#include <QJsonArray>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

constexpr int mostLoras = 32;

/// Knows the names of today and the labels of before.
class Fields
{
public:
    explicit Fields(const QJsonObject &object)
        : m_object(object)
    {
    }

    [[nodiscard]] QJsonValue value(QLatin1StringView name, QLatin1StringView label = {}) const
    {
        const QJsonValue value = m_object.value(name);
        return value.isUndefined() && !label.isEmpty() ? m_object.value(label) : value;
    }
    [[nodiscard]] QString text(QLatin1StringView name, QLatin1StringView label = {}) const
    {
        return wordOf(value(name, label));
    }

private:
    const QJsonObject &m_object;
};

QString joined(const QJsonValue &texts)
{
    QStringList parts;
    for (const QJsonValue text : texts.toArray()) {
        parts.append(text.toString());
    }
    return shownText(parts.join(u'\n'));
}

/// `(1152, 896)`
void addSize(Generation &generation, QString resolution)
{
    const QStringList sides = resolution.remove(u'(').remove(u')').split(u',');
    if (sides.size() == 2) {
        generation.width = parsedCount(sides[0], mostPixels);
        generation.height = parsedCount(sides[1], mostPixels);
    }
}

/// `add_detail.safetensors : 0.5`, since later with `True : ` before it.
void addCombined(Generation &generation, const QString &text)
{
    const QStringList parts = text.split(u" : "_s);
    if (parts.size() < 2 || (parts.size() == 3 && parts[0] != "True"_L1)) {
        return;
    }
    addLora(generation.loras, {modelName(parts[parts.size() - 2]), parsedNumber(parts.last()), {}});
}

void addLoras(Generation &generation, const Fields &fields)
{
    for (const QJsonValue lora : fields.value("loras"_L1).toArray()) {
        addLora(generation.loras, {modelName(lora[0].toString()), numberOf(lora[1]), wordOf(lora[2])});
    }
    for (int i = 1; i <= mostLoras; ++i) {
        const QString name = u"lora_combined_%1"_s.arg(i);
        const QString label = u"LoRA %1"_s.arg(i);
        addCombined(generation, fields.text(QLatin1StringView(name.toLatin1()), QLatin1StringView(label.toLatin1())));
    }
}

bool isFooocus(const QJsonObject &object, const Fields &fields)
{
    return fields.text("metadata_scheme"_L1, "Metadata Scheme"_L1) == "fooocus"_L1 ||
           fields.text("version"_L1, "Version"_L1).contains("Fooocus"_L1) ||
           fields.text("software"_L1).contains("Fooocus"_L1) ||
           (object.contains("base_model"_L1) && object.contains("performance"_L1)) ||
           (object.contains("Base Model"_L1) && object.contains("Performance"_L1));
}

} // namespace

std::optional<Generation> readFooocus(const QJsonObject &object)
{
    const Fields fields(object);
    if (!isFooocus(object, fields)) {
        return std::nullopt;
    }
    Generation generation;
    generation.tool = u"Fooocus"_s;
    generation.toolVersion = fields.text("version"_L1, "Version"_L1);
    generation.model = modelName(fields.text("base_model"_L1, "Base Model"_L1));
    generation.modelHash = fields.text("base_model_hash"_L1);
    generation.prompt = fields.text("prompt"_L1, "Prompt"_L1);
    if (generation.prompt.isEmpty()) {
        generation.prompt = joined(fields.value("full_prompt"_L1));
    }
    generation.negativePrompt = fields.text("negative_prompt"_L1, "Negative Prompt"_L1);
    generation.seed = seedOf(fields.value("seed"_L1, "Seed"_L1));
    generation.steps = countOf(fields.value("steps"_L1, "Steps"_L1), mostSteps);
    generation.cfgScale = scaleOf(fields.value("guidance_scale"_L1, "Guidance Scale"_L1));
    generation.sampler = fields.text("sampler"_L1, "Sampler"_L1);
    generation.scheduler = fields.text("scheduler"_L1, "Scheduler"_L1);
    generation.clipSkip = countOf(fields.value("clip_skip"_L1, "CLIP Skip"_L1), mostClipSkip);
    addSize(generation, fields.text("resolution"_L1, "Resolution"_L1));
    addLoras(generation, fields);
    return generation;
}

} // namespace kinframe::media
