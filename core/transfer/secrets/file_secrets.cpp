// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/secrets/file_secrets.h"

#include "base/files.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestFile = 4 * 1024 * 1024;

/// A file that came from elsewhere, a copy of a backup for example, may be open to others.
Result<void> closeToOthers(const QString &path)
{
    constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (QFileInfo(path).permissions() & others && !QFile::setPermissions(path, ownerOnly)) {
        return fail(ErrorCode::DiskReadOnly, {{u"path"_s, path}});
    }
    return {};
}

} // namespace

FileSecrets::FileSecrets(QString path)
    : m_path(std::move(path))
{
}

Result<QJsonObject> FileSecrets::load() const
{
    const auto bytes = readSmallFile(m_path, largestFile);
    if (!bytes && bytes.error().code == ErrorCode::FileNotFound) {
        return QJsonObject();
    }
    if (!bytes) {
        return failed(bytes);
    }
#ifndef Q_OS_WIN
    if (auto closed = closeToOthers(m_path); !closed) {
        return failed(closed);
    }
#endif
    const QJsonDocument document = QJsonDocument::fromJson(*bytes);
    if (!document.isObject()) {
        return fail(ErrorCode::FileDamaged, {{u"path"_s, m_path}, {u"reason"_s, u"not JSON"_s}});
    }
    return document.object();
}

Result<void> FileSecrets::change(const std::function<bool(QJsonObject &)> &edit) const
{
    auto secrets = load();
    if (!secrets) {
        return failed(secrets);
    }
    if (!edit(*secrets)) {
        return {};
    }
    return replaceFile(m_path, QJsonDocument(*secrets).toJson(), true);
}

void FileSecrets::read(const QString &name, Read done)
{
    m_disk.post([this, name, done = std::move(done)] {
        const auto secrets = load();
        if (!secrets) {
            done(failed(secrets));
            return;
        }
        const QJsonValue found = secrets->value(name);
        done(found.isString() ? std::optional(QByteArray::fromBase64(found.toString().toLatin1())) : std::nullopt);
    });
}

void FileSecrets::write(const QString &name, const QByteArray &secret, Done done)
{
    m_disk.post([this, name, secret, done = std::move(done)] {
        done(change([&](QJsonObject &secrets) {
            secrets.insert(name, QString::fromLatin1(secret.toBase64()));
            return true;
        }));
    });
}

void FileSecrets::remove(const QString &name, Done done)
{
    m_disk.post([this, name, done = std::move(done)] {
        done(change([&](QJsonObject &secrets) {
            const bool isThere = secrets.contains(name);
            secrets.remove(name);
            return isThere;
        }));
    });
}

void FileSecrets::place(std::function<void(Result<SecretPlace>)> done)
{
    done(SecretPlace{SecretPlace::Kind::File, m_path});
}

} // namespace kinframe::transfer
