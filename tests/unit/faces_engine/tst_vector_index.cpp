// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "face_testing.h"

#include "faces/engine/exact_index.h"
#include "faces/engine/hnsw_index.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace kinframe::faces;
using namespace kinframe::faces::test;

namespace {

using Vectors = std::map<VectorId, std::vector<float>>;

Vectors people(std::size_t count, std::size_t facesEach)
{
    MadeUpFaces faces(3);
    Vectors vectors;
    for (std::size_t person = 0; person < count; ++person) {
        const auto middle = faces.anybody();
        for (std::size_t face = 0; face < facesEach; ++face)
            vectors.emplace(static_cast<VectorId>(vectors.size()) * 7 - 50, faces.like(middle, 0.6f));
    }
    return vectors;
}

std::vector<Neighbour> bruteForce(const Vectors &vectors, const std::vector<float> &query, std::size_t count,
                                  float least)
{
    std::vector<Neighbour> all;
    for (const auto &[id, vector] : vectors)
        if (const float similarity = cosine(query, vector); similarity >= least)
            all.push_back({id, similarity});
    std::stable_sort(all.begin(), all.end(), [](auto &a, auto &b) { return a.similarity > b.similarity; });
    all.resize(std::min(count, all.size()));
    return all;
}

void fill(VectorIndex &index, const Vectors &vectors)
{
    for (const auto &[id, vector] : vectors)
        index.add(id, vector);
}

double recallOf(const VectorIndex &index, const Vectors &vectors)
{
    std::size_t found = 0;
    std::size_t wanted = 0;
    for (auto query = vectors.begin(); query != vectors.end(); std::advance(query, 10)) {
        const auto truth = bruteForce(vectors, query->second, 10, -1);
        const auto result = index.search(query->second, 10, -1);
        for (const Neighbour &neighbour : truth)
            found += static_cast<std::size_t>(std::any_of(
                result.begin(), result.end(), [&](const Neighbour &other) { return other.id == neighbour.id; }));
        wanted += truth.size();
        if (std::distance(query, vectors.end()) <= 10)
            break;
    }
    return static_cast<double>(found) / static_cast<double>(wanted);
}

} // namespace

class VectorIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exactSearchFindsWhatBruteForceFinds();
    void oddDimensionsWork();
    void exactIndexForgetsAndReplaces();
    void equallySimilarComeById();
    void graphFindsNearlyAll();
    void graphForgetsAndReplaces();
    void growsFromExactToApproximate_data();
    void growsFromExactToApproximate();
};

void VectorIndexTest::exactSearchFindsWhatBruteForceFinds()
{
    const Vectors vectors = people(300, 10); // more than two blocks
    ExactIndex index(256);
    fill(index, vectors);
    QCOMPARE(index.size(), vectors.size());
    for (const VectorId id : {-50, 6, 7 * 1023 - 50, 7 * 1024 - 50, 7 * 2999 - 50}) {
        const auto &query = vectors.at(id);
        const auto truth = bruteForce(vectors, query, 20, 0.1f);
        const auto found = index.search(query, 20, 0.1f);
        QCOMPARE(found.size(), truth.size());
        for (std::size_t i = 0; i < truth.size(); ++i) {
            QCOMPARE(found[i].id, truth[i].id);
            QVERIFY(std::abs(found[i].similarity - truth[i].similarity) < 1e-5f);
        }
    }
    QVERIFY(index.search(vectors.at(-50), 0, -1).empty());
    QVERIFY(index.search(vectors.at(-50), 5, 1.1f).empty());
}

void VectorIndexTest::oddDimensionsWork()
{
    MadeUpFaces faces(5, 37);
    ExactIndex index(37);
    const auto one = faces.anybody();
    const auto other = faces.anybody();
    index.add(1, one);
    index.add(2, other);
    const auto found = index.search(one, 2, -1);
    QCOMPARE(found.size(), std::size_t(2));
    QVERIFY(std::abs(found[0].similarity - 1) < 1e-5f);
    QVERIFY(std::abs(found[1].similarity - cosine(one, other)) < 1e-5f);
}

