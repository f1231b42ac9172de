// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renders/store_settings.h"

#include "render/files/store_choice.h"
#include "ui/base/preferences.h"
#include "ui/base/sentences.h"
#include "ui/renders/slow_work.h"
#include "ui/renders/store_form.h"

#include <utility>

namespace kinframe::ui {

using render::S3Settings;

void StoreSettings::componentComplete()
{
    m_context = Context::of(this);
    if (const auto *preferences = Preferences::of(this)) {
        connect(preferences, &Preferences::languageChanged, this, &StoreSettings::changed, Qt::QueuedConnection);
    }
    reload();
}

void StoreSettings::reload()
{
    if (m_context == nullptr || m_context->services().objectStore == nullptr) {
        return;
    }
    if (m_status != Status::Ready) {
        m_status = Status::Loading;
        Q_EMIT changed();
    }
    m_question.ask(
        *m_context, this,
        [&store = *m_context->services().objectStore](const std::stop_token &) { return store.current(); },
        [this](Result<std::optional<S3Settings>> current) {
            m_status = current ? Status::Ready : Status::Failed;
            m_error = current ? std::nullopt : std::optional(current.error());
            if (current) {
                m_settings = std::move(*current);
                m_hasSecret = m_settings && !std::exchange(m_settings->secret, {}).isEmpty();
            }
            Q_EMIT changed();
        });
}

QString StoreSettings::errorText() const
{
    return m_error ? sentenceOf(*m_error) : QString();
}

QVariantMap StoreSettings::bucket() const
{
    return textsOf(m_settings.value_or(S3Settings()));
}

QVariantMap StoreSettings::problems(const QVariantMap &bucket) const
{
    return problemsWith(bucket, m_hasSecret);
}

void StoreSettings::chooseBucket(const QVariantMap &bucket)
{
    if (problems(bucket).isEmpty()) {
        choose(s3SettingsOf(bucket));
    }
}

void StoreSettings::chooseFolder()
{
    choose({});
}

void StoreSettings::clearError()
{
    m_error.reset();
    Q_EMIT changed();
}

void StoreSettings::choose(const std::optional<S3Settings> &settings)
{
    if (m_status != Status::Ready || m_isBusy) {
        return;
    }
    m_isBusy = true;
    m_error.reset();
    Q_EMIT changed();
    // A server that is not there is waited for.
    SlowWork::of(*m_context)
        .ask(
            this, [&store = *m_context->services().objectStore, settings] { return store.choose(settings); },
            [this](const Result<void> &done) {
                m_isBusy = false;
                if (done) {
                    reload();
                    Q_EMIT chosen();
                } else {
                    m_error = done.error();
                }
                Q_EMIT changed();
            });
}

} // namespace kinframe::ui
