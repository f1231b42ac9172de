// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The library that programs in JavaScript talk to Immich with, as it comes from npm, against the real program:
// npm_immich/sdk.mjs does with each version what such programs do.
#include "api/immich_cli.h"
#include "api/kinframe_process.h"
#include "api/made_files.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

constexpr int leastSteps = 15;

} // namespace

class ImmichSdkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyStepIsAnswered_data();
    void everyStepIsAnswered();

private:
    NpmPackages m_packages;
};

void ImmichSdkTest::initTestCase()
{
    m_packages = installImmich(QString::fromUtf8(KINFRAME_NPM_FOLDER));
    if (!m_packages.missing.isEmpty()) {
        QSKIP(qPrintable(m_packages.missing));
    }
    QVERIFY2(m_packages.error.isEmpty(), m_packages.error.constData());
}

void ImmichSdkTest::everyStepIsAnswered_data()
{
    QTest::addColumn<QString>("version");
    for (const char *version : {"1.118.0", "2.7.5", "3.2.2"}) {
        QTest::newRow(version) << QString::fromLatin1(version);
    }
}

void ImmichSdkTest::everyStepIsAnswered()
{
    QFETCH(QString, version);
    const QTemporaryDir pictures;
    QCOMPARE(writeJpegs(pictures.path(), 6).size(), 6);
    KinframeProcess program(QString(), Models::None);
    QVERIFY2(program.start(), program.log().constData());
    const QString email = u"ada@example.org"_s;
    const QString password = u"a long password"_s;
    const HttpAnswer made = program.client().post(
        u"/api/admin/users"_s, {{u"email"_s, email}, {u"name"_s, u"Ada"_s}, {u"password"_s, password}});
    QVERIFY2(made.status == 201, made.text().constData());
    const ProgramOutput output = runProgram(
        m_packages.node, {u"sdk.mjs"_s, version, program.url(), email, password, pictures.path()}, m_packages.folder);
    QVERIFY2(output.exitCode == 0, textOf(output).constData());
    int steps = 0;
    QStringList problems;
    for (const QByteArray &line : output.out.split('\n')) {
        const QJsonObject step = QJsonDocument::fromJson(line).object();
        steps += step.isEmpty() ? 0 : 1;
        if (const QString problem = step.value("problem"_L1).toString(); !problem.isEmpty()) {
            problems << step.value("step"_L1).toString() + u": "_s + problem;
        }
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    QVERIFY(steps >= leastSteps);
    QVERIFY2(program.stop(), program.log().constData());
}

QTEST_GUILESS_MAIN(ImmichSdkTest)
#include "tst_immich_sdk.moc"
