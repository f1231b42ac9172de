// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/files/stored_file.h"

namespace kinframe::render {

using namespace Qt::StringLiterals;

QString StoredFile::storageKey() const
{
    return storageKeyOf(md5);
}

StoredFile storedFileOf(const storage::Statement &row)
{
    StoredFile file;
    file.id = row.int64(0);
    file.ownerId = row.int64(1);
    file.sha256 = row.blob(2);
    file.md5 = row.blob(3);
    file.size = row.int64(4);
    file.fileName = row.text(5);
    file.fileType = row.text(6);
    file.createdAt = row.int64(7);
    file.usedAt = row.int64(8);
    return file;
}

QString storageKeyOf(const QByteArray &md5)
{
    return u"assets/"_s + QString::fromLatin1(md5.toHex());
}

} // namespace kinframe::render
