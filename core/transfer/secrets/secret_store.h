// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <future>
#include <optional>

namespace kinframe::transfer {

/// Where secrets lie, for a page that tells people.
struct SecretPlace
{
    enum class Kind { Keychain, File };

    Kind kind = Kind::Keychain;
    QString path; ///< of the file, which only this user can read
};

/// Keys, tokens and the like of other servers, by name; never in the database, the log or an answer. Nothing waits:
/// every call from any thread, also inside of a write. `done` is called exactly once, on a thread of the store's or the
/// caller's, and returns at once; with ShuttingDown where the store goes before.
class SecretStore
{
public:
    using Read = std::function<void(Result<std::optional<QByteArray>>)>;
    using Done = std::function<void(Result<void>)>;

    SecretStore() = default;
    virtual ~SecretStore() = default;
    SecretStore(const SecretStore &) = delete;
    SecretStore &operator=(const SecretStore &) = delete;

    /// None where there is no secret of that name. KeychainRefused, Timeout, or why the file cannot be read.
    virtual void read(const QString &name, Read done) = 0;
    /// Instead of one of that name that is there. The same errors, and those of a disk.
    virtual void write(const QString &name, const QByteArray &secret, Done done) = 0;
    /// All is well where there is none.
    virtual void remove(const QString &name, Done done) = 0;
    /// Where a secret goes that is written now.
    virtual void place(std::function<void(Result<SecretPlace>)> done) = 0;

    // The same for who can wait: never on the GUI thread.
    [[nodiscard]] std::future<Result<std::optional<QByteArray>>> read(const QString &name);
    [[nodiscard]] std::future<Result<void>> write(const QString &name, const QByteArray &secret);
    [[nodiscard]] std::future<Result<void>> remove(const QString &name);
    [[nodiscard]] std::future<Result<SecretPlace>> place();
};

} // namespace kinframe::transfer
