// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "face_testing.h"

#include "faces/engine/clusterer.h"

#include <QTest>

#include <algorithm>
#include <deque>
#include <set>

using namespace kinframe::faces;
using namespace kinframe::faces::test;

namespace {

/// A library that grows face by face, each in a photo of its own unless told otherwise.
class Library
{
public:
    FaceId add(const std::vector<float> &embedding, std::optional<PersonId> person = {}, bool confirmed = false)
    {
        m_embeddings.push_back(embedding);
        ClusterFace face;
        face.id = static_cast<FaceId>(m_embeddings.size());
        face.photo = 1000 + face.id;
        face.embedding = m_embeddings.back();
        face.quality = 0.5f;
        face.person = person;
        face.confirmed = confirmed;
        input.faces.push_back(face);
        return face.id;
    }

    ClusterFace &face(FaceId id) { return input.faces[static_cast<std::size_t>(id - 1)]; }

    ClusterInput input;

private:
    std::deque<std::vector<float>> m_embeddings;
};

std::set<std::set<FaceId>> partition(const ClusterResult &result)
{
    std::set<std::set<FaceId>> groups;
    for (const PersonGroup &group : result.groups)
        groups.emplace(group.faces.begin(), group.faces.end());
    return groups;
}

const PersonGroup &groupOf(const ClusterResult &result, FaceId id)
{
    return *std::find_if(result.groups.begin(), result.groups.end(), [id](const PersonGroup &group) {
        return std::find(group.faces.begin(), group.faces.end(), id) != group.faces.end();
    });
}

bool together(const ClusterResult &result, FaceId a, FaceId b)
{
    return &groupOf(result, a) == &groupOf(result, b);
}

} // namespace

class ClustererTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingGivesNothing();
    void facesOfAPersonComeTogether();
    void neitherOrderNorIdsMatter();
    void chainsDoNotCollapse();
    void twoFacesOfAPhotoAreTwoPeople();
    void facesKeptApartStayApart();
    void facesPutTogetherStayTogether();
    void confirmedFacesStayWhateverTheyLookLike();
    void confirmedPeopleAreNeverMerged();
    void rejectionHoldsForAllFacesOfThePerson();
    void groupsKeepThePersonOfMostFaces();
    void almostSamePeopleAreSuggested();
    void givenIndexGivesTheSameGroups();
    void coverIsTheBestFace();
    void endsAtOnceWhenItIsNotWanted();

private:
    MadeUpFaces m_faces{21};
};

void ClustererTest::nothingGivesNothing()
{
    const auto result = clusterFaces({});
    QVERIFY(result.groups.empty());
    QVERIFY(result.suggestions.empty());
}

void ClustererTest::facesOfAPersonComeTogether()
{
    Library library;
    std::set<std::set<FaceId>> truth;
    for (int person = 0; person < 60; ++person) {
        const auto middle = m_faces.anybody();
        std::set<FaceId> ids;
        for (int face = 0; face <= person % 13; ++face)
            ids.insert(library.add(m_faces.like(middle, 0.62f)));
        truth.insert(ids);
    }
    const auto result = clusterFaces(library.input);
    QCOMPARE(partition(result), truth);
    QVERIFY(std::is_sorted(result.groups.begin(), result.groups.end(),
                           [](auto &a, auto &b) { return a.faces.size() > b.faces.size(); }));
}

void ClustererTest::neitherOrderNorIdsMatter()
{
    // Likenesses around the threshold, so that the result is not the only sensible one.
    Library library;
    for (int person = 0; person < 25; ++person) {
        const auto middle = m_faces.anybody();
        for (int face = 0; face < 8; ++face)
            library.add(m_faces.like(middle, 0.36f));
    }
    const auto expected = partition(clusterFaces(library.input));
    QVERIFY(expected.size() > 25 && expected.size() < 190);
    std::mt19937 random(4);
    for (int round = 0; round < 10; ++round) {
        ClusterInput shuffled = library.input;
        std::shuffle(shuffled.faces.begin(), shuffled.faces.end(), random);
        QCOMPARE(partition(clusterFaces(shuffled)), expected);
        // Other ids, given in the new order, as if the photos had been imported in it.
        std::map<FaceId, FaceId> original;
        for (std::size_t i = 0; i < shuffled.faces.size(); ++i) {
            original[static_cast<FaceId>(5000 + i)] = shuffled.faces[i].id;
            shuffled.faces[i].id = static_cast<FaceId>(5000 + i);
        }
        std::set<std::set<FaceId>> renamed;
        for (const auto &group : partition(clusterFaces(shuffled))) {
            std::set<FaceId> ids;
            for (const FaceId id : group)
                ids.insert(original[id]);
            renamed.insert(ids);
        }
        QCOMPARE(renamed, expected);
    }
}

