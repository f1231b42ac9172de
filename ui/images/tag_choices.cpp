// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/tag_choices.h"

#include "storage/database.h"

#include <algorithm>
#include <array>

namespace kinframe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostChoices = 8;
// From one tag to the next without a look at all the photos that have it.
constexpr const char *everyTag =
    "WITH RECURSIVE each(tag) AS (SELECT min(tag) FROM asset_tag UNION ALL SELECT (SELECT min(t.tag) FROM asset_tag t "
    "WHERE t.tag > each.tag) FROM each WHERE each.tag IS NOT NULL) SELECT tag FROM each WHERE tag IS NOT NULL AND "
    "EXISTS (SELECT 1 FROM asset_tag t JOIN asset a ON a.id = t.asset_id WHERE t.tag = each.tag AND a.owner_id = ?1)";
constexpr const char *everyProperty = "SELECT name FROM prop_key WHERE ?1 > 0 ORDER BY name";
constexpr std::array columns{"created_at"_L1, "file_name"_L1, "frame_number"_L1, "is_favorite"_L1, "latitude"_L1,
                             "longitude"_L1,  "model"_L1,     "rating"_L1,       "task_id"_L1,     "type"_L1};

QStringList readNames(storage::Connection &db, qint64 userId, bool areProperties, const QString &text)
{
    QStringList names;
    const auto take = [&](const QString &name) {
        if (name.contains(text, Qt::CaseInsensitive) && name != text && !names.contains(name)) {
            names << name;
        }
    };
    if (areProperties) {
        std::for_each(columns.begin(), columns.end(), take);
    }
    storage::Statement row = db.prepare(areProperties ? everyProperty : everyTag);
    row.bindAll(userId);
    while (row.step()) {
        take(row.text(0));
    }
    // What begins like that comes before what has it somewhere.
    std::stable_partition(names.begin(), names.end(),
                          [&](const QString &name) { return name.startsWith(text, Qt::CaseInsensitive); });
    return names.mid(0, mostChoices);
}

} // namespace

void TagChoices::setText(const QString &text)
{
    if (m_text != text) {
        m_text = text;
        Q_EMIT textChanged();
        if (isComplete()) {
            reload();
        }
    }
}

void TagChoices::setAreProperties(bool areProperties)
{
    if (m_areProperties != areProperties) {
        m_areProperties = areProperties;
        Q_EMIT textChanged();
        if (isComplete()) {
            reload();
        }
    }
}

void TagChoices::show(const QStringList &names)
{
    beginResetModel();
    m_names = names;
    endResetModel();
}

void TagChoices::reload()
{
    const QString text = m_text.trimmed();
    if (!context() || text.isEmpty()) {
        m_question.drop();
        show({});
        return;
    }
    m_question.ask(
        *context(), this,
        [services = context()->services(), user = context()->userId(), text,
         areProperties = m_areProperties](const std::stop_token &stop) {
            return services.library.database.read(
                [&](storage::Connection &db) -> Result<QStringList> {
                    return readNames(db, user, areProperties, text);
                },
                stop);
        },
        [this](const Result<QStringList> &names) {
            if (names) {
                show(*names);
                setStatus(Status::Ready);
            } else {
                setFailed(names.error());
            }
        });
}

int TagChoices::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_names.size());
}

QVariant TagChoices::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != NameRole) {
        return {};
    }
    return m_names.at(index.row());
}

QHash<int, QByteArray> TagChoices::roleNames() const
{
    return {{NameRole, "name"}};
}

} // namespace kinframe::ui
