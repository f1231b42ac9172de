// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/file_list.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

namespace kinframe::library {
namespace {

using namespace Qt::StringLiterals;

class Walk
{
public:
    Walk(const std::function<bool(const QString &)> &visit,
         const std::function<void(const QString &, const Error &)> &unreadable,
         const std::function<void(const QString &)> &sidecar, const std::stop_token &stop)
        : m_visit(visit)
        , m_unreadable(unreadable)
        , m_sidecar(sidecar)
        , m_stop(stop)
    {
    }

    bool folder(const QString &path)
    {
        const QFileInfo info(path);
        if (!info.isReadable() || !info.isExecutable()) {
            m_unreadable(path,
                         {ErrorCode::FileUnreadable, {{u"path"_s, path}, {u"reason"_s, u"permission denied"_s}}, {}});
            return true;
        }
        const auto entries =
            QDir(path).entryInfoList(QDir::Dirs | QDir::Files | QDir::NoDotAndDotDot, QDir::Name | QDir::DirsLast);
        for (const QFileInfo &entry : entries) {
            if (m_stop.stop_requested()) {
                return false;
            }
            const bool isFolder = entry.isDir();
            if (isFolder && entry.isSymLink()) {
                continue;
            }
            if (m_sidecar && !isFolder && entry.suffix().compare("xmp"_L1, Qt::CaseInsensitive) == 0) {
                m_sidecar(entry.filePath());
            }
            const bool goOn =
                isFolder ? folder(entry.filePath()) : !looksLikeMedia(entry.fileName()) || m_visit(entry.filePath());
            if (!goOn) {
                return false;
            }
        }
        return true;
    }

private:
    const std::function<bool(const QString &)> &m_visit;
    const std::function<void(const QString &, const Error &)> &m_unreadable;
    const std::function<void(const QString &)> &m_sidecar;
    const std::stop_token &m_stop;
};

} // namespace

bool looksLikeMedia(const QString &fileName)
{
    static const QSet<QString> suffixes{
        u"jpg"_s, u"jpeg"_s, u"jpe"_s,  u"jfif"_s, u"png"_s,  u"webp"_s, u"tif"_s,  u"tiff"_s, u"gif"_s, u"bmp"_s,
        u"exr"_s, u"heic"_s, u"heif"_s, u"hif"_s,  u"avif"_s, u"dng"_s,  u"cr2"_s,  u"cr3"_s,  u"nef"_s, u"nrw"_s,
        u"arw"_s, u"sr2"_s,  u"orf"_s,  u"rw2"_s,  u"raf"_s,  u"pef"_s,  u"srw"_s,  u"x3f"_s,  u"mp4"_s, u"m4v"_s,
        u"mov"_s, u"qt"_s,   u"mkv"_s,  u"webm"_s, u"avi"_s,  u"mts"_s,  u"m2ts"_s, u"ts"_s,   u"mpg"_s, u"mpeg"_s,
        u"3gp"_s, u"3g2"_s,  u"wmv"_s,  u"flv"_s,  u"insp"_s, u"vob"_s,  u"mpo"_s};
    return suffixes.contains(QFileInfo(fileName).suffix().toLower());
}

Result<void> walkFiles(const QStringList &paths, const std::function<bool(const QString &)> &visit,
                       const std::function<void(const QString &, const Error &)> &unreadable,
                       const std::stop_token &stop, const std::function<void(const QString &)> &sidecar)
{
    Walk walk(visit, unreadable, sidecar, stop);
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (!info.exists()) {
            unreadable(path, {ErrorCode::FileNotFound, {{u"path"_s, path}}, {}});
            continue;
        }
        const bool goOn = info.isDir() ? walk.folder(info.absoluteFilePath()) : visit(info.absoluteFilePath());
        if (!goOn) {
            return fail(ErrorCode::Canceled);
        }
    }
    return {};
}

} // namespace kinframe::library
