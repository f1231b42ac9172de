// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace kinframe::media {

/// The texts of a file that may say how its picture was made, under the names that they have there: the keyword of a
/// PNG chunk, or the Exif tag (`UserComment`, `ImageDescription`, `Make`, `Model`, `Software`). What goes past the
/// limits is not taken, and noted. A value.
class SourceTexts
{
public:
    /// Characters of one text and of all together. A graph of ComfyUI with pictures in it has a few millions.
    static constexpr qsizetype longestText = 8 * 1024 * 1024;
    static constexpr qsizetype longestTogether = 16 * 1024 * 1024;
    static constexpr std::size_t mostTexts = 64;

    /// The first text of a name counts; an empty one is none.
    void add(const QString &name, const QString &text);
    /// Empty where there is none.
    [[nodiscard]] QString find(QLatin1StringView name) const;
    [[nodiscard]] bool isEmpty() const { return m_texts.empty(); }

    /// One sentence for the log about what could not be read.
    void note(const QString &problem);
    [[nodiscard]] const QStringList &problems() const { return m_problems; }

private:
    struct NamedText
    {
        QString name;
        QString text;
    };

    std::vector<NamedText> m_texts;
    QStringList m_problems;
    qsizetype m_together = 0;
};

} // namespace kinframe::media
