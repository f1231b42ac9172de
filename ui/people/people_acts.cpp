// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/people_acts.h"

#include "base/ids.h"
#include "faces/history.h"
#include "faces/people.h"
#include "faces/suggestions.h"
#include "ui/base/sentences.h"
#include "ui/people/act_text.h"

#include <QQmlEngine>

#include <algorithm>

namespace kinframe::ui {
namespace {

using Outcome = ActQueue::Outcome;
using Uuids = std::vector<QUuid>;

constexpr char propertyName[] = "kinframePeopleActs";

Uuids uuids(const QStringList &texts)
{
    Uuids all;
    all.reserve(size_t(texts.size()));
    for (const QString &text : texts) {
        all.push_back(QUuid::fromString(text));
    }
    return all;
}

/// A single act, `call(services, userId, QUuid *act) -> Result<T>`, that changes these people.
template <typename Call>
ActQueue::Work one(const QSet<QUuid> &people, Call call)
{
    return [people, call](const Services &services, qint64 userId) -> Result<Outcome> {
        Outcome outcome{.acts = {QUuid()}, .people = people};
        auto done = call(services, userId, &outcome.acts.front());
        return done ? Result<Outcome>(outcome) : failed(done);
    };
}

/// As one(), of an act that takes those faces from whom they are.
template <typename Call>
ActQueue::Work taking(const Uuids &faces, const QSet<QUuid> &people, Call call)
{
    return [faces, work = one(people, call)](const Services &services, qint64 userId) -> Result<Outcome> {
        auto outcome = work(services, userId);
        if (outcome) {
            outcome->left = {faces.begin(), faces.end()};
        }
        return outcome;
    };
}

/// The same change for each of several people.
ActQueue::Work each(const QStringList &people, const faces::PersonEdit &edit)
{
    return [all = uuids(people), edit](const Services &services, qint64 userId) -> Result<Outcome> {
        Outcome outcome;
        for (const QUuid &uuid : all) {
            QUuid act;
            auto edited = services.people.edit(userId, uuid, edit, &act);
            if (!edited) {
                // What is done can be undone.
                return outcome.acts.empty() ? Result<Outcome>(failed(edited)) : Result<Outcome>(outcome);
            }
            outcome.acts.push_back(act);
            outcome.people.insert(uuid);
        }
        return outcome;
    };
}

Result<void> answerOne(const Services &services, qint64 userId, const PeopleActs::Answer &answer, QUuid *act)
{
    auto done =
        answer.isSame
            ? services.people.merge(userId, answer.person, {answer.other}, act).map([](const faces::Person &) {})
            : services.suggestions.reject(userId, answer.suggestion, act);
    // Another answer may have made one of the two, or somebody elsewhere may have ended the question.
    const bool isOver =
        !done && (done.error().code == ErrorCode::NotFound || done.error().code == ErrorCode::InvalidArgument);
    return isOver ? Result<void>{} : done;
}

} // namespace

PeopleActs::PeopleActs(QQmlEngine *engine)
    : QObject(engine)
    , m_queue(engine, this)
{
    connect(&m_queue, &ActQueue::busyChanged, this, &PeopleActs::busyChanged);
    connect(&m_queue, &ActQueue::wentWrong, this, [this](const Error &error) { Q_EMIT wentWrong(sentenceOf(error)); });
    connect(&m_queue, &ActQueue::done, this, [this](const Outcome &outcome) {
        if (!outcome.left.isEmpty()) {
            Q_EMIT facesLeft(outcome.left);
        }
        Q_EMIT acted(outcome.people);
        if (!outcome.made.isNull()) {
            Q_EMIT made(toText(outcome.made));
        }
    });
}

PeopleActs *PeopleActs::create(QQmlEngine *engine, QJSEngine *)
{
    auto *acts = engine->property(propertyName).value<PeopleActs *>();
    if (!acts) {
        acts = new PeopleActs(engine);
        engine->setProperty(propertyName, QVariant::fromValue(acts));
        QQmlEngine::setObjectOwnership(acts, QQmlEngine::CppOwnership);
    }
    return acts;
}

PeopleActs *PeopleActs::of(const QObject *object)
{
    QQmlEngine *engine = qmlEngine(object);
    return engine ? create(engine, nullptr) : nullptr;
}

void PeopleActs::rename(const QString &person, const QString &name)
{
    const QUuid uuid = QUuid::fromString(person);
    m_queue.perform(ActText::named(name.trimmed()),
                    one({uuid}, [uuid, name](const Services &services, qint64 userId, QUuid *act) {
                        return services.people.edit(userId, uuid, {.name = name}, act);
                    }));
}

void PeopleActs::merge(const QString &into, const QStringList &others)
{
    const QUuid uuid = QUuid::fromString(into);
    const Uuids merged = uuids(others);
    QSet<QUuid> people(merged.begin(), merged.end());
    people.insert(uuid);
    m_queue.perform(ActText::merged(int(people.size())),
                    one(people, [uuid, merged](const Services &services, qint64 userId, QUuid *act) {
                        return services.people.merge(userId, uuid, merged, act);
                    }));
}

void PeopleActs::split(const QString &person, const QStringList &faces)
{
    const auto work = [uuid = QUuid::fromString(person), taken = uuids(faces)](const Services &services,
                                                                               qint64 userId) -> Result<Outcome> {
        Outcome outcome{.acts = {QUuid()}};
        auto part = services.people.split(userId, uuid, taken, &outcome.acts.front());
        if (!part) {
            return failed(part);
        }
        outcome.people = {uuid, part->uuid};
        outcome.made = part->uuid;
        outcome.left = {taken.begin(), taken.end()};
        return outcome;
    };
    m_queue.perform(ActText::takenOut(int(faces.size())), work);
}

void PeopleActs::moveFaces(const QString &to, const QString &name, const QStringList &faces)
{
    const QUuid uuid = QUuid::fromString(to);
    const Uuids moved = uuids(faces);
    m_queue.perform(ActText::moved(int(faces.size()), name),
                    taking(moved, {uuid}, [uuid, moved](const Services &services, qint64 userId, QUuid *act) {
                        return services.people.moveFaces(userId, uuid, moved, act);
                    }));
}

void PeopleActs::moveFacesToNew(const QString &name, const QStringList &faces)
{
    const auto work = [name, moved = uuids(faces)](const Services &services, qint64 userId) -> Result<Outcome> {
        Outcome outcome{.acts = {QUuid(), QUuid()}};
        auto person = services.people.create(userId, {.name = name}, &outcome.acts.front());
        if (!person) {
            return failed(person);
        }
        auto given = services.people.moveFaces(userId, person->uuid, moved, &outcome.acts.back());
        if (!given) {
            // Nobody shall be left over without a face.
            (void)services.history.undo(userId, outcome.acts.front());
            return failed(given);
        }
        outcome.left = {moved.begin(), moved.end()};
        return outcome;
    };
    m_queue.perform(ActText::moved(int(faces.size()), name.trimmed()), work);
}

void PeopleActs::rejectFaces(const QString &person, const QStringList &faces)
{
    const QUuid uuid = QUuid::fromString(person);
    const Uuids rejected = uuids(faces);
    m_queue.perform(ActText::rejected(int(faces.size())),
                    taking(rejected, {uuid}, [uuid, rejected](const Services &services, qint64 userId, QUuid *act) {
                        return services.people.rejectFaces(userId, uuid, rejected, act);
                    }));
}

void PeopleActs::dismissFaces(const QStringList &faces)
{
    const Uuids dismissed = uuids(faces);
    m_queue.perform(ActText::dismissed(int(faces.size())),
                    taking(dismissed, {}, [dismissed](const Services &services, qint64 userId, QUuid *act) {
                        return services.people.dismissFaces(userId, dismissed, act);
                    }));
}

void PeopleActs::setHidden(const QStringList &people, bool isHidden)
{
    m_queue.perform(ActText::hidden(int(people.size()), isHidden), each(people, {.isHidden = isHidden}));
}

void PeopleActs::setFavourite(const QStringList &people, bool isFavourite)
{
    m_queue.perform(ActText::favourite(int(people.size()), isFavourite), each(people, {.isFavorite = isFavourite}));
}

void PeopleActs::setBirthDate(const QString &person, const QString &date)
{
    m_queue.perform(ActText::birthDate(!date.isEmpty()), each({person}, {.birthDate = date}));
}

void PeopleActs::setCover(const QString &person, const QString &face)
{
    m_queue.perform(ActText::cover(), each({person}, {.coverFace = QUuid::fromString(face)}));
}

void PeopleActs::answer(std::vector<Answer> answers)
{
    if (answers.empty()) {
        return;
    }
    const QString text =
        answers.size() == 1 ? ActText::answered(answers.front().isSame) : ActText::answered(int(answers.size()));
    // Those who are not the same first: merging people ends the questions about them.
    std::stable_partition(answers.begin(), answers.end(), [](const Answer &answer) { return !answer.isSame; });
    const auto work = [answers](const Services &services, qint64 userId) -> Result<Outcome> {
        Outcome outcome;
        for (const Answer &answer : answers) {
            QUuid act;
            auto done = answerOne(services, userId, answer, &act);
            if (!done) {
                return outcome.acts.empty() ? Result<Outcome>(failed(done)) : Result<Outcome>(outcome);
            }
            if (!act.isNull()) {
                outcome.acts.push_back(act);
            }
            outcome.people += {answer.person, answer.other};
        }
        return outcome;
    };
    m_queue.perform(text, work);
}

void PeopleActs::undoEntry(const QUuid &entry, const QString &text)
{
    const auto work = [entry](const Services &services, qint64 userId) -> Result<Outcome> {
        auto undone = services.history.undo(userId, entry);
        return undone ? Result<Outcome>(Outcome{.acts = {entry}}) : failed(undone);
    };
    m_queue.perform(ActText::undone(text), work, ActQueue::Direction::Redo);
}

void PeopleActs::redoEntry(const QUuid &entry, const QString &text)
{
    const auto work = [entry](const Services &services, qint64 userId) -> Result<Outcome> {
        auto redone = services.history.redo(userId, entry);
        return redone ? Result<Outcome>(Outcome{.acts = {entry}}) : failed(redone);
    };
    m_queue.perform(ActText::redone(text), work);
}

} // namespace kinframe::ui
