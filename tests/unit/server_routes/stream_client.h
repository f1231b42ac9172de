// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_fixture.h"

#include <QJsonObject>
#include <QMap>

/// Keeps a copy of what a stream tells, as clients do it: applies the lines one by one and sends their acks back.
class StreamClient
{
public:
    /// A session of its own, with nothing yet.
    StreamClient(ApiFixture &api, QByteArray types);

    /// One stream, of which the connection holds for the first lines alone; -1: for all. The acks may be lost.
    enum class Acks { Sent, Lost };
    void step(qsizetype lines, Acks acks);
    /// Streams until there is no more.
    void settle();

    /// What it holds, by the type and the ids: the data as it came last.
    [[nodiscard]] const QMap<QString, QMap<QString, QJsonObject>> &holdings() const { return m_holdings; }
    [[nodiscard]] QMap<QString, QJsonObject> all(const QString &type) const { return m_holdings.value(type); }
    [[nodiscard]] int resets() const { return m_resets; }
    /// Of the last stream.
    [[nodiscard]] const QList<QJsonObject> &lines() const { return m_lines; }

private:
    void read();
    void apply(const QJsonObject &line);
    void send(const QStringList &acks);

    ApiFixture &m_api;
    QByteArray m_types;
    QUuid m_session = QUuid::createUuid();
    QList<QJsonObject> m_lines;
    QMap<QString, QMap<QString, QJsonObject>> m_holdings;
    int m_resets = 0;
};
