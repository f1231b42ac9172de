// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/generation/exact_json.h"

#include <QByteArray>
#include <QJsonDocument>

#include <algorithm>

namespace kinframe::media {
namespace {

/// Copies one JSON object of a text that may hold anything, and rewrites what Qt cannot read, or not exactly.
class Rewriter
{
public:
    explicit Rewriter(QByteArrayView text)
        : m_text(text)
    {
        m_json.reserve(text.size() + 16);
    }

    /// The object; empty where it does not end, or is beyond the limits.
    QByteArray rewritten()
    {
        while (m_at < m_text.size()) {
            if (!step()) {
                return {};
            }
            if (m_depth == 0 && !m_json.isEmpty()) {
                return m_json;
            }
        }
        return {};
    }

private:
    // A list takes more memory than a number does.
    static constexpr int deepest = 100;
    static constexpr int mostContainers = 100'000;
    static constexpr int mostValues = 1'000'000;

    bool step()
    {
        const char c = m_text[m_at];
        switch (c) {
        case '"':
            return copyString();
        case '{':
        case '[':
            copy(1);
            return ++m_depth <= deepest && ++m_containers <= mostContainers;
        case '}':
        case ']':
            copy(1);
            --m_depth;
            return true;
        case ',':
            copy(1);
            return ++m_values <= mostValues;
        default:
            return isNumber(c) ? copyNumber() : copyWord(c);
        }
    }

    void copy(qsizetype count)
    {
        m_json.append(m_text.sliced(m_at, count));
        m_at += count;
    }

    bool copyString()
    {
        qsizetype end = m_at + 1;
        while (end < m_text.size() && m_text[end] != '"') {
            end += m_text[end] == '\\' ? 2 : 1;
        }
        if (end >= m_text.size()) {
            return false;
        }
        copy(end + 1 - m_at);
        return true;
    }

    static bool isDigit(char c) { return c >= '0' && c <= '9'; }
    static bool isNumber(char c) { return isDigit(c) || c == '-'; }
    static bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

    bool copyNumber()
    {
        // Every integer of as many digits fits into a qint64, as which Qt reads it.
        constexpr qsizetype safeDigits = 18;
        qsizetype end = m_at + 1;
        bool isInteger = true;
        while (end < m_text.size()) {
            const char c = m_text[end];
            const bool ofFraction = c == '.' || c == 'e' || c == 'E' || c == '+' || c == '-';
            if (!isDigit(c) && !ofFraction) {
                break;
            }
            isInteger = isInteger && !ofFraction;
            ++end;
        }
        const qsizetype size = end - m_at;
        if (size == 1 && m_text[m_at] == '-') {
            ++m_at; // Of -Infinity.
            return true;
        }
        const bool isLong = isInteger && size > safeDigits;
        m_json += isLong ? "\"" : "";
        copy(size);
        m_json += isLong ? "\"" : "";
        return true;
    }

    bool copyWord(char first)
    {
        qsizetype end = m_at + 1;
        while (isLetter(first) && end < m_text.size() && isLetter(m_text[end])) {
            ++end;
        }
        const QByteArrayView word = m_text.sliced(m_at, end - m_at);
        if (word == "NaN" || word == "Infinity") {
            m_json += "null";
            m_at = end;
        } else {
            copy(end - m_at);
        }
        return true;
    }

    QByteArrayView m_text;
    QByteArray m_json;
    qsizetype m_at = 0;
    int m_depth = 0;
    int m_containers = 0;
    int m_values = 0;
};

} // namespace

bool looksLikeJson(QStringView text)
{
    const auto first = std::ranges::find_if(text, [](QChar c) { return !c.isSpace() && c != QChar(0xfeff); });
    return first != text.end() && *first == u'{';
}

std::optional<QJsonObject> exactJson(QStringView text)
{
    if (!looksLikeJson(text)) {
        return std::nullopt;
    }
    const QByteArray utf8 = text.sliced(text.indexOf(u'{')).toUtf8();
    const QJsonDocument document = QJsonDocument::fromJson(Rewriter(utf8).rewritten());
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

} // namespace kinframe::media
