// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/generation/exact_json.h"
#include "media/generation/text_bytes.h"
#include "media/generation/values.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::media;

class GenerationTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCommentsInEveryCharset_data();
    void readsCommentsInEveryCharset();
    void cleansTexts();
    void namesModels_data();
    void namesModels();
    void keepsSeedsExact_data();
    void keepsSeedsExact();
    void readsJsonOfPython();
    void refusesJson_data();
    void refusesJson();
};

void GenerationTextTest::readsCommentsInEveryCharset_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const QString chinese = u"一只猫, Steps: 20"_s;
    QByteArray little;
    QByteArray big;
    for (const QChar c : chinese) {
        little += char(c.unicode() & 0xff);
        little += char(c.unicode() >> 8);
        big += char(c.unicode() >> 8);
        big += char(c.unicode() & 0xff);
    }
    const QByteArray unicode("UNICODE\0", 8);
    QTest::newRow("ASCII") << QByteArray("ASCII\0\0\0a cat", 13) << u"a cat"_s;
    QTest::newRow("undefined") << QByteArray("\0\0\0\0\0\0\0\0a cat", 13) << u"a cat"_s;
    QTest::newRow("JIS, by name only") << QByteArray("JIS\0\0\0\0\0a cat", 13) << u"a cat"_s;
    QTest::newRow("UTF-16, little end first") << unicode + little << chinese;
    QTest::newRow("UTF-16, big end first") << unicode + big << chinese;
    QTest::newRow("UTF-16 with an odd byte") << unicode + little + 'x' << chinese;
    QTest::newRow("without charset") << QByteArray("{\"a\": 1}") << u"{\"a\": 1}"_s;
    QTest::newRow("short") << QByteArray("cat") << u"cat"_s;
    QTest::newRow("only a charset") << unicode << QString();
    QTest::newRow("nothing") << QByteArray() << QString();
}

void GenerationTextTest::readsCommentsInEveryCharset()
{
    QFETCH(const QByteArray, bytes);
    QTEST(userCommentText(bytes), "text");
}

void GenerationTextTest::cleansTexts()
{
    QCOMPARE(shownText(u" a\r\nb\rc\0d\x1b e\t"_s), u"a\nb\ncd e"_s);
    QCOMPARE(shownText(u"🐈"_s), u"🐈"_s);
    QCOMPARE(shownText(QString(u"a"_s + QChar(0xd83d) + u'b' + QChar(0xdc08))), u"ab"_s);
    const QString cats = u"猫"_s.repeated(100'000);
    QCOMPARE(shownText(cats).toUtf8().size(), 65'535);
    QCOMPARE(keptText(cats).size(), 100'000);
    QVERIFY(keptText(u"猫"_s.repeated(1'000'000)).isEmpty());
    QVERIFY(shownText(u"🐈"_s.repeated(20'000)).isValidUtf16());
}

void GenerationTextTest::namesModels_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("name");
    QTest::newRow("file") << u"sd_xl_base_1.0.safetensors"_s << u"sd_xl_base_1.0"_s;
    QTest::newRow("on Windows") << u"SD1.5\\v1-5.pruned.ckpt"_s << u"v1-5.pruned"_s;
    QTest::newRow("in folders") << u"flux/dev/flux1-dev-Q8_0.gguf"_s << u"flux1-dev-Q8_0"_s;
    QTest::newRow("version") << u"dreamshaper_3.31"_s << u"dreamshaper_3.31"_s;
    QTest::newRow("none") << u"None"_s << QString();
    QTest::newRow("only a suffix") << u".pt"_s << u".pt"_s;
    QTest::newRow("folder") << u"models/"_s << QString();
}

void GenerationTextTest::namesModels()
{
    QFETCH(const QString, path);
    QTEST(modelName(path), "name");
}

void GenerationTextTest::keepsSeedsExact_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("read");
    for (const char *exact : {"0", "42", "9007199254740993", "999999999999999999", "1000000000000000001",
                              "9223372036854775807", "9223372036854775808", "18446744073709551615"}) {
        QTest::newRow(exact) << QString::fromLatin1(exact) << QString::fromLatin1(exact);
    }
    for (const char *none : {"-1", "18446744073709551616", "1.5", "null", "true", "\"\"", "\"twelve\"", "[1]", "NaN",
                             "-Infinity", "1e300"}) {
        QTest::newRow(none) << QString::fromLatin1(none) << QString();
    }
    QTest::newRow("text") << u"\"127589946317439009\""_s << u"127589946317439009"_s;
}

void GenerationTextTest::keepsSeedsExact()
{
    QFETCH(const QString, written);
    QFETCH(const QString, read);
    const auto object = exactJson(QString(u"{\"seed\": "_s + written + u'}'));
    QVERIFY(object);
    const auto seed = seedOf(object->value("seed"_L1));
    QCOMPARE(seed ? QString::number(*seed) : QString(), read);
}

void GenerationTextTest::readsJsonOfPython()
{
    const auto object = exactJson(uR"( {"a": [NaN, Infinity, -Infinity, -1.5e3], "b": "NaN, \"{ 12345678901234567890",
        "c": {"d": true, "e": null}, "é": -12345678901234567890} {"more": 1} and text)"_s);
    QVERIFY(object);
    QCOMPARE(object->value("a"_L1).toArray().size(), 4);
    QVERIFY(object->value("a"_L1)[1].isNull());
    QCOMPARE(object->value("a"_L1)[3].toDouble(), -1500.0);
    QCOMPARE(object->value("b"_L1).toString(), u"NaN, \"{ 12345678901234567890"_s);
    QVERIFY(object->value("c"_L1)["d"_L1].toBool());
    QCOMPARE(object->value(u"é"_s).toString(), u"-12345678901234567890"_s);
    QCOMPARE(object->size(), 4);
}

void GenerationTextTest::refusesJson_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("words") << u"a cat"_s;
    QTest::newRow("a list") << u"[1]"_s;
    QTest::newRow("no end") << u"{\"a\": 1"_s;
    QTest::newRow("no end of a string") << u"{\"a"_s;
    QTest::newRow("escape at the end") << u"{\"a\\"_s;
    QTest::newRow("a prompt") << u"{masterpiece}, (cat:1.2)"_s;
    QTest::newRow("brackets in disorder") << u"{\"a\": [}]"_s;
    QTest::newRow("deep") << QString(u"{\"a\":"_s + u"["_s.repeated(100'000) + u"]"_s.repeated(100'000) + u"}"_s);
    QTest::newRow("deep and open") << u"{\"a\":"_s.repeated(1'000'000);
    QTest::newRow("many lists") << QString(u"{\"a\":["_s + u"[],"_s.repeated(200'000) + u"0]}"_s);
    QTest::newRow("many numbers") << QString(u"{\"a\":["_s + u"1,"_s.repeated(2'000'000) + u"0]}"_s);
    QTest::newRow("binary") << QString(u"{\"a\":"_s + QChar(0) + QChar(0xd800) + u"}"_s);
}

void GenerationTextTest::refusesJson()
{
    QFETCH(const QString, text);
    QVERIFY(!exactJson(text));
}

QTEST_GUILESS_MAIN(GenerationTextTest)
#include "tst_generation_text.moc"
