// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTranslator>

class QQmlEngine;

namespace kinframe::ui {
class Preferences;
}

namespace kinframe::app {

/// A catalogue whose classes stand in it without their namespaces: lupdate of Qt 6.4 does not understand
/// `namespace a::b` and leaves them out, but tr() asks with them.
class Catalogue : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char *context, const char *text, const char *disambiguation,
                                    int n) const override;
};

/// Keeps the texts of the window in the language that the person prefers, also when they change their mind.
class Translations : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    Translations(ui::Preferences &preferences, QQmlEngine &engine);

private:
    void apply();

    ui::Preferences &m_preferences;
    QQmlEngine &m_engine;
    Catalogue m_translator;
};

} // namespace kinframe::app
