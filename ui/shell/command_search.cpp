// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_search.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace kinframe::ui {
namespace {

constexpr int noMatch = -1;
constexpr int forTheWhole = 100;
constexpr int forWordStart = 8;
constexpr int forFollowing = 5;
constexpr int forAnywhere = 1;

bool isWordStart(QStringView text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

/// Where the text goes on with the letter, the start of a word first where there is one.
qsizetype placeOf(QChar letter, QStringView text, qsizetype from)
{
    // The letter right after the last one continues a word that is being typed.
    if (from > 0 && from < text.size() && text[from].toLower() == letter) {
        return from;
    }
    qsizetype first = -1;
    for (qsizetype at = from; at < text.size(); ++at) {
        if (text[at].toLower() == letter) {
            if (isWordStart(text, at)) {
                return at;
            }
            first = first < 0 ? at : first;
        }
    }
    return first;
}

int scoreOfLetters(QStringView query, QStringView text)
{
    int score = 0;
    qsizetype next = 0;
    for (const QChar letter : query) {
        if (letter.isSpace()) {
            continue;
        }
        const qsizetype at = placeOf(letter.toLower(), text, next);
        if (at < 0) {
            return noMatch;
        }
        score += at == next && next > 0 ? forFollowing : isWordStart(text, at) ? forWordStart : forAnywhere;
        next = at + 1;
    }
    return score;
}

} // namespace

int CommandSearch::scoreOf(QStringView query, QStringView text)
{
    const QStringView wanted = query.trimmed();
    if (wanted.isEmpty()) {
        return 0;
    }
    const qsizetype whole = text.indexOf(wanted, 0, Qt::CaseInsensitive);
    if (whole >= 0) {
        return forTheWhole * (isWordStart(text, whole) ? 2 : 1) - int(std::min<qsizetype>(whole, forTheWhole - 1));
    }
    return scoreOfLetters(wanted, text);
}

QList<int> CommandSearch::ranked(const QString &query, const QStringList &texts)
{
    std::vector<std::pair<int, int>> found; // score, place
    for (int i = 0; i < texts.size(); ++i) {
        if (const int score = scoreOf(query, texts[i]); score >= 0) {
            found.emplace_back(score, i);
        }
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &std::pair<int, int>::first);
    QList<int> places;
    for (const auto &[score, place] : found) {
        places.push_back(place);
    }
    return places;
}

} // namespace kinframe::ui
