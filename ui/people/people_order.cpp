// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/people_order.h"

#include <QCollator>

#include <algorithm>
#include <tuple>

namespace kinframe::ui {

bool isKnown(const faces::ListedPerson &person)
{
    return !person.name.isEmpty() || person.isFavorite;
}

void arrangePeople(std::vector<faces::ListedPerson> &people, bool isByName)
{
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    const auto groupOf = [](const faces::ListedPerson &person) {
        return person.isFavorite ? 0 : isKnown(person) ? 1 : 2;
    };
    std::ranges::sort(people, [&](const faces::ListedPerson &a, const faces::ListedPerson &b) {
        if (groupOf(a) != groupOf(b)) {
            return groupOf(a) < groupOf(b);
        }
        if (isByName && isKnown(a)) {
            if (const int order = collator.compare(a.name, b.name); order != 0) {
                return order < 0;
            }
        }
        return a.assetCount != b.assetCount ? a.assetCount > b.assetCount : a.id < b.id;
    });
}

QUuid survivorOf(const std::vector<faces::ListedPerson> &people)
{
    const auto rank = [](const faces::ListedPerson &person) {
        return std::tuple(!person.name.isEmpty(), person.isFavorite, person.assetCount, -person.id);
    };
    const auto best = std::ranges::max_element(people, {}, rank);
    return best == people.end() ? QUuid() : best->uuid;
}

} // namespace kinframe::ui
