// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_fixture.h"

#include <random>

/// Puts photos together as people do, at random and over the calls of clients: albums, stacks, people, faces, memories,
/// and photos that come and go.
class RandomCollector
{
public:
    RandomCollector(ApiFixture &api, unsigned seed)
        : m_api(api)
        , m_random(seed)
    {
    }

    void step();
    /// How many of its calls did something.
    [[nodiscard]] int done() const { return m_done; }

private:
    [[nodiscard]] int below(int limit) { return int(m_random() % unsigned(limit)); }
    /// Any row of the table; null where there is none.
    [[nodiscard]] QUuid any(const char *table);
    [[nodiscard]] QJsonArray photos(int count);
    void call(const QByteArray &method, const QByteArray &path, const QJsonObject &body = {});
    void photo();
    void album();
    void stack();
    void person();
    void memory();

    ApiFixture &m_api;
    std::mt19937 m_random;
    int m_done = 0;
};
