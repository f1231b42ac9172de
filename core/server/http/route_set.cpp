// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/route_set.h"

#include <set>

namespace kinframe::http {

using namespace Qt::StringLiterals;

Result<RouteSet> RouteSet::make(std::vector<Route> routes)
{
    RouteSet set;
    for (size_t index = 0; index < routes.size(); ++index) {
        const Route &route = routes[index];
        auto pattern = RoutePattern::parse(route.pattern);
        if (!pattern) {
            return failed(pattern);
        }
        if (!route.handler && !route.isWebSocket) {
            return fail(ErrorCode::MissingField,
                        {{u"field"_s, QString::fromLatin1(route.pattern)}, {u"expected"_s, u"a handler"_s}});
        }
        if (auto added = set.m_table.add(route.method, *pattern, int(index)); !added) {
            return failed(added);
        }
        set.m_names.push_back(pattern->argumentNames());
        set.m_patterns.push_back(std::move(*pattern));
    }
    set.m_routes = std::move(routes);
    std::set<const Door *> known;
    for (const Route &route : set.m_routes) {
        if (route.door && known.insert(route.door.get()).second) {
            for (const QByteArray &prefix : route.door->prefixes) {
                set.m_prefixes.emplace_back(prefix, route.door.get());
            }
        }
    }
    return set;
}

const Door &RouteSet::doorAt(int index) const
{
    if (index < 0 || !at(index).door) {
        return plainDoor();
    }
    return *at(index).door;
}

const Door &RouteSet::doorFor(int index, QByteArrayView path) const
{
    if (index >= 0) {
        return doorAt(index);
    }
    for (const auto &[prefix, door] : m_prefixes) {
        if (path.startsWith(prefix) && (path.size() == prefix.size() || path[prefix.size()] == '/')) {
            return *door;
        }
    }
    return plainDoor();
}

std::vector<std::pair<QByteArray, QString>> RouteSet::named(int index, std::vector<QString> values) const
{
    const std::vector<QByteArray> &names = m_names[size_t(index)];
    std::vector<std::pair<QByteArray, QString>> pairs;
    pairs.reserve(names.size());
    for (size_t position = 0; position < names.size() && position < values.size(); ++position) {
        pairs.emplace_back(names[position], std::move(values[position]));
    }
    return pairs;
}

} // namespace kinframe::http
