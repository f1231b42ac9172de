// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/json_members.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using kinframe::server::memberNames;

class JsonMembersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesInTheirOrder_data();
    void namesInTheirOrder();
};

void JsonMembersTest::namesInTheirOrder_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("none") << QByteArray("{}") << QStringList();
    QTest::newRow("order") << QByteArray(R"( {"b":1, "a" : 2,"c":null})") << QStringList{u"b"_s, u"a"_s, u"c"_s};
    QTest::newRow("nested") << QByteArray(R"({"z":{"x":1,"y":[{"w":2}]},"a":["b","c"],"d":"e"})")
                            << QStringList{u"z"_s, u"a"_s, u"d"_s};
    QTest::newRow("texts like names") << QByteArray(R"({"b":",\"x\":","a":"}{","c":"\\"})")
                                      << QStringList{u"b"_s, u"a"_s, u"c"_s};
    QTest::newRow("escapes") << QByteArray(R"({"\u0062\"q":1,"\\":2,"a\/b":3})")
                             << QStringList{u"b\"q"_s, u"\\"_s, u"a/b"_s};
    QTest::newRow("unicode") << QByteArray("{\"夏\":1,\"\\ud83d\\ude00\":2}") << QStringList{u"夏"_s, u"😀"_s};
    QTest::newRow("twice") << QByteArray(R"({"a":1,"b":2,"a":3})") << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("empty name") << QByteArray(R"({"":1})") << QStringList{u""_s};
}

void JsonMembersTest::namesInTheirOrder()
{
    QFETCH(QByteArray, json);
    QFETCH(QStringList, names);
    QCOMPARE(memberNames(json), names);
    // The same names as Qt reads, which sorts them.
    QStringList sorted = names;
    sorted.sort();
    QStringList known = QJsonDocument::fromJson(json).object().keys();
    known.sort();
    QCOMPARE(known, sorted);
}

QTEST_GUILESS_MAIN(JsonMembersTest)
#include "tst_json_members.moc"
