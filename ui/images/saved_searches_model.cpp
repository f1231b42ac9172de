// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/saved_searches_model.h"

#include "base/ids.h"
#include "storage/database.h"
#include "ui/base/sentences.h"
#include "ui/base/undo_stack.h"

#include <QCoreApplication>

namespace kinframe::ui {

using namespace Qt::StringLiterals;
using library::SavedSearch;
using storage::Transaction;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(SavedSearches)
};

// What a person can do about it here.
QString complaint(const Error &error)
{
    switch (error.code) {
    case ErrorCode::MissingField:
        return Texts::tr("A search needs a name to be saved under.");
    case ErrorCode::Conflict:
        return Texts::tr("There is a search “%1” already. Choose another name.").arg(error.fact(u"name"_s));
    case ErrorCode::TooLarge:
        return Texts::tr("That is too long. At most %1 characters can be saved.").arg(error.fact(u"limit"_s));
    default:
        return sentenceOf(error);
    }
}

} // namespace

void SavedSearches::reload()
{
    if (!context()) {
        return;
    }
    setStatus(Status::Loading);
    m_question.ask(
        *context(), this,
        [services = context()->services(), user = context()->userId()](const std::stop_token &stop) {
            return services.library.database.read(
                [&](storage::Connection &db) -> Result<std::vector<SavedSearch>> {
                    return library::savedSearches(db, user);
                },
                stop);
        },
        [this](Result<std::vector<SavedSearch>> searches) {
            if (!searches) {
                setFailed(searches.error());
                return;
            }
            beginResetModel();
            m_searches = std::move(*searches);
            endResetModel();
            setStatus(Status::Ready);
        });
}

void SavedSearches::run(const Work &work, const std::function<void()> &done)
{
    if (!context()) {
        return;
    }
    context()->ask(
        this,
        [services = context()->services(), user = context()->userId(), work] {
            return services.library.database.write(
                [&](Transaction &transaction) -> Result<void> { return work(transaction, user); });
        },
        [this, done](const Result<void> &outcome) {
            reload();
            if (!outcome) {
                Q_EMIT failed(complaint(outcome.error()));
            } else if (done) {
                done();
            }
        });
}

void SavedSearches::act(const QString &told, const Work &work, const Work &back)
{
    run(work, [this, told, work, back, doing = UndoStack::beginOf(this)] {
        // The page may be gone by then.
        const QPointer<SavedSearches> self(this);
        const auto again = [self](const Work &part) {
            return [self, part] {
                if (self) {
                    self->run(part, {});
                }
            };
        };
        if (doing) {
            doing->push({told, again(back), again(work)});
        }
    });
}

void SavedSearches::save(const QString &name, const QString &filter, const QString &search, const QString &order)
{
    const SavedSearch saved{newUuid(), name.trimmed(), filter, search, order};
    act(
        tr("Saved as “%1”").arg(saved.name),
        [saved](Transaction &transaction, qint64 owner) { return library::saveSearch(transaction, owner, saved); },
        [saved](Transaction &transaction, qint64 owner) {
            return library::removeSearch(transaction, owner, saved.id);
        });
}

void SavedSearches::rename(int row, const QString &name)
{
    if (!has(row) || m_searches[size_t(row)].name == name.trimmed()) {
        return;
    }
    const SavedSearch before = m_searches[size_t(row)];
    act(
        tr("“%1” renamed").arg(before.name),
        [before, name](Transaction &transaction, qint64 owner) {
            return library::renameSearch(transaction, owner, before.id, name);
        },
        [before](Transaction &transaction, qint64 owner) {
            return library::renameSearch(transaction, owner, before.id, before.name);
        });
}

void SavedSearches::remove(int row)
{
    if (!has(row)) {
        return;
    }
    const SavedSearch gone = m_searches[size_t(row)];
    act(
        tr("“%1” deleted").arg(gone.name),
        [gone](Transaction &transaction, qint64 owner) { return library::removeSearch(transaction, owner, gone.id); },
        [gone](Transaction &transaction, qint64 owner) { return library::saveSearch(transaction, owner, gone); });
}

int SavedSearches::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_searches.size());
}

QVariant SavedSearches::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const SavedSearch &search = m_searches[size_t(index.row())];
    switch (role) {
    case NameRole:
        return search.name;
    case FilterRole:
        return search.filter;
    case SearchRole:
        return search.words;
    case OrderRole:
        return search.order;
    default:
        return {};
    }
}

QHash<int, QByteArray> SavedSearches::roleNames() const
{
    return {{NameRole, "name"}, {FilterRole, "filter"}, {SearchRole, "search"}, {OrderRole, "order"}};
}

} // namespace kinframe::ui
