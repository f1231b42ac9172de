// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/search_folding.h"

namespace kinframe {
namespace {

constexpr int lengthOfEntry = 3; // of SQLite's trigram index, in characters
constexpr char32_t firstPictograph = 0x1F000;

// One character of it says something by itself.
bool isDense(char32_t character)
{
    switch (QChar::script(character)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo:
        return true;
    default:
        return character >= firstPictograph;
    }
}

// The character that begins there; `at` moves to its last unit.
char32_t characterAt(QStringView text, qsizetype &at)
{
    if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
        ++at;
        return QChar::surrogateToUcs4(text[at - 1], text[at]);
    }
    return text[at].unicode();
}

} // namespace

QString foldedForSearch(QStringView text)
{
    QString folded;
    folded.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char32_t character = QChar::toCaseFolded(characterAt(text, at));
        for (int i = 0; i < (isDense(character) ? lengthOfEntry : 1); ++i) {
            folded += QChar::fromUcs4(character);
        }
    }
    return folded;
}

bool isLongEnoughToLookUp(QStringView folded)
{
    qsizetype characters = 0;
    for (qsizetype at = 0; at < folded.size() && characters < lengthOfEntry; ++at) {
        (void)characterAt(folded, at);
        ++characters;
    }
    return characters == lengthOfEntry;
}

} // namespace kinframe
