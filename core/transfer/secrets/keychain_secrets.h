// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/secrets/secret_store.h"

#include <chrono>
#include <memory>

namespace kinframe::transfer {

class KeychainWorker;

/// Secrets in the keychain of the system: the Secret Service or KWallet on Linux, the keychain of macOS, the
/// credentials of Windows. All of them share one thread, whose event loop the keychain's answers come through. Needs a
/// QCoreApplication, and goes before it.
class KeychainSecrets : public SecretStore
{
public:
    using SecretStore::place;
    using SecretStore::read;
    using SecretStore::remove;
    using SecretStore::write;

    /// `library` keeps the secrets of several libraries of one user apart. A person may have to unlock the keychain
    /// first: what takes longer than `patience` fails with Timeout.
    explicit KeychainSecrets(QString library, std::chrono::milliseconds patience = std::chrono::minutes(2));
    ~KeychainSecrets() override;

    void read(const QString &name, Read done) override;
    void write(const QString &name, const QByteArray &secret, Done done) override;
    void remove(const QString &name, Done done) override;
    void place(std::function<void(Result<SecretPlace>)> done) override;

    /// Whether a keychain answers at all, locked or not.
    void probe(std::function<void(bool)> done);

private:
    [[nodiscard]] QString keyOf(const QString &name) const;

    const QString m_library;
    const std::chrono::milliseconds m_patience;
    KeychainWorker *m_worker; ///< lives on the keychain's thread
};

} // namespace kinframe::transfer
