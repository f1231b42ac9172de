// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/generation/loras.h"

#include "media/generation/text_bytes.h"
#include "media/generation/values.h"

#include <QStringTokenizer>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

/// Of `0.8`, `0.8:0.5` and `te=0.5:unet=0.8`; 1 where it is not said.
std::optional<double> weightOf(QStringView text)
{
    constexpr auto unet = "unet="_L1;
    if (const qsizetype at = text.indexOf(unet); at >= 0) {
        text = text.sliced(at + unet.size());
    }
    const qsizetype end = text.indexOf(u':');
    return text.isEmpty() ? std::optional(1.0) : parsedNumber(end < 0 ? text : text.first(end));
}

void addTag(std::vector<GenerationLora> &loras, QStringView tag)
{
    const qsizetype afterKind = tag.indexOf(u':');
    const QStringView kind = tag.first(std::max<qsizetype>(afterKind, 0));
    if (kind != "lora"_L1 && kind != "lyco"_L1 && kind != "lycoris"_L1) {
        return;
    }
    const QStringView rest = tag.sliced(afterKind + 1);
    const qsizetype afterName = rest.indexOf(u':');
    const QStringView name = afterName < 0 ? rest : rest.first(afterName);
    addLora(loras, {modelName(name), weightOf(afterName < 0 ? QStringView() : rest.sliced(afterName + 1)), {}});
}

/// Calls `add` with the name and what stands behind it, for each of at most 100 entries.
template <typename Add>
void forEachEntry(QStringView list, Add add)
{
    int count = 0;
    for (const QStringView entry : QStringTokenizer(list, u',', Qt::SkipEmptyParts)) {
        const qsizetype colon = entry.indexOf(": "_L1);
        if (colon > 0 && ++count <= 100) {
            add(modelName(entry.first(colon).trimmed()), entry.sliced(colon + 2).trimmed());
        }
    }
}

} // namespace

void addLorasOfPrompt(std::vector<GenerationLora> &loras, QStringView prompt)
{
    constexpr qsizetype longestTag = 300;
    for (qsizetype start = prompt.indexOf(u'<'); start >= 0; start = prompt.indexOf(u'<', start + 1)) {
        const QStringView rest = prompt.sliced(start + 1).left(longestTag);
        if (const qsizetype end = rest.indexOf(u'>'); end > 0) {
            addTag(loras, rest.first(end));
        }
    }
}

void addLoraHashes(std::vector<GenerationLora> &loras, QStringView list)
{
    forEachEntry(list, [&loras](const QString &name, QStringView value) {
        const qsizetype colon = value.indexOf(": "_L1);
        const QStringView hash = colon < 0 ? value : value.first(colon);
        const auto weight = colon < 0 ? std::nullopt : parsedNumber(value.sliced(colon + 2));
        addLora(loras, {name, weight, shownText(hash)});
    });
}

void addLoraWeights(std::vector<GenerationLora> &loras, QStringView list)
{
    forEachEntry(list, [&loras](const QString &name, QStringView value) {
        addLora(loras, {name, parsedNumber(value), {}});
    });
}

} // namespace kinframe::media
