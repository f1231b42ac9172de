// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"
#include "storage/database.h"

#include <QJsonObject>
#include <QTemporaryDir>
#include <QUuid>

#include <memory>

namespace kinframe::test {

/// A database with our schema and two users, whose images are rows without files.
class QueryFixture
{
public:
    QueryFixture();

    /// An image with that metadata, stored as the library stores it; gives its row.
    qint64 add(const QJsonObject &metadata, qint64 owner = 1);
    /// A person of the owner who is seen in the images.
    void addPerson(const QString &name, const std::vector<qint64> &images, qint64 owner = 1);
    /// An album of the owner with these images; gives what others know it by.
    QUuid addAlbum(const QString &name, const std::vector<qint64> &images, qint64 owner = 1);
    /// The first is the one that is shown.
    QUuid addStack(const std::vector<qint64> &images, qint64 owner = 1);
    void run(const char *sql, qint64 value);

    /// The answer to a query string; the test fails where there is none.
    [[nodiscard]] query::QueryPage page(const QByteArray &raw, qint64 owner = 1);
    [[nodiscard]] std::vector<qint64> ids(const QByteArray &raw) { return page(raw).ids; }
    [[nodiscard]] Result<query::QueryPage> tryPage(const QByteArray &raw, qint64 owner = 1);

    /// All rows that the query's conditions hold for, found in that way, in their order.
    [[nodiscard]] std::vector<qint64> allBy(query::ImageQuery parsed, query::Access access, int lead = 0,
                                            qint64 owner = 1);
    /// What SQLite says about how it finds the rows.
    [[nodiscard]] QString planOf(const query::CompiledQuery &compiled);

    std::unique_ptr<storage::Database> database;

private:
    void addProperty(storage::Connection &db, qint64 asset, const QString &key, const QJsonValue &value);

    QTemporaryDir m_folder;
};

} // namespace kinframe::test
