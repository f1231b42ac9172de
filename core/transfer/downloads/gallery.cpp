// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/downloads/gallery.h"

#include "base/file_names.h"
#include "base/files.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <filesystem>

#ifndef Q_OS_WIN
#include <unistd.h>
#endif

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;

constexpr int mostNumbers = 1'000'000;

bool isThere(const QString &path)
{
    return QFileInfo::exists(path) || QFileInfo(path).isSymLink();
}

bool isSameFile(const QString &a, const QString &b)
{
    std::error_code error;
    return std::filesystem::equivalent(a.toStdU16String(), b.toStdU16String(), error) && !error;
}

bool isWritable(const QString &folder)
{
#ifdef Q_OS_WIN
    return QFileInfo(folder).isWritable();
#else
    return ::access(QFile::encodeName(folder).constData(), W_OK | X_OK) == 0;
#endif
}

Error unusable(const QString &gallery, const QString &reason)
{
    return {ErrorCode::DownloadFolder, {{u"path"_s, gallery}, {u"reason"_s, reason}}, {}};
}

Result<Naming> nameOne(const ArrivedFile &file)
{
    const bool isHere = isThere(file.arrival);
    const bool isNamed = isThere(file.path);
    if (isHere && isNamed && isSameFile(file.arrival, file.path)) {
        QFile::remove(file.arrival); // A crash between the new link and the end of the old one.
        return Naming::Named;
    }
    if (!isHere) {
        return isNamed ? Naming::Named : Naming::Vanished;
    }
    if (isNamed) {
        return Naming::Taken;
    }
    const auto renamed = renameToNew(file.arrival, file.path);
    if (!renamed) {
        return failed(renamed);
    }
    return *renamed ? Naming::Named : Naming::Taken;
}

} // namespace

QString arrivalFolder(const QString &gallery)
{
    return gallery + u"/.kinframe-downloads"_s;
}

QString arrivalPath(const QString &gallery, qint64 id)
{
    return arrivalFolder(gallery) + u'/' + QString::number(id);
}

Result<void> prepareGallery(const QString &gallery)
{
    const QString arrivals = arrivalFolder(gallery);
    if (auto made = makeFolder(arrivals); !made) {
        return Failure(explainedFor(gallery, made.error()));
    }
    for (const QString &folder : {gallery, arrivals}) {
        if (!isWritable(folder)) {
            return Failure(unusable(gallery, qt_error_string(EACCES)));
        }
    }
    return {};
}

Error explainedFor(const QString &gallery, const Error &error)
{
    switch (error.code) {
    case ErrorCode::DiskReadOnly:
    case ErrorCode::DiskFailed:
    case ErrorCode::FileNotFound: {
        const QString reason = error.fact(u"reason"_s);
        return unusable(gallery, reason.isEmpty() ? error.detail : reason);
    }
    default:
        return error;
    }
}

Result<std::vector<QString>> freePaths(const QString &gallery, const std::vector<QString> &names,
                                       const QSet<QString> &taken)
{
    const auto pathsOf = [&](int number) {
        std::vector<QString> paths;
        for (const QString &name : names) {
            paths.push_back(gallery + u'/' + numberedName(name, number));
        }
        return paths;
    };
    const auto areFree = [&](int number) {
        const std::vector<QString> paths = pathsOf(number);
        return std::none_of(paths.begin(), paths.end(),
                            [&](const QString &path) { return taken.contains(path.toCaseFolded()) || isThere(path); });
    };
    // Thousands may want the same name: not each of them looks at all numbers that are taken.
    int lastTaken = 0;
    int number = 1;
    while (!areFree(number)) {
        if (number == mostNumbers) {
            return Failure(unusable(gallery, u"every name is taken"_s));
        }
        lastTaken = number;
        number = std::min(2 * number, mostNumbers);
    }
    while (number - lastTaken > 1) {
        const int middle = lastTaken + (number - lastTaken) / 2;
        (areFree(middle) ? number : lastTaken) = middle;
    }
    return pathsOf(number);
}

Result<Naming> nameFiles(std::span<const ArrivedFile> files)
{
    for (const ArrivedFile &file : files) {
        if (!isThere(file.arrival) && !isThere(file.path)) {
            return Naming::Vanished;
        }
    }
    std::vector<const ArrivedFile *> named;
    for (const ArrivedFile &file : files) {
        auto naming = nameOne(file);
        if (naming && *naming == Naming::Named) {
            named.push_back(&file);
            continue;
        }
        for (const ArrivedFile *other : named) {
            if (auto back = renameToNew(other->path, other->arrival); !back) {
                return failed(back);
            }
        }
        return naming;
    }
    return Naming::Named;
}

Result<bool> hasChecksum(const QString &path, const Checksum &checksum)
{
    Checker checker(checksum);
    auto read = readWhole(path, [&checker](QByteArrayView bytes) -> Result<void> {
        checker.add(bytes);
        return {};
    });
    return read ? Result<bool>(checker.matches()) : failed(read);
}

} // namespace kinframe::transfer
