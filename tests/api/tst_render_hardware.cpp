// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/render_calls.h"
#include "api/render_tasks.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

QJsonObject configuration(const QString &id, const QJsonObject &more = {})
{
    QJsonObject config{
        {u"id"_s, id},        {u"config_name"_s, u"One"_s}, {u"ram"_s, 16}, {u"cpu_cores"_s, 8}, {u"gpu_count"_s, 0},
        {u"gpu_model"_s, {}}, {u"price_per_hour"_s, 1.5}};
    for (auto field = more.begin(); field != more.end(); ++field) {
        config.insert(field.key(), field.value());
    }
    return config;
}

} // namespace

/// The configurations of hardware: which fits a need, and what they may hold.
class RenderHardwareTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theUsualOnes();
    void needsAtTheirBounds_data();
    void needsAtTheirBounds();
    void theLargestNeedIsMet();
    void configurationsAtTheirBounds_data();
    void configurationsAtTheirBounds();
    void asManyAsMayBe();
    void idsOfTasks();
    void cleanupTestCase();

private:
    /// Takes the place of all that are there; nothing renders here.
    [[nodiscard]] HttpAnswer setUp(const QJsonArray &hardware) const
    {
        return m_owner.put(u"/api/render-setup"_s,
                           {{u"hardware"_s, hardware}, {u"engines"_s, enginesNowhere({u"blender"_s})}});
    }
    [[nodiscard]] HttpAnswer match(const QJsonObject &need) const
    {
        return m_eve.post(u"/api/hardware-configs/match"_s, need);
    }
    [[nodiscard]] QJsonArray configurations() const
    {
        return m_eve.get(u"/api/hardware-configs"_s).object().value("data"_L1).toArray();
    }

    KinframeProcess m_kinframe{{}, Models::None};
    HttpClient m_owner;
    HttpClient m_eve; ///< no admin
    QJsonArray m_usual;
};

void RenderHardwareTest::initTestCase()
{
    const CommandRun key = m_kinframe.keyOfNewUser(u"Eve"_s);
    QVERIFY2(key.exitCode == 0, key.text().constData());
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_owner = m_kinframe.client();
    m_eve = m_owner.withKey(key.output.trimmed());
    m_usual = configurations();
}

void RenderHardwareTest::theUsualOnes()
{
    QCOMPARE(m_usual.size(), 3);
    QCOMPARE(m_usual[0].toObject(), (QJsonObject{{u"id"_s, u"basic"_s},
                                                 {u"config_name"_s, u"基础配置"_s},
                                                 {u"ram"_s, 16},
                                                 {u"cpu_cores"_s, 8},
                                                 {u"gpu_count"_s, 0},
                                                 {u"gpu_model"_s, {}},
                                                 {u"price_per_hour"_s, 0.5},
                                                 {u"is_available"_s, true}}));
    QCOMPARE(m_usual[1]["id"_L1].toString(), u"high_performance"_s);
    QCOMPARE(m_usual[2]["id"_L1].toString(), u"ultra_high"_s);
    const HttpAnswer fit = match({{u"ram"_s, 64}, {u"gpu_count"_s, 2}});
    QCOMPARE(dataOf(fit).value("recommended"_L1).toObject(), m_usual[1].toObject());
    QCOMPARE(dataOf(fit).value("alternatives"_L1).toArray(), QJsonArray{m_usual[2]});
    const HttpAnswer any = match({});
    QCOMPARE(dataOf(any).value("recommended"_L1).toObject(), m_usual[0].toObject());
    QCOMPARE(dataOf(any).value("alternatives"_L1).toArray(), (QJsonArray{m_usual[1], m_usual[2]}));
    const HttpAnswer most = match({{u"ram"_s, 128}, {u"gpu_count"_s, 4}});
    QCOMPARE(dataOf(most).value("recommended"_L1).toObject(), m_usual[2].toObject());
    QCOMPARE(dataOf(most).value("alternatives"_L1).toArray(), QJsonArray());
    for (const QJsonObject &need : {QJsonObject{{u"ram"_s, 129}}, QJsonObject{{u"gpu_count"_s, 5}}}) {
        const HttpAnswer none = match(need);
        QVERIFY2(none.status == 404 && codeOf(none) == 2000, none.text().constData());
    }
}

