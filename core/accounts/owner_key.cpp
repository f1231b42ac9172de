// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/owner_key.h"

#include "accounts/server_secret.h"
#include "base/files.h"
#include "base/log.h"

#include <QFileInfo>

namespace kinframe::accounts {
namespace {

constexpr qsizetype length = 3 + 43;

bool isReadByOthers([[maybe_unused]] const QString &path)
{
#ifdef Q_OS_WIN
    return false;
#else
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    return bool(QFileInfo(path).permissions() & others);
#endif
}

} // namespace

Result<OwnerKey> OwnerKey::open(const QString &path)
{
    OwnerKey key;
    const auto bytes = readSmallFile(path, 4096);
    if (!bytes && bytes.error().code != ErrorCode::FileNotFound) {
        return failed(bytes);
    }
    if (bytes) {
        key.m_text = QString::fromLatin1(bytes->trimmed());
        if (key.m_text.size() == length && key.m_text.startsWith(prefix) && !isReadByOthers(path)) {
            return key;
        }
        qCWarning(logAccounts).noquote() << "damaged or readable by others, made anew:" << path;
    }
    key.m_text = newToken(prefix);
    const QByteArray line = key.m_text.toLatin1() + '\n';
    if (auto written = replaceFile(path, line, true); !written) {
        return failed(written);
    }
    return key;
}

bool OwnerKey::matches(QStringView text) const
{
    return isSame(text.toUtf8(), m_text.toUtf8());
}

} // namespace kinframe::accounts
