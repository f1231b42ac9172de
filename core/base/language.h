// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>
#include <QStringView>

namespace kinframe {

/// The languages that texts for people exist in.
enum class Language { English, Chinese };

/// The best language for an `Accept-Language` header; `fallback` where it names none of ours.
[[nodiscard]] Language languageFor(QStringView acceptLanguage, Language fallback);
/// The language of the environment (LC_ALL, LC_MESSAGES, LANG; else what the system says), for the command line.
[[nodiscard]] Language systemLanguage();

/// A text of the catalogue in that language; `context` and `english` as given to QT_TRANSLATE_NOOP. From any thread.
[[nodiscard]] QString translated(const char *context, const char *english, Language language);
/// The text with the facts in the places that it names: `{path}`. Where the `reason` is an error of its own (the fact
/// `cause`, see toJsonText()), its whole sentence.
[[nodiscard]] QString filledIn(const QString &text, const Error::Facts &facts, Language language);
/// The error as a sentence with the remedy.
[[nodiscard]] QString textOf(const Error &error, Language language);

} // namespace kinframe
