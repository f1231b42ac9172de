// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/people/act_queue.h"

#include <QStringList>
#include <qqml.h>

class QJSEngine;
class QQmlEngine;

namespace kinframe::ui {

/// What people do with people: each act can be taken back. Ids are those of people and faces as text. One for the
/// engine. GUI thread.
class PeopleActs : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY busyChanged)

public:
    static PeopleActs *create(QQmlEngine *engine, QJSEngine *);
    /// The one of the engine that made the object; null without an engine.
    [[nodiscard]] static PeopleActs *of(const QObject *object);

    [[nodiscard]] bool isBusy() const { return m_queue.isBusy(); }

    /// Empty: the group has no name again.
    Q_INVOKABLE void rename(const QString &person, const QString &name);
    /// All of `others` become `into`.
    Q_INVOKABLE void merge(const QString &into, const QStringList &others);
    /// Makes a person of some faces of another.
    Q_INVOKABLE void split(const QString &person, const QStringList &faces);
    /// `name` is only told.
    Q_INVOKABLE void moveFaces(const QString &to, const QString &name, const QStringList &faces);
    /// As moveFaces, to somebody who is new.
    Q_INVOKABLE void moveFacesToNew(const QString &name, const QStringList &faces);
    Q_INVOKABLE void rejectFaces(const QString &person, const QStringList &faces);
    Q_INVOKABLE void dismissFaces(const QStringList &faces);
    Q_INVOKABLE void setHidden(const QStringList &people, bool isHidden);
    Q_INVOKABLE void setFavourite(const QStringList &people, bool isFavourite);
    /// `1990-02-03`; empty: none.
    Q_INVOKABLE void setBirthDate(const QString &person, const QString &date);
    Q_INVOKABLE void setCover(const QString &person, const QString &face);

    /// Whether two people are one, as somebody has answered.
    struct Answer
    {
        QUuid suggestion;
        QUuid person;
        QUuid other;
        bool isSame = false;
    };
    void answer(std::vector<Answer> answers);
    /// An entry of the history; `text` says what it was.
    void undoEntry(const QUuid &entry, const QString &text);
    void redoEntry(const QUuid &entry, const QString &text);

    /// These have changed, and are so in the library. Whom else it concerns the library tells of.
    Q_SIGNAL void acted(const QSet<QUuid> &people);
    /// These faces are not whose they were; `acted` follows.
    Q_SIGNAL void facesLeft(const QSet<QUuid> &faces);
    /// Faces are a person of their own now.
    Q_SIGNAL void made(const QString &person);
    /// What went wrong and what to do.
    Q_SIGNAL void wentWrong(const QString &text);
    Q_SIGNAL void busyChanged();

private:
    explicit PeopleActs(QQmlEngine *engine);

    ActQueue m_queue;
};

} // namespace kinframe::ui
