// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/completion.h"
#include "ui/base/context.h"
#include "ui/base/list_model.h"

#include <QVariantMap>

namespace kinframe::ui {

/// Ways to go on while a filter is written: names of properties, operators, and values that there are in the library. A
/// few at most; who wants others writes on. GUI thread.
class QueryCompletion : public kinframe::ui::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    /// What is written; of a filter with the caret, where its language says what can stand there.
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(int caret READ caret WRITE setCaret NOTIFY textChanged)
    Q_PROPERTY(Kind kind READ kind WRITE setKind NOTIFY textChanged)
    Q_PROPERTY(QString property READ property WRITE setProperty NOTIFY textChanged) ///< of whose values it is one

public:
    enum class Kind { Filter, Names, Values };
    Q_ENUM(Kind)
    enum Role { TitleRole = Qt::UserRole, NoteRole };
    Q_ENUM(Role)

    explicit QueryCompletion(QObject *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    [[nodiscard]] int caret() const { return m_caret; }
    void setCaret(int caret);
    [[nodiscard]] Kind kind() const { return m_kind; }
    void setKind(Kind kind);
    [[nodiscard]] QString property() const { return m_property; }
    void setProperty(const QString &property);

    void reload() override;
    /// The filter with that row in it, and where one goes on to write: {text, caret}.
    Q_INVOKABLE [[nodiscard]] QVariantMap accepted(int row) const;
    Q_INVOKABLE [[nodiscard]] QString titleAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_SIGNAL void textChanged();

private:
    struct Offer
    {
        QString title;
        QString note;
        QString inserted; ///< in place of what is written
    };
    void change();
    void show(std::vector<Offer> offers);
    [[nodiscard]] query::WritingPlace place() const;
    [[nodiscard]] static std::vector<Offer> words(const query::WritingPlace &place);
    [[nodiscard]] static Offer offerOf(const QString &text, const query::WritingPlace &place);

    QString m_text;
    QString m_property;
    int m_caret = 0;
    Kind m_kind = Kind::Filter;
    bool m_isChanging = false;
    query::WritingPlace m_place; ///< of what is offered
    std::vector<Offer> m_offers;
    Question m_question;
};

} // namespace kinframe::ui
