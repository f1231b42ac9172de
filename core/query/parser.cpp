// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parser.h"

#include "query/limits.h"
#include "query/query_error.h"

namespace kinframe::query {

using namespace Qt::StringLiterals;

namespace {

/// One level deeper while it lives.
class Deeper
{
public:
    explicit Deeper(int &depth)
        : m_depth(depth)
    {
        ++m_depth;
    }
    ~Deeper() { --m_depth; }
    Deeper(const Deeper &) = delete;
    Deeper &operator=(const Deeper &) = delete;

private:
    int &m_depth;
};

} // namespace

Parser::Parser(QStringView text, TreeBuilder &builder, const Aliases &aliases, int aliasDepth)
    : m_lexer(text)
    , m_builder(builder)
    , m_aliases(aliases)
    , m_aliasDepth(aliasDepth)
{
}

NodePtr Parser::failHere(const QString &expected)
{
    const Token &next = peek();
    return m_builder.fail(next.position, next.kind == Token::Kind::Broken ? next.text : expected);
}

bool Parser::expect(char16_t mark, const QString &expected)
{
    if (!peek().isMark(mark)) {
        failHere(expected);
        return false;
    }
    take();
    return true;
}

NodePtr Parser::wholeExpression()
{
    NodePtr tree = expression();
    if (tree && peek().kind != Token::Kind::End) {
        return failHere(u"an operator"_s);
    }
    return tree;
}

NodePtr Parser::expression()
{
    const Deeper deeper(m_depth);
    if (m_depth > mostDepth) {
        return m_builder.failWith(tooMuch(m_builder.target(), mostDepth, u"levels within each other"_s));
    }
    return alternatives();
}

NodePtr Parser::joinedBy(Level next, QLatin1StringView word, Kind kind)
{
    NodePtr left = (this->*next)();
    while (left && peek().isName(word)) {
        take();
        left = m_builder.joined(kind, left, (this->*next)());
    }
    return left;
}

NodePtr Parser::alternatives()
{
    return joinedBy(&Parser::conjunction, "or"_L1, Kind::Or);
}

NodePtr Parser::conjunction()
{
    return joinedBy(&Parser::equality, "and"_L1, Kind::And);
}

NodePtr Parser::binary(Level next, std::initializer_list<std::pair<QLatin1StringView, Operator>> operators)
{
    NodePtr left = (this->*next)();
    while (left) {
        const auto *found = std::find_if(operators.begin(), operators.end(),
                                         [this](const auto &entry) { return peek().isName(entry.first); });
        if (found == operators.end()) {
            return left;
        }
        const qsizetype position = take().position;
        const NodePtr right = (this->*next)();
        left = found->second < Operator::Add ? m_builder.compare(position, found->second, left, right)
                                             : m_builder.arithmetic(position, found->second, left, right);
    }
    return nullptr;
}

NodePtr Parser::equality()
{
    return binary(&Parser::relation, {{"eq"_L1, Operator::Eq}, {"ne"_L1, Operator::Ne}});
}

NodePtr Parser::relation()
{
    return binary(&Parser::sum,
                  {{"lt"_L1, Operator::Lt}, {"le"_L1, Operator::Le}, {"gt"_L1, Operator::Gt}, {"ge"_L1, Operator::Ge}});
}

NodePtr Parser::sum()
{
    return binary(&Parser::product, {{"add"_L1, Operator::Add}, {"sub"_L1, Operator::Sub}});
}

NodePtr Parser::product()
{
    return binary(&Parser::unary, {{"mul"_L1, Operator::Mul},
                                   {"divby"_L1, Operator::DivBy},
                                   {"div"_L1, Operator::Div},
                                   {"mod"_L1, Operator::Mod}});
}

NodePtr Parser::unary()
{
    if (peek().isName("not"_L1) || peek().isMark(u'-')) {
        return negation();
    }
    return membership();
}

NodePtr Parser::negation()
{
    const Deeper deeper(m_depth);
    if (m_depth > mostDepth) {
        return m_builder.failWith(tooMuch(m_builder.target(), mostDepth, u"levels within each other"_s));
    }
    const Token sign = take();
    const NodePtr operand = unary();
    if (!operand) {
        return nullptr;
    }
    if (sign.kind == Token::Kind::Mark) {
        return m_builder.minus(sign.position, operand);
    }
    return m_builder.negated(sign.position, operand);
}

NodePtr Parser::membership()
{
    NodePtr value = primary();
    while (value && peek().isName("in"_L1)) {
        const qsizetype position = take().position;
        NodePtr values;
        if (peek().isMark(u'(') || peek().isMark(u'[')) {
            const bool isRound = take().isMark(u'(');
            values = list(isRound ? u')' : u']');
        } else if (peek().kind == Token::Kind::Name || peek().kind == Token::Kind::Dollar) {
            values = primary();
        } else {
            return failHere(u"a list in brackets"_s);
        }
        value = m_builder.isIn(position, value, values);
    }
    return value;
}

NodePtr Parser::list(char16_t closing)
{
    const qsizetype position = peek().position;
    std::vector<NodePtr> items;
    if (!peek().isMark(closing)) {
        while (true) {
            if (items.size() >= size_t(mostListValues)) {
                return m_builder.failWith(tooMuch(m_builder.target(), mostListValues, u"values in a list"_s));
            }
            NodePtr item = listItem();
            if (!item) {
                return nullptr;
            }
            items.push_back(std::move(item));
            if (!peek().isMark(u',')) {
                break;
            }
            take();
        }
    }
    if (!expect(closing, u"a comma or a closing bracket"_s)) {
        return nullptr;
    }
    return m_builder.list(position, std::move(items));
}

NodePtr Parser::listItem()
{
    if (peek().kind == Token::Kind::Literal) {
        Token literal = take();
        if (peek().isMark(u',') || peek().isMark(u')') || peek().isMark(u']')) {
            return m_builder.listedLiteral(literal.position, std::move(literal.value));
        }
        return failHere(u"a comma or a closing bracket"_s);
    }
    if (peek().kind == Token::Kind::Name && peek().text == "null"_L1) {
        return m_builder.listedLiteral(take().position, {});
    }
    return expression();
}

NodePtr Parser::brackets()
{
    take();
    NodePtr inner = expression();
    if (!inner || !expect(u')', u"an operator or a closing bracket"_s)) {
        return nullptr;
    }
    return inner;
}

NodePtr Parser::array()
{
    const Deeper deeper(m_depth);
    if (m_depth > mostDepth) {
        return m_builder.failWith(tooMuch(m_builder.target(), mostDepth, u"levels within each other"_s));
    }
    take();
    return list(u']');
}

NodePtr Parser::primary()
{
    const Token &next = peek();
    switch (next.kind) {
    case Token::Kind::Literal: {
        Token literal = take();
        return m_builder.literal(literal.position, std::move(literal.value));
    }
    case Token::Kind::Name:
        return named();
    case Token::Kind::Dollar:
        return dollar();
    case Token::Kind::Alias:
        return alias();
    case Token::Kind::Mark:
        if (next.isMark(u'(')) {
            return brackets();
        }
        if (next.isMark(u'[')) {
            return array();
        }
        break;
    default:
        break;
    }
    return failHere(u"a property, a value or a function"_s);
}

// The alias is read where it is used; it knows no variable of what is around it.
NodePtr Parser::alias()
{
    const Token name = take();
    if (m_aliasDepth + m_depth > mostDepth) {
        return m_builder.failWith(tooMuch(m_builder.target(), mostDepth, u"levels within each other"_s));
    }
    const auto found = m_aliases.constFind(name.text);
    if (found == m_aliases.constEnd()) {
        return m_builder.literal(name.position, {});
    }
    TreeBuilder inner(u'@' + name.text, m_builder.budget());
    Parser parser(*found, inner, m_aliases, m_aliasDepth + m_depth);
    NodePtr tree = parser.wholeExpression();
    return tree ? tree : m_builder.failWith(inner.error());
}

} // namespace kinframe::query
