// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <utility>

namespace kinframe::ui {

/// Settings that are kept one after the other, so that the last ones stay. GUI thread.
class KeepInTurn
{
public:
    /// `keep` begins to keep them as they are then; ended() is called when that is over, well or badly.
    explicit KeepInTurn(std::function<void()> keep)
        : m_keep(std::move(keep))
    {
    }

    /// There are others to keep.
    void begin()
    {
        m_isStale = m_isKeeping;
        if (!std::exchange(m_isKeeping, true)) {
            m_keep();
        }
    }
    /// False where there are others meanwhile, which are kept now.
    [[nodiscard]] bool ended()
    {
        m_isKeeping = false;
        if (!m_isStale) {
            return true;
        }
        begin();
        return false;
    }

private:
    const std::function<void()> m_keep;
    bool m_isKeeping = false;
    bool m_isStale = false; ///< what is being kept is not the last that was wanted
};

} // namespace kinframe::ui
