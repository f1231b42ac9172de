// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace kinframe::ui {

/// Width divided by height, in two bytes: a library has a million of them. Narrower and wider pictures are cut.
using Aspect = quint16;
constexpr float narrowestAspect = 0.3F;
constexpr float widestAspect = 3.5F;
[[nodiscard]] Aspect toAspect(float ratio);

/// Breaks rows of pictures into lines of one height that fill the width; each picture has its own shape. All places are
/// whole pixels, so that no gap is wider than another. A line takes eight bytes, and a million pictures some
/// milliseconds. Pure numbers.
class JustifiedLines
{
public:
    struct Measures
    {
        int width = 1;
        int height = 1; ///< that a line should have; the last line of a run has it where it does not fill the width
        int gap = 0;    ///< between pictures and between lines
        int below = 0;  ///< free below the pictures of a line
    };
    struct Line
    {
        int first = 0;
        int count = 0;
        int top = 0; ///< from the top of its run
        int height = 0;
    };
    struct Span
    {
        int left = 0;
        int width = 0;
    };

    /// Nothing is laid out yet; the aspects are those of all pictures that will be.
    void begin(const Measures &measures, std::vector<Aspect> aspects);
    /// Breaks `count` pictures into lines. The number of its first line; they go on to `end()`.
    int add(int first, int count);
    [[nodiscard]] int end() const { return int(m_breaks.size()); }

    /// A run is named by its first line; `lines` is how many it has.
    [[nodiscard]] int linesFrom(int run, int next) const { return next - run - 1; }
    [[nodiscard]] Line lineAt(int number) const;
    /// The line of a run with that picture in it.
    [[nodiscard]] int lineOf(int run, int lines, int item) const;
    /// The last line of a run that begins at or above y; its first where none does.
    [[nodiscard]] int lineAtY(int run, int lines, double y) const;
    /// Where a picture of a line is.
    [[nodiscard]] Span spanOf(const Line &line, bool isLast, int item) const;
    [[nodiscard]] const std::vector<Aspect> &aspects() const { return m_aspects; }

private:
    /// Where a line begins; behind the last line of a run stands where another one would.
    struct Break
    {
        qint32 first = 0;
        qint32 top = 0;
    };
    [[nodiscard]] bool fills(qint64 sum, int count) const;
    [[nodiscard]] int room(int count) const;
    [[nodiscard]] int heightOf(qint64 sum, int count) const;
    [[nodiscard]] bool isBetterWithout(qint64 sum, qint64 with, int countWith) const;
    void close(int end, int height);

    Measures m_measures;
    std::vector<Aspect> m_aspects;
    std::vector<Break> m_breaks;
};

} // namespace kinframe::ui
