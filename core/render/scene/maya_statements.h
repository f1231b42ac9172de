// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kinframe::render {

/// What a MayaStatements tells of a file, in the file's order. The views live during the call.
class MayaStatementTaker
{
public:
    virtual ~MayaStatementTaker() = default;
    /// A comment line before the first statement, without its slashes.
    virtual void takeHeaderLine(std::string_view line) = 0;
    /// Without its semicolon and what comes before its first word; comments within are still in it. Of a long one the
    /// first MayaStatements::mostKept bytes.
    virtual void takeStatement(std::string_view statement) = 0;
};

/// Finds where the statements of a Maya ASCII file end, in blocks of any size and without looking closer at them. Holds
/// no more than one statement's beginning, whatever the file. One thread at a time.
class MayaStatements
{
public:
    /// Meshes have statements of many MB; what scenes say of themselves stands in short ones.
    static constexpr std::size_t mostKept = 64 * 1024;

    /// The taker outlives this.
    explicit MayaStatements(MayaStatementTaker &taker);

    void add(std::string_view block);
    /// After the last block. True where the file ended within a statement, which is told of all the same.
    bool finish();

private:
    enum class State {
        Between, ///< before the first word of a statement
        BetweenSlash,
        HeaderComment,
        BetweenComment,
        Code,
        Slash, ///< one that may begin a comment
        Comment,
        String,
        Escape, ///< after a backslash within a string
    };
    struct Block;

    std::size_t between(const Block &block, std::size_t at);
    std::size_t code(Block &block, std::size_t at);
    std::size_t string(Block &block, std::size_t at);
    std::size_t comment(Block &block, std::size_t at);
    std::size_t afterSlash(const Block &block, std::size_t at, State comment, State otherwise);
    void begin(State state, std::size_t at);
    void end(const Block &block, std::size_t at);
    void keep(std::string_view piece);

    MayaStatementTaker &m_taker;
    State m_state = State::Between;
    bool m_isHeader = true;  ///< no statement has begun yet
    std::size_t m_start = 0; ///< of the present statement or header line, in the present block
    std::string m_kept;      ///< what earlier blocks have of it
    bool m_hasKept = false;
};

} // namespace kinframe::render
