// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/secrets/library_secrets.h"

#include "base/log.h"

namespace kinframe::transfer {

LibrarySecrets::LibrarySecrets(const QString &library, const QString &path)
    : m_file(path)
    , m_keychain(library)
{
}

void LibrarySecrets::withKeychain(std::function<void(bool)> task)
{
    std::unique_lock lock(m_mutex);
    if (m_answers) {
        const bool answers = *m_answers;
        lock.unlock();
        task(answers);
        return;
    }
    m_waiting.push_back(std::move(task));
    if (m_waiting.size() == 1) {
        lock.unlock();
        m_keychain.probe([this](bool answers) { probed(answers); });
    }
}

void LibrarySecrets::probed(bool answers)
{
    if (!answers) {
        qCInfo(logApp).noquote() << "no keychain answers; credentials of servers lie in" << m_file.path();
    }
    std::vector<std::function<void(bool)>> waiting;
    {
        const std::scoped_lock lock(m_mutex);
        m_answers = answers;
        waiting.swap(m_waiting);
    }
    for (const auto &task : waiting) {
        task(answers);
    }
}

void LibrarySecrets::read(const QString &name, Read done)
{
    withKeychain([this, name, done = std::move(done)](bool answers) {
        if (!answers) {
            m_file.read(name, done);
            return;
        }
        m_keychain.read(name, [this, name, done](const Result<std::optional<QByteArray>> &found) {
            if (found && !*found) {
                m_file.read(name, done);
            } else {
                done(found);
            }
        });
    });
}

void LibrarySecrets::write(const QString &name, const QByteArray &secret, Done done)
{
    withKeychain([this, name, secret, done = std::move(done)](bool answers) {
        if (!answers) {
            m_file.write(name, secret, done);
            return;
        }
        m_keychain.write(name, secret, [this, name, done](const Result<void> &written) {
            if (written) {
                m_file.remove(name, done); // An older one would be found where the keychain does not answer.
            } else {
                done(written);
            }
        });
    });
}

void LibrarySecrets::remove(const QString &name, Done done)
{
    withKeychain([this, name, done = std::move(done)](bool answers) {
        if (!answers) {
            m_file.remove(name, done);
            return;
        }
        m_keychain.remove(name, [this, name, done](const Result<void> &removed) {
            m_file.remove(name,
                          [done, removed](const Result<void> &alsoRemoved) { done(removed ? alsoRemoved : removed); });
        });
    });
}

void LibrarySecrets::place(std::function<void(Result<SecretPlace>)> done)
{
    withKeychain([this, done = std::move(done)](bool answers) {
        if (answers) {
            m_keychain.place(done);
        } else {
            m_file.place(done);
        }
    });
}

} // namespace kinframe::transfer
