// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/spooled_file.h"

#include "base/files.h"
#include "base/ids.h"

#include <cerrno>

namespace kinframe::http {

using namespace Qt::StringLiterals;

SpooledFile::SpooledFile(const QString &path)
    : m_file(path)
{
}

Result<std::shared_ptr<SpooledFile>> SpooledFile::create(const QString &folder)
{
    const QString path = folder + u"/upload-"_s + toText(newUuid());
    std::shared_ptr<SpooledFile> spooled(new SpooledFile(path));
    errno = 0;
    // Unbuffered: the pieces are large, and writeAll must see each failure when it happens.
    if (!spooled->m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                              QFile::ReadOwner | QFile::WriteOwner)) {
        return Failure(systemError(path, errno));
    }
    return spooled;
}

SpooledFile::~SpooledFile()
{
    m_file.close();
    if (!m_taken) {
        m_file.remove();
    }
}

Result<void> SpooledFile::write(QByteArrayView bytes)
{
    m_hash.add(bytes);
    return writeAll(m_file, bytes);
}

Result<void> SpooledFile::finish()
{
    m_digests = m_hash.finish();
    m_file.close();
    return {};
}

QString SpooledFile::take()
{
    return m_taken.exchange(true) ? QString() : m_file.fileName();
}

} // namespace kinframe::http