void ClustererTest::chainsDoNotCollapse()
{
    // Each face is like the one before (cosine 0.6), the ends are strangers.
    Library library;
    std::vector<float> one = m_faces.anybody();
    for (int i = 0; i < 60; ++i) {
        library.add(one);
        one = m_faces.like(one, 0.36f);
    }
    const auto result = clusterFaces(library.input);
    QVERIFY(result.groups.size() >= 10);
    QVERIFY(result.groups.front().faces.size() <= 8);
}

void ClustererTest::twoFacesOfAPhotoAreTwoPeople()
{
    Library library;
    const auto middle = m_faces.anybody();
    const FaceId a = library.add(m_faces.like(middle, 0.8f));
    const FaceId b = library.add(m_faces.like(middle, 0.8f));
    const FaceId c = library.add(m_faces.like(middle, 0.8f));
    library.face(b).photo = library.face(a).photo;
    const auto result = clusterFaces(library.input);
    QCOMPARE(result.groups.size(), std::size_t(2));
    QVERIFY(!together(result, a, b));
    QVERIFY(together(result, a, c) != together(result, b, c));
    QVERIFY(result.suggestions.empty());
}

void ClustererTest::facesKeptApartStayApart()
{
    Library library;
    const auto middle = m_faces.anybody();
    for (int i = 0; i < 6; ++i)
        library.add(m_faces.like(middle, 0.7f));
    QCOMPARE(clusterFaces(library.input).groups.size(), std::size_t(1));
    library.input.apart = {{1, 2}, {2, 3}, {9, 1}};
    const auto result = clusterFaces(library.input);
    QVERIFY(!together(result, 1, 2));
    QVERIFY(!together(result, 2, 3));
    for (const GroupSuggestion &suggestion : result.suggestions)
        QVERIFY(&result.groups[suggestion.first] != &groupOf(result, 2) ||
                &result.groups[suggestion.second] != &groupOf(result, 1));
}

void ClustererTest::facesPutTogetherStayTogether()
{
    Library library;
    const auto one = m_faces.anybody();
    const auto other = m_faces.anybody();
    for (int i = 0; i < 3; ++i) {
        library.add(m_faces.like(one, 0.7f));
        library.add(m_faces.like(other, 0.7f));
    }
    QCOMPARE(clusterFaces(library.input).groups.size(), std::size_t(2));
    library.input.together = {{1, 2, 77}};
    const auto result = clusterFaces(library.input);
    QCOMPARE(result.groups.size(), std::size_t(1));
    // Two looks of one person do not open the door for what lies between them.
    const FaceId between = library.add(m_faces.anybody());
    QVERIFY(!together(clusterFaces(library.input), 1, between));
}

void ClustererTest::confirmedFacesStayWhateverTheyLookLike()
{
    Library library;
    const auto child = m_faces.anybody();
    const auto adult = m_faces.anybody();
    const FaceId childFace = library.add(m_faces.like(child, 0.7f), 7, true);
    const FaceId adultFace = library.add(m_faces.like(adult, 0.7f), 7, true);
    const FaceId newChild = library.add(m_faces.like(child, 0.7f));
    const FaceId newAdult = library.add(m_faces.like(adult, 0.7f), 8);
    const FaceId stranger = library.add(m_faces.anybody(), 9, true);
    library.face(stranger).photo = library.face(childFace).photo;
    const auto result = clusterFaces(library.input);
    for (const FaceId id : {childFace, adultFace, newChild, newAdult})
        QCOMPARE(groupOf(result, id).person, std::optional<PersonId>(7));
    QCOMPARE(groupOf(result, stranger).person, std::optional<PersonId>(9));
    // The same face twice in one photo, both confirmed: a person knows better.
    library.face(adultFace).photo = library.face(childFace).photo;
    QVERIFY(together(clusterFaces(library.input), childFace, adultFace));
}

void ClustererTest::confirmedPeopleAreNeverMerged()
{
    Library library;
    const auto twin = m_faces.anybody();
    for (int i = 0; i < 4; ++i)
        library.add(m_faces.like(twin, 0.8f), i % 2, true);
    for (int i = 0; i < 4; ++i)
        library.add(m_faces.like(twin, 0.8f));
    library.input.together = {{1, 2}};
    const auto result = clusterFaces(library.input);
    QCOMPARE(groupOf(result, 1).person, std::optional<PersonId>(0));
    QCOMPARE(groupOf(result, 2).person, std::optional<PersonId>(1));
    QVERIFY(together(result, 1, 3));
    QVERIFY(together(result, 2, 4));
    QCOMPARE(result.groups.size(), std::size_t(2));
}

