// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/fact_words.h"

#include <QtGlobal>

#include <array>

namespace kinframe {
namespace {

constexpr std::array words{
    QT_TRANSLATE_NOOP("Fact", "face"),
    QT_TRANSLATE_NOOP("Fact", "file"),
    QT_TRANSLATE_NOOP("Fact", "history entry"),
    QT_TRANSLATE_NOOP("Fact", "import"),
    QT_TRANSLATE_NOOP("Fact", "job"),
    QT_TRANSLATE_NOOP("Fact", "key"),
    QT_TRANSLATE_NOOP("Fact", "kind of work"),
    QT_TRANSLATE_NOOP("Fact", "model"),
    QT_TRANSLATE_NOOP("Fact", "path"),
    QT_TRANSLATE_NOOP("Fact", "person"),
    QT_TRANSLATE_NOOP("Fact", "photo"),
    QT_TRANSLATE_NOOP("Fact", "picture of the face"),
    QT_TRANSLATE_NOOP("Fact", "preview"),
    QT_TRANSLATE_NOOP("Fact", "suggestion"),
    QT_TRANSLATE_NOOP("Fact", "task"),
    QT_TRANSLATE_NOOP("Fact", "thumbnail"),
    QT_TRANSLATE_NOOP("Fact", "user"),
    QT_TRANSLATE_NOOP("Fact", "administer this library"),
    QT_TRANSLATE_NOOP("Fact", "ask for the key without using one"),
    QT_TRANSLATE_NOOP("Fact", "give a key more rights than your own"),
    QT_TRANSLATE_NOOP("Fact", "make keys for others"),
    QT_TRANSLATE_NOOP("Fact", "name files of this computer from elsewhere"),
};

} // namespace

std::span<const char *const> factWords()
{
    return words;
}

} // namespace kinframe
