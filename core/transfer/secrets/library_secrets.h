// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/secrets/file_secrets.h"
#include "transfer/secrets/keychain_secrets.h"

#include <mutex>
#include <optional>
#include <vector>

namespace kinframe::transfer {

/// The secrets of one library: in the system's keychain where one answers, else in a file of the library. Which of the
/// two is found out when the first secret is asked for. What an earlier run left in the file is found in either case.
class LibrarySecrets : public SecretStore
{
public:
    using SecretStore::place;
    using SecretStore::read;
    using SecretStore::remove;
    using SecretStore::write;

    /// `library` names it in the keychain, `path` is the file.
    LibrarySecrets(const QString &library, const QString &path);

    void read(const QString &name, Read done) override;
    void write(const QString &name, const QByteArray &secret, Done done) override;
    void remove(const QString &name, Done done) override;
    void place(std::function<void(Result<SecretPlace>)> done) override;

private:
    /// Calls it once it is known whether the keychain answers.
    void withKeychain(std::function<void(bool)> task);
    void probed(bool answers);

    FileSecrets m_file;
    std::mutex m_mutex;
    std::optional<bool> m_answers;
    std::vector<std::function<void(bool)>> m_waiting;
    KeychainSecrets m_keychain; ///< goes first: its answers may ask the file
};

} // namespace kinframe::transfer
