// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kinframe::render {

/// A word of a statement, or a string without its quotes and with its escapes undone.
struct MayaToken
{
    std::string text;
    bool isString = false;

    /// `-name`, also where something that looks like one is a negative number: `-12.5` is a value.
    [[nodiscard]] bool isFlag() const;
    /// Whether it is that flag in its short or its long form, given without the hyphen.
    [[nodiscard]] bool isFlag(std::string_view shortName, std::string_view longName) const;
};

/// The words of one statement. Strings that are joined with `+` come as one; brackets around them and comments are left
/// out. Looks at no more of the statement than is asked for.
class MayaTokens
{
public:
    /// The statement outlives this.
    explicit MayaTokens(std::string_view statement);

    /// False after the last one.
    [[nodiscard]] bool next(MayaToken &token);

private:
    void skipSpace();
    void readString(std::string &text);

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace kinframe::render
