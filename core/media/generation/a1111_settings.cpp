// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/generation/a1111_settings.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

QString unquoted(QStringView quoted)
{
    const QJsonDocument document = QJsonDocument::fromJson('[' + quoted.toUtf8() + ']');
    return document.isArray() ? document.array().at(0).toString() : quoted.sliced(1, quoted.size() - 2).toString();
}

/// Goes through the settings once, however they are broken.
class Scanner
{
public:
    explicit Scanner(QStringView text)
        : m_text(text)
    {
    }

    /// False at the end. An empty name is nothing to keep.
    bool next(QString &name, QString &value)
    {
        while (m_at < m_text.size() && (m_text[m_at].isSpace() || m_text[m_at] == u',')) {
            ++m_at;
        }
        if (m_at >= m_text.size()) {
            return false;
        }
        name = takeName();
        value = name.isEmpty() ? QString() : takeValue();
        return true;
    }

private:
    static bool endsValue(QChar c) { return c == u',' || c == u'\n'; }

    QString takeName()
    {
        constexpr qsizetype longestName = 100;
        const qsizetype start = m_at;
        while (m_at < m_text.size() && m_text[m_at] != u':' && !endsValue(m_text[m_at])) {
            ++m_at;
        }
        const bool isNamed = m_at < m_text.size() && m_text[m_at] == u':' && m_at - start <= longestName;
        const QStringView taken = m_text.sliced(start, m_at - start).trimmed();
        ++m_at;
        return isNamed && !taken.isEmpty() && taken.front().isLetterOrNumber() ? taken.toString() : QString();
    }

    QString takeValue()
    {
        while (m_at < m_text.size() && m_text[m_at] == u' ') {
            ++m_at;
        }
        const QChar first = m_at < m_text.size() ? m_text[m_at] : QChar();
        if (first == u'"' && m_quotesMatch) {
            if (const qsizetype end = endOfQuotes(m_at); end > 0) {
                QString value = unquoted(m_text.sliced(m_at, end - m_at));
                m_at = end;
                return value;
            }
            m_quotesMatch = false;
        } else if ((first == u'{' || first == u'[') && m_bracketsMatch) {
            if (const qsizetype end = endOfBrackets(); end > 0) {
                QString value = m_text.sliced(m_at, end - m_at).toString();
                m_at = end;
                return value;
            }
            m_bracketsMatch = false;
        }
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !endsValue(m_text[m_at])) {
            ++m_at;
        }
        return m_text.sliced(start, m_at - start).trimmed().toString();
    }

    /// Behind the quote that ends what begins at `at`; -1 where there is none.
    [[nodiscard]] qsizetype endOfQuotes(qsizetype at) const
    {
        for (++at; at < m_text.size(); ++at) {
            if (m_text[at] == u'\\') {
                ++at;
            } else if (m_text[at] == u'"') {
                return at + 1;
            }
        }
        return -1;
    }

    [[nodiscard]] qsizetype endOfBrackets() const
    {
        int depth = 0;
        for (qsizetype at = m_at; at < m_text.size(); ++at) {
            const QChar c = m_text[at];
            if (c == u'"') {
                at = endOfQuotes(at) - 1;
                if (at < 0) {
                    return -1;
                }
            }
            depth += c == u'{' || c == u'[' ? 1 : c == u'}' || c == u']' ? -1 : 0;
            if (depth == 0) {
                return at + 1;
            }
        }
        return -1;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    // Where one has no end, the next has none either, and looking for it anew would take forever.
    bool m_quotesMatch = true;
    bool m_bracketsMatch = true;
};

} // namespace

A1111Settings::A1111Settings(QStringView text)
{
    constexpr std::size_t mostSettings = 500;
    Scanner scanner(text);
    Setting setting;
    while (m_settings.size() < mostSettings && scanner.next(setting.name, setting.value)) {
        if (!setting.name.isEmpty() && !setting.value.isEmpty()) {
            m_settings.push_back(setting);
        }
    }
}

QString A1111Settings::find(QLatin1StringView name) const
{
    const auto found =
        std::ranges::find_if(m_settings, [name](const Setting &setting) { return setting.name == name; });
    return found == m_settings.end() ? QString() : found->value;
}

int A1111Settings::familiar() const
{
    constexpr std::array names{"Steps"_L1, "Sampler"_L1, "CFG scale"_L1, "Seed"_L1,
                               "Size"_L1,  "Model"_L1,   "Model hash"_L1};
    return int(std::ranges::count_if(names, [this](QLatin1StringView name) { return !find(name).isEmpty(); }));
}

} // namespace kinframe::media
