// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "face_testing.h"
#include "known_photos.h"

#include "faces/engine/matcher.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <set>

using namespace Qt::StringLiterals;
using namespace kinframe::faces;
using namespace kinframe::faces::test;

namespace {

constexpr double leastRecall = 0.98;
// Before the groups are formed anew: a new face knows only those that came before it.
constexpr double leastRecallOneByOne = 0.9;

/// A face by its photo's place in the manifest and its place in the photo.
using Key = std::pair<std::size_t, std::size_t>;
using Partition = std::set<std::set<Key>>;

struct Agreement
{
    double precision = 1;
    double recall = 1;
};

/// A library into which the photos came in some order; ids are given in that order.
struct Import
{
    ClusterInput input;
    std::map<FaceId, Key> keys;
};

} // namespace

/// No face of the known photos lands at the wrong person, and hardly any is left over, without correction by hand.
class AccuracyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void photosHoldSoManyFaces();
    void clusteringFindsThePeople();
    void thresholdHasRoomOnBothSides();
    void orderOfImportDoesNotMatter();
    void matchingOneByOneEndsInTheSamePeople();

private:
    Import import(const std::vector<std::size_t> &order) const;
    Partition partitionOf(const Import &library, const ClusterResult &result) const;
    Agreement agreementOf(const Partition &partition) const;
    std::vector<std::size_t> manifestOrder() const;
    void matchOneByOne(Import &library) const;

    std::vector<KnownPhoto> m_photos;
};

void AccuracyTest::initTestCase()
{
    if (!hasModelsAndPhotos())
        QSKIP("KINFRAME_MODELS or KINFRAME_TESTDATA is not set.");
    auto engine = FaceEngine::load(installedModels());
    QVERIFY(engine);
    m_photos = analyseKnownPhotos(**engine);
    QVERIFY(m_photos.size() >= 60);
}