void VectorIndexTest::exactIndexForgetsAndReplaces()
{
    Vectors vectors = people(400, 6);
    ExactIndex index(256);
    fill(index, vectors);
    const auto kept = vectors.at(6);
    for (auto entry = vectors.begin(); entry != vectors.end();) {
        if (entry->first % 3 == 0) {
            ++entry;
            continue;
        }
        QVERIFY(index.remove(entry->first));
        QVERIFY(!index.remove(entry->first));
        entry = vectors.erase(entry);
    }
    QCOMPARE(index.size(), vectors.size());
    index.add(6, vectors.at(27));
    vectors[6] = vectors.at(27);
    const auto found = index.search(kept, 3000, -1);
    const auto truth = bruteForce(vectors, kept, 3000, -1);
    QCOMPARE(found.size(), truth.size());
    for (std::size_t i = 0; i < truth.size(); ++i)
        QVERIFY(vectors.contains(found[i].id) && std::abs(found[i].similarity - truth[i].similarity) < 1e-5f);
}

void VectorIndexTest::equallySimilarComeById()
{
    MadeUpFaces faces(9);
    const auto face = faces.anybody();
    ExactIndex index(256);
    for (const VectorId id : {5, 3, 9, 1, 7})
        index.add(id, face);
    const auto found = index.search(face, 3, 0.5f);
    QCOMPARE(found.size(), std::size_t(3));
    QCOMPARE(found[0].id, VectorId(1));
    QCOMPARE(found[1].id, VectorId(3));
    QCOMPARE(found[2].id, VectorId(5));
}

void VectorIndexTest::graphFindsNearlyAll()
{
    const Vectors vectors = people(400, 8);
    HnswIndex index(256);
    fill(index, vectors);
    QCOMPARE(index.size(), vectors.size());
    QVERIFY(recallOf(index, vectors) > 0.95);
    const auto self = index.search(vectors.at(6), 3, 0.99f);
    QCOMPARE(self.size(), std::size_t(1));
    QCOMPARE(self[0].id, VectorId(6));
}

void VectorIndexTest::graphForgetsAndReplaces()
{
    Vectors vectors = people(400, 8);
    HnswIndex index(256);
    QVERIFY(index.search(vectors.at(6), 3, -1).empty());
    fill(index, vectors);
    const auto gone = vectors.at(-43);
    // Far more than half of them, so that the graph is built anew on the way.
    for (auto entry = vectors.begin(); entry != vectors.end();) {
        if (entry->first % 5 == 0) {
            ++entry;
            continue;
        }
        QVERIFY(index.remove(entry->first));
        QVERIFY(!index.remove(entry->first));
        entry = vectors.erase(entry);
    }
    QCOMPARE(index.size(), vectors.size());
    for (const Neighbour &neighbour : index.search(gone, 50, -1))
        QVERIFY(vectors.contains(neighbour.id));
    QVERIFY(recallOf(index, vectors) > 0.95);
    index.add(-43, gone);
    QCOMPARE(index.search(gone, 1, 0.99f).size(), std::size_t(1));
    index.add(-43, vectors.at(-50));
    QVERIFY(index.search(gone, 1, 0.99f).empty());
    QCOMPARE(index.size(), vectors.size() + 1);
}

void VectorIndexTest::growsFromExactToApproximate_data()
{
    QTest::addColumn<std::size_t>("expected");
    QTest::newRow("one after the other") << std::size_t(0);
    QTest::newRow("known to be many") << std::size_t(1600);
}

void VectorIndexTest::growsFromExactToApproximate()
{
    const Vectors vectors = people(200, 8);
    QFETCH(std::size_t, expected);
    const auto index = makeVectorIndex(256, 1000, expected);
    fill(*index, vectors);
    QCOMPARE(index->size(), vectors.size());
    QVERIFY(recallOf(*index, vectors) > 0.95);
    QVERIFY(index->remove(6));
    QCOMPARE(index->size(), vectors.size() - 1);
    for (const Neighbour &neighbour : index->search(vectors.at(6), 20, -1))
        QVERIFY(neighbour.id != 6);
}

QTEST_GUILESS_MAIN(VectorIndexTest)
#include "tst_vector_index.moc"
