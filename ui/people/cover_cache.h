// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/context.h"

#include <QObject>

#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace kinframe::ui {

/// The pictures of people who are looked at: their covers, by row id. GUI thread.
class CoverCache : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Of the picture; empty where it is not known, or there is none.
    [[nodiscard]] QString urlOf(qint64 person) const;
    /// Reads those that are not known or outdated; the last wish counts.
    void want(Context &context, const std::vector<qint64> &people);
    /// They are shown as they were until they are read again.
    void outdate(qint64 person) { m_outdated.insert(person); }
    void outdateAll();

    Q_SIGNAL void arrived(const std::vector<qint64> &people);

private:
    using Covers = std::vector<std::pair<qint64, QString>>; ///< people and their faces
    void readNext(Context &context);
    void keep(const Covers &covers);

    std::unordered_map<qint64, QString> m_faces; ///< empty: nobody has a face to show
    std::unordered_set<qint64> m_outdated;
    std::vector<qint64> m_wanted; ///< after those that are being read
    Question m_question;
};

} // namespace kinframe::ui
