// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace kinframe::faces {

/// The dot product of two vectors of that many floats; with AVX2 where the processor has it.
[[nodiscard]] float dotProduct(const float *a, const float *b, std::size_t dimensions);

/// The dot products of one vector with `count` vectors that lie behind one another.
void dotProducts(const float *query, const float *vectors, std::size_t count, std::size_t dimensions, float *products);

} // namespace kinframe::faces
