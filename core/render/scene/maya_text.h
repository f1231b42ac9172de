// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringDecoder>

#include <optional>
#include <string_view>

namespace kinframe::render {

/// Reads the strings of a Maya ASCII file, whose header names their code set: `UTF-8`, `1252`, `936`, …
class MayaText
{
public:
    /// False for a code set that is not known here; strings are then read as well as it goes.
    bool setCodeset(std::string_view name);
    [[nodiscard]] QString decode(std::string_view bytes) const;

private:
    enum class Codeset { Guessed, Western, Named };
    Codeset m_codeset = Codeset::Guessed;
    const char *m_name = nullptr; ///< as decoders call it
};

} // namespace kinframe::render
