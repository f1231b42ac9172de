// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/people_list.h"
#include "ui/base/context.h"
#include "ui/base/keyed_rows.h"
#include "ui/base/sectioned_model.h"
#include "ui/people/people_watch.h"

#include <QDate>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include <vector>

namespace kinframe::ui {

/// What there is of one person, newest first, under headings of dates. GUI thread.
class PersonItems : public kinframe::ui::SectionedModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("There are PersonPhotos and PersonFaces")
    /// Their id; empty: nobody, no rows.
    Q_PROPERTY(QString person READ person WRITE setPerson NOTIFY personChanged)

public:
    enum Role { FaceIdRole = Qt::UserRole, AssetIdRole, VideoRole, ConfirmedRole, DateTextRole };
    Q_ENUM(Role)

    using SectionedModel::SectionedModel;

    [[nodiscard]] QString person() const { return m_person; }
    void setPerson(const QString &person);

    [[nodiscard]] Q_INVOKABLE QStringList faceIdsAt(const QList<int> &rows) const;
    [[nodiscard]] Q_INVOKABLE QString assetIdAt(int row) const;

    void reload() override;
    [[nodiscard]] const std::vector<Section> &sections() const override { return m_sections; }
    [[nodiscard]] qint64 keyAt(int row) const override { return m_rows[row].id; }
    [[nodiscard]] int rowOf(qint64 key) const override { return m_rows.rowOf(key); }
    void want(int, int) override {} // A row is all there is.

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_SIGNAL void personChanged();

protected:
    using Items = std::vector<faces::DatedItem>;
    /// On another thread; throws SqlError.
    using Read = Items (*)(storage::Connection &db, qint64 personId);
    [[nodiscard]] virtual Read reader() const = 0;
    /// The first day under the same heading.
    [[nodiscard]] virtual QDate sectionOf(const QDate &day) const = 0;
    [[nodiscard]] virtual QString titleOf(const QDate &section) const = 0;
    void begin() override;
    /// Takes the rows of these faces out before all are read anew: for somebody with thousands that takes a moment.
    void drop(const QSet<QUuid> &faces);

private:
    void hear(const std::vector<Event> &events);
    void show(Items rows);
    /// Reads anew what has changed: at once, or soon where the rows show the change already.
    void follow();
    void makeSections();

    QString m_person;
    KeyedRows<faces::DatedItem> m_rows;
    QSet<QUuid> m_known; ///< photos that were shown of this person
    std::vector<Section> m_sections;
    Question m_question;
    QTimer m_later;
    bool m_isAhead = false; ///< rows were dropped that were not read since
};

/// Their photos and videos, under the days.
class PersonPhotos : public kinframe::ui::PersonItems
{
    Q_OBJECT
    QML_ELEMENT

public:
    using PersonItems::PersonItems;

protected:
    [[nodiscard]] Read reader() const override { return &faces::photosByDate; }
    [[nodiscard]] QDate sectionOf(const QDate &day) const override { return day; }
    [[nodiscard]] QString titleOf(const QDate &section) const override;
};

/// Their faces, under the months: they are small, and many are looked at together.
class PersonFaces : public kinframe::ui::PersonItems
{
    Q_OBJECT
    QML_ELEMENT

public:
    using PersonItems::PersonItems;

protected:
    void begin() override;
    [[nodiscard]] Read reader() const override { return &faces::facesByDate; }
    [[nodiscard]] QDate sectionOf(const QDate &day) const override { return {day.year(), day.month(), 1}; }
    [[nodiscard]] QString titleOf(const QDate &section) const override;
};

} // namespace kinframe::ui
