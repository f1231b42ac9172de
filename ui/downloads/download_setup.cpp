// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/downloads/download_setup.h"

#include "base/files.h"
#include "transfer/downloads/downloads.h"
#include "ui/base/preferences.h"
#include "ui/base/sentences.h"

#include <QFileInfo>

#include <utility>

namespace kinframe::ui {
namespace {

using transfer::DownloadSettings;

constexpr qint64 tenthOfMegabyte = 100'000;

/// Of the folder or, as long as it is not made, of what it will be made in. Waits for the disk.
qint64 freeIn(const QString &folder)
{
    QFileInfo place(folder);
    while (!place.exists() && place.absolutePath() != place.absoluteFilePath()) {
        place = QFileInfo(place.absolutePath());
    }
    return freeSpace(place.absoluteFilePath());
}

} // namespace

void DownloadSetup::componentComplete()
{
    m_context = Context::of(this);
    if (const auto *preferences = Preferences::of(this)) {
        connect(preferences, &Preferences::languageChanged, this, &DownloadSetup::changed, Qt::QueuedConnection);
    }
    reload();
}

Result<DownloadSetup::Read> DownloadSetup::read(const Services &services)
{
    auto settings = services.downloads->settings();
    if (!settings) {
        return failed(settings);
    }
    const qint64 free = freeIn(settings->folder.isEmpty() ? transfer::usualGallery() : settings->folder);
    return Read{std::move(*settings), free};
}

void DownloadSetup::reload()
{
    if (m_context && m_context->services().downloads) {
        m_question.ask(
            *m_context, this, [&services = m_context->services()](const std::stop_token &) { return read(services); },
            [this](const Result<Read> &found) { show(found); });
    }
}

void DownloadSetup::show(const Result<Read> &read)
{
    m_error.reset();
    if (read) {
        m_isReady = true;
        m_settings = read->settings;
        m_hours = m_settings.hours.value_or(m_hours);
        m_free = read->free;
    } else {
        m_error = read.error();
    }
    Q_EMIT changed();
}

void DownloadSetup::put(DownloadSettings settings)
{
    if (!m_isReady) {
        return;
    }
    m_question.drop();
    m_settings = std::move(settings);
    m_error.reset();
    Q_EMIT changed();
    m_keeping.begin();
}

void DownloadSetup::keep()
{
    struct Kept
    {
        Result<void> outcome;
        Result<Read> now;
    };
    m_context->ask(
        this,
        [&services = m_context->services(), settings = m_settings]() {
            Result<void> outcome = services.downloads->setSettings(settings);
            return Kept{std::move(outcome), read(services)};
        },
        [this](const Kept &kept) {
            if (!m_keeping.ended()) {
                return;
            }
            // What holds is shown, with why a change is not there.
            show(kept.now);
            if (!kept.outcome) {
                m_error = kept.outcome.error();
                Q_EMIT changed();
            }
        });
}

QString DownloadSetup::errorText() const
{
    return m_error ? sentenceOf(*m_error) : QString();
}

QString DownloadSetup::folder() const
{
    return m_settings.folder.isEmpty() ? transfer::usualGallery() : m_settings.folder;
}

QString DownloadSetup::freeText() const
{
    return m_free >= 0 ? bytesText(m_free) : QString();
}

void DownloadSetup::setFolder(const QUrl &folder)
{
    DownloadSettings settings = m_settings;
    settings.folder = folder.toLocalFile();
    put(std::move(settings));
}

int DownloadSetup::speed() const
{
    return int(m_settings.bytesPerSecond / tenthOfMegabyte);
}

void DownloadSetup::setSpeed(int tenths)
{
    if (tenths != speed()) {
        DownloadSettings settings = m_settings;
        settings.bytesPerSecond = tenths * tenthOfMegabyte;
        put(std::move(settings));
    }
}

void DownloadSetup::setHasHours(bool isWanted)
{
    if (isWanted != hasHours()) {
        DownloadSettings settings = m_settings;
        settings.hours = isWanted ? std::optional(m_hours) : std::nullopt;
        put(std::move(settings));
    }
}

int DownloadSetup::from() const
{
    return m_settings.hours.value_or(m_hours).from;
}

int DownloadSetup::to() const
{
    return m_settings.hours.value_or(m_hours).to;
}

void DownloadSetup::setFrom(int hour)
{
    if (hour != from()) {
        m_hours = {hour, to()};
        DownloadSettings settings = m_settings;
        settings.hours = m_hours;
        put(std::move(settings));
    }
}

void DownloadSetup::setTo(int hour)
{
    if (hour != to()) {
        m_hours = {from(), hour};
        DownloadSettings settings = m_settings;
        settings.hours = m_hours;
        put(std::move(settings));
    }
}

void DownloadSetup::setJoinsLibrary(bool isWanted)
{
    if (isWanted != m_settings.joinsLibrary) {
        DownloadSettings settings = m_settings;
        settings.joinsLibrary = isWanted;
        put(std::move(settings));
    }
}

} // namespace kinframe::ui
