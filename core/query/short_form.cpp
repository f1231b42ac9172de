// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/short_form.h"

#include "query/lexer.h"
#include "query/literal_scanner.h"
#include "query/property_map.h"

namespace kinframe::query {
namespace {

using namespace Qt::StringLiterals;

struct Sign
{
    QLatin1StringView text;
    Operator op;
};

// The longer ones first: one may be the beginning of another.
constexpr Sign signs[] = {
    {"!="_L1, Operator::Ne}, {">="_L1, Operator::Ge}, {"<="_L1, Operator::Le}, {"=="_L1, Operator::Eq},
    {"="_L1, Operator::Eq},  {">"_L1, Operator::Gt},  {"<"_L1, Operator::Lt},
};

bool isQuoted(const QString &text)
{
    return text.size() >= 2 && text.front() == u'\'' && text.back() == u'\'';
}

// What the text means for a key: what its column holds, else what the text looks like.
Value inferred(const QString &key, const QString &text)
{
    if (isQuoted(text)) {
        return text.mid(1, text.size() - 2).replace("''"_L1, "'"_L1);
    }
    if (text == "null"_L1) {
        return {};
    }
    if (typeOfProperty(key) == Type::String) {
        return text;
    }
    if (text == "true"_L1 || text == "false"_L1) {
        return text == "true"_L1;
    }
    const ScannedLiteral literal = scanLiteral(text);
    if (literal.isValid && literal.length == text.size() && !std::holds_alternative<QUuid>(literal.value)) {
        return literal.value;
    }
    return text;
}

class ShortTerm
{
public:
    ShortTerm(const QString &text, TreeBuilder &builder)
        : m_text(text)
        , m_builder(builder)
    {
    }

    NodePtr parse()
    {
        skipSpaces();
        const bool isNegated = m_at < m_text.size() && m_text[m_at] == u'!';
        m_at += isNegated ? 1 : 0;
        skipSpaces();
        m_keyAt = m_at;
        const qsizetype length = lengthOfName(QStringView(m_text).sliced(m_at));
        if (length == 0) {
            return m_builder.fail(m_at, u"the name of a property"_s);
        }
        m_key = m_text.mid(m_at, length);
        m_at += length;
        skipSpaces();
        if (m_at == m_text.size()) {
            return isNegated ? falseOrMissing() : isTrue();
        }
        NodePtr node = comparison();
        return isNegated && node ? m_builder.negated(0, node) : node;
    }

private:
    void skipSpaces()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace()) {
            ++m_at;
        }
    }

    NodePtr property() { return m_builder.property(m_keyAt, m_key); }

    NodePtr isTrue() { return m_builder.compare(m_keyAt, Operator::Eq, property(), m_builder.literal(m_keyAt, true)); }

    NodePtr falseOrMissing()
    {
        // A flag is true, false or missing; of other values none is false.
        if (!tagOf(m_key).isEmpty() || typeOfProperty(m_key) == Type::Boolean) {
            return m_builder.compare(m_keyAt, Operator::Ne, property(), m_builder.literal(m_keyAt, true));
        }
        if (typeOfProperty(m_key) == Type::Any) {
            return m_builder.isUnset(m_keyAt, m_key);
        }
        return m_builder.compare(m_keyAt, Operator::Eq, property(), m_builder.literal(m_keyAt, {}));
    }

    NodePtr comparison()
    {
        const QStringView rest = QStringView(m_text).sliced(m_at);
        if (rest.front() == u'~') {
            const qsizetype at = m_at + 1;
            const QString words = m_text.mid(at).trimmed();
            const QString wanted = isQuoted(words) ? std::get<QString>(inferred(m_key, words)) : words;
            return m_builder.call(m_keyAt, containsAnyCase(), {property(), m_builder.literal(at, wanted)});
        }
        for (const Sign &sign : signs) {
            if (rest.startsWith(sign.text)) {
                const qsizetype at = m_at + sign.text.size();
                const NodePtr value = m_builder.literal(at, inferred(m_key, m_text.mid(at).trimmed()));
                return m_builder.compare(m_at, sign.op, property(), value);
            }
        }
        return m_builder.fail(m_at, u"one of = != > >= < <= ~"_s);
    }

    QString m_text;
    QString m_key;
    qsizetype m_at = 0;
    qsizetype m_keyAt = 0;
    TreeBuilder &m_builder;
};

} // namespace

NodePtr parseShortTerm(const QString &text, TreeBuilder &builder)
{
    return ShortTerm(text, builder).parse();
}

} // namespace kinframe::query
