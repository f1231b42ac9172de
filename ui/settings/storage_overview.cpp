// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/storage_overview.h"

#include "jobs/progress.h"
#include "ui/base/preferences.h"
#include "ui/base/sentences.h"

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;

TaskInfo taskOf(std::stop_source stop)
{
    TaskInfo info;
    info.kind = u"trash"_s;
    info.title = u"trash"_s;
    info.cancel = [stop]() mutable { stop.request_stop(); };
    return info;
}

} // namespace

StorageOverview::~StorageOverview() = default;

QString StorageOverview::originals() const
{
    return bytesText(m_use.originals);
}

QString StorageOverview::thumbnails() const
{
    return bytesText(m_use.thumbnails);
}

QString StorageOverview::trash() const
{
    return bytesText(m_use.trash);
}

QString StorageOverview::database() const
{
    return bytesText(m_use.database);
}

QString StorageOverview::inPlace() const
{
    return bytesText(m_use.inPlace);
}

QString StorageOverview::free() const
{
    return m_use.free < 0 ? QString() : bytesText(m_use.free);
}

QList<double> StorageOverview::shares() const
{
    const QList<qint64> parts{m_use.originals - m_use.trash, m_use.trash, m_use.thumbnails, m_use.database};
    qint64 whole = 0;
    for (const qint64 part : parts) {
        whole += part;
    }
    QList<double> shares;
    for (const qint64 part : parts) {
        shares << (whole > 0 ? double(part) / double(whole) : 0);
    }
    return shares;
}

void StorageOverview::componentComplete()
{
    m_context = Context::of(this);
    if (auto *preferences = Preferences::of(this)) {
        connect(preferences, &Preferences::languageChanged, this, &StorageOverview::changed, Qt::QueuedConnection);
    }
    reload();
}

void StorageOverview::reload()
{
    if (!m_context) {
        return;
    }
    m_question.ask(
        *m_context, this,
        [services = m_context->services().library, user = m_context->userId()](const std::stop_token &stop) {
            return library::storageUse(services, user, stop);
        },
        [this](const Result<library::StorageUse> &use) {
            m_isKnown = m_isKnown || use.has_value();
            m_errorText = use ? QString() : sentenceOf(use.error());
            m_use = use.value_or(m_use);
            Q_EMIT changed();
        });
}

// A large trash takes a while, so it has a thread of its own and not one of those that answer the window.
void StorageOverview::emptyTrash()
{
    if (!m_context || m_isEmptying) {
        return;
    }
    m_isEmptying = true;
    m_fraction = 0;
    m_errorText.clear();
    Q_EMIT changed();
    Q_EMIT progressed();
    m_emptier =
        std::jthread([this, services = m_context->services(), user = m_context->userId()](const std::stop_token &stop) {
            std::stop_source both;
            const std::stop_callback byWindow(stop, [&both] { both.request_stop(); });
            ScopedTask task = services.progress.begin(taskOf(both));
            const auto report = [this, &task](qint64 done, qint64 total) {
                task.set(done, total);
                QMetaObject::invokeMethod(this, [this, fraction = double(done) / double(std::max<qint64>(total, 1))] {
                    m_fraction = fraction;
                    Q_EMIT progressed();
                });
            };
            const auto result = library::emptyTrash(services.library, user, report, both.get_token());
            QMetaObject::invokeMethod(this, [this, result] { ended(result); });
        });
}

void StorageOverview::ended(const Result<qint64> &result)
{
    m_isEmptying = false;
    Q_EMIT progressed();
    if (result) {
        Q_EMIT emptied(int(*result));
    }
    reload();
    if (!result && result.error().code != ErrorCode::Canceled) {
        m_errorText = sentenceOf(result.error());
        Q_EMIT changed();
    }
}

void StorageOverview::cancelEmptying()
{
    m_emptier.request_stop();
}

} // namespace kinframe::ui
