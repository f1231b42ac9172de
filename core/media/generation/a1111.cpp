// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/generation/a1111.h"

#include "media/generation/a1111_text.h"
#include "media/generation/exact_json.h"
#include "media/generation/loras.h"
#include "media/generation/text_bytes.h"
#include "media/generation/values.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

bool isForgeVersion(const QString &version)
{
    // Forge puts its own version, `f2.0.1`, before that of what it is a fork of.
    return version.size() > 1 && version[0] == u'f' && version[1].isDigit();
}

QString toolOf(const A1111Settings &settings)
{
    const QString app = settings.find("App"_L1);
    const QString version = settings.find("Version"_L1);
    if (!app.isEmpty()) {
        return shownText(app.left(100));
    }
    if (isForgeVersion(version)) {
        return u"Forge"_s;
    }
    if (version.startsWith("neo"_L1) || version == "classic"_L1) {
        return u"Forge "_s + (version == "classic"_L1 ? u"Classic"_s : u"Neo"_s);
    }
    for (const QString &name : {u"ComfyUI"_s, u"Fooocus"_s}) {
        if (version.startsWith(name)) {
            return name;
        }
    }
    return version.isEmpty() && !settings.find("Civitai resources"_L1).isEmpty() ? u"Civitai"_s : u"AUTOMATIC1111"_s;
}

void addSize(Generation &generation, QStringView size)
{
    if (const qsizetype cross = size.indexOf(u'x'); cross > 0) {
        generation.width = parsedCount(size.first(cross), mostPixels);
        generation.height = parsedCount(size.sliced(cross + 1), mostPixels);
    }
}

/// `{"model": "879db523c3", "lora:add_detail": "7c6bad76eb"}`
void addHashes(Generation &generation, const QString &hashes)
{
    const auto object = exactJson(hashes);
    if (!object) {
        return;
    }
    for (auto entry = object->begin(); entry != object->end(); ++entry) {
        const QString hash = wordOf(entry.value());
        if (entry.key() == "model"_L1 && generation.modelHash.isEmpty()) {
            generation.modelHash = hash;
        } else if (entry.key().startsWith("lora:"_L1, Qt::CaseInsensitive)) {
            addLora(generation.loras, {modelName(QStringView(entry.key()).sliced(5)), {}, hash});
        }
    }
}

/// What Civitai's generator writes in place of a model: `[{"type":"checkpoint","modelName":"SD XL",…},…]`.
void addResources(Generation &generation, const QString &resources)
{
    const auto object = exactJson(QString(u"{\"all\":"_s + resources + u'}'));
    if (!object) {
        return;
    }
    for (const QJsonValue resource : object->value("all"_L1).toArray()) {
        const QString name = wordOf(resource["modelName"_L1]);
        const QString type = resource["type"_L1].toString();
        if (type == "checkpoint"_L1 && generation.model.isEmpty()) {
            generation.model = name;
        } else if (type == "lora"_L1 || type == "lycoris"_L1) {
            addLora(generation.loras, {name, numberOf(resource["weight"_L1]), {}});
        }
    }
}

void addSettings(Generation &generation, const A1111Settings &settings)
{
    generation.toolVersion = shownText(settings.find("Version"_L1).left(200));
    generation.model = modelName(settings.find("Model"_L1));
    // Some nodes write an object in its place.
    if (const QString hash = settings.find("Model hash"_L1); !hash.startsWith(u'{')) {
        generation.modelHash = shownText(hash.left(200));
    }
    generation.seed = parsedSeed(settings.find("Seed"_L1));
    generation.steps = parsedCount(settings.find("Steps"_L1), mostSteps);
    generation.cfgScale = parsedNumber(settings.find("CFG scale"_L1));
    generation.sampler = shownText(settings.find("Sampler"_L1).left(200));
    generation.scheduler = shownText(settings.find("Schedule type"_L1).left(200));
    if (generation.scheduler.isEmpty()) {
        generation.scheduler = shownText(settings.find("Scheduler"_L1).left(200));
    }
    generation.denoise = fractionOf(parsedNumber(settings.find("Denoising strength"_L1)));
    generation.clipSkip = parsedCount(settings.find("Clip skip"_L1), mostClipSkip);
    addSize(generation, settings.find("Size"_L1));
    addLoraWeights(generation.loras, settings.find("Lora weights"_L1));
    addLoraHashes(generation.loras, settings.find("Lora hashes"_L1));
    addHashes(generation, settings.find("Hashes"_L1));
    addResources(generation, settings.find("Civitai resources"_L1));
}

} // namespace

std::optional<Generation> readA1111(const QString &text, TextOrigin origin)
{
    const A1111Text parts = splitA1111(text);
    const bool isSure = parts.settings.familiar() > 1;
    const bool isEmpty = parts.prompt.isEmpty() && parts.negativePrompt.isEmpty();
    if (!isSure && (origin == TextOrigin::Comment || isEmpty)) {
        return std::nullopt;
    }
    Generation generation;
    generation.tool = toolOf(parts.settings);
    generation.prompt = parts.prompt;
    generation.negativePrompt = parts.negativePrompt;
    if (generation.tool == "Fooocus"_L1) {
        // Its prompt is what the styles made of it; beside it stands what the person wrote.
        const QString written = shownText(parts.settings.find("Raw prompt"_L1));
        generation.prompt = written.isEmpty() ? parts.prompt : written;
        generation.negativePrompt = shownText(parts.settings.find("Raw negative prompt"_L1));
    }
    addLorasOfPrompt(generation.loras, generation.prompt);
    addSettings(generation, parts.settings);
    generation.parameters = keptText(text);
    return generation;
}

} // namespace kinframe::media
