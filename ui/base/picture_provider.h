// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/picture_cache.h"
#include "ui/base/services.h"

#include <QQuickAsyncImageProvider>
#include <QThreadPool>

#include <memory>

namespace kinframe::ui {

/// `image://library/thumb/<asset>`, `/preview/<asset>`, `/full/<asset>` (upright; as large as asked), `/face/<face>`
/// and `/person/<person>` (the cover), of other libraries `/remote/<name in hex>/<asset>` and
/// `/remote-large/…`, `/remote-face/…<person>`; with "?round" at the end as a circle. Loads on threads of its own, the
/// last wish first; what is no longer wanted is not loaded.
class PictureProvider : public QQuickAsyncImageProvider
{
    Q_OBJECT

public:
    /// `threads`: how many load at once; 0: as many as the computer's cores can, which is for what lies here.
    PictureProvider(const Services &services, qint64 userId, int threads = 0);
    ~PictureProvider() override;

    [[nodiscard]] QQuickImageResponse *requestImageResponse(const QString &id, const QSize &size) override;

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
    std::unique_ptr<EventBus::Subscription> m_subscription;
    QThreadPool m_pool;
    std::atomic<int> m_wishes = 0;
};

} // namespace kinframe::ui
