// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/filter_model.h"

#include "query/listing.h"
#include "ui/images/filter_words.h"

#include <QDate>

namespace kinframe::ui {

using namespace Qt::StringLiterals;
using query::Condition;
using query::Relation;

void FilterModel::setText(const QString &text)
{
    if (m_text != text) {
        m_text = text;
        understand();
    }
}

void FilterModel::setSearch(const QString &search)
{
    if (m_search != search) {
        m_search = search;
        Q_EMIT changed();
    }
}

void FilterModel::setOrder(const QString &order)
{
    if (m_order != order) {
        m_order = order;
        Q_EMIT changed();
    }
}

void FilterModel::show(const QString &text, const QString &search, const QString &order)
{
    m_search = search;
    m_order = order;
    m_text = text;
    understand();
}

void FilterModel::clear()
{
    show({}, {}, m_order);
}

void FilterModel::retell()
{
    // Once whoever changes the language has changed the texts.
    QMetaObject::invokeMethod(this, &FilterModel::understand, Qt::QueuedConnection);
}

void FilterModel::understand()
{
    const auto read = query::readWritten({m_text, {}, {}});
    if (!read) {
        m_errorText = queryComplaint(read.error());
        const QString position = read.error().fact(u"position"_s);
        m_errorPosition = position.isEmpty() ? -1 : int(std::min<qint64>(position.toLongLong(), m_text.size()));
        Q_EMIT changed();
        return;
    }
    m_errorText.clear();
    m_errorPosition = -1;
    beginResetModel();
    m_conditions = query::conditionsOf(read->query.filter);
    endResetModel();
    const bool isOther = m_query != m_text;
    m_query = m_text;
    Q_EMIT changed();
    if (isOther) {
        Q_EMIT queryChanged();
    }
}

/// What the conditions say is the text from now on.
void FilterModel::write()
{
    m_text = query::textOf(m_conditions);
    understand();
}

bool FilterModel::put(int row, const QString &property, int relation, const QString &value)
{
    const auto wanted = Relation(relation);
    std::optional<query::Value> known = query::Value();
    if (needsValue(wanted)) {
        // To contain a number is to contain its digits.
        const bool isText = wanted == Relation::Contains || wanted == Relation::Starts;
        known = valueFrom(value, isText ? PropertyKind::Text : kindOf(property));
    }
    if (property.isEmpty() || !known) {
        return false;
    }
    Condition made = query::madeCondition(property, wanted, *known);
    // A name that cannot be written is no property, and an expression none either.
    const auto read = query::readWritten({made.text, {}, {}});
    if (!read || query::conditionsOf(read->query.filter).front().property != property) {
        return false;
    }
    if (row >= 0 && row < count()) {
        m_conditions[size_t(row)] = std::move(made);
    } else {
        m_conditions.push_back(std::move(made));
    }
    write();
    return true;
}

void FilterModel::remove(int row)
{
    if (row >= 0 && row < count()) {
        m_conditions.erase(m_conditions.begin() + row);
        write();
    }
}

QVariantList FilterModel::properties()
{
    QVariantList list;
    for (const char *name : {"rating", "is_favorite", "tags", "people", "created_at", "camera", "lens", "width", "type",
                             "model", "prompt", "seed", "is_nsfw"}) {
        const QString property = QLatin1StringView(name);
        list += QVariantMap{{u"property"_s, property}, {u"title"_s, titleOfProperty(property)}};
    }
    return list;
}

QVariantList FilterModel::relations(const QString &property)
{
    QVariantList list;
    const PropertyKind kind = kindOf(property);
    for (const Relation relation : relationsFor(kind)) {
        list += QVariantMap{{u"relation"_s, int(relation)},
                            {u"title"_s, titleOfRelation(relation, kind)},
                            {u"needsValue"_s, needsValue(relation)}};
    }
    return list;
}

QString FilterModel::titleOf(const QString &property)
{
    return titleOfProperty(property);
}

QString FilterModel::hintFor(const QString &property)
{
    switch (kindOf(property)) {
    case PropertyKind::Number:
        return property == "rating"_L1 ? u"4"_s : u"1024"_s;
    case PropertyKind::Day:
        return QDate::currentDate().toString(Qt::ISODate);
    default:
        return {};
    }
}

int FilterModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant FilterModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Condition &condition = m_conditions[size_t(index.row())];
    switch (role) {
    case TitleRole:
        return titleOfCondition(condition);
    case PropertyRole:
        return condition.property;
    case RelationRole:
        return int(condition.relation);
    case ValueRole:
        return fieldText(condition.value);
    case IsOtherRole:
        return condition.relation == Relation::Other;
    default:
        return {};
    }
}

QHash<int, QByteArray> FilterModel::roleNames() const
{
    return {{TitleRole, "title"},
            {PropertyRole, "property"},
            {RelationRole, "relation"},
            {ValueRole, "value"},
            {IsOtherRole, "isOther"}};
}

} // namespace kinframe::ui
