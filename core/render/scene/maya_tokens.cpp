// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/maya_tokens.h"

#include <algorithm>

namespace kinframe::render {
namespace {

/// What stands between words: also the brackets that long texts are written in.
bool isGap(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == '\0' || c == '(' || c == ')';
}

char unescaped(char c)
{
    switch (c) {
    case 'n':
        return '\n';
    case 't':
        return '\t';
    case 'r':
        return '\r';
    default:
        return c;
    }
}

} // namespace

bool MayaToken::isFlag() const
{
    if (isString || text.size() < 2 || text[0] != '-') {
        return false;
    }
    const char letter = text[1];
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

bool MayaToken::isFlag(std::string_view shortName, std::string_view longName) const
{
    if (!isFlag()) {
        return false;
    }
    const std::string_view name = std::string_view(text).substr(1);
    return name == shortName || name == longName;
}

MayaTokens::MayaTokens(std::string_view statement)
    : m_text(statement)
{
}

void MayaTokens::skipSpace()
{
    while (m_at < m_text.size()) {
        if (isGap(m_text[m_at])) {
            ++m_at;
        } else if (m_text.substr(m_at, 2) == "//") {
            m_at = std::min(m_text.find('\n', m_at), m_text.size());
        } else {
            return;
        }
    }
}

void MayaTokens::readString(std::string &text)
{
    ++m_at;
    while (m_at < m_text.size() && m_text[m_at] != '"') {
        if (m_text[m_at] == '\\' && m_at + 1 < m_text.size()) {
            text += unescaped(m_text[m_at + 1]);
            m_at += 2;
            continue;
        }
        const std::size_t end = std::min(m_text.find_first_of("\"\\", m_at + 1), m_text.size());
        text.append(m_text.substr(m_at, end - m_at));
        m_at = end;
    }
    m_at = std::min(m_at + 1, m_text.size());
}

bool MayaTokens::next(MayaToken &token)
{
    token.text.clear();
    token.isString = false;
    skipSpace();
    if (m_at == m_text.size()) {
        return false;
    }
    if (m_text[m_at] != '"') {
        const std::size_t start = m_at;
        while (m_at < m_text.size() && !isGap(m_text[m_at]) && m_text[m_at] != '"' && m_text.substr(m_at, 2) != "//") {
            ++m_at;
        }
        token.text = m_text.substr(start, m_at - start);
        return true;
    }
    token.isString = true;
    readString(token.text);
    for (;;) {
        const std::size_t after = m_at;
        skipSpace();
        if (m_at == m_text.size() || m_text[m_at] != '+') {
            m_at = after;
            return true;
        }
        ++m_at;
        skipSpace();
        if (m_at == m_text.size() || m_text[m_at] != '"') {
            return true;
        }
        readString(token.text);
    }
}

} // namespace kinframe::render
