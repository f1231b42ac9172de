// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/device_pairing.h"

#include "accounts/accounts.h"
#include "base/clock.h"

#include <algorithm>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int lookEveryMs = 300;
// As long as the token holds.
constexpr qint64 invitationLastsMs = 120'000;

} // namespace

DevicePairing::DevicePairing(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(lookEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &DevicePairing::look);
}

DevicePairing::~DevicePairing()
{
    close();
}

QString DevicePairing::code() const
{
    return m_code.isEmpty() ? QString() : m_code.left(3) + u' ' + m_code.mid(3);
}

void DevicePairing::invite()
{
    Context *context = Context::of(this);
    if (context == nullptr) {
        return;
    }
    const auto owner = context->services().accounts.owner();
    if (!owner) {
        return;
    }
    m_token = context->services().accounts.pairings().invite(*owner);
    m_until = steadyMs() + invitationLastsMs;
    m_device = {};
    m_timer.start();
    become(State::Inviting);
}

void DevicePairing::look()
{
    Context *context = Context::of(this);
    if (context == nullptr) {
        return;
    }
    const auto devices = context->services().accounts.pairings().asking(context->userId());
    if (m_state == State::Inviting && !devices.empty()) {
        m_device = devices.back().id;
        m_deviceName = devices.back().name;
        m_code = devices.back().code;
        m_token.clear();
        become(State::Comparing);
        return;
    }
    const bool isThere = std::ranges::find(devices, m_device, &accounts::AskingDevice::id) != devices.end();
    const bool isOver = m_state == State::Inviting ? steadyMs() >= m_until : m_state == State::Comparing && !isThere;
    if (isOver) {
        become(State::Expired);
    } else if (m_state == State::Confirmed && !isThere) {
        become(State::Paired);
    }
}

void DevicePairing::confirm()
{
    Context *context = Context::of(this);
    if (context == nullptr || m_state != State::Comparing) {
        return;
    }
    const auto confirmed = context->services().accounts.pairings().confirm(context->userId(), m_device);
    become(confirmed ? State::Confirmed : State::Expired);
}

void DevicePairing::close()
{
    if (Context *context = m_state == State::Closed ? nullptr : Context::of(this)) {
        context->services().accounts.pairings().withdraw(context->userId());
    }
    become(State::Closed);
}

void DevicePairing::become(State state)
{
    m_state = state;
    if (state != State::Inviting) {
        m_token.clear();
    }
    if (state == State::Closed || state == State::Paired || state == State::Expired) {
        m_timer.stop();
    }
    Q_EMIT changed();
}

} // namespace kinframe::ui
