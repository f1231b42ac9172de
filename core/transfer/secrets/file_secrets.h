// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/secrets/secret_store.h"
#include "transfer/serial_thread.h"

#include <QJsonObject>

namespace kinframe::transfer {

/// Secrets in a file that only this user can read (mode 0600), for computers on which no keychain answers. Each change
/// replaces the file as a whole. The destructor does what was asked before.
class FileSecrets : public SecretStore
{
public:
    using SecretStore::place;
    using SecretStore::read;
    using SecretStore::remove;
    using SecretStore::write;

    /// The folder of the file exists; the file comes with the first secret.
    explicit FileSecrets(QString path);

    void read(const QString &name, Read done) override;
    void write(const QString &name, const QByteArray &secret, Done done) override;
    void remove(const QString &name, Done done) override;
    void place(std::function<void(Result<SecretPlace>)> done) override;

    [[nodiscard]] const QString &path() const { return m_path; }

private:
    [[nodiscard]] Result<QJsonObject> load() const;
    [[nodiscard]] Result<void> change(const std::function<bool(QJsonObject &)> &edit) const;

    const QString m_path;
    SerialThread m_disk;
};

} // namespace kinframe::transfer
