// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/face.h"
#include "faces/person.h"
#include "ui/base/context.h"

#include <QObject>
#include <QQmlParserStatus>
#include <qqml.h>

namespace kinframe::ui {

/// One person, as they are now. GUI thread.
class PersonDetails : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    /// Whom to show; somebody who has been merged goes on as whom they have become.
    Q_PROPERTY(QString person READ person WRITE setPerson NOTIFY personChanged)
    Q_PROPERTY(Status status READ status NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString cover READ cover NOTIFY changed)
    Q_PROPERTY(QString birthDate READ birthDate NOTIFY changed) ///< `1990-02-03`, or empty
    Q_PROPERTY(QString birthText READ birthText NOTIFY changed) ///< as the person writes dates
    Q_PROPERTY(bool isFavourite READ isFavourite NOTIFY changed)
    Q_PROPERTY(bool isHidden READ isHidden NOTIFY changed)
    Q_PROPERTY(int photoCount READ photoCount NOTIFY changed)
    Q_PROPERTY(int faceCount READ faceCount NOTIFY changed)

public:
    /// Gone: there is nobody of that id (any more).
    enum class Status { Unloaded, Loading, Ready, Gone, Failed };
    Q_ENUM(Status)

    using QObject::QObject;

    [[nodiscard]] QString person() const { return m_person; }
    void setPerson(const QString &person);
    [[nodiscard]] Status status() const { return m_status; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] QString name() const { return m_facts.person.name; }
    [[nodiscard]] QString cover() const { return m_facts.cover; }
    [[nodiscard]] QString birthDate() const { return m_facts.person.birthDate; }
    [[nodiscard]] QString birthText() const;
    [[nodiscard]] bool isFavourite() const { return m_facts.person.isFavorite; }
    [[nodiscard]] bool isHidden() const { return m_facts.person.isHidden; }
    [[nodiscard]] int photoCount() const { return int(m_facts.person.assetCount); }
    [[nodiscard]] int faceCount() const { return int(m_facts.faces); }

    void classBegin() override {}
    void componentComplete() override;
    Q_INVOKABLE void reload();

    Q_SIGNAL void personChanged();
    Q_SIGNAL void changed();

private:
    struct Facts
    {
        faces::Person person;
        QString cover;
        qint64 faces = 0;
    };
    void show(const Result<std::optional<Facts>> &facts);

    Context *m_context = nullptr;
    QString m_person;
    Status m_status = Status::Unloaded;
    QString m_errorText;
    Facts m_facts;
    Question m_question;
};

} // namespace kinframe::ui
