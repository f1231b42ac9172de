// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/lexer.h"

#include "query/literal_scanner.h"
#include "query/temporal.h"

namespace kinframe::query {
namespace {

using namespace Qt::StringLiterals;

char32_t characterAt(QStringView text, qsizetype at)
{
    if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
        return QChar::surrogateToUcs4(text[at], text[at + 1]);
    }
    return text[at].unicode();
}

bool mayBegin(char32_t character)
{
    return character == U'_' || QChar::isLetter(character);
}

bool maySucceed(char32_t character)
{
    return mayBegin(character) || QChar::isDigit(character) || QChar::isMark(character);
}

} // namespace

qsizetype lengthOfName(QStringView text)
{
    qsizetype at = 0;
    while (at < text.size()) {
        const char32_t character = characterAt(text, at);
        if (at == 0 ? !mayBegin(character) : !maySucceed(character)) {
            break;
        }
        at += QChar::requiresSurrogates(character) ? 2 : 1;
    }
    return at;
}

Lexer::Lexer(QStringView text)
    : m_text(text)
{
    advance();
}

Token Lexer::take()
{
    Token taken = std::move(m_next);
    advance();
    return taken;
}

void Lexer::advance()
{
    while (m_at < m_text.size() && m_text[m_at].isSpace()) {
        ++m_at;
    }
    m_next = read();
}

Token Lexer::broken(qsizetype position, const QString &expected) const
{
    return {Token::Kind::Broken, position, expected, {}};
}

Token Lexer::read()
{
    if (m_at >= m_text.size()) {
        return {Token::Kind::End, m_text.size(), {}, {}};
    }
    const QChar first = m_text[m_at];
    if (first == u'\'' || first == u'"') {
        return readQuoted(first);
    }
    if (first == u'$' || first == u'@') {
        return readPrefixed();
    }
    if (const ScannedLiteral literal = scanLiteral(m_text.sliced(m_at)); literal.length > 0) {
        return literal.isValid ? readLiteral(literal.length, literal.value)
                               : broken(m_at, u"a date or time that exists"_s);
    }
    if (QStringView(u"()[],/:-").contains(first)) {
        return {Token::Kind::Mark, m_at++, QString(first), {}};
    }
    return readName();
}

Token Lexer::readName()
{
    const qsizetype start = m_at;
    const QStringView rest = m_text.sliced(start);
    const qsizetype length = lengthOfName(rest);
    if (length == 0) {
        return broken(start, u"a property, a value or a function"_s);
    }
    if (length < rest.size() && rest[length] == u'\'') {
        if (rest.first(length).compare("duration"_L1, Qt::CaseInsensitive) != 0) {
            return broken(start + length, u"an operator"_s);
        }
        m_at += length;
        Token quoted = readQuoted(u'\'');
        if (quoted.kind != Token::Kind::Literal) {
            return quoted;
        }
        const auto span = parseSpan(std::get<QString>(quoted.value));
        return span ? Token{Token::Kind::Literal, start, {}, *span} : broken(start, u"a duration such as 'PT1H'"_s);
    }
    m_at += length;
    return {Token::Kind::Name, start, rest.first(length).toString(), {}};
}

Token Lexer::readPrefixed()
{
    const qsizetype start = m_at;
    const qsizetype length = lengthOfName(m_text.sliced(start + 1));
    if (length == 0) {
        return broken(start, u"a property, a value or a function"_s);
    }
    m_at += length + 1;
    const bool isAlias = m_text[start] == u'@';
    return {isAlias ? Token::Kind::Alias : Token::Kind::Dollar,
            start,
            m_text.mid(start + (isAlias ? 1 : 0), length + (isAlias ? 0 : 1)).toString(),
            {}};
}

Token Lexer::readQuoted(QChar quote)
{
    const qsizetype start = m_at;
    QString text;
    for (qsizetype at = start + 1; at < m_text.size(); ++at) {
        const QChar character = m_text[at];
        const bool hasNext = at + 1 < m_text.size();
        if (character == quote) {
            if (!hasNext || m_text[at + 1] != quote || quote == u'"') {
                return readLiteral(at + 1 - start, text);
            }
            ++at;
        } else if (quote == u'"' && character == u'\\' && hasNext) {
            // As in JSON, of whose arrays these are.
            text += m_text[++at];
            continue;
        }
        text += character;
    }
    return broken(m_text.size(), u"a closing quote"_s);
}

// What follows a literal directly would be a part of it to whoever wrote it.
Token Lexer::readLiteral(qsizetype length, Value value)
{
    const qsizetype start = m_at;
    m_at += length;
    if (m_at < m_text.size()) {
        const QChar next = m_text[m_at];
        if (maySucceed(characterAt(m_text, m_at)) || QStringView(u"'\".-").contains(next)) {
            return broken(m_at, u"a space or the end of the value"_s);
        }
    }
    return {Token::Kind::Literal, start, {}, std::move(value)};
}

} // namespace kinframe::query
