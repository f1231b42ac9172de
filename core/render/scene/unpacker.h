// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>

namespace kinframe::render {

/// Undoes one kind of packing, in pieces. One thread at a time.
class Unpacker
{
public:
    /// What became of a piece of input.
    struct Step
    {
        std::size_t taken = 0;  ///< bytes of the input
        std::string_view bytes; ///< unpacked; they live until the next call
        bool isDamaged = false; ///< nothing more can be had
    };

    virtual ~Unpacker() = default;
    /// Takes some of the input and gives some output; call again until all input is taken and none comes.
    [[nodiscard]] virtual Step unpack(std::string_view input) = 0;
    /// Whether what was taken is whole: nothing is missing at the end.
    [[nodiscard]] virtual bool isWhole() const = 0;
};

[[nodiscard]] std::unique_ptr<Unpacker> makeGunzip();
[[nodiscard]] std::unique_ptr<Unpacker> makeUnzstd();

} // namespace kinframe::render
