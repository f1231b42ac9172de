// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/heap.h"

#include <cstdlib> // brings __GLIBC__

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace kinframe {

#ifdef __GLIBC__
namespace {

constexpr int MB = 1 << 20;
constexpr int largestKept = 32 * MB; // the most that glibc takes
constexpr int keptAtTheEnd = 256 * MB;
constexpr int growth = 64 * MB;

} // namespace

void keepLargeBlocks()
{
    mallopt(M_MMAP_THRESHOLD, largestKept);
    mallopt(M_TRIM_THRESHOLD, keptAtTheEnd);
    mallopt(M_TOP_PAD, growth);
}

void returnFreeMemory()
{
    malloc_trim(0);
}
#else
void keepLargeBlocks() {}

void returnFreeMemory() {}
#endif

} // namespace kinframe