void ClustererTest::rejectionHoldsForAllFacesOfThePerson()
{
    Library library;
    const auto middle = m_faces.anybody();
    for (int i = 0; i < 5; ++i)
        library.add(m_faces.like(middle, 0.75f), 3, i == 0);
    QCOMPARE(clusterFaces(library.input).groups.size(), std::size_t(1));
    library.input.rejected = {{5, 3}, {5, 44}, {99, 3}};
    const auto result = clusterFaces(library.input);
    QCOMPARE(result.groups.size(), std::size_t(2));
    QVERIFY(!together(result, 5, 1));
    QVERIFY(!groupOf(result, 5).person);
    QCOMPARE(groupOf(result, 2).person, std::optional<PersonId>(3));
    QVERIFY(result.suggestions.empty());
    // Also where nobody has confirmed any face of the person.
    library.face(1).confirmed = false;
    QVERIFY(!groupOf(clusterFaces(library.input), 5).person);
}

void ClustererTest::groupsKeepThePersonOfMostFaces()
{
    Library library;
    const auto one = m_faces.anybody();
    const auto other = m_faces.anybody();
    // Person 1 had been a mixture of both; person 2 had one face of the first.
    for (int i = 0; i < 5; ++i)
        library.add(m_faces.like(one, 0.7f), i < 4 ? 1 : 2);
    for (int i = 0; i < 3; ++i)
        library.add(m_faces.like(other, 0.7f), 1);
    const auto result = clusterFaces(library.input);
    QCOMPARE(result.groups.size(), std::size_t(2));
    QCOMPARE(groupOf(result, 1).person, std::optional<PersonId>(1));
    QVERIFY(!groupOf(result, 6).person);
}

void ClustererTest::almostSamePeopleAreSuggested()
{
    Library library;
    const auto one = m_faces.anybody();
    const auto other = m_faces.at(one, 0.4f);
    library.add(one);
    library.add(other);
    library.add(m_faces.anybody());
    const auto result = clusterFaces(library.input);
    QCOMPARE(result.groups.size(), std::size_t(3));
    QCOMPARE(result.suggestions.size(), std::size_t(1));
    const auto &suggestion = result.suggestions.front();
    QVERIFY(std::abs(suggestion.similarity - cosine(one, other)) < 1e-4f);
    const std::set<FaceId> both{result.groups[suggestion.first].cover, result.groups[suggestion.second].cover};
    QCOMPARE(both, (std::set<FaceId>{1, 2}));
    library.input.apart = {{2, 1}};
    QVERIFY(clusterFaces(library.input).suggestions.empty());
}

void ClustererTest::givenIndexGivesTheSameGroups()
{
    Library library;
    for (int person = 0; person < 40; ++person) {
        const auto middle = m_faces.anybody();
        for (int face = 0; face < 10; ++face)
            library.add(m_faces.like(middle, 0.6f));
    }
    const auto own = clusterFaces(library.input);
    const auto index = makeVectorIndex(256, 100); // approximate
    for (const ClusterFace &face : library.input.faces)
        index->add(face.id, face.embedding);
    index->add(123456, m_faces.anybody()); // of no interest
    library.input.index = index.get();
    QCOMPARE(partition(clusterFaces(library.input)), partition(own));
}

void ClustererTest::coverIsTheBestFace()
{
    Library library;
    const auto middle = m_faces.anybody();
    for (const float quality : {0.2f, 0.9f, 0.9f, 0.4f})
        library.face(library.add(m_faces.like(middle, 0.8f))).quality = quality;
    QCOMPARE(clusterFaces(library.input).groups.front().cover, FaceId(2));
}

void ClustererTest::endsAtOnceWhenItIsNotWanted()
{
    Library library;
    for (int face = 0; face < 2000; ++face)
        library.add(m_faces.anybody());
    int asked = 0;
    library.input.onProgress = [&asked](float) { return ++asked < 3; };
    (void)clusterFaces(library.input);
    // Long before every face was compared, which is asked about after each 256 of them.
    QCOMPARE(asked, 3);
}

QTEST_GUILESS_MAIN(ClustererTest)
#include "tst_clusterer.moc"
