// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>

namespace kinframe::transfer {

/// Takes a long JSON answer apart while it comes, so that no more than one item of it is in memory: the elements of an
/// outermost list, or the members of an outermost object, of which lists are told element by element. One thread.
class JsonItems
{
public:
    /// `member` is empty for the elements of an outermost list; `item` is one JSON value, not yet checked. A failure
    /// ends it.
    using Take = std::function<Result<void>(QByteArrayView member, QByteArrayView item)>;

    explicit JsonItems(Take take, qsizetype largestItem = 4 * 1024 * 1024);

    /// RemoteInvalid (without a host) where it cannot be JSON, TooLarge items included; what `take` failed with.
    [[nodiscard]] Result<void> feed(QByteArrayView piece);
    /// RemoteInvalid where the answer ended before its JSON did.
    [[nodiscard]] Result<void> finish() const;

private:
    enum class Place { Start, List, Key, Colon, Member, MemberList, AfterMember, End };
    enum class Kind { None, Text, Nest, Word };

    [[nodiscard]] Result<void> structure(char letter);
    [[nodiscard]] Result<void> inner(char letter);
    [[nodiscard]] Result<void> ended();
    void begin(char letter);

    Take m_take;
    const qsizetype m_largest;
    Place m_place = Place::Start;
    Kind m_kind = Kind::None;
    QByteArray m_member;
    QByteArray m_item;
    int m_depth = 0;
    bool m_inText = false;
    bool m_isEscaped = false;
};

} // namespace kinframe::transfer
