// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/body_pipe.h"

#include <utility>

namespace kinframe::transfer {

void BodyPipe::expect(qsizetype bytes)
{
    const std::scoped_lock lock(m_mutex);
    m_expected = std::min(bytes, m_capacity);
}

bool BodyPipe::hasBytes()
{
    const std::scoped_lock lock(m_mutex);
    return !m_bytes.isEmpty();
}

BodyPipe::Offer BodyPipe::offer(QByteArrayView piece)
{
    const std::scoped_lock lock(m_mutex);
    if (m_bytes.size() >= m_capacity) {
        m_senderWaits = true;
        return Offer::Full;
    }
    const bool first = m_bytes.isEmpty();
    if (first) {
        m_bytes.reserve(std::max(m_expected, piece.size()));
    }
    m_bytes.append(piece);
    return first ? Offer::First : Offer::Taken;
}

BodyPipe::Taken BodyPipe::take()
{
    const std::scoped_lock lock(m_mutex);
    return {std::exchange(m_bytes, {}), std::exchange(m_senderWaits, false)};
}

} // namespace kinframe::transfer
