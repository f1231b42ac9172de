// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/history_text.h"

#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;

class TestHistoryText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void actsAreSentences_data();
    void actsAreSentences();
    void bracesInNamesAreNoPlaces();
};

void TestHistoryText::actsAreSentences_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QJsonObject>("facts");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    QTest::newRow("first name") << u"name"_s << QJsonObject{{u"name"_s, u"张三"_s}} << u"Named somebody “张三”."_s
                                << u"将某人命名为“张三”。"_s;
    QTest::newRow("other name") << u"name"_s << QJsonObject{{u"name"_s, u"B"_s}, {u"formerName"_s, u"A"_s}}
                                << u"Renamed “A” to “B”."_s << u"已将“A”改名为“B”。"_s;
    QTest::newRow("no name any more") << u"name"_s << QJsonObject{{u"name"_s, u""_s}, {u"formerName"_s, u"A"_s}}
                                      << u"Took the name “A” away."_s << u"移除了姓名“A”。"_s;
    QTest::newRow("merge") << u"merge"_s << QJsonObject{{u"name"_s, u"A"_s}, {u"merged"_s, u", B"_s}}
                           << u"Merged “B” into “A”."_s << u"已将“B”合并到“A”。"_s;
    QTest::newRow("merge of the nameless")
        << u"merge"_s << QJsonObject{{u"name"_s, u"A"_s}, {u"merged"_s, u""_s}}
        << u"Merged somebody without a name into “A”."_s << u"已将未命名的人物合并到“A”。"_s;
    QTest::newRow("one face") << u"move"_s << QJsonObject{{u"name"_s, u"A"_s}, {u"faces"_s, 1}}
                              << u"Moved a face to “A”."_s << u"已将 1 张人脸移到“A”。"_s;
    QTest::newRow("faces") << u"split"_s << QJsonObject{{u"name"_s, u"A"_s}, {u"faces"_s, 12}}
                           << u"Took 12 faces out of “A”."_s << u"从“A”中移出了 12 张人脸。"_s;
    QTest::newRow("not a face") << u"dismiss"_s << QJsonObject{} << u"Marked something as not a face."_s
                                << u"已标记为不是人脸。"_s;
    QTest::newRow("not faces") << u"dismiss"_s << QJsonObject{{u"faces"_s, 3}} << u"Marked 3 things as not faces."_s
                               << u"已将 3 处标记为不是人脸。"_s;
    QTest::newRow("not that person") << u"reject_faces"_s << QJsonObject{{u"name"_s, u"A"_s}, {u"faces"_s, 2}}
                                     << u"Said that 2 faces are not “A”."_s << u"已说明 2 张人脸不是“A”。"_s;
    QTest::newRow("unknown") << u"later"_s << QJsonObject{{u"name"_s, u"A"_s}} << u"Changed something about “A”."_s
                             << u"更改了“A”的信息。"_s;
}

void TestHistoryText::actsAreSentences()
{
    QFETCH(QString, kind);
    QFETCH(QJsonObject, facts);
    faces::HistoryEntry entry;
    entry.kind = kind;
    entry.facts = facts;
    QTEST(faces::sentenceOf(entry, Language::English), "english");
    QTEST(faces::sentenceOf(entry, Language::Chinese), "chinese");
}

void TestHistoryText::bracesInNamesAreNoPlaces()
{
    faces::HistoryEntry entry;
    entry.kind = u"name"_s;
    entry.facts = {{u"name"_s, u"{formerName}"_s}, {u"formerName"_s, u"{name}"_s}};
    QCOMPARE(faces::sentenceOf(entry, Language::English), u"Renamed “{name}” to “{formerName}”."_s);
}

QTEST_GUILESS_MAIN(TestHistoryText)
#include "tst_history_text.moc"
