// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/route_table.h"

#include <map>
#include <set>

namespace kinframe::http {

using namespace Qt::StringLiterals;

struct RouteTable::Node
{
    std::map<QByteArray, std::unique_ptr<Node>, std::less<>> literals;
    std::unique_ptr<Node> argument;
    std::map<QByteArray, int, std::less<>> methods;

    Node &child(const RoutePattern::Segment &segment)
    {
        std::unique_ptr<Node> &place = segment.isArgument ? argument : literals[segment.text];
        if (!place) {
            place = std::make_unique<Node>();
        }
        return *place;
    }

    [[nodiscard]] std::optional<int> routeOf(QByteArrayView method) const
    {
        auto found = methods.find(method);
        if (found == methods.end() && method == "HEAD") {
            found = methods.find(QByteArrayView("GET"));
        }
        return found == methods.end() ? std::nullopt : std::optional(found->second);
    }

    void collectMethods(std::set<QByteArray> &allowed) const
    {
        for (const auto &[method, route] : methods) {
            allowed.insert(method);
            if (method == "GET") {
                allowed.insert("HEAD");
            }
        }
    }
};

namespace {

/// One walk down the tree. The tree is as deep as the longest pattern, which bounds the walk.
template <typename Node>
class Search
{
public:
    Search(QByteArrayView method, const RoutePath &path)
        : m_method(method)
        , m_segments(path.segments)
    {
    }

    RouteMatch from(const Node &root)
    {
        if (visit(root, 0)) {
            m_match.outcome = RouteMatch::Outcome::Found;
        } else {
            m_match.arguments.clear();
            m_match.allowed.assign(m_allowed.begin(), m_allowed.end());
            m_match.outcome = m_allowed.empty() ? RouteMatch::Outcome::NoRoute : RouteMatch::Outcome::WrongMethod;
        }
        return std::move(m_match);
    }

private:
    bool visit(const Node &node, qsizetype depth)
    {
        if (depth == m_segments.size()) {
            return end(node);
        }
        const QByteArrayView segment = m_segments[depth];
        if (segment.isEmpty()) {
            return false;
        }
        const auto literal = node.literals.find(segment);
        if (literal != node.literals.end() && visit(*literal->second, depth + 1)) {
            return true;
        }
        if (!node.argument) {
            return false;
        }
        m_match.arguments.push_back(QString::fromUtf8(segment));
        if (visit(*node.argument, depth + 1)) {
            return true;
        }
        m_match.arguments.pop_back();
        return false;
    }

    bool end(const Node &node)
    {
        if (const std::optional<int> route = node.routeOf(m_method)) {
            m_match.route = *route;
            return true;
        }
        node.collectMethods(m_allowed);
        return false;
    }

    QByteArrayView m_method;
    const QVarLengthArray<QByteArrayView, 16> &m_segments;
    RouteMatch m_match;
    std::set<QByteArray> m_allowed;
};

} // namespace

RouteTable::RouteTable()
    : m_root(std::make_unique<Node>())
{
}

RouteTable::~RouteTable() = default;
RouteTable::RouteTable(RouteTable &&) noexcept = default;
RouteTable &RouteTable::operator=(RouteTable &&) noexcept = default;

Result<void> RouteTable::add(const QByteArray &method, const RoutePattern &pattern, int route)
{
    Node *node = m_root.get();
    for (const RoutePattern::Segment &segment : pattern.segments()) {
        node = &node->child(segment);
    }
    if (!node->methods.emplace(method, route).second) {
        return fail(ErrorCode::Conflict, {{u"reason"_s, u"a route has this method and pattern already"_s}});
    }
    return {};
}

RouteMatch RouteTable::find(QByteArrayView method, QByteArrayView path) const
{
    const Result<RoutePath> parsed = RoutePath::parse(path);
    if (!parsed) {
        RouteMatch match;
        match.outcome = RouteMatch::Outcome::BadPath;
        return match;
    }
    return Search<Node>(method, *parsed).from(*m_root);
}

} // namespace kinframe::http
