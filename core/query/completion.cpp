// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/completion.h"

#include "query/lexer.h"

#include <QHash>

#include <vector>

namespace kinframe::query {
namespace {

using namespace Qt::StringLiterals;
using Place = WritingPlace::Kind;

bool isOneOf(const Token &token, std::initializer_list<QLatin1StringView> words)
{
    return std::any_of(words.begin(), words.end(), [&token](QLatin1StringView word) { return token.isName(word); });
}

bool isComparison(const Token &token)
{
    return isOneOf(token, {"eq"_L1, "ne"_L1, "gt"_L1, "ge"_L1, "lt"_L1, "le"_L1});
}

bool isJoin(const Token &token)
{
    return isOneOf(token, {"and"_L1, "or"_L1, "not"_L1});
}

// Where the quote that is still open stands; -1: none is.
qsizetype openQuote(QStringView text)
{
    qsizetype open = -1;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] != u'\'') {
            continue;
        }
        const bool isDoubled = open >= 0 && at + 1 < text.size() && text[at + 1] == u'\'';
        if (isDoubled) {
            ++at;
        } else {
            open = open < 0 ? at : -1;
        }
    }
    return open;
}

/// Looks at the tokens in front of what is being written.
class Before
{
public:
    explicit Before(QStringView text)
    {
        Lexer lexer(text);
        while (lexer.peek().kind != Token::Kind::End && lexer.peek().kind != Token::Kind::Broken) {
            m_tokens.push_back(lexer.take());
            learnVariable();
        }
        m_isBroken = lexer.peek().kind == Token::Kind::Broken;
    }

    [[nodiscard]] Place kind() const
    {
        if (m_isBroken) {
            return Place::Nothing;
        }
        if (m_tokens.empty() || isJoin(at(1)) || at(1).isMark(u':')) {
            return Place::Property;
        }
        if (isComparison(at(1))) {
            return Place::Literal;
        }
        if (at(1).isMark(u'(')) {
            return isIn(2) ? Place::Literal : Place::Property;
        }
        if (at(1).isMark(u',')) {
            return Place::Literal;
        }
        if (at(1).isMark(u'/') || at(1).isMark(u'-') || isIn(1)) {
            return Place::Nothing;
        }
        const bool isProperty = at(1).kind == Token::Kind::Name && !isComparison(at(2));
        return isProperty ? Place::Operator : Place::Connector;
    }

    /// Whose value comes: `rating ge`, `p/name eq`, `contains(model,`, `type in (`, `type in ('a',`.
    [[nodiscard]] QString property() const
    {
        size_t back = 1;
        if (at(1).isMark(u',')) {
            while (back <= m_tokens.size() && !at(back).isMark(u'(')) {
                ++back;
            }
            if (!isIn(back + 1)) {
                return nameAt(back - 1);
            }
        }
        back += at(back).isMark(u'(') ? 1 : 0;
        return nameAt(back + 1);
    }

private:
    // The token so many back, from 1.
    [[nodiscard]] const Token &at(size_t back) const
    {
        static const Token none;
        return back >= 1 && back <= m_tokens.size() ? m_tokens[m_tokens.size() - back] : none;
    }

    [[nodiscard]] bool isIn(size_t back) const { return at(back).isName("in"_L1); }

    [[nodiscard]] QString nameAt(size_t back) const
    {
        const size_t first = at(back + 1).isMark(u'/') ? back + 2 : back;
        return m_variables.value(at(first).text, at(back).text);
    }

    // tags/any(t:
    void learnVariable()
    {
        if (at(1).isMark(u':') && at(3).isMark(u'(') && isOneOf(at(4), {"any"_L1, "all"_L1}) && at(5).isMark(u'/')) {
            m_variables.insert(at(2).text, at(6).text);
        }
    }

    std::vector<Token> m_tokens;
    QHash<QString, QString> m_variables; // to the collection that they go through
    bool m_isBroken = false;
};

// `rating>=4`, `!is_n`: the term that the caret is in, where it is of the short form.
std::optional<WritingPlace> shortPlace(QStringView text)
{
    const qsizetype begin = text.lastIndexOf(u'&') + 1;
    qsizetype at = begin;
    while (at < text.size() && (text[at].isSpace() || text[at] == u'!')) {
        ++at;
    }
    const qsizetype length = lengthOfName(text.sliced(at));
    const QString name = text.mid(at, length).toString();
    if (at + length == text.size()) {
        const bool isShort = begin > 0 || text.contains(u'!');
        return isShort ? std::optional(WritingPlace{Place::Property, at, name, {}, true}) : std::nullopt;
    }
    qsizetype value = at + length;
    while (value < text.size() && u"=<>~!"_s.contains(text[value])) {
        ++value;
    }
    if (length == 0 || value == at + length) {
        return std::nullopt;
    }
    return WritingPlace{Place::Literal, value, text.sliced(value).toString(), name, true};
}

} // namespace

WritingPlace placeAt(const QString &text, qsizetype caret)
{
    const QString before = text.left(caret);
    const qsizetype quote = openQuote(before);
    WritingPlace place;
    if (quote >= 0) {
        const Before tokens(QStringView(before).first(quote));
        place = {tokens.kind(), quote, before.sliced(quote + 1).replace("''"_L1, "'"_L1), tokens.property(), false};
        place.kind = place.kind == Place::Literal ? Place::Literal : Place::Nothing;
        return place;
    }
    if (const auto found = shortPlace(before)) {
        return *found;
    }
    qsizetype from = before.size();
    while (from > 0 && (before[from - 1].isLetterOrNumber() || before[from - 1] == u'_')) {
        --from;
    }
    const Before tokens(QStringView(before).first(from));
    place = {tokens.kind(), from, before.sliced(from), {}, false};
    if (place.kind == Place::Literal) {
        place.property = tokens.property();
    }
    return place;
}

} // namespace kinframe::query
