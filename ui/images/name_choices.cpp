// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/name_choices.h"

#include "base/ids.h"
#include "storage/database.h"

#include <algorithm>

namespace kinframe::ui {
namespace {

constexpr size_t mostChoices = 8;

} // namespace

void NameChoices::setText(const QString &text)
{
    if (m_text != text) {
        m_text = text;
        Q_EMIT textChanged();
        if (isComplete()) {
            reload();
        }
    }
}

void NameChoices::reload()
{
    const auto show = [this](std::vector<Choice> choices) {
        beginResetModel();
        m_choices = std::move(choices);
        endResetModel();
    };
    if (!context() || m_text.trimmed().isEmpty()) {
        m_question.drop();
        show({});
        return;
    }
    m_question.ask(
        *context(), this,
        [services = context()->services(), user = context()->userId(),
         name = m_text.trimmed()](const std::stop_token &stop) {
            return services.library.database.read(
                [&](storage::Connection &db) -> Result<std::vector<Choice>> {
                    std::vector<Choice> choices;
                    storage::Statement row = db.prepare(
                        "SELECT p.uuid, p.name FROM person p WHERE p.owner_id = ?1 AND p.name <> '' AND p.merged_into "
                        "IS NULL ORDER BY (SELECT count(*) FROM face f WHERE f.person_id = p.id) DESC, p.id");
                    row.bindAll(user);
                    while (row.step()) {
                        if (const QString known = row.text(1); known.contains(name, Qt::CaseInsensitive)) {
                            choices.push_back({toText(row.uuid(0)), known});
                        }
                    }
                    // Who begins like that comes before who has it somewhere in the name.
                    std::stable_partition(choices.begin(), choices.end(), [&](const Choice &choice) {
                        return choice.name.startsWith(name, Qt::CaseInsensitive);
                    });
                    choices.resize(std::min(choices.size(), mostChoices));
                    return choices;
                },
                stop);
        },
        [this, show](Result<std::vector<Choice>> choices) {
            if (choices) {
                show(std::move(*choices));
                setStatus(Status::Ready);
            } else {
                setFailed(choices.error());
            }
        });
}

QString NameChoices::personAt(int row) const
{
    return row >= 0 && size_t(row) < m_choices.size() ? m_choices[size_t(row)].personId : QString();
}

int NameChoices::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_choices.size());
}

QVariant NameChoices::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Choice &choice = m_choices[size_t(index.row())];
    return role == PersonIdRole ? QVariant(choice.personId) : role == NameRole ? QVariant(choice.name) : QVariant();
}

QHash<int, QByteArray> NameChoices::roleNames() const
{
    return {{PersonIdRole, "personId"}, {NameRole, "name"}};
}

} // namespace kinframe::ui
