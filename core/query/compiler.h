// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/bindings.h"
#include "query/membership.h"
#include "query/node.h"

#include <optional>
#include <string>
#include <unordered_map>

namespace kinframe::query {

struct Column;

/// Turns the nodes of a tree into SQL over `asset a`. Comparisons, `in`, any and all are true or false; everything else
/// can be null, as the language has it.
class Compiler
{
public:
    /// `usesSets`: each condition over another table makes its set of assets, else it is looked up per asset.
    Compiler(Bindings &bindings, std::string owner, bool usesSets);

    /// 1 where the condition is true, else 0 or NULL: enough where only true counts, and indexes can be used.
    [[nodiscard]] std::string truth(const Node &node);
    /// 1, 0 or NULL, as they are: under a NOT, and where the condition itself is a value.
    [[nodiscard]] std::string exact(const Node &node);
    /// A value as sql_value.h has them.
    [[nodiscard]] std::string value(const Node &node);
    /// A value in the order of `$orderby`.
    [[nodiscard]] std::string orderValue(const Node &node);
    /// The condition as a set of assets, where it is one.
    [[nodiscard]] std::optional<Membership> membership(const Node &node);
    /// What isModelTest() knows, as the models for which it is true.
    [[nodiscard]] std::string modelTest(const Node &call);

    /// Whether the query names the trash or what is hidden, so that it sees them.
    [[nodiscard]] bool asksForTrash() const { return m_asksForTrash; }
    [[nodiscard]] bool asksForHidden() const { return m_asksForHidden; }
    /// Also whoever looks into albums, which hold what is put aside as well.
    [[nodiscard]] bool asksForArchive() const { return m_asksForArchive; }
    [[nodiscard]] bool isTooLong() const { return m_isTooLong; }
    /// Whether it looks at columns that the index of the timeline does not have.
    [[nodiscard]] bool readsRows() const { return m_readsRows; }

private:
    // A column or the like, that can be compared as it is.
    struct Plain
    {
        std::string sql;
        Type type;
        bool isNullable;
        bool isUuid = false;
    };
    struct Variable
    {
        QString collection;
        std::string alias;
    };

    [[nodiscard]] std::string joined(const Node &node, bool isExact);
    [[nodiscard]] std::string rendered(const Membership &membership);
    [[nodiscard]] std::string call(const Node &node);
    [[nodiscard]] std::string checked(std::string sql);
    [[nodiscard]] std::string bound(const Value &value);
    [[nodiscard]] std::string newAlias(char letter);

    // Properties
    [[nodiscard]] std::string propertyValue(const QString &name);
    [[nodiscard]] std::string propertyTruth(const QString &name);
    [[nodiscard]] std::string openValue(const QString &name, const char *expression, const char *condition);
    [[nodiscard]] std::string keyId(const QString &name);
    [[nodiscard]] std::string columnSql(const Column &column);
    [[nodiscard]] std::string variableValue(const Node &node);
    [[nodiscard]] std::optional<Plain> plain(const Node &node);
    [[nodiscard]] std::string number(const Node &node);

    // Comparisons
    [[nodiscard]] std::string comparison(const Node &node, bool isExact);
    [[nodiscard]] std::string general(Operator op, const Node &left, const Node &right);
    [[nodiscard]] std::string nullTest(const Node &node, Operator op);
    [[nodiscard]] std::string booleanTest(const Node &node, Operator op, bool wanted, bool isExact);
    [[nodiscard]] std::optional<std::string> plainTest(const Plain &plain, Operator op, const Value &value,
                                                       bool isExact);
    [[nodiscard]] std::string momentTest(const Plain &plain, Operator op, const Value &value);
    [[nodiscard]] std::string inList(const Node &node, bool isExact);
    [[nodiscard]] std::string inLiterals(const Node &value, const Node &list, bool isExact);
    [[nodiscard]] std::string inExpressions(const Node &value, const Node &list);
    [[nodiscard]] std::string inCollection(const Node &value, const Node &collection);

    // Sets
    [[nodiscard]] Membership tagged(const QString &tag);
    [[nodiscard]] Membership keyed(const QString &name, const std::string &condition);
    [[nodiscard]] Membership stacked(const std::string &condition);
    [[nodiscard]] std::optional<Membership> stackSet(const Node &node);
    [[nodiscard]] std::optional<Membership> comparedSet(const Node &node);
    [[nodiscard]] std::optional<Membership> listedSet(const Node &node);
    [[nodiscard]] std::optional<Membership> lambdaSet(const Node &node);
    [[nodiscard]] std::optional<Membership> collected(const QString &collection, std::string &alias);
    [[nodiscard]] std::string seenAlbum(const std::string &alias) const;
    [[nodiscard]] std::string count(const Node &node);
    [[nodiscard]] std::string unset(const QString &name);

    // Searches
    [[nodiscard]] std::string search(const QString &words);
    [[nodiscard]] std::string searchedSet(const QString &words);
    [[nodiscard]] std::string facesNamed(const std::string &words) const;

    Bindings &m_bindings;
    std::string m_owner;
    bool m_usesSets;
    bool m_asksForTrash = false;
    bool m_asksForHidden = false;
    bool m_asksForArchive = false;
    bool m_isTooLong = false;
    bool m_readsRows = false;
    bool m_usesAsset = false; // since it was last set to false: whether `a` was named
    int m_aliases = 0;
    std::unordered_map<int, Variable> m_variables;
};

/// Whether the node asks for a part of the model's name: there are few models, so each is asked once.
[[nodiscard]] bool isModelTest(const Node &node);
[[nodiscard]] Operator mirrored(Operator op);
[[nodiscard]] const char *sqlOf(Operator op);

} // namespace kinframe::query
