// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What can stand where somebody writes a filter, and what the library has for it.
#include "query/completion.h"
#include "query/proposals.h"
#include "unit/query/query_fixture.h"

#include <QJsonArray>
#include <QTest>

using namespace kinframe;
using namespace kinframe::query;
using namespace Qt::StringLiterals;
using Place = WritingPlace::Kind;

class TestQueryCompletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void places_data();
    void places();
    void anyTextAnyCaret();
    void properties();
    void values();
    void onlyOnesOwn();
    void fewOfMany();

private:
    [[nodiscard]] QStringList names(const QString &written, qint64 owner = 1);
    [[nodiscard]] QStringList values(const QString &property, const QString &written, qint64 owner = 1);

    std::unique_ptr<test::QueryFixture> m_fixture;
};

void TestQueryCompletion::initTestCase()
{
    m_fixture = std::make_unique<test::QueryFixture>();
    const qint64 image = m_fixture->add({{u"tags"_s, QJsonArray{u"sea"_s, u"Seaside"_s, u"overseas"_s, u"cat"_s}},
                                         {u"camera"_s, u"Canon R5"_s},
                                         {u"model"_s, u"sdxl"_s},
                                         {u"mood"_s, u"calm"_s},
                                         {u"score"_s, 5},
                                         {u"is_odd"_s, true}});
    m_fixture->addPerson(u"张三"_s, {image});
    m_fixture->add({{u"tags"_s, QJsonArray{u"secret"_s}},
                    {u"camera"_s, u"Leica"_s},
                    {u"model"_s, u"theirs"_s},
                    {u"diary"_s, u"x"_s}},
                   2);
    for (int number = 0; number < 60; ++number) {
        m_fixture->add({{u"lens"_s, u"lens %1"_s.arg(number)}});
    }
}

void TestQueryCompletion::places_data()
{
    QTest::addColumn<QString>("text"); // the caret is at the bar
    QTest::addColumn<Place>("kind");
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("property");
    const auto row = [](const char *text, Place kind, const char *written, const char *property) {
        QTest::newRow(text) << QString::fromUtf8(text) << kind << QString::fromUtf8(written)
                            << QString(QLatin1StringView(property));
    };
    row("'oops|", Place::Nothing, "oops", "");
    row("rating ge # |", Place::Nothing, "", "");
    row("tags/|", Place::Nothing, "", "");
    row("|", Place::Property, "", "");
    row("rat|", Place::Property, "rat", "");
    row("rat|ing ge 4", Place::Property, "rat", "");
    row("rating |", Place::Operator, "", "");
    row("rating g|", Place::Operator, "g", "");
    row("rating ge |", Place::Literal, "", "rating");
    row("rating ge 4 |", Place::Connector, "", "");
    row("rating ge 4 and |", Place::Property, "", "");
    row("not (wi|", Place::Property, "wi", "");
    row("camera eq 'Ca|", Place::Literal, "Ca", "camera");
    row("camera eq 'O''B|", Place::Literal, "O'B", "camera");
    row("camera eq 'Canon' |", Place::Connector, "", "");
    row("contains(mod|", Place::Property, "mod", "");
    row("contains(model,'s|", Place::Literal, "s", "model");
    row("type in ('g|", Place::Literal, "g", "type");
    row("type in ('a','b|", Place::Literal, "b", "type");
    row("tags/any(t: t eq 's|", Place::Literal, "s", "tags");
    row("people/any(p: p/name eq '张|", Place::Literal, "张", "people");
    row("albums/any(x: x/name eq 'Hol|", Place::Literal, "Hol", "albums");
    row("tags/any(t: t eq 'a') and people/any(p: p/name eq '|", Place::Literal, "", "people");
    row("rating>=4&cam|", Place::Property, "cam", "");
    row("!is_|", Place::Property, "is_", "");
    row("camera~Ca|", Place::Literal, "Ca", "camera");
    row("rating>=4&model=sd x|", Place::Literal, "sd x", "model");
}

