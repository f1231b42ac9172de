// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <QVariant>
#include <QVariantHash>
#include <qqml.h>

class QJSEngine;
class QQmlEngine;

namespace kinframe::ui {

/// How a person likes the window: kept on this computer, beside the library. One for the engine. GUI thread; the file
/// is read once, and written on another thread a moment after the last change and when this goes.
class Preferences : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QString theme READ theme WRITE setTheme NOTIFY themeChanged)             ///< `system`, `light`, `dark`
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged) ///< empty: the system's
    Q_PROPERTY(bool isChinese READ isChinese NOTIFY languageChanged)
    Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY textScaleChanged) ///< 1 to 2
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY reducedMotionChanged)
    /// Closing the window leaves the program running in the tray.
    Q_PROPERTY(bool closeToTray READ closeToTray WRITE setCloseToTray NOTIFY closeToTrayChanged)

public:
    /// `file` is an INI file; it need not exist.
    explicit Preferences(const QString &file, QObject *parent = nullptr);
    ~Preferences() override;
    /// Those given to the engine with attachTo; without, ones that are not kept.
    static Preferences *create(QQmlEngine *engine, QJSEngine *);
    [[nodiscard]] static Preferences *of(const QObject *object);
    void attachTo(QQmlEngine &engine);

    [[nodiscard]] QString theme() const;
    void setTheme(const QString &theme);
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &language);
    [[nodiscard]] bool isChinese() const;
    [[nodiscard]] Language spoken() const;
    [[nodiscard]] double textScale() const;
    void setTextScale(double scale);
    [[nodiscard]] bool reducedMotion() const;
    void setReducedMotion(bool isReduced);
    [[nodiscard]] bool closeToTray() const;
    void setCloseToTray(bool isWanted);

    /// Small things that pages remember: `images/cell`, `details/open`.
    [[nodiscard]] Q_INVOKABLE QVariant value(const QString &key, const QVariant &otherwise) const;
    Q_INVOKABLE void setValue(const QString &key, const QVariant &value);

    Q_SIGNAL void themeChanged();
    Q_SIGNAL void languageChanged();
    Q_SIGNAL void textScaleChanged();
    Q_SIGNAL void reducedMotionChanged();
    Q_SIGNAL void closeToTrayChanged();

private:
    void save();

    QString m_file;
    QVariantHash m_values;
    QVariantHash m_unsaved;
    QTimer m_rest;
    QThreadPool m_writer;
};

} // namespace kinframe::ui
