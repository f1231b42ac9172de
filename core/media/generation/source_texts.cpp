// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/generation/source_texts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kinframe::media {

void SourceTexts::add(const QString &name, const QString &text)
{
    if (text.isEmpty() || !find(QLatin1StringView(name.toLatin1())).isEmpty()) {
        return;
    }
    if (text.size() > longestText || m_together + text.size() > longestTogether || m_texts.size() >= mostTexts) {
        note(u"%1 of %2 characters is too much"_s.arg(name).arg(text.size()));
        return;
    }
    m_together += text.size();
    m_texts.push_back({name, text});
}

QString SourceTexts::find(QLatin1StringView name) const
{
    const auto found = std::ranges::find_if(m_texts, [name](const NamedText &text) { return text.name == name; });
    return found == m_texts.end() ? QString() : found->text;
}

void SourceTexts::note(const QString &problem)
{
    constexpr qsizetype mostProblems = 8;
    if (m_problems.size() < mostProblems && !m_problems.contains(problem)) {
        m_problems.append(problem);
    }
}

} // namespace kinframe::media
