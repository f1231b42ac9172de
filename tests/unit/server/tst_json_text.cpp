// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/json_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>
#include <random>

using namespace kinframe::http;
using namespace Qt::StringLiterals;

namespace {

QByteArray asQtWrites(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
}

class Maker
{
public:
    explicit Maker(unsigned seed)
        : m_random(seed)
    {
    }

    QJsonValue value(int depth)
    {
        switch (below(depth > 0 ? 8 : 6)) {
        case 0:
            return QJsonValue();
        case 1:
            return below(2) == 1;
        case 2:
            return qint64(quint64(m_random()) << 32U | m_random());
        case 3:
            return double(m_random()) / double(1 + m_random()) * (below(2) == 1 ? 1.0 : -1e-9);
        case 4:
        case 5:
            return string();
        case 6: {
            QJsonArray array;
            for (int count = below(5); count > 0; --count) {
                array.append(value(depth - 1));
            }
            return array;
        }
        default:
            QJsonObject object;
            for (int count = below(5); count > 0; --count) {
                object.insert(string(), value(depth - 1));
            }
            return object;
        }
    }

private:
    int below(int end) { return int(m_random() % unsigned(end)); }

    QString string()
    {
        QString text;
        // Up to the whole of the plane: controls, quotes, halves of pairs.
        const int kind = below(4);
        for (int count = below(20); count > 0; --count) {
            const int limit = kind == 0 ? 0x10000 : kind == 1 ? 0x800 : 0x80;
            text += QChar(char16_t(kind == 3 ? u'a' + below(26) : below(limit)));
        }
        return text;
    }

    std::mt19937 m_random;
};

} // namespace

class TestJsonText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAsQtDoes_data();
    void writesAsQtDoes();
    void writesAnythingAsQtDoes();
};

void TestJsonText::writesAsQtDoes_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("null") << QJsonValue();
    QTest::newRow("true") << QJsonValue(true);
    QTest::newRow("empty array") << QJsonValue(QJsonArray());
    QTest::newRow("empty object") << QJsonValue(QJsonObject());
    QTest::newRow("nested") << QJsonValue(QJsonObject{{u"a"_s, QJsonArray{1, QJsonObject{{u""_s, QJsonArray()}}}}});
    QTest::newRow("whole double") << QJsonValue(4711.0);
    QTest::newRow("large double") << QJsonValue(1e21);
    QTest::newRow("small double") << QJsonValue(-1.5e-300);
    QTest::newRow("third") << QJsonValue(1.0 / 3.0);
    QTest::newRow("minus zero") << QJsonValue(-0.0);
    QTest::newRow("infinite") << QJsonValue(std::numeric_limits<double>::infinity());
    QTest::newRow("not a number") << QJsonValue(std::numeric_limits<double>::quiet_NaN());
    QTest::newRow("largest integer") << QJsonValue(std::numeric_limits<qint64>::max());
    QTest::newRow("smallest integer") << QJsonValue(std::numeric_limits<qint64>::min());
    QTest::newRow("empty text") << QJsonValue(u""_s);
    QTest::newRow("quotes") << QJsonValue(u"a \"b\" \\ c/d"_s);
    QTest::newRow("controls") << QJsonValue(u"\b\f\n\r\t\u0001\u001f\u007f\u0080"_s);
    QTest::newRow("Chinese") << QJsonValue(u"中文，“引号”"_s);
    QTest::newRow("pair") << QJsonValue(u"\U0001F600"_s);
    QTest::newRow("half a pair") << QJsonValue(QString(QChar(0xd800)) + u"x");
}

void TestJsonText::writesAsQtDoes()
{
    QFETCH(QJsonValue, value);
    QCOMPARE('[' + compactJson(value) + ']', asQtWrites(value));
}

void TestJsonText::writesAnythingAsQtDoes()
{
    Maker maker(7);
    for (int round = 0; round < 2000; ++round) {
        const QJsonValue value = maker.value(4);
        QCOMPARE('[' + compactJson(value) + ']', asQtWrites(value));
    }
}

QTEST_APPLESS_MAIN(TestJsonText)
#include "tst_json_text.moc"
