// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>
#include <utility>
#include <vector>

namespace kinframe::http {

/// The header lines of a message in their order; names compare without case. Views into it are good as long as it is
/// neither changed nor destroyed.
class Headers
{
public:
    void reserve(qsizetype bytes) { m_text.reserve(size_t(bytes)); }
    void add(QByteArrayView name, QByteArrayView value);
    /// Takes every line of that name away.
    void remove(QByteArrayView name);
    void clear();

    [[nodiscard]] int size() const { return int(m_lines.size()); }
    [[nodiscard]] QByteArrayView nameAt(int index) const;
    [[nodiscard]] QByteArrayView valueAt(int index) const;

    /// The first of that name.
    [[nodiscard]] std::optional<QByteArrayView> get(QByteArrayView name) const;
    /// The same, empty where there is none.
    [[nodiscard]] QByteArrayView value(QByteArrayView name) const;
    [[nodiscard]] int count(QByteArrayView name) const;
    [[nodiscard]] bool has(QByteArrayView name) const { return get(name).has_value(); }

private:
    struct Line
    {
        qsizetype name;
        qsizetype nameLength;
        qsizetype value;
        qsizetype valueLength;
    };

    std::vector<char> m_text;
    std::vector<Line> m_lines;
};

} // namespace kinframe::http
