// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/person_edit_json.h"

#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;

class TestPersonEditJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsLeftOutStays();
    void nullTakesAway();
    void allFieldsAreRead();
    void wrongTypesNameTheirField_data();
    void wrongTypesNameTheirField();
};

void TestPersonEditJson::whatIsLeftOutStays()
{
    const auto edit = server::personEditFrom({});
    QVERIFY(edit);
    QVERIFY(server::isEmpty(*edit));
}

void TestPersonEditJson::nullTakesAway()
{
    const auto edit = server::personEditFrom({{u"birthDate"_s, QJsonValue::Null}, {u"color"_s, QJsonValue::Null}});
    QVERIFY(edit);
    QCOMPARE(edit->birthDate, QString());
    QCOMPARE(edit->color, QString());
    QVERIFY(!edit->name);
    QVERIFY(!server::isEmpty(*edit));
}

void TestPersonEditJson::allFieldsAreRead()
{
    const QUuid face = QUuid::createUuid();
    const QUuid asset = QUuid::createUuid();
    const auto edit = server::personEditFrom({{u"name"_s, u"A"_s},
                                              {u"birthDate"_s, u"2001-02-03"_s},
                                              {u"isHidden"_s, true},
                                              {u"isFavorite"_s, false},
                                              {u"color"_s, u"#a0b1c2"_s},
                                              {u"coverFaceId"_s, face.toString(QUuid::WithoutBraces)},
                                              {u"featureFaceAssetId"_s, asset.toString(QUuid::WithoutBraces)}});
    QVERIFY(edit);
    QCOMPARE(edit->name, u"A"_s);
    QCOMPARE(edit->birthDate, u"2001-02-03"_s);
    QCOMPARE(edit->isHidden, true);
    QCOMPARE(edit->isFavorite, false);
    QCOMPARE(edit->color, u"#a0b1c2"_s);
    QCOMPARE(edit->coverFace, face);
    QCOMPARE(edit->coverAsset, asset);
}

void TestPersonEditJson::wrongTypesNameTheirField_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("name") << u"name"_s << QJsonValue(5);
    QTest::newRow("no name") << u"name"_s << QJsonValue(QJsonValue::Null);
    QTest::newRow("birth date") << u"birthDate"_s << QJsonValue(2001);
    QTest::newRow("hidden") << u"isHidden"_s << QJsonValue(u"true"_s);
    QTest::newRow("favourite") << u"isFavorite"_s << QJsonValue(1);
    QTest::newRow("cover") << u"coverFaceId"_s << QJsonValue(u"face-1"_s);
    QTest::newRow("cover's photo") << u"featureFaceAssetId"_s << QJsonValue(QJsonValue::Null);
}

void TestPersonEditJson::wrongTypesNameTheirField()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    const auto edit = server::personEditFrom({{field, value}});
    QVERIFY(!edit);
    QCOMPARE(edit.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(edit.error().fact(u"field"_s), field);
}

QTEST_GUILESS_MAIN(TestPersonEditJson)
#include "tst_person_edit_json.moc"
