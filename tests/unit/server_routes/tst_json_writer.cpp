// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/flat_json.h"
#include "server/routes/json_writer.h"

#include "base/clock.h"
#include "base/ids.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>
#include <random>

using namespace kinframe;
using namespace Qt::StringLiterals;
using server::FlatJson;
using server::JsonWriter;

/// JSON that is written by hand is read back by Qt.
class JsonWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commasComeOfThemselves();
    void textsComeBack();
    void numbersComeBack();
    void timesAreThoseOfTheCalendar();
    void idsAndBytes();
    void flatObjectsAreTakenApart();
    void whatIsNoObjectHasNoMembers();

private:
    /// The one value that `write` writes.
    template <typename Write>
    static QJsonValue valueOf(Write write)
    {
        QByteArray text;
        JsonWriter json(text);
        json.beginArray();
        write(json);
        json.endArray();
        return QJsonDocument::fromJson(text).array().at(0);
    }
};

void JsonWriterTest::commasComeOfThemselves()
{
    QByteArray text;
    JsonWriter json(text);
    json.beginObject();
    json.name("empty");
    json.beginArray();
    json.endArray();
    json.name("list");
    json.beginArray();
    json.number(qint64(1));
    json.null();
    json.beginObject();
    json.endObject();
    json.beginObject();
    json.members("\"a\":1,\"b\":2");
    json.members("");
    json.name("c");
    json.boolean(true);
    json.endObject();
    json.plain("{\"d\":[]}");
    json.endArray();
    json.name("last");
    json.boolean(false);
    json.endObject();
    QCOMPARE(text, QByteArray(R"({"empty":[],"list":[1,null,{},{"a":1,"b":2,"c":true},{"d":[]}],"last":false})"));
}

void JsonWriterTest::textsComeBack()
{
    QString all;
    for (char16_t code = 0; code < 0x180; ++code) {
        all += QChar(code);
    }
    for (const QString &text : {all, QString(), u"\"\\"_s, u"你好 \U0001F600"_s, u"ends with a backslash\\"_s}) {
        QCOMPARE(valueOf([&](JsonWriter &json) { json.text(text.toUtf8()); }).toString(u"missing"_s), text);
    }
}

void JsonWriterTest::numbersComeBack()
{
    for (const double number : {0.0, 1.0, -1.0, 4.5, 0.1, 1e300, -2.5e-8, 47.123456789, 9e15}) {
        QCOMPARE(valueOf([&](JsonWriter &json) { json.number(number); }).toDouble(), number);
    }
    QVERIFY(valueOf([](JsonWriter &json) { json.number(std::numeric_limits<double>::infinity()); }).isNull());
    for (const qint64 number : {qint64(0), qint64(-1), std::numeric_limits<qint64>::max()}) {
        QCOMPARE(valueOf([&](JsonWriter &json) { json.number(number); }).toInteger(), number);
    }
    QVERIFY(valueOf([](JsonWriter &json) { json.numberOrNull(std::optional<double>()); }).isNull());
}

void JsonWriterTest::timesAreThoseOfTheCalendar()
{
    const auto textOf = [](qint64 ms) { return valueOf([ms](JsonWriter &json) { json.time(ms); }).toString(); };
    const qint64 first = *fromIso(u"0001-01-01T00:00:00.000Z"_s);
    const qint64 last = *fromIso(u"9999-12-31T23:59:59.999Z"_s);
    std::mt19937_64 random(1);
    QList<qint64> times{0, -1, 1, first, last, 951'782'400'000, 951'868'799'999, -2'203'891'200'000};
    for (int i = 0; i < 20'000; ++i) {
        times << first + qint64(random() % quint64(last - first));
    }
    for (const qint64 ms : times) {
        QCOMPARE(textOf(ms), toIso(ms));
    }
    QCOMPARE(textOf(first - 1), toIso(first));
    QCOMPARE(textOf(std::numeric_limits<qint64>::max()), toIso(last));
    QCOMPARE(valueOf([](JsonWriter &json) { json.time(5, "+00:00"); }).toString(), u"1970-01-01T00:00:00.005+00:00"_s);
}

void JsonWriterTest::idsAndBytes()
{
    const QUuid id = newUuid();
    QCOMPARE(valueOf([&](JsonWriter &json) { json.uuid(id); }).toString(), toText(id));
    QCOMPARE(valueOf([&](JsonWriter &json) { json.uuid(id.toRfc4122()); }).toString(), toText(id));
    QCOMPARE(valueOf([](JsonWriter &json) { json.base64("a\xff\n"); }).toString(), u"Yf8K"_s);
    QCOMPARE(server::jsonList(std::vector<qint64>{1, -2, 3}), u"[1,-2,3]"_s);
    QCOMPARE(server::jsonList({}), u"[]"_s);
}

void JsonWriterTest::flatObjectsAreTakenApart()
{
    const QJsonObject object{{u"a"_s, 1.5},
                             {u"b"_s, u"x,\"y\":{\\"_s},
                             {u"c"_s, QJsonValue::Null},
                             {u"d"_s, QJsonArray{1, QJsonObject{{u"e"_s, u"}]"_s}}}},
                             {u"f"_s, QJsonObject{{u"g"_s, true}}},
                             {u"h"_s, false}};
    const QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact);
    QJsonObject found;
    for (FlatJson members(text); members.next();) {
        const QByteArray value = "[" + members.value().toByteArray() + "]";
        found.insert(QString::fromUtf8(members.name()), QJsonDocument::fromJson(value).array().at(0));
    }
    QCOMPARE(found, object);
}

void JsonWriterTest::whatIsNoObjectHasNoMembers()
{
    for (const char *text : {"", "{}", "{", "null", "[1]", "{\"", "{\"a", "{\"a\"", "{\\\"a\\\":1}"}) {
        QVERIFY2(!FlatJson(text).next(), text);
    }
    // Cut short: nothing is read beyond its end.
    const QByteArray whole = R"({"a":"b\\","c":[1,{"d":"e"}]})";
    for (qsizetype length = 0; length < whole.size(); ++length) {
        for (FlatJson members(QByteArrayView(whole).first(length)); members.next();) {
            QVERIFY(members.value().size() <= whole.size());
        }
    }
}

QTEST_GUILESS_MAIN(JsonWriterTest)
#include "tst_json_writer.moc"
