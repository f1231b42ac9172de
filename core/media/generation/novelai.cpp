// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/generation/novelai.h"

#include "media/generation/exact_json.h"
#include "media/generation/source_texts.h"
#include "media/generation/text_bytes.h"
#include "media/generation/values.h"

#include <QJsonArray>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

/// Since its fourth model: a prompt for the picture, and one for each character in it.
QString structuredPrompt(const QJsonValue &prompt)
{
    const QJsonValue caption = prompt["caption"_L1];
    QStringList parts{wordOf(caption["base_caption"_L1])};
    for (const QJsonValue character : caption["char_captions"_L1].toArray()) {
        parts.append(wordOf(character["char_caption"_L1]));
    }
    parts.removeAll(QString());
    return shownText(parts.join(u'\n'));
}

QString firstOf(std::initializer_list<QString> texts)
{
    const auto *found = std::ranges::find_if(texts, [](const QString &text) { return !text.isEmpty(); });
    return found == texts.end() ? QString() : *found;
}

/// `Stable Diffusion XL C1E1DE52`: the model, and what tells its versions apart.
void addModel(Generation &generation, const QString &source)
{
    constexpr qsizetype hashSize = 8;
    const QString model = shownText(source);
    const QString last = model.section(u' ', -1);
    const bool isHash = last.size() == hashSize && last.size() < model.size() &&
                        std::ranges::all_of(last, [](QChar c) { return c.isDigit() || (c >= u'A' && c <= u'F'); });
    generation.modelHash = isHash ? last : QString();
    generation.model = isHash ? model.chopped(hashSize + 1) : model;
}

void addComment(Generation &generation, const QJsonObject &comment)
{
    generation.prompt = firstOf({structuredPrompt(comment["v4_prompt"_L1]), wordOf(comment["prompt"_L1])});
    generation.negativePrompt = firstOf({structuredPrompt(comment["v4_negative_prompt"_L1]), wordOf(comment["uc"_L1])});
    generation.seed = seedOf(comment["seed"_L1]);
    generation.steps = countOf(comment["steps"_L1], mostSteps);
    generation.cfgScale = scaleOf(comment["scale"_L1]);
    generation.sampler = wordOf(comment["sampler"_L1]);
    generation.scheduler = wordOf(comment["noise_schedule"_L1]);
    generation.denoise = fractionOf(numberOf(comment["strength"_L1]));
    generation.width = countOf(comment["width"_L1], mostPixels);
    generation.height = countOf(comment["height"_L1], mostPixels);
}

} // namespace

std::optional<Generation> readNovelAi(const SourceTexts &texts)
{
    const QString source = texts.find("Source"_L1);
    const bool isNovelAi = texts.find("Software"_L1).startsWith("NovelAI"_L1) ||
                           texts.find("Title"_L1).startsWith("NovelAI"_L1) || source.startsWith("NovelAI"_L1);
    const QString comment = texts.find("Comment"_L1);
    const auto object = exactJson(comment);
    if (!isNovelAi || (!object && texts.find("Description"_L1).isEmpty())) {
        return std::nullopt;
    }
    Generation generation;
    generation.tool = u"NovelAI"_s;
    addModel(generation, source);
    addComment(generation, object.value_or(QJsonObject()));
    if (generation.prompt.isEmpty()) {
        generation.prompt = shownText(texts.find("Description"_L1));
    }
    generation.parameters = keptText(comment);
    return generation;
}

} // namespace kinframe::media