void RenderHardwareTest::needsAtTheirBounds_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<int>("status");
    const auto row = [](const QString &field, const QJsonValue &value, int status) {
        QTest::addRow("%s %s", qPrintable(field), qPrintable(value.toVariant().toString())) << field << value << status;
    };
    row(u"ram"_s, 0, 400);
    row(u"ram"_s, 1, 200);
    row(u"ram"_s, 4096, 404);
    row(u"ram"_s, 4097, 400);
    row(u"gpu_count"_s, -1, 400);
    row(u"gpu_count"_s, 0, 200);
    row(u"gpu_count"_s, 64, 404);
    row(u"gpu_count"_s, 65, 400);
    for (const QString &field : {u"ram"_s, u"gpu_count"_s}) {
        for (const QJsonValue &wrong : {QJsonValue(u"2"_s), QJsonValue(1.5), QJsonValue(true), QJsonValue(1e300)}) {
            row(field, wrong, 400);
        }
    }
}

void RenderHardwareTest::needsAtTheirBounds()
{
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, value);
    QFETCH(const int, status);
    const HttpAnswer answer = match({{field, value}});
    QVERIFY2(answer.status == status, answer.text().constData());
    QCOMPARE(codeOf(answer), status == 400 ? 1002 : status == 404 ? 2000 : 200);
    QCOMPARE(wrongFieldsOf(answer), status == 400 ? QStringList{field} : QStringList());
}

void RenderHardwareTest::theLargestNeedIsMet()
{
    const QJsonObject largest = configuration(u"largest"_s, {{u"ram"_s, 4096}, {u"gpu_count"_s, 64}});
    const QJsonObject away = configuration(u"away"_s, {{u"ram"_s, 4096}, {u"is_available"_s, false}});
    QCOMPARE(setUp({largest, away, configuration(u"small"_s)}).status, 200);
    const HttpAnswer fit = match({{u"ram"_s, 4096}, {u"gpu_count"_s, 64}});
    QCOMPARE(dataOf(fit).value("recommended"_L1)["id"_L1].toString(), u"largest"_s);
    QCOMPARE(dataOf(fit).value("alternatives"_L1).toArray(), QJsonArray());
}

void RenderHardwareTest::configurationsAtTheirBounds_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<bool>("isTaken");
    const auto row = [](const QString &field, const QJsonValue &value, bool isTaken) {
        const QString shown = value.toVariant().toString();
        QTest::addRow("%s %s of %d", qPrintable(field), qPrintable(shown.left(20)), int(shown.size()))
            << field << value << isTaken;
    };
    struct Range
    {
        QString field;
        int least;
        int most;
    };
    for (const Range &range : {Range{u"ram"_s, 1, 4096}, Range{u"cpu_cores"_s, 1, 1024}, Range{u"gpu_count"_s, 0, 64},
                               Range{u"price_per_hour"_s, 0, 100'000}}) {
        row(range.field, range.least - 1, false);
        row(range.field, range.least, true);
        row(range.field, range.most, true);
        row(range.field, range.most + 1, false);
        row(range.field, u"1"_s, false);
    }
    row(u"price_per_hour"_s, 0.25, true);
    row(u"ram"_s, 1.5, false);
    row(u"id"_s, QString(), false);
    row(u"id"_s, u"a"_s, true);
    row(u"id"_s, QString(50, u'a'), true);
    row(u"id"_s, QString(51, u'a'), false);
    row(u"id"_s, u"a b"_s, false);
    row(u"config_name"_s, u" "_s, false);
    row(u"config_name"_s, u"a"_s, true);
    row(u"config_name"_s, QString(100, u'a'), true);
    row(u"config_name"_s, QString(101, u'a'), false);
}

void RenderHardwareTest::configurationsAtTheirBounds()
{
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, value);
    QFETCH(const bool, isTaken);
    QCOMPARE(setUp({configuration(u"before"_s)}).status, 200);
    const HttpAnswer answer = setUp({configuration(u"after"_s, {{field, value}})});
    if (isTaken) {
        QVERIFY2(answer.status == 200, answer.text().constData());
        QCOMPARE(configurations()[0][field], value);
        return;
    }
    QVERIFY2(answer.status == 400 && codeOf(answer) == 1002, answer.text().constData());
    QCOMPARE(wrongFieldsOf(answer), QStringList{field});
    QCOMPARE(configurations()[0]["id"_L1].toString(), u"before"_s);
}

