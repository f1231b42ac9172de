// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#ifndef Q_OS_WIN
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

namespace kinframe::test {

/// Root may read and write everything; what others may not is tried as nobody while this lives.
class AsNobody
{
public:
    AsNobody()
        : m_before(::geteuid())
    {
        if (m_before == 0) {
            m_changed = ::seteuid(65534) == 0;
        }
    }
    ~AsNobody() { restore(); }
    AsNobody(const AsNobody &) = delete;
    AsNobody &operator=(const AsNobody &) = delete;

private:
    void restore() const
    {
        if (m_changed && ::seteuid(m_before) != 0) {
            qFatal("the test cannot become root again");
        }
    }

    uid_t m_before;
    bool m_changed = false;
};

/// Writing past `bytes` of any file fails with EFBIG while this lives.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
        : m_signal(std::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_before{};
    void (*m_signal)(int);
};

} // namespace kinframe::test
#endif