std::vector<std::size_t> AccuracyTest::manifestOrder() const
{
    std::vector<std::size_t> order(m_photos.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    return order;
}

Import AccuracyTest::import(const std::vector<std::size_t> &order) const
{
    Import library;
    for (const std::size_t photo : order) {
        const auto &faces = m_photos[photo].faces;
        for (std::size_t i = 0; i < faces.size(); ++i) {
            if (faces[i].found.embedding.isEmpty())
                continue;
            ClusterFace face;
            face.id = static_cast<FaceId>(library.keys.size() + 1);
            face.photo = static_cast<PhotoId>(photo);
            face.embedding = faces[i].found.embedding.values;
            face.quality = faces[i].found.quality;
            library.keys.emplace(face.id, Key(photo, i));
            library.input.faces.push_back(face);
        }
    }
    return library;
}

Partition AccuracyTest::partitionOf(const Import &library, const ClusterResult &result) const
{
    Partition partition;
    for (const PersonGroup &group : result.groups) {
        std::set<Key> faces;
        for (const FaceId id : group.faces)
            faces.insert(library.keys.at(id));
        partition.insert(faces);
    }
    return partition;
}

/// Over all pairs with at least one named face; an unnamed face is never the same person as a named one.
Agreement AccuracyTest::agreementOf(const Partition &partition) const
{
    double same = 0;
    double claimed = 0;
    double correct = 0;
    std::map<QString, double> counts;
    for (const auto &group : partition) {
        std::map<QString, double> inGroup;
        for (const auto &[photo, face] : group)
            ++inGroup[m_photos[photo].faces[face].name];
        const auto size = static_cast<double>(group.size());
        const double unnamed = inGroup.contains(QString()) ? inGroup[QString()] : 0;
        claimed += size * (size - 1) / 2 - unnamed * (unnamed - 1) / 2;
        for (const auto &[name, count] : inGroup) {
            if (name.isEmpty())
                continue;
            correct += count * (count - 1) / 2;
            counts[name] += count;
        }
    }
    for (const auto &[name, count] : counts)
        same += count * (count - 1) / 2;
    return {claimed > 0 ? correct / claimed : 1, same > 0 ? correct / same : 1};
}

void AccuracyTest::photosHoldSoManyFaces()
{
    // Photos of one person hold one face, but for these, where others stand in the background.
    const std::map<QString, std::size_t> several{
        {u"Gloria_Macapagal_Arroyo_0003.jpg"_s, 2},
        {u"Halle_Berry_0003.jpg"_s, 2},
        {u"Jackie_Chan_0001.jpg"_s, 2},
        {u"Jackie_Chan_0004.jpg"_s, 2},
        {u"Junichiro_Koizumi_0001.jpg"_s, 2},
        {u"Kofi_Annan_0004.jpg"_s, 2},
        {u"Laura_Bush_0002.jpg"_s, 2},
        {u"Laura_Bush_0004.jpg"_s, 3},
        {u"Megawati_Sukarnoputri_0001.jpg"_s, 2},
        {u"Megawati_Sukarnoputri_0003.jpg"_s, 2},
        {u"Vicente_Fox_0002.jpg"_s, 2},
    };
    std::set<QString> people;
    for (const KnownPhoto &photo : m_photos) {
        if (!photo.file.startsWith("photos/"_L1))
            continue;
        people.insert(photo.file.section(u'/', 1, 1));
        const auto entry = several.find(photo.file.section(u'/', -1));
        const std::size_t expected = entry == several.end() ? 1 : entry->second;
        QVERIFY2(photo.faces.size() == expected, qPrintable(photo.file));
    }
    QCOMPARE(people.size(), std::size_t(15));
}

void AccuracyTest::clusteringFindsThePeople()
{
    const Import library = import(manifestOrder());
    const Agreement agreement = agreementOf(partitionOf(library, clusterFaces(library.input)));
    QCOMPARE(agreement.precision, 1.0);
    QVERIFY(agreement.recall >= leastRecall);
}

void AccuracyTest::thresholdHasRoomOnBothSides()
{
    Import library = import(manifestOrder());
    const float own = traitsOf(library.input.model).sameThreshold;
    for (const float shift : {-0.05f, -0.025f, 0.025f, 0.05f}) {
        library.input.sameThreshold = own + shift;
        const Agreement agreement = agreementOf(partitionOf(library, clusterFaces(library.input)));
        QCOMPARE(agreement.precision, 1.0);
        QVERIFY(agreement.recall >= leastRecall);
    }
}

void AccuracyTest::orderOfImportDoesNotMatter()
{
    const Import first = import(manifestOrder());
    const Partition expected = partitionOf(first, clusterFaces(first.input));
    std::mt19937 random(2026);
    for (int round = 0; round < 10; ++round) {
        auto order = manifestOrder();
        std::shuffle(order.begin(), order.end(), random);
        const Import library = import(order);
        QVERIFY(partitionOf(library, clusterFaces(library.input)) == expected);
    }
}

/// What an import does: each face gets the person whom it matches, or a new one.
void AccuracyTest::matchOneByOne(Import &library) const
{
    PersonMatcher matcher(library.input.model);
    PersonId newest = 0;
    std::map<PhotoId, std::vector<PersonId>> inPhoto;
    for (ClusterFace &face : library.input.faces) {
        const Match match = matcher.match(face.embedding, inPhoto[face.photo]);
        face.person = match.kind == Match::Kind::Same ? *match.person : ++newest;
        matcher.addFace(*face.person, face.embedding);
        inPhoto[face.photo].push_back(*face.person);
    }
}

void AccuracyTest::matchingOneByOneEndsInTheSamePeople()
{
    const Import first = import(manifestOrder());
    const Partition expected = partitionOf(first, clusterFaces(first.input));
    std::mt19937 random(7);
    for (int round = 0; round <= 10; ++round) {
        auto order = manifestOrder();
        if (round > 0)
            std::shuffle(order.begin(), order.end(), random);
        Import library = import(order);
        matchOneByOne(library);
        std::map<PersonId, std::set<Key>> people;
        for (const ClusterFace &face : library.input.faces)
            people[*face.person].insert(library.keys.at(face.id));
        Partition matched;
        for (const auto &[person, faces] : people)
            matched.insert(faces);
        const Agreement agreement = agreementOf(matched);
        QCOMPARE(agreement.precision, 1.0);
        QVERIFY2(agreement.recall >= leastRecallOneByOne, qPrintable(QString::number(agreement.recall)));
        const ClusterResult result = clusterFaces(library.input);
        QVERIFY(partitionOf(library, result) == expected);
        // Nobody's person changes where the groups were right already.
        if (matched == expected)
            for (const PersonGroup &group : result.groups)
                QVERIFY(group.person && people.at(*group.person).contains(library.keys.at(group.cover)));
    }
}

QTEST_GUILESS_MAIN(AccuracyTest)
#include "tst_accuracy.moc"
