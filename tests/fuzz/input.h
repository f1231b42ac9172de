// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtGlobal>

#include <algorithm>
#include <cstdlib>

namespace kinframe::fuzz {

/// The bytes that the fuzzer made, taken from the front.
class Input
{
public:
    Input(const quint8 *data, std::size_t size)
        : m_rest(data, static_cast<qsizetype>(size))
    {
    }

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }

    quint8 byte()
    {
        const QByteArrayView taken = take(1);
        return taken.isEmpty() ? 0 : static_cast<quint8>(taken.front());
    }

    QByteArrayView take(qsizetype count)
    {
        const QByteArrayView taken = m_rest.first(std::min(count, m_rest.size()));
        m_rest = m_rest.sliced(taken.size());
        return taken;
    }

    /// Up to the next line feed, which is dropped.
    QByteArrayView line()
    {
        const qsizetype end = m_rest.indexOf('\n');
        const QByteArrayView taken = take(end < 0 ? m_rest.size() : end);
        take(1);
        return taken;
    }

    QByteArrayView rest() { return take(m_rest.size()); }

private:
    QByteArrayView m_rest;
};

/// What must hold whatever the input is.
inline void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

} // namespace kinframe::fuzz
