// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "face_testing.h"

#include "faces/engine/matcher.h"

#include <QTest>

using namespace kinframe::faces;
using namespace kinframe::faces::test;

class MatcherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsKnownAtFirst();
    void knowsAFace();
    void asksWhereItIsNotSure();
    void asksBetweenTwoWhoLookAlike();
    void leavesOutWhoIsExcluded();
    void forgets();
    void grownLibrariesAreStricter();

private:
    MadeUpFaces m_faces{8};
};

void MatcherTest::nobodyIsKnownAtFirst()
{
    const PersonMatcher matcher(RecogniserKind::FaceReidentification0095);
    const Match match = matcher.match(m_faces.anybody(), {});
    QCOMPARE(match.kind, Match::Kind::Nobody);
    QVERIFY(!match.person);
    QVERIFY(!match.second);
}

void MatcherTest::knowsAFace()
{
    PersonMatcher matcher(RecogniserKind::FaceReidentification0095);
    const auto one = m_faces.anybody();
    for (int i = 0; i < 5; ++i)
        matcher.addFace(1, m_faces.like(one, 0.6f));
    matcher.addFace(2, m_faces.anybody());
    QCOMPARE(matcher.faces(), std::size_t(6));
    const Match match = matcher.match(m_faces.like(one, 0.6f), {});
    QCOMPARE(match.kind, Match::Kind::Same);
    QCOMPARE(match.person, std::optional<PersonId>(1));
    QVERIFY(match.similarity > 0.5f);
    QCOMPARE(match.second, std::optional<PersonId>(2));
    QVERIFY(match.secondSimilarity < 0.3f);
    QCOMPARE(matcher.match(m_faces.anybody(), {}).kind, Match::Kind::Nobody);
}

void MatcherTest::asksWhereItIsNotSure()
{
    PersonMatcher matcher(RecogniserKind::FaceReidentification0095);
    const auto known = m_faces.anybody();
    matcher.addFace(1, known);
    const Match match = matcher.match(m_faces.at(known, 0.4f), {});
    QCOMPARE(match.kind, Match::Kind::Suggest);
    QCOMPARE(match.person, std::optional<PersonId>(1));
}

void MatcherTest::asksBetweenTwoWhoLookAlike()
{
    PersonMatcher matcher(RecogniserKind::FaceReidentification0095);
    const auto face = m_faces.anybody();
    matcher.addFace(4, face);
    matcher.addFace(3, face);
    const Match match = matcher.match(face, {});
    QCOMPARE(match.kind, Match::Kind::Suggest);
    QCOMPARE(match.person, std::optional<PersonId>(3));
    QCOMPARE(match.second, std::optional<PersonId>(4));
}

void MatcherTest::leavesOutWhoIsExcluded()
{
    PersonMatcher matcher(RecogniserKind::FaceReidentification0095);
    const auto face = m_faces.anybody();
    matcher.addFace(4, face);
    matcher.addFace(3, m_faces.like(face, 0.5f));
    const std::vector<PersonId> excluded{4, 99};
    QCOMPARE(matcher.match(face, excluded).person, std::optional<PersonId>(3));
    QCOMPARE(matcher.match(face, std::vector<PersonId>{3, 4}).kind, Match::Kind::Nobody);
}

void MatcherTest::forgets()
{
    PersonMatcher matcher(RecogniserKind::FaceReidentification0095);
    const auto one = m_faces.anybody();
    const auto other = m_faces.anybody();
    matcher.addFace(1, one);
    matcher.addFace(1, other);
    matcher.removeFace(1, other);
    QVERIFY(std::abs(matcher.match(one, {}).similarity - 1) < 1e-4f);
    matcher.removeFace(1, one);
    QVERIFY(!matcher.match(one, {}).person);
    QCOMPARE(matcher.faces(), std::size_t(0));
    matcher.addFace(2, one);
    matcher.removePerson(2);
    matcher.removePerson(2);
    matcher.removeFace(2, one);
    QCOMPARE(matcher.faces(), std::size_t(0));
    QCOMPARE(matcher.match(one, {}).kind, Match::Kind::Nobody);
}

void MatcherTest::grownLibrariesAreStricter()
{
    for (const RecogniserKind kind : {RecogniserKind::FaceReidentification0095, RecogniserKind::SFace2021}) {
        const ModelTraits &traits = traitsOf(kind);
        QCOMPARE(sameThresholdFor(traits, 0), traits.sameThreshold);
        QCOMPARE(sameThresholdFor(traits, 500), traits.sameThreshold);
        QVERIFY(sameThresholdFor(traits, 3000) > sameThresholdFor(traits, 1000));
        QCOMPARE(sameThresholdFor(traits, 20'000), traits.largeLibraryThreshold);
        QCOMPARE(sameThresholdFor(traits, 10'000'000), traits.largeLibraryThreshold);
        QVERIFY(traits.suggestThreshold < traits.sameThreshold);
    }
}

QTEST_GUILESS_MAIN(MatcherTest)
#include "tst_matcher.moc"
