// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/servers/waiting_work.h"

namespace kinframe::ui {
namespace {

// A server that does not answer does not keep the next question waiting.
constexpr int threads = 3;

} // namespace

WaitingWork::WaitingWork(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(threads);
}

WaitingWork::~WaitingWork()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

} // namespace kinframe::ui
