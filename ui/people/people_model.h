// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/people_list.h"
#include "ui/base/context.h"
#include "ui/base/keyed_rows.h"
#include "ui/base/sectioned_model.h"
#include "ui/people/cover_cache.h"
#include "ui/people/people_watch.h"

#include <QStringList>

#include <unordered_map>
#include <vector>

namespace kinframe::ui {

/// Everybody in the library: those whom somebody has named or made a favourite, then the groups without a name, the
/// larger first. GUI thread.
class PeopleModel : public kinframe::ui::SectionedModel
{
    Q_OBJECT
    QML_ELEMENT
    /// A part of the name, in any case; empty: all.
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)
    Q_PROPERTY(bool withHidden READ withHidden WRITE setWithHidden NOTIFY withHiddenChanged)
    /// The named by name, not by how many photos there are of each; favourites come first in any case.
    Q_PROPERTY(bool isByName READ isByName WRITE setByName NOTIFY byNameChanged)
    // Of all people, whatever is searched for; hidden ones count only as hidden.
    Q_PROPERTY(int namedCount READ namedCount NOTIFY countsChanged)
    Q_PROPERTY(int unnamedCount READ unnamedCount NOTIFY countsChanged)
    Q_PROPERTY(int hiddenCount READ hiddenCount NOTIFY countsChanged)

public:
    enum Role { PersonIdRole = Qt::UserRole, NameRole, PhotoCountRole, CoverRole, FavouriteRole, HiddenRole };
    Q_ENUM(Role)

    explicit PeopleModel(QObject *parent = nullptr);

    [[nodiscard]] QString search() const { return m_search; }
    void setSearch(const QString &search);
    [[nodiscard]] bool withHidden() const { return m_withHidden; }
    void setWithHidden(bool withHidden);
    [[nodiscard]] bool isByName() const { return m_isByName; }
    void setByName(bool isByName);
    [[nodiscard]] int namedCount() const { return m_namedCount; }
    [[nodiscard]] int unnamedCount() const { return m_unnamedCount; }
    [[nodiscard]] int hiddenCount() const { return m_hiddenCount; }

    [[nodiscard]] Q_INVOKABLE QString idAt(int row) const;
    [[nodiscard]] Q_INVOKABLE QStringList idsAt(const QList<int> &rows) const;
    [[nodiscard]] Q_INVOKABLE QString nameAt(int row) const;
    /// -1 where they are not shown.
    [[nodiscard]] Q_INVOKABLE int rowOfPerson(const QString &id) const;
    /// Of those, whom a merge should leave: somebody with a name, a favourite, or else the largest group.
    [[nodiscard]] Q_INVOKABLE QString survivorOf(const QStringList &ids) const;
    [[nodiscard]] Q_INVOKABLE bool areAllFavourites(const QList<int> &rows) const;
    [[nodiscard]] Q_INVOKABLE bool areAllHidden(const QList<int> &rows) const;

    void reload() override;
    [[nodiscard]] const std::vector<Section> &sections() const override { return m_sections; }
    [[nodiscard]] qint64 keyAt(int row) const override { return m_rows[row].id; }
    [[nodiscard]] int rowOf(qint64 key) const override { return m_rows.rowOf(key); }
    void want(int first, int last) override;

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_SIGNAL void searchChanged();
    Q_SIGNAL void withHiddenChanged();
    Q_SIGNAL void byNameChanged();
    Q_SIGNAL void countsChanged();

protected:
    void begin() override;

private:
    using People = std::vector<faces::ListedPerson>;
    /// What was read of some people; nothing where one is not listed any more.
    using Patch = std::vector<std::pair<QUuid, std::optional<faces::ListedPerson>>>;

    void follow(const PeopleChange &change);
    void readSome();
    void patch(const Patch &patch);
    /// Works out from everybody whom to show, and tells what is others.
    void show();
    void countAll();
    [[nodiscard]] bool isShown(const faces::ListedPerson &person) const;
    void makeSections();
    void tellCovers(const std::vector<qint64> &people);

    QString m_search;
    bool m_withHidden = false;
    bool m_isByName = false;
    int m_namedCount = 0;
    int m_unnamedCount = 0;
    int m_hiddenCount = 0;
    std::unordered_map<qint64, faces::ListedPerson> m_everybody;
    KeyedRows<faces::ListedPerson> m_rows;
    std::vector<Section> m_sections;
    CoverCache m_covers;
    int m_wantedFirst = 0;
    int m_wantedLast = -1;
    Question m_reading;
    Question m_patching;
    QSet<QUuid> m_toPatch; ///< being read, or to be read when everybody has been
    bool m_isReading = false;
    bool m_isReadAgain = false; ///< something happened while everybody was read
};

} // namespace kinframe::ui
