// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <qqml.h>

namespace kinframe::ui {

/// A text as a QR code, black on white in every theme, as cameras want it. Empty where the text is too long for one.
/// GUI thread.
class QrCode : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    /// Squares along a side, the white edge included; 0: there is no code.
    Q_PROPERTY(int squares READ squares NOTIFY textChanged)

public:
    explicit QrCode(QQuickItem *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    [[nodiscard]] int squares() const;
    /// Whether that square is black, counted from the upper left without the edge.
    [[nodiscard]] Q_INVOKABLE bool isBlack(int column, int row) const;

    void paint(QPainter *painter) override;

    Q_SIGNAL void textChanged();

private:
    QString m_text;
    int m_width = 0; ///< without the edge
    QByteArray m_squares;
};

} // namespace kinframe::ui
