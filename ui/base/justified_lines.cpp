// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/justified_lines.h"

#include <algorithm>

namespace kinframe::ui {
namespace {

constexpr qint64 unit = 16'384; // an aspect of one; the widest still fits into two bytes

/// Rounded; of numbers that are not negative.
qint64 part(qint64 whole, qint64 of, qint64 by)
{
    return (whole * of + by / 2) / by;
}

} // namespace

Aspect toAspect(float ratio)
{
    // Also of a picture of which nothing is known.
    const float bounded = ratio > 0 ? std::clamp(ratio, narrowestAspect, widestAspect) : 1.0F;
    return Aspect(bounded * float(unit) + 0.5F);
}

void JustifiedLines::begin(const Measures &measures, std::vector<Aspect> aspects)
{
    m_measures = measures;
    m_aspects = std::move(aspects);
    m_breaks.clear();
}

/// What the pictures of a line have to themselves.
int JustifiedLines::room(int count) const
{
    return std::max(count, m_measures.width - (count - 1) * m_measures.gap);
}

bool JustifiedLines::fills(qint64 sum, int count) const
{
    return sum * m_measures.height >= room(count) * unit;
}

/// With which so many pictures fill the width.
int JustifiedLines::heightOf(qint64 sum, int count) const
{
    return std::max(1, int(part(room(count), unit, sum)));
}

/// The picture that reaches the edge makes the line lower than it should be, and without it the line is higher: what is
/// nearer holds, but a line much too high is worse than a low one.
bool JustifiedLines::isBetterWithout(qint64 sum, qint64 with, int countWith) const
{
    const qint64 wished = m_measures.height;
    const qint64 high = heightOf(sum, countWith - 1);
    return 2 * high <= 3 * wished && high * heightOf(with, countWith) < wished * wished;
}

void JustifiedLines::close(int end, int height)
{
    const int top = m_breaks.back().top + height + m_measures.below + m_measures.gap;
    m_breaks.push_back({end, top});
}

int JustifiedLines::add(int first, int count)
{
    const int run = end();
    m_breaks.push_back({first, 0});
    qint64 sum = 0;
    int size = 0;
    for (int item = first; item < first + count; ++item) {
        const qint64 aspect = m_aspects[size_t(item)];
        if (size > 0 && fills(sum + aspect, size + 1) && isBetterWithout(sum, sum + aspect, size + 1)) {
            close(item, heightOf(sum, size));
            sum = 0;
            size = 0;
        }
        sum += aspect;
        ++size;
        if (fills(sum, size)) {
            close(item + 1, heightOf(sum, size));
            sum = 0;
            size = 0;
        }
    }
    if (size > 0) {
        close(first + count, m_measures.height);
    }
    return run;
}

JustifiedLines::Line JustifiedLines::lineAt(int number) const
{
    const Break &begin = m_breaks[size_t(number)];
    const Break &next = m_breaks[size_t(number) + 1];
    return {begin.first, next.first - begin.first, begin.top, next.top - begin.top - m_measures.gap};
}

int JustifiedLines::lineOf(int run, int lines, int item) const
{
    const auto from = m_breaks.begin() + run;
    return run + int(std::ranges::upper_bound(from, from + lines, item, {}, &Break::first) - from) - 1;
}

int JustifiedLines::lineAtY(int run, int lines, double y) const
{
    const auto from = m_breaks.begin() + run;
    return run + std::max(0, int(std::ranges::upper_bound(from, from + lines, y, {}, &Break::top) - from) - 1);
}

JustifiedLines::Span JustifiedLines::spanOf(const Line &line, bool isLast, int item) const
{
    qint64 before = 0;
    qint64 sum = 0;
    for (int each = line.first; each < line.first + line.count; ++each) {
        before = each == item ? sum : before;
        sum += m_aspects[size_t(each)];
    }
    // The pictures share the width by their shapes, or have the height that they should where they do not reach the
    // edge.
    const bool isOpen = isLast && !fills(sum, line.count);
    const qint64 whole = isOpen ? m_measures.height : room(line.count);
    const qint64 by = isOpen ? unit : sum;
    const int left = int(part(whole, before, by));
    const int right = int(part(whole, before + m_aspects[size_t(item)], by));
    return {left + (item - line.first) * m_measures.gap, right - left};
}

} // namespace kinframe::ui
