// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Time, memory and recall of the search for similar faces: bench_search [COUNT…], by default 10000, 100000 and a
// million. One JSON object a line. The vectors are made up: people of 1 to 40 faces with cosines between them as faces
// of one person have; what is looked for are further faces of some of them.
#include "faces/engine/exact_index.h"
#include "faces/engine/hnsw_index.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>
#include <string>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace kinframe::faces;

namespace {

constexpr std::size_t dimensions = 256;
constexpr std::size_t neighbours = 10;
constexpr std::size_t queries = 200;

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// The memory that this process holds, in megabytes; 0 where the system does not tell.
double megabytesHeld()
{
#ifdef __GLIBC__
    malloc_trim(0); // What a smaller index left behind is not this one's.
#endif
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (word == "VmRSS:" && status >> word)
            return std::strtod(word.c_str(), nullptr) * 1024 / 1e6;
    return 0;
}

class Faces
{
public:
    std::vector<float> next()
    {
        if (m_left == 0) {
            m_left = 1 + m_random() % 40;
            m_middle = direction(m_random);
        }
        --m_left;
        return ofSamePerson(m_random);
    }

    /// Another face of the person whose face was the last; next() goes on as if nobody had asked.
    std::vector<float> another() { return ofSamePerson(m_others); }

private:
    std::vector<float> ofSamePerson(std::mt19937 &random)
    {
        std::vector<float> face = direction(random);
        // Between two faces of one person a cosine of 0.65, as the recogniser gives on the average.
        for (std::size_t i = 0; i < dimensions; ++i)
            face[i] = std::sqrt(0.35f) * face[i] + std::sqrt(0.65f) * m_middle[i];
        return normalised(std::move(face));
    }

    static std::vector<float> direction(std::mt19937 &random)
    {
        std::normal_distribution<float> normal;
        std::vector<float> vector(dimensions);
        for (float &value : vector)
            value = normal(random);
        return normalised(std::move(vector));
    }

    static std::vector<float> normalised(std::vector<float> vector)
    {
        float norm = 0;
        for (const float value : vector)
            norm += value * value;
        for (float &value : vector)
            value /= std::sqrt(norm);
        return vector;
    }

    std::mt19937 m_random{20};
    std::mt19937 m_others{21};
    std::vector<float> m_middle;
    std::size_t m_left = 0;
};

struct Measured
{
    double build = 0;
    double megabytes = 0;
    double median = 0;
    double p99 = 0;
    std::vector<std::vector<Neighbour>> found;
};

Measured measure(VectorIndex &index, std::size_t count)
{
    Measured measured;
    Faces faces;
    std::vector<std::vector<float>> asked;
    const double held = megabytesHeld();
    for (std::size_t i = 0; i < count; ++i) {
        const std::vector<float> face = faces.next();
        const auto start = Clock::now();
        index.add(static_cast<VectorId>(i), face);
        measured.build += millisecondsSince(start);
        if (i % (count / queries) == 0)
            asked.push_back(faces.another());
    }
    measured.megabytes = megabytesHeld() - held;
    std::vector<double> times;
    for (const auto &query : asked) {
        const auto start = Clock::now();
        measured.found.push_back(index.search(query, neighbours, -1));
        times.push_back(millisecondsSince(start));
    }
    std::sort(times.begin(), times.end());
    measured.median = times[times.size() / 2];
    measured.p99 = times[times.size() * 99 / 100];
    return measured;
}

double recallOf(const Measured &measured, const Measured &truth)
{
    std::size_t hits = 0;
    std::size_t wanted = 0;
    for (std::size_t i = 0; i < truth.found.size(); ++i)
        for (const Neighbour &neighbour : truth.found[i]) {
            ++wanted;
            hits += std::any_of(measured.found[i].begin(), measured.found[i].end(),
                                [&](const Neighbour &other) { return other.id == neighbour.id; })
                        ? 1
                        : 0;
        }
    return static_cast<double>(hits) / static_cast<double>(wanted);
}

void print(const char *index, std::size_t count, const Measured &measured, double recall)
{
    std::printf("{\"bench\": \"search\", \"index\": \"%s\", \"faces\": %zu, \"build_ms\": %.0f, "
                "\"megabytes\": %.0f, \"median_ms\": %.3f, \"p99_ms\": %.3f, \"recall_at_10\": %.4f}\n",
                index, count, measured.build, measured.megabytes, measured.median, measured.p99, recall);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    std::vector<std::size_t> counts{10'000, 100'000, 1'000'000};
    if (argc > 1) {
        counts.clear();
        for (int i = 1; i < argc; ++i)
            counts.push_back(std::max<std::size_t>(queries, std::strtoul(argv[i], nullptr, 10)));
    }
    for (const std::size_t count : counts) {
        Measured truth;
        {
            ExactIndex exact(dimensions);
            truth = measure(exact, count);
        }
        print("exact", count, truth, 1);
        HnswIndex graph(dimensions);
        const Measured measured = measure(graph, count);
        print("hnsw", count, measured, recallOf(measured, truth));
    }
    return 0;
}
