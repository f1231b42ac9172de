// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/heap.h"

#include <cstdlib> // brings __GLIBC__
#include <mutex>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace kinframe {
namespace {

std::mutex mutex;
int holders = 0;

#ifdef __GLIBC__
constexpr int oneMb = 1 << 20;

struct Settings
{
    int largestKept;
    int keptAtTheEnd;
    int growth;
};
constexpr Settings whileKept{32 * oneMb, 256 * oneMb, 64 * oneMb}; // 32 MB is the most that glibc takes
constexpr Settings usually{4 * oneMb, 8 * oneMb, 0};               // about where its own adaptation ends up

void set(const Settings &settings)
{
    mallopt(M_MMAP_THRESHOLD, settings.largestKept);
    mallopt(M_TRIM_THRESHOLD, settings.keptAtTheEnd);
    mallopt(M_TOP_PAD, settings.growth);
}

void keep()
{
    set(whileKept);
}

void giveBack()
{
    set(usually);
    malloc_trim(0);
}
#else
void keep() {}

void giveBack() {}
#endif

} // namespace

LargeBlocksKept::LargeBlocksKept()
{
    const std::scoped_lock lock(mutex);
    if (++holders == 1) {
        keep();
    }
}

LargeBlocksKept::~LargeBlocksKept()
{
    const std::scoped_lock lock(mutex);
    if (--holders == 0) {
        giveBack();
    }
}

void giveBackFreeMemory()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace kinframe
