// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/lexer.h"
#include "query/tree_builder.h"

#include <QHash>

namespace kinframe::query {

/// `@name` to the text of its expression.
using Aliases = QHash<QString, QString>;

/// Reads expressions of one option by recursive descent: or, and, eq ne, lt le gt ge, add sub, mul div divby mod, not
/// and minus, in, and what these are made of; each binds tighter than the ones before.
class Parser
{
public:
    Parser(QStringView text, TreeBuilder &builder, const Aliases &aliases, int aliasDepth = 0);

    /// nullptr after a failure, which the builder has.
    NodePtr expression();
    /// An expression and nothing behind it.
    NodePtr wholeExpression();

    [[nodiscard]] const Token &peek() const { return m_lexer.peek(); }
    Token take() { return m_lexer.take(); }
    /// Says what would have been expected instead of the token to come.
    NodePtr failHere(const QString &expected);

private:
    struct Scope
    {
        QString variable;
        QString collection;
        int slot;
    };
    using Level = NodePtr (Parser::*)();

    NodePtr alternatives();
    NodePtr conjunction();
    NodePtr equality();
    NodePtr relation();
    NodePtr sum();
    NodePtr product();
    NodePtr unary();
    NodePtr membership();
    NodePtr primary();
    NodePtr binary(Level next, std::initializer_list<std::pair<QLatin1StringView, Operator>> operators);
    NodePtr joinedBy(Level next, QLatin1StringView word, Kind kind);
    NodePtr negation();
    NodePtr brackets();
    NodePtr array();
    NodePtr list(char16_t closing);
    NodePtr listItem();
    NodePtr named();
    NodePtr dollar();
    NodePtr alias();
    NodePtr functionCall(const Token &name);
    NodePtr path(const Token &first, const Scope *scope);
    NodePtr member(const Scope &scope, const Token &variable);
    NodePtr lambda(Kind kind, const Token &first, const QString &collection);
    [[nodiscard]] const Scope *scopeOf(const QString &name) const;
    [[nodiscard]] static Type memberType(const Scope &scope, const QString &member);
    bool expect(char16_t mark, const QString &expected);

    Lexer m_lexer;
    TreeBuilder &m_builder;
    const Aliases &m_aliases;
    int m_aliasDepth;
    int m_depth = 0; // of brackets and the like, which are no nodes
    std::vector<Scope> m_scopes;
};

} // namespace kinframe::query
