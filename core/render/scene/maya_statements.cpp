// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/maya_statements.h"

#include <algorithm>
#include <cstring>

namespace kinframe::render {
namespace {

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == '\0';
}

/// Where a character comes next in a block. Asked with growing positions it looks at every byte once, so that a block
/// costs a few passes of memchr however the characters lie in it.
class Next
{
public:
    Next(std::string_view block, char wanted)
        : m_block(block)
        , m_wanted(wanted)
    {
    }

    /// The block's size where there is none.
    std::size_t from(std::size_t at)
    {
        if (!m_isKnown || m_at < at) {
            const void *found =
                at < m_block.size() ? std::memchr(m_block.data() + at, m_wanted, m_block.size() - at) : nullptr;
            m_at = found ? static_cast<std::size_t>(static_cast<const char *>(found) - m_block.data()) : m_block.size();
            m_isKnown = true;
        }
        return m_at;
    }

private:
    std::string_view m_block;
    char m_wanted;
    bool m_isKnown = false;
    std::size_t m_at = 0;
};

} // namespace

struct MayaStatements::Block
{
    explicit Block(std::string_view all)
        : bytes(all)
        , semicolon(all, ';')
        , quote(all, '"')
        , slash(all, '/')
        , backslash(all, '\\')
        , lineFeed(all, '\n')
    {
    }

    std::string_view bytes;
    Next semicolon;
    Next quote;
    Next slash;
    Next backslash;
    Next lineFeed;
};

MayaStatements::MayaStatements(MayaStatementTaker &taker)
    : m_taker(taker)
{
}

void MayaStatements::add(std::string_view bytes)
{
    Block block(bytes);
    m_start = 0;
    std::size_t at = 0;
    while (at < bytes.size()) {
        switch (m_state) {
        case State::Between:
            at = between(block, at);
            break;
        case State::BetweenSlash:
            at = afterSlash(block, at, m_isHeader ? State::HeaderComment : State::BetweenComment, State::Between);
            break;
        case State::Code:
            at = code(block, at);
            break;
        case State::Slash:
            at = afterSlash(block, at, State::Comment, State::Code);
            break;
        case State::HeaderComment:
        case State::BetweenComment:
        case State::Comment:
            at = comment(block, at);
            break;
        case State::String:
            at = string(block, at);
            break;
        case State::Escape:
            m_state = State::String;
            ++at;
            break;
        }
    }
    if (m_state != State::Between && m_state != State::BetweenSlash && m_state != State::BetweenComment) {
        keep(bytes.substr(m_start));
    }
}

bool MayaStatements::finish()
{
    const bool isOpen = m_state == State::Code || m_state == State::Slash || m_state == State::Comment ||
                        m_state == State::String || m_state == State::Escape;
    if (isOpen) {
        m_taker.takeStatement(m_kept);
    } else if (m_state == State::HeaderComment) {
        m_taker.takeHeaderLine(m_kept);
    }
    m_state = State::Between;
    m_kept.clear();
    m_hasKept = false;
    return isOpen;
}

std::size_t MayaStatements::between(const Block &block, std::size_t at)
{
    while (at < block.bytes.size() && (isSpace(block.bytes[at]) || block.bytes[at] == ';')) {
        ++at;
    }
    if (at == block.bytes.size()) {
        return at;
    }
    if (block.bytes[at] == '/') {
        m_state = State::BetweenSlash;
        return at + 1;
    }
    m_isHeader = false;
    begin(State::Code, at);
    return at;
}

std::size_t MayaStatements::code(Block &block, std::size_t at)
{
    const std::size_t semicolon = block.semicolon.from(at);
    const std::size_t quote = block.quote.from(at);
    const std::size_t slash = block.slash.from(at);
    const std::size_t next = std::min({semicolon, quote, slash});
    if (next == block.bytes.size()) {
        return next;
    }
    if (next == semicolon) {
        end(block, next);
        m_state = State::Between;
    } else {
        m_state = next == quote ? State::String : State::Slash;
    }
    return next + 1;
}

std::size_t MayaStatements::string(Block &block, std::size_t at)
{
    const std::size_t quote = block.quote.from(at);
    const std::size_t backslash = block.backslash.from(at);
    const std::size_t next = std::min(quote, backslash);
    if (next == block.bytes.size()) {
        return next;
    }
    m_state = next == quote ? State::Code : State::Escape;
    return next + 1;
}

std::size_t MayaStatements::comment(Block &block, std::size_t at)
{
    const std::size_t next = block.lineFeed.from(at);
    if (next == block.bytes.size()) {
        return next;
    }
    if (m_state == State::HeaderComment) {
        end(block, next);
    }
    m_state = m_state == State::Comment ? State::Code : State::Between;
    return next + 1;
}

/// A slash that begins no comment is dropped where no statement has begun: none begins so.
std::size_t MayaStatements::afterSlash(const Block &block, std::size_t at, State comment, State otherwise)
{
    if (block.bytes[at] != '/') {
        m_state = otherwise;
        return at;
    }
    ++at;
    if (comment == State::HeaderComment) {
        begin(comment, at);
    }
    m_state = comment;
    return at;
}

void MayaStatements::begin(State state, std::size_t at)
{
    m_state = state;
    m_start = at;
    m_kept.clear();
    m_hasKept = false;
}

void MayaStatements::end(const Block &block, std::size_t at)
{
    std::string_view text = block.bytes.substr(m_start, std::min(at - m_start, mostKept));
    if (m_hasKept) {
        keep(text);
        text = m_kept;
    }
    if (m_state == State::HeaderComment) {
        m_taker.takeHeaderLine(text);
    } else {
        m_taker.takeStatement(text);
    }
    m_kept.clear();
    m_hasKept = false;
}

void MayaStatements::keep(std::string_view piece)
{
    m_kept.append(piece.substr(0, mostKept - m_kept.size()));
    m_hasKept = true;
}

} // namespace kinframe::render
