// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QImage>
#include <QString>

#include <mutex>
#include <optional>

namespace kinframe::ui {

/// Decoded pictures up to so many bytes, the least recently used go first. From any thread.
class PictureCache
{
public:
    explicit PictureCache(qsizetype kilobytes)
        : m_images(kilobytes)
    {
    }

    [[nodiscard]] std::optional<QImage> find(const QString &key)
    {
        const std::lock_guard lock(m_mutex);
        const QImage *image = m_images.object(key);
        return image ? std::optional(*image) : std::nullopt;
    }

    void insert(const QString &key, const QImage &image)
    {
        const std::lock_guard lock(m_mutex);
        m_images.insert(key, new QImage(image), image.sizeInBytes() / 1024 + 1);
    }

    void setLimit(qsizetype kilobytes)
    {
        const std::lock_guard lock(m_mutex);
        m_images.setMaxCost(kilobytes);
    }

    void clear()
    {
        const std::lock_guard lock(m_mutex);
        m_images.clear();
    }

private:
    std::mutex m_mutex;
    QCache<QString, QImage> m_images; ///< cost in KB
};

} // namespace kinframe::ui
