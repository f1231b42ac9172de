// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How pictures were generated: the chunks of PNG, the comments of Exif, and the texts of all tools.
#include "fuzz/input.h"
#include "media/generation/exact_json.h"
#include "media/generation/png_texts.h"
#include "media/generation/read_generation.h"
#include "media/generation/source_texts.h"
#include "media/generation/text_bytes.h"

#include <QBuffer>

using namespace kinframe::media;
using kinframe::fuzz::Input;
using kinframe::fuzz::require;

namespace {

bool isClean(const QString &text, qsizetype mostBytes)
{
    return text.isValidUtf16() && !text.contains(QChar(0)) && text.toUtf8().size() <= mostBytes;
}

void checkGeneration(SourceTexts &texts)
{
    const auto generation = readGeneration(texts);
    if (!generation) {
        return;
    }
    constexpr qsizetype longestShown = 64 * 1024;
    constexpr qsizetype longestKept = 2 * 1024 * 1024;
    require(!generation->tool.isEmpty());
    for (const QString &text :
         {generation->tool, generation->toolVersion, generation->model, generation->modelHash, generation->prompt,
          generation->negativePrompt, generation->sampler, generation->scheduler}) {
        require(isClean(text, longestShown));
    }
    for (const QString &text : {generation->parameters, generation->promptJson, generation->workflow}) {
        require(isClean(text, longestKept));
    }
    require(generation->loras.size() <= 100);
    require(generation->steps.value_or(1) > 0 && generation->width.value_or(1) > 0);
    require(generation->denoise.value_or(0) >= 0 && generation->denoise.value_or(0) <= 1);
}

/// Half of the inputs begin as a PNG does, or hardly any would get past the first bytes.
void checkPng(Input &input)
{
    const QByteArray head = (input.byte() & 1) != 0 ? QByteArray("\x89PNG\r\n\x1a\n", 8) : QByteArray();
    QByteArray bytes = head + input.rest().toByteArray();
    QBuffer file(&bytes);
    require(file.open(QIODevice::ReadOnly));
    SourceTexts texts;
    addPngTexts(file, texts);
    checkGeneration(texts);
}

/// Names and texts, in lines; a text has its line feeds written as 0x1.
void checkTexts(Input &input)
{
    static const QStringList names{
        QStringLiteral("parameters"),     QStringLiteral("prompt"),           QStringLiteral("workflow"),
        QStringLiteral("UserComment"),    QStringLiteral("ImageDescription"), QStringLiteral("Make"),
        QStringLiteral("Model"),          QStringLiteral("Software"),         QStringLiteral("Source"),
        QStringLiteral("Comment"),        QStringLiteral("Description"),      QStringLiteral("invokeai_metadata"),
        QStringLiteral("invokeai_graph"), QStringLiteral("sd-metadata"),      QStringLiteral("Dream")};
    SourceTexts texts;
    while (!input.atEnd()) {
        const QString &name = names[input.byte() % names.size()];
        texts.add(name, QString::fromUtf8(input.line()).replace(QChar(1), QChar(u'\n')));
    }
    checkGeneration(texts);
}

void checkComment(Input &input)
{
    const QString text = userCommentText(input.rest());
    require(isClean(shownText(text), 64 * 1024));
    (void)modelName(text);
    (void)exactJson(text);
    SourceTexts texts;
    texts.add(QStringLiteral("UserComment"), text);
    checkGeneration(texts);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    Input input(data, size);
    switch (input.byte() % 3) {
    case 0:
        checkPng(input);
        break;
    case 1:
        checkTexts(input);
        break;
    default:
        checkComment(input);
        break;
    }
    return 0;
}
