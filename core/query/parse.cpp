// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The options of a query string, each given to whoever reads it.
#include "query/limits.h"
#include "query/parser.h"
#include "query/query.h"
#include "query/query_error.h"
#include "query/raw_query.h"
#include "query/search_parser.h"
#include "query/short_form.h"

namespace kinframe::query {
namespace {

using namespace Qt::StringLiterals;

struct Options
{
    QHash<QString, QString> values; // `$filter` to its text
    Aliases aliases;
    QStringList terms;
};

// Without the dollar they are options too, unless an operator of the short form makes a property of them.
QString optionNamed(const QueryPart &part)
{
    static const QLatin1StringView names[] = {"$filter"_L1, "$orderby"_L1, "$select"_L1,    "$search"_L1, "$top"_L1,
                                              "$skip"_L1,   "$count"_L1,   "$skiptoken"_L1, "$format"_L1};
    if (!part.hasValue) {
        return {};
    }
    if (part.name.compare("take"_L1, Qt::CaseInsensitive) == 0) {
        return u"$top"_s;
    }
    for (const QLatin1StringView name : names) {
        const bool isNamed = part.name.compare(name, Qt::CaseInsensitive) == 0 ||
                             part.name.compare(name.sliced(1), Qt::CaseInsensitive) == 0;
        if (isNamed) {
            return name;
        }
    }
    return {};
}

Result<Options> optionsIn(QByteArrayView raw)
{
    const auto parts = splitQuery(raw);
    if (!parts) {
        return failed(parts);
    }
    Options options;
    for (const QueryPart &part : *parts) {
        if (const QString name = optionNamed(part); !name.isEmpty()) {
            if (options.values.contains(name)) {
                return Failure(notUnderstood(name, 0, u"given once"_s));
            }
            options.values.insert(name, part.value);
        } else if (part.name.startsWith(u'$')) {
            return Failure(unknownOption(part.name.left(100)));
        } else if (part.name.startsWith(u'@')) {
            options.aliases.insert(part.name.sliced(1), part.value);
        } else {
            options.terms += part.text;
        }
    }
    return options;
}

Result<qint64> wholeNumber(const QString &target, const QString &text)
{
    bool isNumber = !text.isEmpty() &&
                    std::all_of(text.begin(), text.end(), [](QChar digit) { return digit >= u'0' && digit <= u'9'; });
    const qint64 number = isNumber ? text.toLongLong(&isNumber) : 0;
    if (!isNumber) {
        return Failure(notUnderstood(target, 0, u"a whole number from 0"_s));
    }
    return number;
}

Result<void> readNumbers(const Options &options, ImageQuery &query)
{
    if (options.values.contains(u"$top"_s)) {
        const auto top = wholeNumber(u"$top"_s, options.values[u"$top"_s]);
        if (!top) {
            return failed(top);
        }
        query.top = int(std::min<qint64>(*top, mostRows));
    }
    if (options.values.contains(u"$skip"_s)) {
        const auto skip = wholeNumber(u"$skip"_s, options.values[u"$skip"_s]);
        if (!skip) {
            return failed(skip);
        }
        query.skip = *skip;
    }
    const QString count = options.values.value(u"$count"_s, u"true"_s).toLower();
    if (count != "true"_L1 && count != "false"_L1) {
        return Failure(notUnderstood(u"$count"_s, 0, u"true or false"_s));
    }
    query.hasCount = count == "true"_L1;
    query.skipToken = options.values.value(u"$skiptoken"_s);
    const QString format = options.values.value(u"$format"_s, u"json"_s);
    if (!format.startsWith("json"_L1) && !format.startsWith("application/json"_L1)) {
        return Failure(notUnderstood(u"$format"_s, 0, u"JSON"_s));
    }
    return {};
}

Result<void> readSelect(const Options &options, ImageQuery &query)
{
    const QString text = options.values.value(u"$select"_s).trimmed();
    if (text.isEmpty() || text == "*"_L1) {
        return {};
    }
    qsizetype position = 0;
    bool all = false;
    for (const QString &part : text.split(u',')) {
        const QString name = part.trimmed();
        all = all || name == "*"_L1;
        if (name != "*"_L1 && (name.isEmpty() || lengthOfName(name) != name.size())) {
            return Failure(notUnderstood(u"$select"_s, position, u"names of properties with commas between them"_s));
        }
        query.select += name;
        position += part.size() + 1;
    }
    query.select = all ? QStringList() : query.select;
    return {};
}

Result<void> readOrder(const Options &options, Budget &budget, ImageQuery &query)
{
    if (!options.values.contains(u"$orderby"_s)) {
        return {};
    }
    query.orderText = options.values[u"$orderby"_s];
    TreeBuilder builder(u"$orderby"_s, budget);
    Parser parser(query.orderText, builder, options.aliases);
    while (true) {
        NodePtr key = parser.expression();
        if (key && key->type == Type::Collection) {
            key = builder.fail(key->position, u"a property with one value"_s);
        }
        if (!key) {
            return Failure(builder.error());
        }
        const bool isDescending = parser.peek().isName("desc"_L1);
        if (isDescending || parser.peek().isName("asc"_L1)) {
            parser.take();
        }
        query.order.push_back({key, isDescending});
        if (query.order.size() > size_t(mostOrderKeys)) {
            return Failure(tooMuch(u"$orderby"_s, mostOrderKeys, u"properties to order by"_s));
        }
        if (parser.peek().kind == Token::Kind::End) {
            return {};
        }
        if (!parser.peek().isMark(u',')) {
            parser.failHere(u"asc, desc or a comma"_s);
            return Failure(builder.error());
        }
        parser.take();
    }
}

Result<void> readFilter(const Options &options, Budget &budget, ImageQuery &query)
{
    const auto add = [&query](TreeBuilder &builder, const NodePtr &tree) -> Result<void> {
        const NodePtr condition = builder.condition(tree);
        if (condition) {
            query.filter = query.filter ? builder.joined(Kind::And, query.filter, condition) : condition;
        }
        return builder.hasFailed() ? Result<void>(Failure(builder.error())) : Result<void>();
    };
    if (options.values.contains(u"$filter"_s)) {
        TreeBuilder builder(u"$filter"_s, budget);
        Parser parser(options.values[u"$filter"_s], builder, options.aliases);
        if (auto added = add(builder, parser.wholeExpression()); !added) {
            return added;
        }
    }
    for (const QString &term : options.terms) {
        constexpr qsizetype longestTarget = 60;
        TreeBuilder builder(term.left(longestTarget), budget);
        if (auto added = add(builder, parseShortTerm(term, builder)); !added) {
            return added;
        }
    }
    return {};
}

Result<void> readSearch(const Options &options, Budget &budget, ImageQuery &query)
{
    const QString text = options.values.value(u"$search"_s);
    if (text.trimmed().isEmpty()) {
        return {};
    }
    TreeBuilder builder(u"$search"_s, budget);
    query.search = parseSearch(text, builder);
    return query.search ? Result<void>() : Result<void>(Failure(builder.error()));
}

// What the answer depends on but for the part of it that is wanted.
QString textOf(const Options &options)
{
    constexpr QChar between(0x1f);
    QString text = options.values.value(u"$filter"_s) + between + options.values.value(u"$search"_s) + between +
                   options.values.value(u"$orderby"_s) + between + options.terms.join(u'&');
    for (auto alias = options.aliases.begin(); alias != options.aliases.end(); ++alias) {
        text += between + alias.key() + u'=' + alias.value();
    }
    return text;
}

Result<ImageQuery> understood(QByteArrayView raw)
{
    const auto options = optionsIn(raw);
    if (!options) {
        return failed(options);
    }
    ImageQuery query;
    query.text = textOf(*options);
    Budget budget;
    auto read = readNumbers(*options, query);
    read = read ? readSelect(*options, query) : read;
    read = read ? readOrder(*options, budget, query) : read;
    read = read ? readFilter(*options, budget, query) : read;
    read = read ? readSearch(*options, budget, query) : read;
    if (!read) {
        return failed(read);
    }
    return query;
}

} // namespace

// A client asks for a list again and again. What was understood never changes, so that it is shared with the answers
// given before; each thread has its own memory and waits for nobody.
Result<ImageQuery> parseQuery(QByteArrayView raw)
{
    constexpr qsizetype mostRemembered = 100;
    constexpr qsizetype longestRemembered = 2000;
    thread_local QHash<QByteArray, ImageQuery> remembered;
    if (raw.size() > longestRemembered) {
        return understood(raw);
    }
    const auto known = remembered.constFind(QByteArray::fromRawData(raw.data(), raw.size()));
    if (known != remembered.constEnd()) {
        return *known;
    }
    auto query = understood(raw);
    if (query) {
        if (remembered.size() >= mostRemembered) {
            remembered.clear();
        }
        remembered.insert(raw.toByteArray(), *query);
    }
    return query;
}

} // namespace kinframe::query
