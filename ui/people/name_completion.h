// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/people_list.h"
#include "ui/base/context.h"
#include "ui/base/list_model.h"
#include "ui/people/cover_cache.h"

#include <optional>
#include <vector>

namespace kinframe::ui {

/// The people with names that what is written may mean: those that begin with it first. GUI thread.
class NameCompletion : public kinframe::ui::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    /// Not offered: the one who is being named.
    Q_PROPERTY(QString except READ except WRITE setExcept NOTIFY exceptChanged)
    /// Whether somebody looks. Else it reads nothing, and makes up for it later: the names of a large library take a
    /// while.
    Q_PROPERTY(bool isOn READ isOn WRITE setOn NOTIFY isOnChanged)

public:
    enum Role { PersonIdRole = Qt::UserRole, NameRole, CoverRole, PhotoCountRole };
    Q_ENUM(Role)

    explicit NameCompletion(QObject *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    [[nodiscard]] QString except() const { return m_except; }
    void setExcept(const QString &person);
    [[nodiscard]] bool isOn() const { return m_isOn; }
    void setOn(bool isOn);

    /// Who has just that name, in any case; empty: nobody.
    [[nodiscard]] Q_INVOKABLE QString personNamed(const QString &name) const;
    /// The same once the names are known, for whoever writes faster than they are read: `decided` tells.
    Q_INVOKABLE void decide(const QString &name);
    [[nodiscard]] Q_INVOKABLE QString idAt(int row) const;
    [[nodiscard]] Q_INVOKABLE QString nameAt(int row) const;

    void reload() override;
    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_SIGNAL void textChanged();
    Q_SIGNAL void exceptChanged();
    Q_SIGNAL void isOnChanged();
    /// `person` is empty where nobody has the name.
    Q_SIGNAL void decided(const QString &name, const QString &person);

protected:
    void begin() override;

private:
    using People = std::vector<faces::ListedPerson>;
    void show();
    void tellDecision();

    std::optional<QString> m_toDecide;
    bool m_isOn = true;
    bool m_isOutdated = true; ///< until they have been read, or are to be read again
    QString m_text;
    QString m_except;
    People m_named; ///< all there are
    People m_rows;
    CoverCache m_covers;
    Question m_question;
};

} // namespace kinframe::ui
