// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <mutex>

namespace kinframe::transfer {

/// The bytes between the network's thread and the disk's: at most `capacity` and one piece more are in it.
class BodyPipe
{
public:
    enum class Offer {
        Full,  ///< not taken: the sender pauses until the reader says otherwise
        Taken, ///< the reader knows already that there is something
        First, ///< taken, and the reader must be told
    };
    struct Taken
    {
        QByteArray bytes;
        bool resume = false; ///< the sender was told Full since the last take
    };

    explicit BodyPipe(qsizetype capacity)
        : m_capacity(capacity)
    {
    }

    /// About so many bytes are coming before they are taken.
    void expect(qsizetype bytes);
    [[nodiscard]] Offer offer(QByteArrayView piece);
    [[nodiscard]] bool hasBytes();
    [[nodiscard]] Taken take();

private:
    std::mutex m_mutex;
    QByteArray m_bytes;
    const qsizetype m_capacity;
    qsizetype m_expected = 0;
    bool m_senderWaits = false;
};

} // namespace kinframe::transfer
