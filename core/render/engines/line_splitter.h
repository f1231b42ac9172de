// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace kinframe::render {

/// Cuts a growing stream into lines; `\n` and `\r` end one. Of a line past the limit, what is beyond is dropped.
class LineSplitter
{
public:
    static constexpr qsizetype longestLine = 16 * 1024;

    /// Calls `take(line, from, to)` for each line that is whole now and not empty; `from` and `to` are its offsets in
    /// the stream, `to` past its end mark.
    template <typename Take>
    void feed(QByteArrayView bytes, const Take &take)
    {
        for (qsizetype at = 0; at < bytes.size();) {
            qsizetype end = at;
            while (end < bytes.size() && bytes[end] != '\n' && bytes[end] != '\r') {
                ++end;
            }
            const qsizetype room = longestLine - m_line.size();
            m_line.append(bytes.sliced(at, std::min(room, end - at)));
            if (end == bytes.size()) {
                m_position += end - at;
                return;
            }
            m_position += end - at + 1;
            give(take);
            at = end + 1;
        }
    }

    /// The last line, if nothing ended it.
    template <typename Take>
    void finish(const Take &take)
    {
        give(take);
    }

    /// Bytes that were fed.
    [[nodiscard]] qint64 position() const { return m_position; }

private:
    template <typename Take>
    void give(const Take &take)
    {
        if (!m_line.isEmpty()) {
            take(QByteArrayView(m_line), m_lineFrom, m_position);
        }
        m_line.clear();
        m_lineFrom = m_position;
    }

    QByteArray m_line;
    qint64 m_lineFrom = 0;
    qint64 m_position = 0;
};

} // namespace kinframe::render
