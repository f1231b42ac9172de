// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What begins with a name: words for values, functions, properties, variables of lambdas and paths.
#include "query/limits.h"
#include "query/parser.h"
#include "query/property_map.h"
#include "query/query_error.h"

#include <limits>

namespace kinframe::query {

using namespace Qt::StringLiterals;

namespace {

// `$it`, `$this`: the record itself, which has no value of its own.
constexpr QLatin1StringView record("$it");

std::optional<Value> wordValue(const QString &word)
{
    if (word == "null"_L1) {
        return Value();
    }
    if (word == "true"_L1 || word == "false"_L1) {
        return word == "true"_L1;
    }
    if (word == "INF"_L1) {
        return std::numeric_limits<double>::infinity();
    }
    return word == "NaN"_L1 ? std::optional<Value>(std::numeric_limits<double>::quiet_NaN()) : std::nullopt;
}

} // namespace

const Parser::Scope *Parser::scopeOf(const QString &name) const
{
    for (auto scope = m_scopes.rbegin(); scope != m_scopes.rend(); ++scope) {
        if (scope->variable == name) {
            return &*scope;
        }
    }
    return nullptr;
}

Type Parser::memberType(const Scope &scope, const QString &member)
{
    if (scope.collection == "tags"_L1) {
        return member.isEmpty() ? Type::String : Type::Null;
    }
    if (hasNamedMembers(scope.collection)) {
        return member == "name"_L1 || member == "id"_L1 ? Type::String : Type::Null;
    }
    return Type::Any;
}

NodePtr Parser::named()
{
    const bool isCalled = m_lexer.isBeforeBracket();
    const Token name = take();
    const Scope *scope = scopeOf(name.text);
    if (isCalled) {
        return functionCall(name);
    }
    if (scope == nullptr) {
        if (auto value = wordValue(name.text)) {
            return m_builder.literal(name.position, std::move(*value));
        }
    }
    return path(name, scope);
}

NodePtr Parser::dollar()
{
    const Token name = take();
    if (name.text != record && name.text != "$this"_L1) {
        return m_builder.fail(name.position, u"a property, a value or a function"_s);
    }
    if (!peek().isMark(u'/')) {
        return m_builder.literal(name.position, {});
    }
    take();
    if (peek().kind != Token::Kind::Name) {
        return failHere(u"a property"_s);
    }
    return path(take(), nullptr);
}

NodePtr Parser::functionCall(const Token &name)
{
    const Function *function = functionNamed(name.text);
    if (function == nullptr) {
        return m_builder.fail(name.position, u"a function such as contains(model,'x')"_s);
    }
    take();
    std::vector<NodePtr> arguments;
    if (!peek().isMark(u')')) {
        while (true) {
            NodePtr argument = expression();
            if (!argument) {
                return nullptr;
            }
            arguments.push_back(std::move(argument));
            if (!peek().isMark(u',')) {
                break;
            }
            take();
        }
    }
    if (!expect(u')', u"a comma or a closing bracket"_s)) {
        return nullptr;
    }
    return m_builder.call(name.position, *function, std::move(arguments));
}

NodePtr Parser::path(const Token &first, const Scope *scope)
{
    QString name = first.text;
    QString member;
    while (peek().isMark(u'/')) {
        take();
        if (peek().kind == Token::Kind::Dollar && peek().text == "$count"_L1) {
            take();
            return m_builder.count(first.position, name);
        }
        if (peek().kind != Token::Kind::Name) {
            return failHere(u"a property, any or all"_s);
        }
        const bool isCalled = m_lexer.isBeforeBracket();
        const Token step = take();
        if (isCalled && (step.isName("any"_L1) || step.isName("all"_L1))) {
            return lambda(step.isName("any"_L1) ? Kind::Any : Kind::All, first, name);
        }
        if (isCalled) {
            return m_builder.fail(step.position, u"any or all"_s);
        }
        name += u'/' + step.text;
        member += (member.isEmpty() ? QString() : u"/"_s) + step.text;
    }
    if (scope != nullptr) {
        return m_builder.variable(first.position, scope->slot, member, memberType(*scope, member));
    }
    return m_builder.property(first.position, name);
}

NodePtr Parser::lambda(Kind kind, const Token &first, const QString &collection)
{
    take();
    const int slot = m_builder.budget().slots++;
    if (kind == Kind::Any && peek().isMark(u')')) {
        take();
        return m_builder.lambda(first.position, kind, collection, slot, nullptr);
    }
    if (peek().kind != Token::Kind::Name) {
        return failHere(u"a variable"_s);
    }
    if (m_scopes.size() >= size_t(mostLambdas)) {
        return m_builder.failWith(tooMuch(m_builder.target(), mostLambdas, u"any and all within each other"_s));
    }
    const Token variable = take();
    if (!expect(u':', u"a colon"_s)) {
        return nullptr;
    }
    m_scopes.push_back({variable.text, collection, slot});
    const NodePtr body = expression();
    m_scopes.pop_back();
    if (!body || !expect(u')', u"an operator or a closing bracket"_s)) {
        return nullptr;
    }
    return m_builder.lambda(first.position, kind, collection, slot, body);
}

} // namespace kinframe::query
