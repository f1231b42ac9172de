// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/suggestions_model.h"

#include "base/ids.h"
#include "ui/base/undo_stack.h"
#include "ui/people/people_acts.h"
#include "ui/people/people_watch.h"

#include <algorithm>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;

// More than fit on a screen; when few are left, the next ones are read.
constexpr int pageSize = 120;

QString urlOf(const std::optional<faces::Face> &face)
{
    return face ? u"image://library/face/"_s + toText(face->uuid) : QString();
}

} // namespace

void SuggestionsModel::begin()
{
    const auto *watch = new PeopleWatch(this);
    connect(watch, &PeopleWatch::changed, this, [this](const PeopleChange &) { reload(); });
    connect(PeopleActs::of(this), &PeopleActs::wentWrong, this, [this] {
        m_answered.clear();
        reload();
    });
    connect(UndoStack::of(this), &UndoStack::undone, this, [this] {
        m_answered.clear(); // What is undone is open again.
    });
}

int SuggestionsModel::total() const
{
    return std::max(0, int(m_page.total) - int(m_page.items.size()) + int(m_rows.size()));
}

void SuggestionsModel::reload()
{
    if (!context()) {
        return;
    }
    if (status() != Status::Ready) {
        setStatus(Status::Loading);
    }
    m_question.ask(
        *context(), this,
        [&suggestions = context()->services().suggestions, userId = context()->userId(),
         size = pageSize + int(m_skipped.size())](const std::stop_token &) {
            return suggestions.list(userId, 1, size);
        },
        [this](Result<faces::SuggestionPage> page) {
            if (!page) {
                setFailed(page.error());
                return;
            }
            m_page = std::move(*page);
            show();
            setStatus(Status::Ready);
        });
}

void SuggestionsModel::show()
{
    std::vector<faces::Suggestion> rows;
    for (const faces::Suggestion &suggestion : m_page.items) {
        if (!m_skipped.contains(suggestion.uuid) && !m_answered.contains(suggestion.uuid)) {
            rows.push_back(suggestion);
        }
    }
    const auto isSame = [](const faces::Suggestion &a, const faces::Suggestion &b) {
        return a.uuid == b.uuid && a.person.updatedAt == b.person.updatedAt && a.other.updatedAt == b.other.updatedAt;
    };
    if (!std::ranges::equal(rows, m_rows, isSame)) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        Q_EMIT countChanged();
    }
    Q_EMIT totalChanged();
}

void SuggestionsModel::remove(const QList<int> &rows)
{
    QList<int> descending = rows;
    std::ranges::sort(descending, std::ranges::greater());
    for (const int row : descending) {
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    Q_EMIT countChanged();
    Q_EMIT totalChanged();
}

void SuggestionsModel::step(const Step &step)
{
    m_steps.push_back(step);
    Q_EMIT canUndoChanged();
}

QString SuggestionsModel::idAt(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? toText(m_rows[size_t(row)].uuid) : QString();
}

void SuggestionsModel::answer(const QList<int> &rows, bool isSame)
{
    std::vector<PeopleActs::Answer> answers;
    for (const int row : rows) {
        const faces::Suggestion &asked = m_rows.at(size_t(row));
        answers.push_back({asked.uuid, asked.person.uuid, asked.other.uuid, isSame});
        m_answered.insert(asked.uuid);
    }
    if (answers.empty()) {
        return;
    }
    remove(rows);
    step({});
    PeopleActs::of(this)->answer(std::move(answers));
}

void SuggestionsModel::skip(int row)
{
    const QUuid skipped = m_rows.at(size_t(row)).uuid;
    m_skipped.insert(skipped);
    remove({row});
    step({skipped});
}

void SuggestionsModel::undo()
{
    if (m_steps.empty()) {
        return;
    }
    const Step last = m_steps.back();
    m_steps.pop_back();
    Q_EMIT canUndoChanged();
    if (!last.skipped.isNull()) {
        m_skipped.remove(last.skipped);
        show();
        return;
    }
    UndoStack::of(this)->undo();
}

int SuggestionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SuggestionsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const faces::Suggestion &asked = m_rows[size_t(index.row())];
    switch (role) {
    case SuggestionIdRole:
        return toText(asked.uuid);
    case LikenessRole:
        return asked.similarity;
    case PersonIdRole:
        return toText(asked.person.uuid);
    case PersonNameRole:
        return asked.person.name;
    case PersonCoverRole:
        return urlOf(asked.personFace);
    case PersonPhotosRole:
        return asked.person.assetCount;
    case OtherIdRole:
        return toText(asked.other.uuid);
    case OtherNameRole:
        return asked.other.name;
    case OtherCoverRole:
        return urlOf(asked.otherFace);
    case OtherPhotosRole:
        return asked.other.assetCount;
    default:
        return {};
    }
}

QHash<int, QByteArray> SuggestionsModel::roleNames() const
{
    return {{SuggestionIdRole, "suggestionId"}, {LikenessRole, "likeness"},       {PersonIdRole, "personId"},
            {PersonNameRole, "personName"},     {PersonCoverRole, "personCover"}, {PersonPhotosRole, "personPhotos"},
            {OtherIdRole, "otherId"},           {OtherNameRole, "otherName"},     {OtherCoverRole, "otherCover"},
            {OtherPhotosRole, "otherPhotos"}};
}

} // namespace kinframe::ui
