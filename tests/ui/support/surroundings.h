// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QTranslator>

namespace kinframe::tests {

/// A language that nobody speaks: every text is 40 % longer and has letters that reach high and low.
class LongLanguage : public QTranslator
{
public:
    using QTranslator::QTranslator;
    [[nodiscard]] static QString lengthened(const QString &text);
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *source, const char *disambiguation,
                                    int n) const override;
};

/// What a test changes around the views it looks at.
class Surroundings : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool longTexts READ longTexts WRITE setLongTexts NOTIFY longTextsChanged)
    Q_PROPERTY(int undone READ undone NOTIFY undoneChanged)

public:
    explicit Surroundings(QObject *parent = nullptr);
    ~Surroundings() override;

    [[nodiscard]] bool longTexts() const { return m_longTexts; }
    void setLongTexts(bool isLong);
    /// How many acts were taken back.
    [[nodiscard]] int undone() const { return m_undone; }

    /// Does something that can be undone.
    Q_INVOKABLE void act(const QString &text);
    /// As the long language has it: for texts that a test brings itself.
    [[nodiscard]] Q_INVOKABLE QString lengthened(const QString &text) const { return LongLanguage::lengthened(text); }
    /// Everything below the item that shows more text than it has room for: one line for each.
    [[nodiscard]] Q_INVOKABLE QStringList clippedTexts(QObject *item) const;
    /// Everything below the item that can be clicked and is lower than that, one line for each.
    [[nodiscard]] Q_INVOKABLE QStringList lowTargets(QObject *item, double least) const;

    Q_SIGNAL void longTextsChanged();
    Q_SIGNAL void undoneChanged();

private:
    LongLanguage m_language;
    bool m_longTexts = false;
    int m_undone = 0;
};

} // namespace kinframe::tests
