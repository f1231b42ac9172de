// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/generation/invokeai_parts.h"

#include "media/generation/text_bytes.h"
#include "media/generation/values.h"

#include <QJsonArray>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

/// What stands in square brackets was the negative prompt then, `a castle [fog] at night [rain]`.
void addPrompt(Generation &generation, const QString &text)
{
    QString prompt;
    QStringList negative;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype open = text.indexOf(u'[', at);
        const qsizetype close = open < 0 ? -1 : text.indexOf(u']', open);
        if (close < 0) {
            break;
        }
        prompt += QStringView(text).sliced(at, open - at);
        negative.append(text.sliced(open + 1, close - open - 1).trimmed());
        at = close + 1;
    }
    prompt += QStringView(text).sliced(at);
    generation.prompt = shownText(prompt);
    generation.negativePrompt = shownText(negative.join(u", "_s));
}

/// The prompt in quotes, with `\"` for a quote in it; what follows goes to `options`.
QString quotedPrompt(const QString &command, QStringView &options)
{
    if (!command.startsWith(u'"')) {
        const qsizetype end = command.indexOf(" -s"_L1);
        options = QStringView(command).sliced(end < 0 ? command.size() : end);
        return command.first(command.size() - options.size());
    }
    QString prompt;
    qsizetype at = 1;
    for (; at < command.size() && command[at] != u'"'; ++at) {
        if (command[at] == u'\\' && at + 1 < command.size()) {
            ++at;
        }
        prompt += command[at];
    }
    options = QStringView(command).sliced(std::min(at + 1, command.size()));
    return prompt;
}

} // namespace

Generation invokeSdMetadata(const QJsonObject &metadata)
{
    const QJsonValue image = metadata["image"_L1];
    const QJsonValue prompt = image["prompt"_L1];
    Generation generation;
    generation.toolVersion = wordOf(metadata["app_version"_L1]);
    generation.model = modelName(wordOf(metadata["model_weights"_L1]));
    generation.modelHash = wordOf(metadata["model_hash"_L1]);
    addPrompt(generation, wordOf(prompt.isArray() ? prompt.toArray().at(0)["prompt"_L1] : prompt));
    generation.seed = seedOf(image["seed"_L1]);
    generation.steps = countOf(image["steps"_L1], mostSteps);
    generation.cfgScale = scaleOf(image["cfg_scale"_L1]);
    generation.sampler = wordOf(image["sampler"_L1]);
    generation.denoise = fractionOf(numberOf(image["strength"_L1]));
    generation.width = countOf(image["width"_L1], mostPixels);
    generation.height = countOf(image["height"_L1], mostPixels);
    return generation;
}

Generation invokeDream(const QString &command)
{
    constexpr qsizetype mostOptions = 100;
    QStringView options;
    Generation generation;
    addPrompt(generation, quotedPrompt(command, options));
    const QStringList words = options.left(4096).toString().simplified().split(u' ');
    for (qsizetype i = 0; i + 1 < std::min(words.size(), mostOptions); ++i) {
        // `-s 50` and, in some versions, `-s50`.
        const QString &word = words[i];
        if (word.size() < 2 || word[0] != u'-') {
            continue;
        }
        const QString value = word.size() > 2 ? word.sliced(2) : words[i + 1];
        switch (word[1].unicode()) {
        case u's':
            generation.steps = parsedCount(value, mostSteps);
            break;
        case u'S':
            generation.seed = parsedSeed(value);
            break;
        case u'W':
            generation.width = parsedCount(value, mostPixels);
            break;
        case u'H':
            generation.height = parsedCount(value, mostPixels);
            break;
        case u'C':
            generation.cfgScale = parsedNumber(value);
            break;
        case u'A':
            generation.sampler = shownText(value);
            break;
        case u'f':
            generation.denoise = fractionOf(parsedNumber(value));
            break;
        default:
            break;
        }
    }
    return generation;
}

} // namespace kinframe::media
