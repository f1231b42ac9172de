// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/act_line.h"

#include <utility>

namespace kinframe::ui {

ActLine::ActLine(Context *context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

ActLine::~ActLine()
{
    m_stop.request_stop();
}

void ActLine::insert(std::function<void()> act)
{
    if (!m_context) {
        return;
    }
    if (m_isOver) {
        m_acts.insert(m_acts.begin() + std::ptrdiff_t(++m_ledTo), std::move(act));
        return;
    }
    m_acts.push_back(std::move(act));
    if (m_acts.size() == 1) {
        Q_EMIT busyChanged();
        begin();
    }
}

void ActLine::begin()
{
    m_stop = std::stop_source();
    // Its place stays taken; what it holds goes with the answer.
    const auto act = std::exchange(m_acts.front(), {});
    act();
}

void ActLine::goOn()
{
    m_isOver = false;
    m_ledTo = 0;
    m_acts.pop_front();
    if (m_acts.empty()) {
        Q_EMIT busyChanged();
    } else {
        begin();
    }
}

} // namespace kinframe::ui
