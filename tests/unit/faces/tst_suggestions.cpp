// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/people_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;

class SuggestionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<test::PeopleFixture>();
        m_first = m->photoOf({m->face(1, 0, 0.1F, 1)});
        m_second = m->photoOf({m->faceBetween(1, 2, 0.4)});
        m->cluster();
    }
    void anotherUsersIsNotFound();
    void hiddenPeopleAreNotAskedAbout();
    void anAnsweredOneIsGone();
    void theGroupWithoutANameIsAskedAbout();
    void confirmedTheyAreOne();
    void anAnswerThatIsUndoneIsOpenAgain_data();
    void anAnswerThatIsUndoneIsOpenAgain();
    void twoNamedPeopleWhoLookAlikeAreAskedAboutLast();
    void twoNamedPeopleOfOnePhotoAreNotAskedAbout();

private:
    faces::SuggestionPage list(qint64 user = 0)
    {
        return *m->suggestions.list(user == 0 ? m->owner.userId : user, 1, 10);
    }
    std::unique_ptr<test::PeopleFixture> m;
    library::Registered m_first;
    library::Registered m_second;
};

void SuggestionsTest::anotherUsersIsNotFound()
{
    const QUuid open = list().items.front().uuid;
    QCOMPARE(list(m->guest.userId).total, 0);
    QCOMPARE(m->suggestions.confirm(m->guest.userId, open).error().code, ErrorCode::NotFound);
    QCOMPARE(m->suggestions.reject(m->guest.userId, open).error().code, ErrorCode::NotFound);
    QCOMPARE(list().total, 1);
}

void SuggestionsTest::hiddenPeopleAreNotAskedAbout()
{
    QVERIFY(m->people.edit(m->owner.userId, m->personIn(m_second), {.isHidden = true}));
    m->cluster();
    QCOMPARE(list().total, 0);
}

void SuggestionsTest::anAnsweredOneIsGone()
{
    const QUuid open = list().items.front().uuid;
    QVERIFY(m->suggestions.reject(m->owner.userId, open));
    QCOMPARE(m->suggestions.confirm(m->owner.userId, open).error().code, ErrorCode::NotFound);
    QVERIFY(m->personIn(m_first) != m->personIn(m_second));
}

void SuggestionsTest::theGroupWithoutANameIsAskedAbout()
{
    const auto named = m_second;
    m->name(m->personIn(named), u"Bea"_s);
    m->cluster();
    const auto open = list();
    QCOMPARE(open.items.size(), size_t(1));
    QCOMPARE(open.items.front().person.name, u"Bea"_s);
    QCOMPARE(open.items.front().other.name, QString());
    QVERIFY(open.items.front().personFace && open.items.front().otherFace);
}

void SuggestionsTest::confirmedTheyAreOne()
{
    QVERIFY(m->suggestions.confirm(m->owner.userId, list().items.front().uuid));
    QCOMPARE(m->personIn(m_first), m->personIn(m_second));
    QCOMPARE(list().total, 0);
    m->cluster();
    QCOMPARE(m->personIn(m_first), m->personIn(m_second));
}

void SuggestionsTest::anAnswerThatIsUndoneIsOpenAgain_data()
{
    QTest::addColumn<bool>("isSame");
    QTest::newRow("yes") << true;
    QTest::newRow("no") << false;
}

void SuggestionsTest::anAnswerThatIsUndoneIsOpenAgain()
{
    QFETCH(bool, isSame);
    const QUuid open = list().items.front().uuid;
    QUuid act;
    const auto answer = [&] {
        return isSame ? m->suggestions.confirm(m->owner.userId, open, &act).has_value()
                      : m->suggestions.reject(m->owner.userId, open, &act).has_value();
    };
    QVERIFY(answer());
    QCOMPARE(list().total, 0);
    QVERIFY(m->history.undo(m->owner.userId, act));
    QCOMPARE(list().total, 1);
    QCOMPARE(list().items.front().uuid, open);
    QVERIFY(m->history.redo(m->owner.userId, act));
    QCOMPARE(list().total, 0);
    QVERIFY(m->history.undo(m->owner.userId, act));
    QVERIFY(answer());
    QCOMPARE(list().total, 0);
}

void SuggestionsTest::twoNamedPeopleWhoLookAlikeAreAskedAboutLast()
{
    // As like each other as can be, but somebody has made two people of them.
    const auto third = m->photoOf({m->face(5, 0)});
    const auto fourth = m->photoOf({m->face(6, 0)});
    const QUuid eva = m->name(m->personIn(third), u"Eva"_s).uuid;
    const QUuid eve = m->name(m->personIn(fourth), u"Eve"_s).uuid;
    QVERIFY(m->run("UPDATE embedding SET vector = (SELECT e.vector FROM embedding e JOIN face f ON f.detection_id = "
                   "e.detection_id WHERE f.asset_id = ?1) WHERE detection_id = (SELECT detection_id FROM face WHERE "
                   "asset_id = ?2)",
                   third.assetId, fourth.assetId));
    m->cluster();
    QCOMPARE(m->personIn(third), eva);
    QCOMPARE(m->personIn(fourth), eve);
    const auto open = list();
    QCOMPARE(open.total, 2);
    QVERIFY(open.items.front().other.name.isEmpty());
    QVERIFY(open.items.back().similarity > open.items.front().similarity);
    QCOMPARE(QSet<QUuid>({open.items.back().person.uuid, open.items.back().other.uuid}), QSet<QUuid>({eva, eve}));
    // Told apart once, they are not asked about again.
    QVERIFY(m->suggestions.reject(m->owner.userId, open.items.back().uuid));
    m->cluster();
    QCOMPARE(list().total, 1);
}

void SuggestionsTest::twoNamedPeopleOfOnePhotoAreNotAskedAbout()
{
    const auto twins = m->photoOf({m->face(5, 0, 0.1F), m->face(5, 1, 0.6F)});
    m->name(m->personIn(twins, 0), u"Eva"_s);
    m->name(m->personIn(twins, 1), u"Eve"_s);
    m->cluster();
    QCOMPARE(list().total, 1);
}

QTEST_GUILESS_MAIN(SuggestionsTest)
#include "tst_suggestions.moc"
