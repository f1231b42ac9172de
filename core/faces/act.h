// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "storage/transaction.h"

#include <QJsonObject>
#include <QSet>
#include <QString>
#include <QUuid>

#include <map>

namespace kinframe::faces {

/// The state of the rows that an act of a person touches: taken before the act, it undoes it. A value.
class RowStates
{
public:
    // Each keeps the row as it is now, once; all throw SqlError.
    void keepFace(storage::Connection &db, qint64 faceId);
    void keepFacesOf(storage::Connection &db, qint64 personId);
    void keepPerson(storage::Connection &db, qint64 personId);
    void keepRejection(storage::Connection &db, qint64 faceId, qint64 personId);
    void keepDistinct(storage::Connection &db, qint64 low, qint64 high);
    /// A question that the act answers: without the act it is open again.
    void keepSuggestion(storage::Connection &db, qint64 suggestionId);
    void keepSuggestionsOf(storage::Connection &db, qint64 personId);
    /// A face that the act has just drawn: without the act it is none.
    void keepNewFace(qint64 faceId);

    /// The same rows as they are now.
    [[nodiscard]] RowStates current(storage::Connection &db) const;
    /// Puts back what is still as `from` has it: what was changed since then stays as it is, and rows that are gone
    /// stay gone. Throws SqlError.
    void restore(storage::Transaction &transaction, const RowStates &from) const;

    [[nodiscard]] QSet<qint64> people() const;
    [[nodiscard]] QSet<qint64> faces() const;
    [[nodiscard]] QString toJson() const;
    [[nodiscard]] static RowStates fromJson(const QString &json);

private:
    void restorePeople(storage::Transaction &transaction, const RowStates &from, const RowStates &now) const;
    void restoreSuggestions(storage::Transaction &transaction) const;
    using Pair = std::pair<qint64, qint64>;
    std::map<qint64, QJsonObject> m_faces;
    std::map<qint64, QJsonObject> m_people;
    std::map<Pair, bool> m_rejections; ///< face, person: whether it was rejected
    std::map<Pair, bool> m_distinct;
    std::map<qint64, QJsonObject> m_suggestions; ///< empty where there is no such question
};

/// Records an act that is done with what undoes it, and what does it again; gives its id. Throws SqlError.
[[nodiscard]] QUuid recordAct(storage::Transaction &transaction, qint64 userId, const QString &kind,
                              const QJsonObject &facts, const RowStates &before);

} // namespace kinframe::faces
