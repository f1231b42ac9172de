// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace kinframe::test {

/// Counts the answers in what a server sends on one connection. Knows lengths and chunks; answers to HEAD are not
/// asked for here.
class AnswerReader
{
public:
    void add(QByteArrayView bytes);
    /// Of the answers that have come whole, without the interim ones (1xx).
    [[nodiscard]] const std::vector<int> &statuses() const { return m_statuses; }
    /// Bytes came that are no answer.
    [[nodiscard]] bool isBroken() const { return m_isBroken; }

private:
    [[nodiscard]] bool takeAnswer();

    QByteArray m_bytes;
    std::vector<int> m_statuses;
    bool m_isBroken = false;
};

} // namespace kinframe::test
