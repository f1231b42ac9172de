// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Packages that programs in JavaScript build their queries with, against the real program: npm/run.mjs asks, and
// compares with its own filters over the same records.
#include "api/image_calls.h"
#include "api/kinframe_process.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace kinframe;

namespace {

constexpr int records = 36;
constexpr int leastQueries = 40; // of each package

/// What a program says, until it ends.
struct Output
{
    int exitCode = -1;
    QByteArray out;
    QByteArray error;
};

Output run(const QString &program, const QStringList &arguments, const QString &folder)
{
    constexpr int longest = 240'000; // ms
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (!process.waitForFinished(longest)) {
        process.kill();
        process.waitForFinished();
        return {-1, {}, process.errorString().toUtf8()};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

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
    QString m_folder;
    QString m_node;
};

void TestNpmClients::initTestCase()
{
    m_node = QStandardPaths::findExecutable(u"node"_s);
    const QString npm = QStandardPaths::findExecutable(u"npm"_s);
    if (m_node.isEmpty() || npm.isEmpty()) {
        QSKIP("Node.js with npm is not installed here.");
    }
    m_folder = QString::fromUtf8(KINFRAME_NPM_FOLDER);
    QVERIFY(QDir().mkpath(m_folder));
    const QDir sources(QString::fromUtf8(KINFRAME_SOURCE_DIR) + u"/tests/api/npm"_s);
    for (const QString &name : sources.entryList(QDir::Files)) {
        QFile::remove(m_folder + u'/' + name);
        QVERIFY2(QFile::copy(sources.filePath(name), m_folder + u'/' + name), qPrintable(name));
    }
    const Output installed =
        run(npm, {u"ci"_s, u"--ignore-scripts"_s, u"--no-audit"_s, u"--no-fund"_s, u"--prefer-offline"_s}, m_folder);
    if (installed.exitCode != 0 && (installed.error.contains("network") || installed.error.contains("ENOTFOUND") ||
                                    installed.error.contains("EAI_AGAIN") || installed.error.contains("ECONNREFUSED") ||
                                    installed.error.contains("ETIMEDOUT"))) {
        QSKIP("The registry of npm cannot be reached from here.");
    }
    QVERIFY2(installed.exitCode == 0, installed.error.constData());
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
    QFile file(m_folder + u"/records.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(QJsonDocument(all).toJson());
    file.close();
    QFile key(program.data() + u"/owner.key"_s);
    QVERIFY(key.open(QIODevice::ReadOnly));
    const Output asked = run(
        m_node,
        {u"run.mjs"_s, program.url() + u"/api/odata/"_s, QString::fromUtf8(key.readAll()).trimmed(), file.fileName()},
        m_folder);
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
