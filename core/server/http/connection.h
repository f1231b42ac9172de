// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/channel.h"
#include "server/http/connection_counts.h"
#include "server/http/intake.h"
#include "server/http/pool_errand.h"
#include "server/http/reply_sender.h"

#include <QObject>

#include <memory>
#include <optional>

namespace kinframe::http {

class NetworkLoop;

/// One client: has its requests taken in, handled and answered, one at a time and in order. Lives on a network thread;
/// outlives a client that leaves until the handler of its request has answered.
class Connection final : public QObject, private Channel::User
{
    Q_OBJECT

public:
    Connection(NetworkLoop &loop, quint64 id, std::unique_ptr<Channel> channel, Peer peer,
               std::unique_ptr<ConnectionCounts::Slot> slot);

    [[nodiscard]] quint64 id() const { return m_id; }
    void start();
    /// Keeps the deadlines; called every so often with steadyMs().
    void tick(qint64 now);
    /// Answers what has begun, then closes.
    void stopSoon();
    /// Closes at once.
    void abort() { clientGone(); }

    // Answers of other threads come in here, on this one.
    void handlerAnswered(WireReply reply);
    void pieceCame(Result<QByteArray> piece);

private:
    enum class State { Handshake, Reading, Handling, Replying, Lingering, Closed };

    void channelReadable() override;
    void channelWritable() override { send(); }
    void channelEnded() override { clientGone(); }

    void advance();
    [[nodiscard]] bool step();
    [[nodiscard]] bool read();
    [[nodiscard]] bool dispatch();
    [[nodiscard]] bool upgrade();
    [[nodiscard]] bool refuse(const Refusal &refusal);
    [[nodiscard]] bool reply(WireReply reply);

    void send();
    void finishReply();
    void close();
    void clientGone();
    void retireIfFree();
    void setDeadline(std::chrono::milliseconds time) { m_deadline.set(time, 0); }

    NetworkLoop &m_loop;
    const quint64 m_id;
    std::unique_ptr<Channel> m_channel;
    const Peer m_peer;
    std::unique_ptr<ConnectionCounts::Slot> m_slot;
    Deadline m_deadline; ///< none while our handler runs
    Intake m_intake;
    PoolErrand m_errand;
    ReplySender m_sender;

    State m_state;
    std::optional<Exchange> m_exchange;
    bool m_keepAlive = true;
    bool m_mustDrain = false; ///< what the client still sends is no request
    bool m_isAdvancing = false;
};

} // namespace kinframe::http
