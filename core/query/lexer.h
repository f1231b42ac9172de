// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/value.h"

#include <QStringView>

namespace kinframe::query {

struct Token
{
    enum class Kind {
        End,
        Name,    ///< text: a property, an operator, a function, or a word such as null
        Dollar,  ///< text: with its dollar, as `$count`
        Alias,   ///< text: without its @
        Literal, ///< value
        Mark,    ///< text: one of ( ) [ ] , / : -
        Broken,  ///< nothing that the language knows; text: what would have been expected
    };
    Kind kind = Kind::End;
    qsizetype position = 0;
    QString text;
    Value value;

    [[nodiscard]] bool isMark(char16_t mark) const { return kind == Kind::Mark && text == QChar(mark); }
    /// Whatever the case: operators and functions are known in any.
    [[nodiscard]] bool isName(QLatin1StringView name) const
    {
        return kind == Kind::Name && text.compare(name, Qt::CaseInsensitive) == 0;
    }
};

/// Letters of any script and `_`, behind the first character digits and marks too.
[[nodiscard]] qsizetype lengthOfName(QStringView text);

/// Cuts the decoded text of one option into tokens.
class Lexer
{
public:
    explicit Lexer(QStringView text);

    [[nodiscard]] const Token &peek() const { return m_next; }
    Token take();
    /// Whether the token to come is directly followed by an opening bracket: then it is a function.
    [[nodiscard]] bool isBeforeBracket() const { return m_at < m_text.size() && m_text[m_at] == u'('; }

private:
    void advance();
    [[nodiscard]] Token read();
    [[nodiscard]] Token readName();
    [[nodiscard]] Token readPrefixed();
    [[nodiscard]] Token readQuoted(QChar quote);
    [[nodiscard]] Token readLiteral(qsizetype length, Value value);
    [[nodiscard]] Token broken(qsizetype position, const QString &expected) const;

    QStringView m_text;
    qsizetype m_at = 0; // behind m_next
    Token m_next;
};

} // namespace kinframe::query
