// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/saved_searches.h"

#include "base/ids.h"

#include <algorithm>

namespace kinframe::library {
namespace {

using namespace Qt::StringLiterals;
using storage::Statement;
using storage::Transaction;

constexpr qsizetype longestName = 200;
// As much as a URL can carry.
constexpr qsizetype longestQuery = 16'384;

Failure notFound(const QUuid &id)
{
    return fail(ErrorCode::NotFound, {{u"what"_s, u"saved search"_s}, {u"id"_s, toText(id)}});
}

Failure tooLong(const QString &field, qsizetype value, qsizetype limit)
{
    return fail(ErrorCode::TooLarge,
                {{u"field"_s, field}, {u"value"_s, QString::number(value)}, {u"limit"_s, QString::number(limit)}});
}

// Names that look the same are the same.
bool isTaken(Transaction &transaction, qint64 ownerId, const QUuid &id, const QString &name)
{
    const auto all = savedSearches(transaction.db(), ownerId);
    return std::ranges::any_of(all, [&](const SavedSearch &other) {
        return other.id != id && other.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

Result<void> checkName(Transaction &transaction, qint64 ownerId, const QUuid &id, const QString &name)
{
    if (name.isEmpty()) {
        return fail(ErrorCode::MissingField, {{u"field"_s, u"name"_s}, {u"expected"_s, u"a name"_s}});
    }
    if (name.size() > longestName) {
        return tooLong(u"name"_s, name.size(), longestName);
    }
    if (isTaken(transaction, ownerId, id, name)) {
        return fail(ErrorCode::Conflict,
                    {{u"reason"_s, u"there is a saved search “%1” already"_s.arg(name)}, {u"name"_s, name}});
    }
    return {};
}

} // namespace

std::vector<SavedSearch> savedSearches(storage::Connection &db, qint64 ownerId)
{
    std::vector<SavedSearch> all;
    Statement row = db.prepare("SELECT uuid, name, filter, words, sort FROM saved_search WHERE owner_id = ?1");
    row.bindAll(ownerId);
    while (row.step()) {
        all.push_back({row.uuid(0), row.text(1), row.text(2), row.text(3), row.text(4)});
    }
    std::ranges::sort(all, [](const SavedSearch &a, const SavedSearch &b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    return all;
}

Result<void> saveSearch(Transaction &transaction, qint64 ownerId, const SavedSearch &search)
{
    const QString name = search.name.trimmed();
    if (auto checked = checkName(transaction, ownerId, search.id, name); !checked) {
        return checked;
    }
    const qsizetype length = search.filter.size() + search.words.size() + search.order.size();
    if (length > longestQuery) {
        return tooLong(u"query"_s, length, longestQuery);
    }
    // Texts that are empty are not NULL here.
    const auto text = [](const QString &value) { return value.isNull() ? u""_s : value; };
    transaction.run("INSERT INTO saved_search(uuid, owner_id, name, filter, words, sort) VALUES (?1, ?2, ?3, ?4, ?5, "
                    "?6)",
                    search.id, ownerId, name, text(search.filter), text(search.words), text(search.order));
    return {};
}

Result<void> renameSearch(Transaction &transaction, qint64 ownerId, const QUuid &id, const QString &name)
{
    const QString trimmed = name.trimmed();
    if (auto checked = checkName(transaction, ownerId, id, trimmed); !checked) {
        return checked;
    }
    const qint64 changed =
        transaction.run("UPDATE saved_search SET name = ?3 WHERE uuid = ?1 AND owner_id = ?2", id, ownerId, trimmed);
    return changed > 0 ? Result<void>() : Result<void>(notFound(id));
}

Result<void> removeSearch(Transaction &transaction, qint64 ownerId, const QUuid &id)
{
    const qint64 changed = transaction.run("DELETE FROM saved_search WHERE uuid = ?1 AND owner_id = ?2", id, ownerId);
    return changed > 0 ? Result<void>() : Result<void>(notFound(id));
}

} // namespace kinframe::library
