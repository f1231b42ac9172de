// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/person_details.h"

#include "base/ids.h"
#include "storage/database.h"
#include "ui/base/sentences.h"
#include "ui/people/people_watch.h"

#include <QDate>
#include <QLocale>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;

qint64 countFaces(storage::Connection &db, qint64 person)
{
    storage::Statement statement =
        db.prepare("SELECT count(*) FROM face f JOIN asset a ON a.id = f.asset_id WHERE f.person_id = ?1 AND "
                   "f.is_dismissed = 0 AND a.trashed_at IS NULL AND a.is_hidden = 0");
    statement.bindAll(person);
    return statement.step() ? statement.int64(0) : 0;
}

} // namespace

void PersonDetails::componentComplete()
{
    m_context = Context::of(this);
    const auto *watch = new PeopleWatch(this);
    connect(watch, &PeopleWatch::changed, this, [this](const PeopleChange &change) {
        if (change.concerns(QUuid::fromString(m_person))) {
            reload();
        }
    });
    reload();
}

void PersonDetails::setPerson(const QString &person)
{
    if (person == m_person) {
        return;
    }
    m_person = person;
    m_question.drop();
    m_facts = {};
    m_status = Status::Unloaded;
    Q_EMIT personChanged();
    Q_EMIT changed();
    reload();
}

QString PersonDetails::birthText() const
{
    return QLocale().toString(QDate::fromString(m_facts.person.birthDate, Qt::ISODate), QLocale::LongFormat);
}

void PersonDetails::reload()
{
    if (!m_context || m_person.isEmpty()) {
        return;
    }
    if (m_status != Status::Ready) {
        m_status = Status::Loading;
        Q_EMIT changed();
    }
    m_question.ask(
        *m_context, this,
        [&database = m_context->services().library.database, userId = m_context->userId(),
         uuid = QUuid::fromString(m_person)](const std::stop_token &stop) {
            return database.read(
                [&](storage::Connection &db) -> Result<std::optional<Facts>> {
                    const auto person = faces::findPerson(db, userId, uuid);
                    if (!person) {
                        return std::nullopt;
                    }
                    const auto face = faces::coverOf(db, person->id);
                    return Facts{*person, face ? u"image://library/face/"_s + toText(face->uuid) : QString(),
                                 countFaces(db, person->id)};
                },
                stop);
        },
        [this](const Result<std::optional<Facts>> &facts) { show(facts); });
}

void PersonDetails::show(const Result<std::optional<Facts>> &facts)
{
    m_errorText = facts ? QString() : sentenceOf(facts.error());
    m_status = !facts ? Status::Failed : *facts ? Status::Ready : Status::Gone;
    if (facts && *facts) {
        m_facts = **facts;
        const QString survivor = toText(m_facts.person.uuid);
        if (survivor != m_person) {
            m_person = survivor;
            Q_EMIT personChanged();
        }
    }
    Q_EMIT changed();
}

} // namespace kinframe::ui
