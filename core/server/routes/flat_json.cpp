// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/flat_json.h"

namespace kinframe::server {
namespace {

/// Behind the quote that ends the string whose first quote stands at `start`.
qsizetype afterString(QByteArrayView text, qsizetype start)
{
    qsizetype at = start + 1;
    while (at < text.size() && text[at] != '"') {
        at += text[at] == '\\' ? 2 : 1;
    }
    return std::min(at + 1, text.size());
}

/// Behind the value at the start of the text.
qsizetype afterValue(QByteArrayView text)
{
    qsizetype depth = 0;
    qsizetype at = 0;
    while (at < text.size()) {
        const char character = text[at];
        if (character == '"') {
            at = afterString(text, at);
            continue;
        }
        if (depth == 0 && (character == ',' || character == '}')) {
            return at;
        }
        depth += (character == '{' || character == '[') ? 1 : (character == '}' || character == ']') ? -1 : 0;
        ++at;
    }
    return at;
}

} // namespace

bool FlatJson::next()
{
    const qsizetype end = m_rest.isEmpty() || m_rest.front() != '"' ? 0 : afterString(m_rest, 0);
    if (end < 2 || end >= m_rest.size()) {
        return false;
    }
    m_name = m_rest.sliced(1, end - 2);
    m_rest = m_rest.sliced(end + 1); // behind the colon
    const qsizetype length = afterValue(m_rest);
    m_value = m_rest.first(length);
    m_rest = m_rest.sliced(std::min(length + 1, m_rest.size()));
    return true;
}

} // namespace kinframe::server
