// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/pairings.h"

#include "accounts/server_secret.h"
#include "base/ids.h"

#include <QRandomGenerator>

#include <algorithm>

namespace kinframe::accounts {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 lastsMs = 120'000;
// Nobody pairs more at a time; whoever tries pushes out the oldest.
constexpr size_t mostPairings = 8;
constexpr qsizetype longestName = 100;

/// Evenly from 000000 to 999999.
QString newCode()
{
    return u"%1"_s.arg(QRandomGenerator::system()->bounded(1'000'000), 6, 10, QChar(u'0'));
}

/// One line of what can be seen: it stands beside the code that is to be compared.
QString shownName(const QString &name)
{
    QString shown;
    for (const QChar c : name.simplified()) {
        shown += c.isPrint() ? c : QChar(u' ');
    }
    return shown.simplified().left(longestName);
}

} // namespace

void Pairings::sweep()
{
    const qint64 now = m_steady();
    std::erase_if(m_pairings, [now](const Pairing &one) { return one.until <= now; });
}

QString Pairings::invite(const Principal &by)
{
    withdraw(by.userId);
    const std::scoped_lock lock(m_mutex);
    if (m_pairings.size() >= mostPairings) {
        m_pairings.erase(m_pairings.begin());
    }
    Pairing pairing;
    pairing.by = by;
    pairing.token = newToken(u"kp_");
    pairing.until = m_steady() + lastsMs;
    m_pairings.push_back(pairing);
    return pairing.token;
}

void Pairings::withdraw(qint64 userId)
{
    const std::scoped_lock lock(m_mutex);
    sweep();
    std::erase_if(m_pairings,
                  [&](const Pairing &one) { return one.by.userId == userId && one.state == State::Invited; });
    for (Pairing &one : m_pairings) {
        if (one.by.userId == userId && one.state == State::Asking) {
            one.state = State::Refused;
        }
    }
}

std::vector<AskingDevice> Pairings::asking(qint64 userId)
{
    const std::scoped_lock lock(m_mutex);
    sweep();
    std::vector<AskingDevice> devices;
    for (const Pairing &one : m_pairings) {
        if (one.by.userId == userId && (one.state == State::Asking || one.state == State::Confirmed)) {
            devices.push_back(one.device);
            devices.back().isConfirmed = one.state == State::Confirmed;
        }
    }
    return devices;
}

Result<void> Pairings::confirm(qint64 userId, const QUuid &id)
{
    return decide(userId, id, State::Confirmed);
}

Result<void> Pairings::refuse(qint64 userId, const QUuid &id)
{
    return decide(userId, id, State::Refused);
}

Result<void> Pairings::decide(qint64 userId, const QUuid &id, State state)
{
    const std::scoped_lock lock(m_mutex);
    sweep();
    for (Pairing &one : m_pairings) {
        if (one.state == State::Asking && one.by.userId == userId && one.device.id == id) {
            one.state = state;
            return {};
        }
    }
    return fail(ErrorCode::NotFound, {{u"what"_s, u"device"_s}, {u"id"_s, toText(id)}});
}

Result<PairingRequest> Pairings::ask(const QString &token, const QString &deviceName)
{
    const std::scoped_lock lock(m_mutex);
    sweep();
    for (Pairing &one : m_pairings) {
        if (one.state == State::Invited && isSame(one.token.toUtf8(), token.toUtf8())) {
            one.state = State::Asking;
            one.token = newToken(u"kp_");
            one.until = m_steady() + lastsMs;
            one.device = {newUuid(), shownName(deviceName), newCode(), false};
            return PairingRequest{one.device.id, one.token, one.device.code, lastsMs};
        }
    }
    return fail(ErrorCode::Unauthorized);
}

Result<Pairings::Answer> Pairings::answer(const QUuid &id, const QString &secret)
{
    const std::scoped_lock lock(m_mutex);
    sweep();
    for (size_t i = 0; i < m_pairings.size(); ++i) {
        const Pairing &one = m_pairings[i];
        if (one.state == State::Invited || one.device.id != id || !isSame(one.token.toUtf8(), secret.toUtf8())) {
            continue;
        }
        if (one.state == State::Asking) {
            return Answer{};
        }
        const bool isConfirmed = one.state == State::Confirmed;
        const Answer said{false, one.by, one.device.name};
        m_pairings.erase(m_pairings.begin() + qsizetype(i));
        return isConfirmed ? Result<Answer>(said)
                           : Failure({ErrorCode::Forbidden, {{u"what"_s, u"pair this device"_s}}, {}});
    }
    return fail(ErrorCode::Unauthorized);
}

} // namespace kinframe::accounts
