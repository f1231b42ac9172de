// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/engine/dot_product.h"

#include <array>

#if defined(__x86_64__) && defined(__GNUC__)
#define KINFRAME_HAS_AVX2_BRANCH
#include <immintrin.h>
#endif

namespace kinframe::faces {

namespace {

/// Sixteen sums side by side, which every compiler turns into vector instructions without being allowed to reorder.
float plainDot(const float *a, const float *b, std::size_t dimensions)
{
    constexpr std::size_t lanes = 16;
    std::array<float, lanes> sums{};
    std::size_t i = 0;
    for (; i + lanes <= dimensions; i += lanes)
        for (std::size_t lane = 0; lane < lanes; ++lane)
            sums[lane] += a[i + lane] * b[i + lane];
    for (; i < dimensions; ++i)
        sums[0] += a[i] * b[i];
    float total = 0;
    for (const float sum : sums)
        total += sum;
    return total;
}

#ifdef KINFRAME_HAS_AVX2_BRANCH
__attribute__((target("avx2,fma"))) float avx2Dot(const float *a, const float *b, std::size_t dimensions)
{
    constexpr std::size_t step = 32;
    __m256 sum0 = _mm256_setzero_ps();
    __m256 sum1 = _mm256_setzero_ps();
    __m256 sum2 = _mm256_setzero_ps();
    __m256 sum3 = _mm256_setzero_ps();
    std::size_t i = 0;
    for (; i + step <= dimensions; i += step) {
        sum0 = _mm256_fmadd_ps(_mm256_loadu_ps(a + i), _mm256_loadu_ps(b + i), sum0);
        sum1 = _mm256_fmadd_ps(_mm256_loadu_ps(a + i + 8), _mm256_loadu_ps(b + i + 8), sum1);
        sum2 = _mm256_fmadd_ps(_mm256_loadu_ps(a + i + 16), _mm256_loadu_ps(b + i + 16), sum2);
        sum3 = _mm256_fmadd_ps(_mm256_loadu_ps(a + i + 24), _mm256_loadu_ps(b + i + 24), sum3);
    }
    std::array<float, 8> lanes;
    _mm256_storeu_ps(lanes.data(), _mm256_add_ps(_mm256_add_ps(sum0, sum1), _mm256_add_ps(sum2, sum3)));
    float total = 0;
    for (const float lane : lanes)
        total += lane;
    for (; i < dimensions; ++i)
        total += a[i] * b[i];
    return total;
}
#endif

using Dot = float (*)(const float *, const float *, std::size_t);

Dot fastestDot()
{
#ifdef KINFRAME_HAS_AVX2_BRANCH
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        return avx2Dot;
#endif
    return plainDot;
}

Dot chosenDot()
{
    static const Dot dot = fastestDot();
    return dot;
}

} // namespace

float dotProduct(const float *a, const float *b, std::size_t dimensions)
{
    return chosenDot()(a, b, dimensions);
}

void dotProducts(const float *query, const float *vectors, std::size_t count, std::size_t dimensions, float *products)
{
    const Dot dot = chosenDot();
    for (std::size_t i = 0; i < count; ++i)
        products[i] = dot(query, vectors + i * dimensions, dimensions);
}

} // namespace kinframe::faces
