// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/test_data.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace kinframe::test {

using namespace Qt::StringLiterals;

QString missingPhotos()
{
    return QFile::exists(testPath(u"photos-manifest.csv"_s)) ? QString() : u"KINFRAME_TESTDATA names no photos."_s;
}

QString missingModels()
{
    return qEnvironmentVariableIsEmpty("KINFRAME_MODELS") ? u"KINFRAME_MODELS is not set."_s : missingPhotos();
}

QString testPath(const QString &name)
{
    return qEnvironmentVariable("KINFRAME_TESTDATA") + u'/' + name;
}

QStringList testFiles(const QString &folder)
{
    QStringList files;
    QDirIterator all(testPath(folder), QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        files << all.next();
    }
    files.sort();
    return files;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
}

} // namespace kinframe::test
