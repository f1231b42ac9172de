// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/remote/json_items.h"

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;

Failure broken(const QString &reason)
{
    return fail(ErrorCode::RemoteInvalid, {{u"reason"_s, reason}});
}

bool isSpace(char letter)
{
    return letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t';
}

} // namespace

JsonItems::JsonItems(Take take, qsizetype largestItem)
    : m_take(std::move(take))
    , m_largest(largestItem)
{
}

Result<void> JsonItems::feed(QByteArrayView piece)
{
    for (const char letter : piece) {
        auto done = m_kind == Kind::None ? structure(letter) : inner(letter);
        if (!done) {
            return done;
        }
        if (m_item.size() > m_largest) {
            return broken(u"one item is too large"_s);
        }
    }
    return {};
}

Result<void> JsonItems::finish() const
{
    return m_place == Place::End ? Result<void>{} : Result<void>(broken(u"the answer is not whole"_s));
}

void JsonItems::begin(char letter)
{
    m_item.clear();
    m_item.append(letter);
    m_inText = letter == '"';
    m_isEscaped = false;
    const bool isNest = letter == '{' || letter == '[';
    m_depth = isNest ? 1 : 0;
    m_kind = m_inText ? Kind::Text : isNest ? Kind::Nest : Kind::Word;
}

Result<void> JsonItems::structure(char letter)
{
    if (isSpace(letter)) {
        return {};
    }
    switch (m_place) {
    case Place::Start:
        if (letter != '[' && letter != '{') {
            return broken(u"not JSON"_s);
        }
        m_place = letter == '[' ? Place::List : Place::Key;
        return {};
    case Place::List:
    case Place::MemberList:
        if (letter == ']') {
            m_place = m_place == Place::List ? Place::End : Place::AfterMember;
        } else if (letter != ',') {
            begin(letter);
        }
        return {};
    case Place::Key:
        if (letter == '"') {
            begin(letter);
            return {};
        }
        if (letter != '}') {
            return broken(u"not JSON"_s);
        }
        m_place = Place::End;
        return {};
    case Place::Colon:
        m_place = Place::Member;
        return letter == ':' ? Result<void>{} : Result<void>(broken(u"not JSON"_s));
    case Place::Member:
        if (letter == '[') {
            m_place = Place::MemberList;
        } else {
            begin(letter);
        }
        return {};
    case Place::AfterMember:
        if (letter != ',' && letter != '}') {
            return broken(u"not JSON"_s);
        }
        m_place = letter == ',' ? Place::Key : Place::End;
        return {};
    case Place::End:
        break;
    }
    return broken(u"something follows the answer"_s);
}

Result<void> JsonItems::inner(char letter)
{
    if (m_kind == Kind::Word) {
        if (letter == ',' || letter == ']' || letter == '}' || isSpace(letter)) {
            auto told = ended();
            return told ? structure(letter) : told;
        }
        m_item.append(letter);
        return {};
    }
    m_item.append(letter);
    if (m_inText) {
        if (m_isEscaped) {
            m_isEscaped = false;
        } else if (letter == '\\') {
            m_isEscaped = true;
        } else if (letter == '"') {
            m_inText = false;
            return m_kind == Kind::Text ? ended() : Result<void>{};
        }
        return {};
    }
    if (letter == '"') {
        m_inText = true;
    } else if (letter == '{' || letter == '[') {
        ++m_depth;
    } else if (letter == '}' || letter == ']') {
        --m_depth;
        return m_depth == 0 ? ended() : Result<void>{};
    }
    return {};
}

Result<void> JsonItems::ended()
{
    m_kind = Kind::None;
    if (m_place == Place::Key) {
        m_member = m_item.mid(1, m_item.size() - 2);
        m_place = Place::Colon;
        return {};
    }
    if (m_place == Place::Member) {
        m_place = Place::AfterMember;
    }
    return m_take(m_place == Place::List ? QByteArrayView() : QByteArrayView(m_member), m_item);
}

} // namespace kinframe::transfer
