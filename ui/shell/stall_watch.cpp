// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/stall_watch.h"

#include "base/log.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <chrono>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

// Often enough that a stall which a person could notice is not missed, seldom enough to cost nothing.
constexpr auto askEvery = 5ms;
constexpr auto lookEvery = 1ms;
constexpr qint64 tooLongNs = 50'000'000;

} // namespace

StallWatch::StallWatch(QString file, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
    , m_thread([this](const std::stop_token &stop) { watch(stop); })
{
}

StallWatch::~StallWatch()
{
    m_thread.request_stop();
    m_thread.join();
    report();
}

void StallWatch::watch(const std::stop_token &stop)
{
    for (qint64 number = 1; !stop.stop_requested(); ++number) {
        const auto asked = Clock::now();
        QMetaObject::invokeMethod(
            this, [this, number] { m_answered = number; }, Qt::QueuedConnection);
        while (m_answered < number && !stop.stop_requested()) {
            std::this_thread::sleep_for(lookEvery);
        }
        note(std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - asked).count());
        std::this_thread::sleep_for(askEvery);
    }
}

void StallWatch::note(qint64 ns)
{
    ++m_count;
    if (ns > tooLongNs) {
        ++m_over50;
        qCInfo(logApp) << "the window stood still for" << double(ns) / 1e6 << "ms";
    }
    if (ns > m_longestNs) {
        m_longestNs = ns;
        report();
    }
}

void StallWatch::startIsOver()
{
    m_startNs = m_longestNs.exchange(0);
    m_over50 = 0;
}

void StallWatch::report() const
{
    if (m_file.isEmpty()) {
        return;
    }
    QFile file(m_file);
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        const QJsonObject json{{u"startMs"_s, double(m_startNs) / 1e6},
                               {u"longestMs"_s, longestMs()},
                               {u"over50ms"_s, double(m_over50)},
                               {u"asked"_s, double(m_count)}};
        file.write(QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n');
    }
}

} // namespace kinframe::ui
