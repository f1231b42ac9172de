// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Packages that programs in JavaScript build their queries with, against the real program: npm/run.mjs asks, and
// compares with its own filters over the same records.
#include "api/image_calls.h"
#include "api/kinframe_process.h"
#include "api/npm_packages.h"

#include <QDateTime>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace kinframe;

namespace {

constexpr int records = 36;
constexpr int leastQueries = 40; // of each package

QJsonObject record(int number)
{
    const QStringList notes{u"plain"_s,      u"PLAIN"_s,  u"it's"_s,           u"猫 & dog + 100% #1"_s,
                            u"猫在长城上"_s, u"éclair"_s, u"the Éclair two"_s, u"alpha"_s};
    const QStringList models{u"stable-diffusion-v1"_s, u"stable-diffusion-v2"_s, u"dream-v1"_s, u"dream-v2"_s};
    const QStringList samplers{u"Euler a"_s, u"DDIM"_s, u"UniPC"_s};
    const QDateTime first(QDate(2023, 11, 5), QTime(12, 30), QTimeZone::utc());
    QJsonObject made{{u"frame_number"_s, number},
                     {u"steps"_s, number % 30},
                     {u"cfg_scale"_s, 5 + 0.5 * (number % 8)},
                     {u"seed"_s, qint64(9'007'199'254'740'990) + number},
                     {u"model"_s, models[number % models.size()]},
                     {u"sampler"_s, samplers[number % samplers.size()]},
                     {u"created_at"_s, first.addDays(10 * number).toString(Qt::ISODate)}};
    if (number % 5 != 0) {
        made.insert(u"rating"_s, (number % 11) / 2.0);
    }
    if (number % 9 != 8) {
        made.insert(u"note"_s, notes[number % notes.size()]);
    }
    if (number % 3 != 0) {
        made.insert(u"custom_flag"_s, number % 3 == 1);
    }
    QJsonArray tags;
    for (const auto &[tag, every] : {std::pair(u"landscape"_s, 2), std::pair(u"风景"_s, 3), std::pair(u"nsfw"_s, 7)}) {
        if (number % every == 0) {
            tags << tag;
        }
    }
    made.insert(u"tags"_s, tags);
    return made;
}

} // namespace

class TestNpmClients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theirQueriesFindWhatFiltersFind();

private:
    test::NpmPackages m_packages;
};

void TestNpmClients::initTestCase()
{
    m_packages = test::installPackages(u"npm"_s, QString::fromUtf8(KINFRAME_NPM_FOLDER));
    if (!m_packages.missing.isEmpty()) {
        QSKIP(qPrintable(m_packages.missing));
    }
    QVERIFY2(m_packages.error.isEmpty(), m_packages.error.constData());
}

void TestNpmClients::theirQueriesFindWhatFiltersFind()
{
    test::KinframeProcess program;
    QVERIFY2(program.start(), program.log().constData());
    const test::HttpClient client = program.client();
    QJsonArray all;
    for (int number = 0; number < records; ++number) {
        all << record(number);
        QVERIFY(!test::putMade(client, number, record(number)).isEmpty());
    }
    QFile file(m_packages.folder + u"/records.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(QJsonDocument(all).toJson());
    file.close();
    QFile key(program.data() + u"/owner.key"_s);
    QVERIFY(key.open(QIODevice::ReadOnly));
    const test::ProgramOutput asked = test::runProgram(
        m_packages.node,
        {u"run.mjs"_s, program.url() + u"/api/odata/"_s, QString::fromUtf8(key.readAll()).trimmed(), file.fileName()},
        m_packages.folder);
    QVERIFY2(asked.exitCode == 0, asked.error.constData());
    QHash<QString, int> queries;
    QStringList problems;
    for (const QByteArray &line : asked.out.split('\n')) {
        const QJsonObject answer = QJsonDocument::fromJson(line).object();
        if (answer.isEmpty()) {
            continue;
        }
        const QString package = answer.value("package"_L1).toString();
        ++queries[package];
        if (const QString problem = answer.value("problem"_L1).toString(); !problem.isEmpty()) {
            problems << package + u", "_s + answer.value("query"_L1).toString() + u": "_s + problem;
        }
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    QCOMPARE(queries.size(), 2);
    for (const int count : queries) {
        QVERIFY(count >= leastQueries);
    }
    QVERIFY(program.stop());
}

QTEST_GUILESS_MAIN(TestNpmClients)
#include "tst_npm_clients.moc"
