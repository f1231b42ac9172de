// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/library_fixture.h"

#include <random>

namespace kinframe::test {

/// Does with a library what people do, at random: adds, edits, hides, trashes, deletes and adds again. The same files
/// for all writers of a library, so that they meet. One thread.
class RandomWriter
{
public:
    RandomWriter(LibraryFixture &library, unsigned seed)
        : m_library(library)
        , m_random(seed)
    {
    }

    void step();

private:
    [[nodiscard]] int below(int limit) { return int(m_random() % unsigned(limit)); }
    /// The file of that number, as it is in that version.
    Result<void> import(storage::Transaction &transaction, int file, int version);
    Result<void> edit(storage::Transaction &transaction, qint64 asset);
    Result<void> remove(storage::Transaction &transaction, qint64 asset);
    Result<void> pair(storage::Transaction &transaction, qint64 picture, qint64 video);
    /// The row id of any asset; 0 where there is none.
    [[nodiscard]] qint64 any(storage::Transaction &transaction);

    LibraryFixture &m_library;
    std::mt19937 m_random;
};

} // namespace kinframe::test
