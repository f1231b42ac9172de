// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accounts.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <memory>

/// A library with accounts, a clock that the test holds, and passwords that cost little.
class AccountsFixture
{
public:
    AccountsFixture() { open(); }

    void close()
    {
        accounts.reset();
        database.reset();
    }
    void open()
    {
        using namespace kinframe;
        using namespace Qt::StringLiterals;
        database = std::move(*storage::Database::open({.path = folder.filePath(u"library.db"_s), .backupFolder = {}}));
        accounts::AccountsOptions options;
        options.dataFolder = folder.path();
        options.cost = {1, 8192};
        options.clock = [this] { return now.load(); };
        accounts = std::move(*accounts::Accounts::open(*database, options));
    }

    kinframe::accounts::User anna()
    {
        using namespace Qt::StringLiterals;
        return *accounts->createUser(
            {.name = u"Anna"_s, .email = u"Anna@Example.com"_s, .password = u"correct horse"_s});
    }
    kinframe::Result<kinframe::accounts::Login> login(const QString &password)
    {
        using namespace Qt::StringLiterals;
        return accounts->login({.email = u"anna@example.com"_s, .password = password, .deviceType = u"Phone"_s});
    }
    bool isIn(const QString &token) { return accounts->authenticate({.bearer = token}).has_value(); }
    qint64 number(const char *sql)
    {
        return *database->read([sql](kinframe::storage::Connection &db) -> kinframe::Result<qint64> {
            auto row = db.prepare(sql);
            row.step();
            return row.int64(0);
        });
    }

    QTemporaryDir folder;
    std::atomic<qint64> now = 1'000'000;
    std::unique_ptr<kinframe::storage::Database> database;
    std::unique_ptr<kinframe::accounts::Accounts> accounts;
};
