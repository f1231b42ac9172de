// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "albums/album.h"
#include "ui/base/context.h"
#include "ui/base/keyed_rows.h"
#include "ui/base/sectioned_model.h"

#include <QSet>
#include <QStringList>

#include <unordered_map>
#include <vector>

namespace kinframe::ui {

/// The user's albums. What changes in one of them is read of that one alone. GUI thread.
class AlbumsModel : public kinframe::ui::SectionedModel
{
    Q_OBJECT
    QML_ELEMENT
    /// A part of the name or of the description, in any case; empty: all.
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)
    Q_PROPERTY(Order order READ order WRITE setOrder NOTIFY orderChanged)
    /// Whether somebody looks. Else what happens to photos is made up for later: reading thousands of albums takes a
    /// while, and an import never stops to say that there is something new.
    Q_PROPERTY(bool isOn READ isOn WRITE setOn NOTIFY isOnChanged)
    Q_PROPERTY(int total READ total NOTIFY totalChanged) ///< whatever is searched for

public:
    enum class Order {
        NewestFirst, ///< made last
        LatestPhotos,
        ByName,
        ChangedFirst, ///< where somebody put photos last
    };
    Q_ENUM(Order)
    enum Role { AlbumIdRole = Qt::UserRole, NameRole, PhotoCountRole, DatesRole, CoverRole };
    Q_ENUM(Role)

    using SectionedModel::SectionedModel;

    [[nodiscard]] QString search() const { return m_search; }
    void setSearch(const QString &search);
    [[nodiscard]] Order order() const { return m_order; }
    void setOrder(Order order);
    [[nodiscard]] bool isOn() const { return m_isOn; }
    void setOn(bool isOn);
    [[nodiscard]] int total() const { return int(m_all.size()); }

    [[nodiscard]] Q_INVOKABLE QString idAt(int row) const;
    [[nodiscard]] Q_INVOKABLE QStringList idsAt(const QList<int> &rows) const;
    [[nodiscard]] Q_INVOKABLE QString nameAt(int row) const;
    /// -1 where it is not shown.
    [[nodiscard]] Q_INVOKABLE int rowOfAlbum(const QString &id) const;
    /// The album with just that name, in any case; empty where there is none.
    [[nodiscard]] Q_INVOKABLE QString albumNamed(const QString &name) const;

    void reload() override;
    [[nodiscard]] const std::vector<Section> &sections() const override { return m_sections; }
    [[nodiscard]] qint64 keyAt(int row) const override { return m_rows[row].id; }
    [[nodiscard]] int rowOf(qint64 key) const override { return m_rows.rowOf(key); }
    void want(int, int) override {} // A row is all there is.

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_SIGNAL void searchChanged();
    Q_SIGNAL void orderChanged();
    Q_SIGNAL void isOnChanged();
    Q_SIGNAL void totalChanged();

protected:
    void begin() override;

private:
    using Albums = std::vector<albums::Album>;
    /// What was read of some albums; nothing where one is gone.
    using Patch = std::vector<std::pair<QUuid, std::optional<albums::Album>>>;

    void followPhotos();
    void follow(const QSet<QUuid> &albums);
    void readSome();
    void patch(const Patch &patch);
    /// Works out which of all to show, and tells what is others.
    void show();
    [[nodiscard]] bool isShown(const albums::Album &album) const;
    void arrange(Albums &rows) const;

    QString m_search;
    Order m_order = Order::NewestFirst;
    std::unordered_map<qint64, albums::Album> m_all; ///< by row id
    int m_told = 0;                                  ///< of all, as totalChanged said last
    KeyedRows<albums::Album> m_rows;
    std::vector<Section> m_sections;
    Question m_reading;
    Question m_patching;
    QSet<QUuid> m_toPatch; ///< being read
    bool m_isOn = true;
    bool m_isOutdated = false; ///< by what happened to photos while nobody looked
    bool m_isReading = false;
    bool m_isReadAgain = false; ///< something happened while all were read
};

} // namespace kinframe::ui
