// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/conditions.h"

#include <QAbstractListModel>
#include <QVariantList>
#include <qqml.h>

#include <vector>

namespace kinframe::ui {

/// What the photos of a page are narrowed down to: a text of the query language, and the same as a list of conditions,
/// of which all must hold. GUI thread.
class FilterModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed)       ///< as it is written, also where it is wrong
    Q_PROPERTY(QString query READ query NOTIFY queryChanged)              ///< the last text that was understood
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY changed) ///< words
    Q_PROPERTY(QString order READ order WRITE setOrder NOTIFY changed)    ///< as query::WrittenQuery::order
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)           ///< empty: it is understood
    Q_PROPERTY(int errorPosition READ errorPosition NOTIFY changed)       ///< in the text; -1: nowhere
    Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY changed)                  ///< neither conditions nor words
    Q_PROPERTY(int count READ count NOTIFY changed)

public:
    enum Role { TitleRole = Qt::UserRole, PropertyRole, RelationRole, ValueRole, IsOtherRole };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    [[nodiscard]] QString query() const { return m_query; }
    [[nodiscard]] QString search() const { return m_search; }
    void setSearch(const QString &search);
    [[nodiscard]] QString order() const { return m_order; }
    void setOrder(const QString &order);
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] int errorPosition() const { return m_errorPosition; }
    [[nodiscard]] bool isEmpty() const { return m_text.trimmed().isEmpty() && m_search.trimmed().isEmpty(); }
    [[nodiscard]] int count() const { return int(m_conditions.size()); }

    /// Makes the condition of that row another one, or adds one where there is no such row. `relation` is one of
    /// relations(). False, and nothing is changed, where the value is none of the property's.
    Q_INVOKABLE bool put(int row, const QString &property, int relation, const QString &value);
    Q_INVOKABLE void remove(int row);
    /// Without conditions and words; the order stays.
    Q_INVOKABLE void clear();
    /// A whole query at once.
    Q_INVOKABLE void show(const QString &text, const QString &search, const QString &order);

    /// Says everything anew, in the language that the window speaks by then: soon, not at once.
    Q_INVOKABLE void retell();

    /// {property, title} of those that are asked for most.
    Q_INVOKABLE [[nodiscard]] static QVariantList properties();
    /// {relation, title, needsValue} of what can be said of a property.
    Q_INVOKABLE [[nodiscard]] static QVariantList relations(const QString &property);
    Q_INVOKABLE [[nodiscard]] static QString titleOf(const QString &property);
    /// What its values look like, for an empty field.
    Q_INVOKABLE [[nodiscard]] static QString hintFor(const QString &property);

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_SIGNAL void changed();
    Q_SIGNAL void queryChanged();

private:
    void understand();
    void write();

    QString m_text;
    QString m_query;
    QString m_search;
    QString m_order;
    QString m_errorText;
    int m_errorPosition = -1;
    std::vector<query::Condition> m_conditions; ///< of m_query
};

} // namespace kinframe::ui
