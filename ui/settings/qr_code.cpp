// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/qr_code.h"

#include <QPainter>

#include <qrencode.h>

#include <memory>

namespace kinframe::ui {
namespace {

// The standard wants four white squares around.
constexpr int edge = 4;

} // namespace

QrCode::QrCode(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setOpaquePainting(true);
}

void QrCode::setText(const QString &text)
{
    if (text == m_text) {
        return;
    }
    m_text = text;
    m_width = 0;
    m_squares.clear();
    const QByteArray bytes = text.toUtf8();
    if (!bytes.isEmpty()) {
        const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
            QRcode_encodeString8bit(bytes.constData(), 0, QR_ECLEVEL_M), &QRcode_free);
        if (code) {
            m_width = code->width;
            m_squares = QByteArray(reinterpret_cast<const char *>(code->data), qsizetype(m_width) * m_width);
        }
    }
    Q_EMIT textChanged();
    update();
}

int QrCode::squares() const
{
    return m_width == 0 ? 0 : m_width + 2 * edge;
}

bool QrCode::isBlack(int column, int row) const
{
    return column >= 0 && row >= 0 && column < m_width && row < m_width &&
           (m_squares.at(qsizetype(row) * m_width + column) & 1) != 0;
}

void QrCode::paint(QPainter *painter)
{
    painter->fillRect(QRectF(0, 0, width(), height()), Qt::white);
    if (m_width == 0) {
        return;
    }
    // Whole pixels, or cameras see grey seams.
    const int side = std::max(1, int(std::min(width(), height())) / squares());
    const int left = (int(width()) - side * m_width) / 2;
    const int top = (int(height()) - side * m_width) / 2;
    for (int row = 0; row < m_width; ++row) {
        for (int column = 0; column < m_width; ++column) {
            if (isBlack(column, row)) {
                painter->fillRect(left + column * side, top + row * side, side, side, Qt::black);
            }
        }
    }
}

} // namespace kinframe::ui
