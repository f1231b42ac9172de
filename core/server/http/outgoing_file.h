// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#ifndef Q_OS_UNIX
#include <QFile>

#include <memory>
#endif

namespace kinframe::http {

/// An ordinary file, open to be sent. One thread at a time.
class OutgoingFile
{
public:
    /// FileUnreadable for everything else, with the reason.
    [[nodiscard]] static Result<OutgoingFile> open(const QString &path);
    ~OutgoingFile();
    OutgoingFile(OutgoingFile &&other) noexcept;
    OutgoingFile &operator=(OutgoingFile &&other) noexcept;

    [[nodiscard]] const QString &path() const { return m_path; }
    /// When it was opened.
    [[nodiscard]] qint64 size() const { return m_size; }
    /// How many bytes that place gave; none where the file ends before it or cannot be read.
    [[nodiscard]] qint64 read(char *to, qint64 first, qint64 count);
#ifdef Q_OS_UNIX
    [[nodiscard]] int descriptor() const
    {
        return m_descriptor;
    }
#endif

private:
    explicit OutgoingFile(const QString &path);

    QString m_path;
    qint64 m_size = 0;
#ifdef Q_OS_UNIX
    int m_descriptor = -1;
#else
    std::unique_ptr<QFile> m_file;
#endif
};

} // namespace kinframe::http