void TestQueryCompletion::places()
{
    QFETCH(QString, text);
    QFETCH(const Place, kind);
    QFETCH(const QString, written);
    QFETCH(const QString, property);
    const qsizetype caret = text.indexOf(u'|');
    const WritingPlace place = placeAt(text.remove(caret, 1), caret);
    QCOMPARE(place.kind, kind);
    QCOMPARE(place.written, written);
    if (kind == Place::Literal) {
        QCOMPARE(place.property, property);
    }
    QVERIFY(place.from <= caret);
}

void TestQueryCompletion::anyTextAnyCaret()
{
    const QString text = u"not (a in ('x',\"y\") or tags/any(t:t eq 'n')) and $it/b ge -5&!c~é @p,)(/:'"_s;
    for (qsizetype from = 0; from < text.size(); ++from) {
        for (qsizetype caret = 0; caret <= text.size() - from; ++caret) {
            const WritingPlace place = placeAt(text.sliced(from), caret);
            QVERIFY(place.from >= 0 && place.from <= caret);
        }
    }
    QCOMPARE(placeAt({}, 0).kind, Place::Property);
}

QStringList TestQueryCompletion::names(const QString &written, qint64 owner)
{
    const auto found = m_fixture->database->read(
        [&](storage::Connection &db) -> Result<QStringList> { return proposedProperties(db, owner, written); });
    return found.value_or(QStringList{u"failed"_s});
}

QStringList TestQueryCompletion::values(const QString &property, const QString &written, qint64 owner)
{
    const auto found = m_fixture->database->read(
        [&](storage::Connection &db) -> Result<QStringList> { return proposedValues(db, owner, property, written); });
    return found.value_or(QStringList{u"failed"_s});
}

void TestQueryCompletion::properties()
{
    QCOMPARE(names(u"rat"_s), (QStringList{u"rating"_s, u"duration"_s}));
    QCOMPARE(names(u"SCO"_s), QStringList{u"score"_s});
    QCOMPARE(names(u"moo"_s), QStringList{u"mood"_s});
    QCOMPARE(names(u"is_o"_s), QStringList{u"is_odd"_s});
    QCOMPARE(names(u"nothing like it"_s), QStringList());
    const QStringList all = names({});
    QCOMPARE(all.size(), mostProposals);
    QCOMPARE(all.first(), u"rating"_s);
    QVERIFY(all.contains(u"mood"_s)); // what only this library has is among them
}

void TestQueryCompletion::values()
{
    QCOMPARE(values(u"tags"_s, u"sea"_s), (QStringList{u"Seaside"_s, u"sea"_s, u"overseas"_s}));
    QCOMPARE(values(u"people"_s, u"张"_s), QStringList{u"张三"_s});
    QCOMPARE(values(u"camera"_s, {}), QStringList{u"Canon R5"_s});
    QCOMPARE(values(u"model"_s, {}), QStringList{u"sdxl"_s});
    QCOMPARE(values(u"type"_s, {}), QStringList{u"generated"_s});
    QCOMPARE(values(u"is_favorite"_s, u"f"_s), QStringList{u"false"_s});
    QCOMPARE(values(u"no_such_key"_s, {}), QStringList());
    QCOMPARE(values(u"width"_s, {}), QStringList());
}

void TestQueryCompletion::onlyOnesOwn()
{
    QCOMPARE(values(u"tags"_s, {}, 2), QStringList{u"secret"_s});
    QCOMPARE(values(u"camera"_s, {}, 2), QStringList{u"Leica"_s});
    QCOMPARE(values(u"model"_s, {}, 2), QStringList{u"theirs"_s});
    QCOMPARE(values(u"people"_s, {}, 2), QStringList());
    QCOMPARE(names(u"diary"_s), QStringList());
    QCOMPARE(names(u"diary"_s, 2), QStringList{u"diary"_s});
}

void TestQueryCompletion::fewOfMany()
{
    QCOMPARE(values(u"lens"_s, {}).size(), mostProposals);
    QCOMPARE(values(u"lens"_s, u"lens 59"_s), QStringList{u"lens 59"_s});
}

QTEST_GUILESS_MAIN(TestQueryCompletion)
#include "tst_query_completion.moc"
