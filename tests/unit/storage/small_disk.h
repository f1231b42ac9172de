// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QString>
#include <QTemporaryDir>

#ifdef Q_OS_LINUX
#include <sys/mount.h>
#endif

/// A volume of a few megabytes in memory, where we may make one (root on Linux); gone with its files at the end.
class SmallDisk
{
public:
    explicit SmallDisk(int megabytes)
    {
#ifdef Q_OS_LINUX
        const QByteArray options = "size=" + QByteArray::number(megabytes) + "m";
        m_isMounted = mount("tmpfs", path().constData(), "tmpfs", 0, options.constData()) == 0;
#endif
    }
    ~SmallDisk()
    {
#ifdef Q_OS_LINUX
        if (m_isMounted) {
            umount2(path().constData(), MNT_DETACH);
        }
#endif
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    [[nodiscard]] bool isMounted() const
    {
        return m_isMounted;
    }
    [[nodiscard]] QString filePath(const QString &name) const
    {
        return m_folder.filePath(name);
    }
    [[nodiscard]] bool grow([[maybe_unused]] int megabytes)
    {
#ifdef Q_OS_LINUX
        const QByteArray options = "size=" + QByteArray::number(megabytes) + "m";
        return mount("tmpfs", path().constData(), "tmpfs", MS_REMOUNT, options.constData()) == 0;
#else
        return false;
#endif
    }

private:
    [[nodiscard]] QByteArray path() const
    {
        return m_folder.path().toLocal8Bit();
    }
    QTemporaryDir m_folder;
    bool m_isMounted = false;
};
