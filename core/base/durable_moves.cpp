// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/durable_moves.h"

#include "base/files.h"

#include <QFileInfo>

#include <map>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#endif

namespace kinframe {
namespace {

using namespace Qt::StringLiterals;

// Files that are open at a time.
constexpr std::size_t atOnce = 64;

// Lets the system begin: the first sync then finds the other files on their way, and the later ones next to nothing.
void beginSync([[maybe_unused]] const QFile &file)
{
#ifdef Q_OS_LINUX
    (void)sync_file_range(file.handle(), 0, 0, SYNC_FILE_RANGE_WRITE);
#endif
}

std::unique_ptr<QFile> openWritten(const QString &path)
{
    auto file = std::make_unique<QFile>(path);
    // Windows syncs only what is open for writing.
    if (file->open(QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered)) {
        beginSync(*file);
    }
    return file;
}

Result<void> syncAndClose(QFile &file, const FileMove &move)
{
    if (!file.isOpen()) {
        return fail(ErrorCode::FileUnreadable, {{u"path"_s, move.from}, {u"reason"_s, file.errorString()}});
    }
    auto synced = syncFile(file);
    file.close();
    return synced;
}

void syncSome(std::span<const FileMove> moves, std::vector<Result<void>> &results)
{
    std::vector<std::unique_ptr<QFile>> files;
    files.reserve(moves.size());
    for (const FileMove &move : moves) {
        files.push_back(openWritten(move.from));
    }
    for (std::size_t i = 0; i < moves.size(); ++i) {
        results.push_back(syncAndClose(*files[i], moves[i]));
    }
}

} // namespace

std::vector<Result<void>> moveDurably(std::span<const FileMove> moves)
{
    std::vector<Result<void>> results;
    results.reserve(moves.size());
    for (std::size_t from = 0; from < moves.size(); from += atOnce) {
        syncSome(moves.subspan(from, std::min(atOnce, moves.size() - from)), results);
    }
    renameDurably(moves, results);
    return results;
}

void renameDurably(std::span<const FileMove> moves, std::span<Result<void>> results)
{
    for (std::size_t i = 0; i < moves.size(); ++i) {
        if (results[i]) {
            results[i] = renameOver(moves[i].from, moves[i].to);
        }
    }
    std::map<QString, Result<void>> folders;
    for (std::size_t i = 0; i < moves.size(); ++i) {
        const QString folder = QFileInfo(moves[i].to).path();
        if (results[i] && !folders.contains(folder)) {
            folders.emplace(folder, syncFolder(folder));
        }
        if (results[i]) {
            results[i] = folders.at(folder);
        }
    }
}

} // namespace kinframe
