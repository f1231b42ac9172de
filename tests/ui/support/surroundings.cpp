// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/surroundings.h"

#include "ui/base/undo_stack.h"

#include <QCoreApplication>
#include <QQuickItem>

namespace kinframe::tests {
namespace {

using namespace Qt::StringLiterals;

// Half a pixel is what rounding may cost.
constexpr double tolerance = 1;

QString nameOf(const QQuickItem &item)
{
    return QString::fromLatin1(item.metaObject()->className()).section(u"_QML"_s, 0, 0);
}

bool endsInEllipsis(const QQuickItem &text)
{
    return text.property("elide").toInt() != Qt::ElideNone && text.property("wrapMode").toInt() == 0;
}

void findClipped(const QQuickItem &item, QStringList &found)
{
    if (!item.isVisible()) {
        return;
    }
    const bool isText = item.inherits("QQuickText") && !item.property("text").toString().isEmpty();
    // An ellipsis is no cut, unless nothing but the ellipsis is left.
    if (isText && endsInEllipsis(item)) {
        const double letter = item.property("font").value<QFont>().pixelSize();
        if (item.width() < std::min(2 * letter, item.implicitWidth())) {
            found << u"%1 \"%2\": no room at all"_s.arg(nameOf(item), item.property("text").toString());
        }
    } else if (isText && (item.property("contentWidth").toDouble() > item.width() + tolerance ||
                          item.property("contentHeight").toDouble() > item.height() + tolerance)) {
        found << u"%1 \"%2\": %3 x %4 in %5 x %6"_s.arg(nameOf(item), item.property("text").toString())
                     .arg(item.property("contentWidth").toDouble())
                     .arg(item.property("contentHeight").toDouble())
                     .arg(item.width())
                     .arg(item.height());
    }
    for (const QQuickItem *child : item.childItems()) {
        findClipped(*child, found);
    }
}

void findLow(const QQuickItem &item, double least, QStringList &found)
{
    if (!item.isVisible()) {
        return;
    }
    if (item.inherits("QQuickAbstractButton") && item.isEnabled() && item.height() + tolerance < least) {
        found << u"%1 \"%2\": %3"_s.arg(nameOf(item), item.property("text").toString()).arg(item.height());
    }
    for (const QQuickItem *child : item.childItems()) {
        findLow(*child, least, found);
    }
}

} // namespace

QString LongLanguage::lengthened(const QString &text)
{
    static const QString more = u"Åjþ ýğü ñŷ çģ ÂĞÊ ôǫ "_s;
    QString longer = text;
    const qsizetype wanted = text.size() + (text.size() * 2 + 4) / 5;
    while (longer.size() < wanted) {
        longer += more.at((longer.size() * 7) % more.size());
    }
    return longer;
}

QString LongLanguage::translate(const char *, const char *source, const char *, int n) const
{
    return lengthened(QString::fromUtf8(source)).replace(u"%n"_s, QString::number(n));
}

Surroundings::Surroundings(QObject *parent)
    : QObject(parent)
{
}

Surroundings::~Surroundings()
{
    QCoreApplication::removeTranslator(&m_language);
}

void Surroundings::setLongTexts(bool isLong)
{
    if (isLong == m_longTexts) {
        return;
    }
    m_longTexts = isLong;
    if (isLong) {
        QCoreApplication::installTranslator(&m_language);
    } else {
        QCoreApplication::removeTranslator(&m_language);
    }
    qmlEngine(this)->retranslate();
    Q_EMIT longTextsChanged();
}

void Surroundings::act(const QString &text)
{
    ui::UndoStack::of(this)->push({text,
                                   [this] {
                                       ++m_undone;
                                       Q_EMIT undoneChanged();
                                   },
                                   {}});
}

QStringList Surroundings::clippedTexts(QObject *item) const
{
    QStringList found;
    if (const auto *quickItem = qobject_cast<QQuickItem *>(item)) {
        findClipped(*quickItem, found);
    }
    return found;
}

QStringList Surroundings::lowTargets(QObject *item, double least) const
{
    QStringList found;
    if (const auto *quickItem = qobject_cast<QQuickItem *>(item)) {
        findLow(*quickItem, least, found);
    }
    return found;
}

} // namespace kinframe::tests
