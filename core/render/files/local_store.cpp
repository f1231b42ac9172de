// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/files/local_store.h"

#include "render/files/file_key.h"
#include "storage/blob_store.h"

#include <QDateTime>
#include <QFileInfo>

namespace kinframe::render {

using namespace Qt::StringLiterals;

LocalStore::LocalStore(QString folder)
    : m_folder(std::move(folder))
{
}

QString LocalStore::pathOf(const QString &key) const
{
    if (!checkKey(u"key"_s, key)) {
        return {};
    }
    const QString root = QFileInfo(m_folder).canonicalFilePath();
    const QString path = QFileInfo(m_folder + u'/' + key).canonicalFilePath();
    // Where a link leads out of the folder, the canonical path tells.
    const bool isInside = !root.isEmpty() && path.startsWith(root + u'/');
    return isInside && QFileInfo(path).isFile() ? path : QString();
}

Result<std::optional<ObjectFacts>> LocalStore::look(const QString &key, const std::stop_token & /*stop*/)
{
    const QString path = pathOf(key);
    if (path.isEmpty()) {
        return std::optional<ObjectFacts>();
    }
    const QFileInfo info(path);
    return std::optional(ObjectFacts{
        u"%1 %2 %3"_s.arg(path).arg(info.size()).arg(info.lastModified().toMSecsSinceEpoch()), info.size()});
}

Result<Digests> LocalStore::fetch(const QString &key, storage::BlobStore &blobs, const std::stop_token & /*stop*/)
{
    const QString path = pathOf(key);
    if (path.isEmpty()) {
        return fail(ErrorCode::FileNotFound, {{u"path"_s, key}});
    }
    auto digests = blobs.addCopyOf(path);
    if (!digests) {
        Error error = digests.error();
        for (auto &[name, value] : error.facts) {
            value = value == path ? key : value; // The host's paths are nobody's business.
        }
        return Failure(error);
    }
    return digests;
}

Result<void> LocalStore::put(const QString & /*key*/, const QString & /*path*/, const Digests & /*digests*/,
                             const std::stop_token & /*stop*/)
{
    return {};
}

Result<void> LocalStore::remove(const QString & /*key*/, const std::stop_token & /*stop*/)
{
    return {};
}

QUrl LocalStore::link(const QString & /*key*/, std::chrono::seconds /*valid*/) const
{
    return {};
}

} // namespace kinframe::render