void RenderHardwareTest::asManyAsMayBe()
{
    QJsonArray many;
    for (int i = 1; i <= 100; ++i) {
        many << configuration(QString::number(i));
    }
    QCOMPARE(setUp(many).status, 200);
    QCOMPARE(configurations().size(), 100);
    QCOMPARE(dataOf(match({})).value("alternatives"_L1).toArray().size(), 99);
    many << configuration(u"101"_s);
    const HttpAnswer more = setUp(many);
    QVERIFY2(more.status == 400 && wrongFieldsOf(more) == QStringList{u"hardware"_s}, more.text().constData());
    const HttpAnswer twice = setUp({configuration(u"one"_s), configuration(u"one"_s)});
    QVERIFY2(twice.status == 400 && wrongFieldsOf(twice) == QStringList{u"hardware"_s}, twice.text().constData());
    QCOMPARE(configurations().size(), 100);
}

void RenderHardwareTest::idsOfTasks()
{
    const QString longest(50, u'l');
    QCOMPARE(setUp({configuration(u"s"_s), configuration(longest, {{u"is_available"_s, true}}),
                    configuration(u"away"_s, {{u"is_available"_s, false}})})
                 .status,
             200);
    const QString scene = dataOf(putFile(m_owner, madeBytes(100, 1))).value("storage_path"_L1).toString();
    const auto make = [&](const QString &id) {
        return m_owner.post(u"/api/tasks"_s, taskBody(scene, {{u"hardware_config_id"_s, id}}));
    };
    for (const QString &id : {u"s"_s, longest}) {
        const HttpAnswer made = make(id);
        QVERIFY2(made.status == 201, made.text().constData());
        QCOMPARE(dataOf(made).value("hardware_config_id"_L1).toString(), id);
        QCOMPARE(dataOf(made).value("hardware_config"_L1)["id"_L1].toString(), id);
    }
    // Up to a hundred characters it is asked which one that is.
    const auto expectedOf = [](const HttpAnswer &answer) {
        return answer.object().value("errors"_L1)[0]["expected"_L1].toString();
    };
    const HttpAnswer away = make(u"away"_s);
    const HttpAnswer unknown = make(QString(100, u'l'));
    const HttpAnswer tooLong = make(QString(101, u'l'));
    for (const HttpAnswer &answer : {away, unknown, tooLong}) {
        QVERIFY2(answer.status == 400 && codeOf(answer) == 1002, answer.text().constData());
        QCOMPARE(wrongFieldsOf(answer), QStringList{u"hardware_config_id"_s});
    }
    QCOMPARE(expectedOf(unknown), expectedOf(away));
    QVERIFY2(expectedOf(tooLong).contains("100"_L1), tooLong.text().constData());
}

void RenderHardwareTest::cleanupTestCase()
{
    QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
}

QTEST_GUILESS_MAIN(RenderHardwareTest)
#include "tst_render_hardware.moc"
