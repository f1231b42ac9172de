// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/picture_provider.h"

#include "library/settings.h"
#include "ui/base/load_picture.h"
#include "ui/base/round_crop.h"
#include "ui/base/sentences.h"

#include <QRunnable>
#include <QThread>

#include <algorithm>
#include <stop_token>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kilobytesPerMegabyte = 1024;

} // namespace

struct PictureProvider::Shared
{
    Services services;
    qint64 userId;
    PictureCache cache{library::Settings::rule(library::setting::thumbnailMemory)->usual * kilobytesPerMegabyte};
};

namespace {

/// One wish of a picture item. Finishes on the thread that loads; Qt deletes it.
class Response : public QQuickImageResponse
{
public:
    void finish(const QImage &image, const QString &error)
    {
        m_image = image;
        m_error = error;
        Q_EMIT finished();
    }
    [[nodiscard]] QQuickTextureFactory *textureFactory() const override
    {
        return QQuickTextureFactory::textureFactoryForImage(m_image);
    }
    [[nodiscard]] QString errorString() const override { return m_error; }
    void cancel() override { m_stop.request_stop(); }
    [[nodiscard]] std::stop_token stop() const { return m_stop.get_token(); }

private:
    QImage m_image;
    QString m_error;
    std::stop_source m_stop;
};

} // namespace

PictureProvider::PictureProvider(const Services &services, qint64 userId, int threads)
    : m_shared(new Shared{services, userId})
{
    // One core stays free for the window itself.
    m_pool.setMaxThreadCount(threads > 0 ? threads : std::max(1, QThread::idealThreadCount() - 1));
    m_pool.setThreadPriority(QThread::LowPriority);
    m_subscription = services.events.subscribe([shared = m_shared](const Event &event) {
        if (event.type == u"setting.changed" &&
            event.details.value("key"_L1).toString() == library::setting::thumbnailMemory) {
            shared->cache.setLimit(event.details.value("value"_L1).toInteger() * kilobytesPerMegabyte);
        }
    });
    m_pool.start([shared = m_shared] {
        const int megabytes = library::Settings(shared->services.library).number(library::setting::thumbnailMemory);
        shared->cache.setLimit(megabytes * kilobytesPerMegabyte);
    });
}

PictureProvider::~PictureProvider()
{
    m_subscription.reset();
    m_pool.clear();
    m_pool.waitForDone();
}

QQuickImageResponse *PictureProvider::requestImageResponse(const QString &id, const QSize &size)
{
    auto *response = new Response;
    const int longSide = std::max({0, size.width(), size.height()});
    const QString key = id + u'@' + QString::number(longSide);
    if (const auto kept = m_shared->cache.find(key)) {
        // After the caller has connected to it.
        QMetaObject::invokeMethod(
            response, [response, image = *kept] { response->finish(image, {}); }, Qt::QueuedConnection);
        return response;
    }
    const auto load = [shared = m_shared, response, id, key, longSide] {
        if (response->stop().stop_requested()) {
            response->finish({}, {});
            return;
        }
        // What else follows a "?" only tells one state of the picture from another.
        auto image = loadPicture(shared->services, shared->userId, id.section(u'?', 0, 0), longSide, response->stop());
        if (image && id.endsWith(u"round")) {
            image = roundCrop(*image, longSide);
        }
        if (image) {
            // As it is drawn, or the thread of the window would turn it into that, and keep both.
            image->convertTo(image->hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
            shared->cache.insert(key, *image);
        }
        response->finish(image ? *image : QImage(), image ? QString() : sentenceOf(image.error()));
    };
    // What was asked for last is what the person looks at now.
    m_pool.start(QRunnable::create(load), ++m_wishes);
    return response;
}

} // namespace kinframe::ui
