// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/principal.h"
#include "base/clock.h"
#include "base/result.h"

#include <QString>
#include <QUuid>

#include <mutex>
#include <vector>

namespace kinframe::accounts {

/// A device that asks to be let in, as the person sees it.
struct AskingDevice
{
    QUuid id;
    QString name; ///< as the device calls itself
    QString code; ///< six digits, which the device shows too
    bool isConfirmed = false;
};

/// What a device is told that asks.
struct PairingRequest
{
    QUuid id;
    QString secret; ///< with which it asks how that stands
    QString code;
    qint64 lastsMs = 0;
};

/// How a device is let in without a key being typed: a person is shown a code with a token that holds for two minutes
/// and for one device; the device sends it and shows six digits, as the window does; the person compares and confirms,
/// and the device gets its key, once. In memory only. Every call from any thread; returns at once.
class Pairings
{
public:
    /// `steady` gives milliseconds that never go back.
    explicit Pairings(Clock steady = steadyMs)
        : m_steady(std::move(steady))
    {
    }

    // For the person.
    /// A token for one device, which is to be let in as `by`. An earlier one of theirs ends with it, and what asks.
    [[nodiscard]] QString invite(const Principal &by);
    /// The person looks no more: token and devices that are not confirmed are refused.
    void withdraw(qint64 userId);
    /// Those of the user's that ask or are confirmed and have not fetched their key yet.
    [[nodiscard]] std::vector<AskingDevice> asking(qint64 userId);
    /// NotFound where it has given up or taken too long.
    [[nodiscard]] Result<void> confirm(qint64 userId, const QUuid &id);
    [[nodiscard]] Result<void> refuse(qint64 userId, const QUuid &id);

    // For the device.
    /// Unauthorized where the token is wrong, used or too old. The name is cut where it is too long.
    [[nodiscard]] Result<PairingRequest> ask(const QString &token, const QString &deviceName);
    struct Answer
    {
        bool isWaiting = true;
        Principal by; ///< for whom the key is to be made, once confirmed
        QString deviceName;
    };
    /// Confirmed is said once: whoever hears it makes the key. Forbidden where the person refused; Unauthorized where
    /// there is no such question, its secret is another, or it took too long.
    [[nodiscard]] Result<Answer> answer(const QUuid &id, const QString &secret);

private:
    enum class State { Invited, Asking, Confirmed, Refused };
    struct Pairing
    {
        Principal by;
        QString token; ///< of the invitation; then the device's secret
        State state = State::Invited;
        qint64 until = 0;
        AskingDevice device;
    };
    void sweep();
    [[nodiscard]] Result<void> decide(qint64 userId, const QUuid &id, State state);

    Clock m_steady;
    std::mutex m_mutex;
    std::vector<Pairing> m_pairings; ///< a few
};

} // namespace kinframe::accounts
