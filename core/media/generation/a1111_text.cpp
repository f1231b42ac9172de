// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/generation/a1111_text.h"

#include "media/generation/text_bytes.h"

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

constexpr auto negativeMark = "Negative prompt:"_L1;
constexpr auto settingsMark = "Steps: "_L1;
/// Fewer, and it is a prompt with colons in it.
constexpr int leastFamiliar = 3;

struct Range
{
    qsizetype start = 0;
    qsizetype end = 0;
};

/// The line before the one that starts at `start`; nothing where that is the first.
std::optional<Range> lineBefore(QStringView text, qsizetype start)
{
    if (start <= 0) {
        return std::nullopt;
    }
    const qsizetype previous = start >= 2 ? text.lastIndexOf(u'\n', start - 2) : -1;
    return Range{previous + 1, start - 1};
}

bool startsSettings(QStringView line)
{
    const QStringView text = line.trimmed();
    return text.startsWith(settingsMark) && text.size() > settingsMark.size() && text[settingsMark.size()].isDigit();
}

/// Extensions write the templates of the prompts behind the settings.
qsizetype endOfSettings(QStringView text, qsizetype start)
{
    qsizetype end = text.size();
    for (const auto mark : {"\nTemplate:"_L1, "\nNegative Template:"_L1}) {
        const qsizetype found = text.indexOf(mark, start);
        end = found >= 0 && found < end ? found : end;
    }
    return end;
}

/// Where the settings start: with the last line that begins as they do, else with the last line if it looks like them,
/// else, where line ends were lost, within the last line. The text's end where there are none.
qsizetype startOfSettings(QStringView text)
{
    qsizetype start = text.size() + 1;
    while (const auto line = lineBefore(text, start)) {
        start = line->start;
        if (startsSettings(text.sliced(line->start, line->end - line->start))) {
            return line->start;
        }
    }
    const qsizetype last = text.lastIndexOf(u'\n') + 1;
    if (A1111Settings(text.sliced(last)).familiar() >= leastFamiliar) {
        const qsizetype within = text.lastIndexOf(QString(u' ' + settingsMark));
        return within > last ? within + 1 : last;
    }
    return text.size();
}

/// The first line that is marked as the negative prompt, as A1111 itself reads it; else, in one line only, the last
/// mark. The text's end where there is none.
qsizetype startOfNegative(QStringView text)
{
    qsizetype at = text.indexOf(negativeMark);
    for (; at > 0; at = text.indexOf(negativeMark, at + 1)) {
        qsizetype before = at - 1;
        while (before > 0 && text[before].isSpace() && text[before] != u'\n') {
            --before;
        }
        if (text[before] == u'\n') {
            break;
        }
    }
    if (at < 0 && !text.contains(u'\n')) {
        at = text.lastIndexOf(negativeMark);
    }
    return at < 0 ? text.size() : at;
}

} // namespace

A1111Text splitA1111(QStringView text)
{
    text = text.trimmed();
    const qsizetype settings = startOfSettings(text);
    const QStringView prompts = text.first(settings);
    const qsizetype negative = startOfNegative(prompts);
    A1111Text parts;
    parts.prompt = shownText(prompts.first(negative));
    if (negative < prompts.size()) {
        parts.negativePrompt = shownText(prompts.sliced(negative + negativeMark.size()));
    }
    if (settings < text.size()) {
        parts.settings = A1111Settings(text.sliced(settings, endOfSettings(text, settings) - settings));
    }
    return parts;
}

} // namespace kinframe::media
