// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renders/slow_work.h"

namespace kinframe::ui {
namespace {

// A server that does not answer does not keep the next question waiting.
constexpr int threads = 3;

} // namespace

SlowWork::SlowWork(Context &context)
    : QObject(&context)
{
    m_pool.setMaxThreadCount(threads);
}

SlowWork::~SlowWork()
{
    m_pool.waitForDone();
}

SlowWork &SlowWork::of(Context &context)
{
    auto *work = context.findChild<SlowWork *>(QString(), Qt::FindDirectChildrenOnly);
    return work != nullptr ? *work : *new SlowWork(context);
}

} // namespace kinframe::ui
