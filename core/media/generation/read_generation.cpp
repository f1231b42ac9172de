// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/generation/read_generation.h"

#include "media/generation/a1111.h"
#include "media/generation/comfyui.h"
#include "media/generation/exact_json.h"
#include "media/generation/fooocus.h"
#include "media/generation/invokeai.h"
#include "media/generation/novelai.h"
#include "media/generation/source_texts.h"
#include "media/generation/text_bytes.h"
#include "media/generation/values.h"

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

/// What NovelAI writes into a comment has in one object what it writes into PNG as texts.
std::optional<Generation> readWrapped(const QJsonObject &object)
{
    SourceTexts texts;
    for (const QString &name : {u"Software"_s, u"Source"_s, u"Title"_s, u"Description"_s, u"Comment"_s}) {
        texts.add(name, object[name].toString());
    }
    return readNovelAi(texts);
}

std::optional<Generation> readParameters(SourceTexts &texts, QLatin1StringView name, TextOrigin origin)
{
    const QString text = texts.find(name);
    if (text.isEmpty() || isComfyUiTag(text)) {
        return std::nullopt;
    }
    if (!looksLikeJson(text)) {
        return readA1111(text, origin);
    }
    const auto object = exactJson(text);
    if (!object) {
        // A prompt may begin with a brace, too.
        auto generation = readA1111(text, TextOrigin::Comment);
        if (!generation) {
            texts.note(u"%1 is no JSON that can be read"_s.arg(name));
        }
        return generation;
    }
    auto generation = readFooocus(*object);
    if (generation) {
        generation->parameters = keptText(text);
        return generation;
    }
    return readWrapped(*object);
}

std::optional<Generation> readAnyParameters(SourceTexts &texts)
{
    if (auto generation = readParameters(texts, "parameters"_L1, TextOrigin::Parameters)) {
        return generation;
    }
    for (const auto name : {"UserComment"_L1, "ImageDescription"_L1, "Comment"_L1, "Description"_L1}) {
        if (auto generation = readParameters(texts, name, TextOrigin::Comment)) {
            return generation;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<Generation> readGeneration(SourceTexts &texts)
{
    if (texts.isEmpty()) {
        return std::nullopt;
    }
    if (auto generation = readInvokeAi(texts)) {
        return generation;
    }
    if (auto generation = readNovelAi(texts)) {
        return generation;
    }
    auto parameters = readAnyParameters(texts);
    const auto graphs = readComfyUi(texts);
    if (!parameters || !graphs) {
        return parameters ? parameters : graphs;
    }
    // Nodes that save with parameters know what their author meant by them; the graph has the rest.
    Generation both = completed(std::move(*parameters), *graphs);
    both.tool = graphs->tool;
    return both;
}

} // namespace kinframe::media
