// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/headers.h"

#include "server/http/header_value.h"

namespace kinframe::http {

void Headers::add(QByteArrayView name, QByteArrayView value)
{
    const auto start = qsizetype(m_text.size());
    m_lines.push_back({start, name.size(), start + name.size(), value.size()});
    m_text.insert(m_text.end(), name.begin(), name.end());
    m_text.insert(m_text.end(), value.begin(), value.end());
}

void Headers::remove(QByteArrayView name)
{
    for (int index = size() - 1; index >= 0; --index) {
        if (equalsIgnoringCase(nameAt(index), name)) {
            m_lines.erase(m_lines.begin() + index);
        }
    }
}

void Headers::clear()
{
    m_text.clear();
    m_lines.clear();
}

QByteArrayView Headers::nameAt(int index) const
{
    const Line &line = m_lines[size_t(index)];
    return QByteArrayView(m_text.data() + line.name, line.nameLength);
}

QByteArrayView Headers::valueAt(int index) const
{
    const Line &line = m_lines[size_t(index)];
    return QByteArrayView(m_text.data() + line.value, line.valueLength);
}

std::optional<QByteArrayView> Headers::get(QByteArrayView name) const
{
    for (int index = 0; index < size(); ++index) {
        if (equalsIgnoringCase(nameAt(index), name)) {
            return valueAt(index);
        }
    }
    return std::nullopt;
}

QByteArrayView Headers::value(QByteArrayView name) const
{
    return get(name).value_or(QByteArrayView());
}

int Headers::count(QByteArrayView name) const
{
    int count = 0;
    for (int index = 0; index < size(); ++index) {
        count += equalsIgnoringCase(nameAt(index), name) ? 1 : 0;
    }
    return count;
}

} // namespace kinframe::http
