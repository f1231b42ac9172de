// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What people write in the window: without the names of options and without percents.
#include "query/conditions.h"
#include "query/listing.h"
#include "query/query_error.h"

#include <QUrl>

namespace kinframe::query {
namespace {

using namespace Qt::StringLiterals;

struct Term
{
    QString text;
    qsizetype position;
};

// An ampersand within quotes is one.
std::vector<Term> termsIn(const QString &text)
{
    std::vector<Term> terms;
    qsizetype begin = 0;
    bool isQuoted = false;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        if (at < text.size() && text[at] == u'\'') {
            isQuoted = !isQuoted;
        }
        if (at == text.size() || (text[at] == u'&' && !isQuoted)) {
            if (const QString term = text.mid(begin, at - begin); !term.trimmed().isEmpty()) {
                terms.push_back({term, begin});
            }
            begin = at + 1;
        }
    }
    return terms;
}

// Signs that only the short form has.
bool looksShort(const QString &text)
{
    bool isQuoted = false;
    for (const QChar letter : text) {
        isQuoted = isQuoted != (letter == u'\'');
        if (!isQuoted && u"&=<>~!"_s.contains(letter)) {
            return true;
        }
    }
    return false;
}

QByteArray option(const char *name, const QString &value)
{
    return value.trimmed().isEmpty() ? QByteArray() : QByteArray(name) + QUrl::toPercentEncoding(value) + '&';
}

Error movedBy(Error error, qsizetype offset)
{
    for (auto &[name, value] : error.facts) {
        if (name == "position"_L1) {
            value = QString::number(value.toLongLong() + offset);
        } else if (name == "target"_L1 || name == "field"_L1) {
            value = u"$filter"_s;
        }
    }
    return error;
}

// Term by term, so that it is known where one is wrong; the limits hold for all together.
Result<ImageQuery> readShort(const WrittenQuery &written, const QByteArray &others)
{
    QByteArray raw = others;
    for (const Term &term : termsIn(written.filter)) {
        if (const QString text = term.text.trimmed(); text.startsWith(u'$') || text.startsWith(u'@')) {
            return Failure(notUnderstood(u"$filter"_s, term.position, u"the name of a property"_s));
        }
        const QByteArray one = QUrl::toPercentEncoding(term.text) + '&';
        if (const auto alone = parseQuery(one); !alone) {
            return Failure(movedBy(alone.error(), term.position));
        }
        raw += one;
    }
    return parseQuery(raw);
}

bool isTime(const OrderKey &key)
{
    return key.expression->kind == Kind::Property && key.expression->name == "created_at"_L1;
}

} // namespace

Result<ListQuery> readWritten(const WrittenQuery &written, Scope scope)
{
    const bool isByArrival = written.order.trimmed() == arrivalOrder;
    const QByteArray others =
        option("$search=", written.search) + (isByArrival ? QByteArray() : option("$orderby=", written.order));
    const auto read = looksShort(written.filter) ? readShort(written, others)
                                                 : parseQuery(QByteArray(others + option("$filter=", written.filter)));
    if (!read) {
        return failed(read);
    }
    ListQuery query{*read, scope, ListOrder::Time, true};
    query.query.filter = simplified(query.query.filter);
    if (isByArrival) {
        query.order = ListOrder::Arrival;
    } else if (const auto &order = query.query.order; order.size() == 1) {
        query.order = isTime(order[0])                            ? ListOrder::Time
                      : order[0].expression->type == Type::Number ? ListOrder::Number
                                                                  : ListOrder::Other;
        query.isDescending = order[0].isDescending;
    } else if (!order.empty()) {
        query.order = ListOrder::Other;
    }
    return query;
}

} // namespace kinframe::query
