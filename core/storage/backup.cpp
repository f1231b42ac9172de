// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backup.h"

#include "base/files.h"
#include "storage/sql_error.h"

#include <QFile>

#include <sqlite3.h>

namespace kinframe::storage {

using namespace Qt::StringLiterals;

Result<void> copyDatabase(Connection &from, const QString &path)
{
    if (QFile::exists(path)) {
        return fail(ErrorCode::Conflict, {{u"reason"_s, u"“%1” exists already"_s.arg(path)}});
    }
    const QString unfinished = path + u".part"_s;
    QFile::remove(unfinished);
    try {
        // VACUUM INTO reads one snapshot and writes a compact file without a journal beside it.
        from.run("VACUUM INTO ?1", unfinished);
    } catch (const SqlError &error) {
        QFile::remove(unfinished);
        return Failure(error.toError());
    }
    QFile file(unfinished);
    if (!file.open(QIODevice::ReadWrite)) {
        return fail(ErrorCode::DiskReadOnly, {{u"path"_s, unfinished}}, file.errorString());
    }
    if (auto synced = syncFile(file); !synced) {
        return synced;
    }
    file.close();
    return renameDurably(unfinished, path);
}

QStringList integrityProblems(Connection &connection)
{
    QStringList problems;
    Statement integrity = connection.prepare("PRAGMA integrity_check(50)");
    while (integrity.step()) {
        if (const QString line = integrity.text(0); line != u"ok"_s) {
            problems << line;
        }
    }
    Statement keys = connection.prepare("PRAGMA foreign_key_check");
    while (keys.step() && problems.size() < 100) {
        problems << u"row %1 of %2 refers to nothing in %3"_s.arg(keys.int64(1)).arg(keys.text(0), keys.text(2));
    }
    return problems;
}

} // namespace kinframe::storage
