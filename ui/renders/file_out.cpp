// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renders/file_out.h"

#include "base/file_names.h"
#include "base/files.h"
#include "base/ids.h"

#include <QFileInfo>

#include <cerrno>
#include <utility>

namespace kinframe::ui {

using namespace Qt::StringLiterals;

FileOut::FileOut(QString path)
    : m_path(std::move(path))
    , m_file(QFileInfo(m_path).path() + u"/.kinframe-"_s + toText(newUuid()) + u".part"_s)
{
}

FileOut::~FileOut()
{
    if (!m_isDone && m_file.exists()) {
        m_file.close();
        m_file.remove();
    }
}

Result<void> FileOut::open()
{
    const QString folder = QFileInfo(m_path).path();
    if (auto made = makeFolder(folder); !made) {
        return made;
    }
    errno = 0;
    return m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered)
               ? Result<void>()
               : Failure(systemError(folder, errno));
}

Result<void> FileOut::take(const QString &from, const std::stop_token &stop)
{
    return readWhole(from, [&](QByteArrayView bytes) -> Result<void> {
        return stop.stop_requested() ? fail(ErrorCode::Canceled) : writeAll(m_file, bytes);
    });
}

Result<bool> FileOut::finish(bool replaces)
{
    if (auto synced = syncFile(m_file); !synced) {
        return failed(synced);
    }
    m_file.close();
    if (replaces) {
        const auto renamed = renameOver(m_file.fileName(), m_path);
        m_isDone = renamed.has_value();
        return renamed ? Result<bool>(true) : failed(renamed);
    }
    auto named = renameToNew(m_file.fileName(), m_path);
    m_isDone = named.value_or(false);
    return named;
}

} // namespace kinframe::ui
