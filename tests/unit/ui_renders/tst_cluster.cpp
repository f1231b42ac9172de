// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "renders_fixture.h"
#include "support/patience.h"
#include "ui/renders/cluster_form.h"
#include "ui/renders/cluster_test.h"
#include "ui/renders/render_settings.h"

#include <QDir>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;
using ui::ClusterTest;
using ui::RenderSettings;

/// How a cluster is set up and asked, with commands that answer as those of Slurm do.
class TestCluster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void rendersGoToTheClusterAndBack();
    void whatIsWrittenIsKept();
    void whatCannotBeIsSaid_data();
    void whatCannotBeIsSaid();
    void anAnswerIsSaid();
    void missingCommandsAreSaid();
    void aSilentControllerIsSaid();
    void anUnknownPartitionIsSaid();
    void whatIsNotWaitedForIsNotShown();

private:
    void command(const QString &name, const QByteArray &script);
    [[nodiscard]] QVariantMap cluster(const QString &partition = {}) const;
    [[nodiscard]] std::unique_ptr<ClusterTest> makeTest();
    [[nodiscard]] QString answer(const QVariantMap &cluster, ClusterTest::State expected);

    std::unique_ptr<test::RendersFixture> m;
};

void TestCluster::init()
{
    m = std::make_unique<test::RendersFixture>();
}

void TestCluster::command(const QString &name, const QByteArray &script)
{
    const QString path = m->write(u"../slurm/"_s + name, "#!/bin/sh\n" + script + '\n');
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

QVariantMap TestCluster::cluster(const QString &partition) const
{
    QVariantMap texts = ui::textsOf(render::SlurmSettings());
    texts[u"commandFolder"_s] = m->path(u"slurm"_s);
    texts[u"partition"_s] = partition;
    return texts;
}

std::unique_ptr<ClusterTest> TestCluster::makeTest()
{
    auto test = std::make_unique<ClusterTest>();
    QQmlEngine::setContextForObject(test.get(), m->engine.rootContext());
    return test;
}

QString TestCluster::answer(const QVariantMap &cluster, ClusterTest::State expected)
{
    const auto test = makeTest();
    test->run(cluster);
    if (!QTest::qWaitFor([&] { return test->state() != ClusterTest::State::Running; }, tests::patienceMs) ||
        test->state() != expected) {
        return u"not as expected: "_s + test->text();
    }
    return test->text();
}

void TestCluster::rendersGoToTheClusterAndBack()
{
    const auto settings = m->make<RenderSettings>();
    settings->componentComplete();
    QTRY_COMPARE(settings->status(), RenderSettings::Status::Ready);
    QVERIFY(!settings->usesCluster());
    settings->setUsesCluster(true);
    QVERIFY(settings->usesCluster());
    QTRY_COMPARE(m->tasks->setup()->runner, u"slurm"_s);
    settings->setUsesCluster(false);
    QTRY_COMPARE(m->tasks->setup()->runner, u"local"_s);
}

void TestCluster::whatIsWrittenIsKept()
{
    const auto settings = m->make<RenderSettings>();
    settings->componentComplete();
    QTRY_COMPARE(settings->status(), RenderSettings::Status::Ready);
    const QVariantMap texts{{u"partition"_s, u" night "_s},
                            {u"account"_s, u"film"_s},
                            {u"worker"_s, u"/opt/kinframe/worker"_s},
                            {u"commandFolder"_s, u"/opt/slurm/bin"_s},
                            {u"arguments"_s, u"--qos=night\n\n --mem=8G "_s},
                            {u"environment"_s, u"SLURM_CONF=/etc/a=b.conf\n"_s}};
    QCOMPARE(settings->setCluster(texts), QString());
    QTRY_COMPARE(m->tasks->setup()->slurm.partition, u"night"_s);
    const render::SlurmSettings kept = m->tasks->setup()->slurm;
    QCOMPARE(kept.account, u"film"_s);
    QCOMPARE(kept.worker, u"/opt/kinframe/worker"_s);
    QCOMPARE(kept.commandFolder, u"/opt/slurm/bin"_s);
    QCOMPARE(kept.extraArguments, (QStringList{u"--qos=night"_s, u"--mem=8G"_s}));
    QCOMPARE(kept.environment.value(u"SLURM_CONF"_s), u"/etc/a=b.conf"_s);
    QCOMPARE(settings->cluster()[u"arguments"_s].toString(), u"--qos=night\n--mem=8G"_s);
    QCOMPARE(settings->cluster()[u"environment"_s].toString(), u"SLURM_CONF=/etc/a=b.conf"_s);
}

void TestCluster::whatCannotBeIsSaid_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("partition") << u"partition"_s << u"a b"_s << u"partition"_s;
    QTest::newRow("account") << u"account"_s << u";"_s << u"account"_s;
    QTest::newRow("folder") << u"commandFolder"_s << u"bin"_s << u"whole path"_s;
    QTest::newRow("option") << u"arguments"_s << u"-p night"_s << u"--qos=night"_s;
    QTest::newRow("our option") << u"arguments"_s << u"--array=1-5"_s << u"--array=1-5"_s;
    QTest::newRow("variable") << u"environment"_s << u"SLURM_CONF"_s << u"NAME=value"_s;
    QTest::newRow("variable's name") << u"environment"_s << u"1A=b"_s << u"NAME=value"_s;
}

void TestCluster::whatCannotBeIsSaid()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QString, says);
    const auto settings = m->make<RenderSettings>();
    settings->componentComplete();
    QTRY_COMPARE(settings->status(), RenderSettings::Status::Ready);
    const QVariantMap before = settings->cluster();
    QVariantMap texts = before;
    texts[field] = text;
    const QString problem = settings->setCluster(texts);
    QVERIFY2(problem.contains(says), qPrintable(problem));
    QVERIFY2(!problem.contains(u"slurm."_s), qPrintable(problem));
    QCOMPARE(settings->cluster(), before);
    // A test of it says the same, and asks nobody.
    QCOMPARE(answer(texts, ClusterTest::State::Failed), problem);
}

void TestCluster::anAnswerIsSaid()
{
    command(u"sbatch"_s, "echo 'slurm-wlm 22.05.8'");
    command(u"squeue"_s, "echo");
    command(u"sinfo"_s, "case \"$*\" in *partition=moon*) exit 0;; esac\n"
                        "echo 'n1|work*|2|4000|(null)|idle'; echo 'n2|work*|4|8192|gpu:1|down'");
    const QString said = answer(cluster(), ClusterTest::State::Good);
    QVERIFY2(said.contains(u"slurm-wlm 22.05.8 answers."_s), qPrintable(said));
    QVERIFY2(said.contains(u"“work” has 2 "_s), qPrintable(said));
    QVERIFY2(said.contains(u"1 of them ready"_s) && said.contains(u"2 core"_s), qPrintable(said));
}

void TestCluster::missingCommandsAreSaid()
{
    QDir(m->path(u"slurm"_s)).removeRecursively();
    const QString said = answer(cluster(), ClusterTest::State::Failed);
    QVERIFY2(said.contains(m->path(u"slurm"_s)), qPrintable(said));
    QVERIFY2(said.contains(u"Install the commands of Slurm"_s), qPrintable(said));
}

void TestCluster::aSilentControllerIsSaid()
{
    for (const QString &name : {u"sinfo"_s, u"squeue"_s, u"sbatch"_s}) {
        command(name, "echo 'slurm_load: Unable to contact slurm controller (connect failure)' >&2; exit 1");
    }
    const QString said = answer(cluster(), ClusterTest::State::Failed);
    QVERIFY2(said.contains(u"does not answer"_s) && said.contains(u"Unable to contact"_s), qPrintable(said));
}

void TestCluster::anUnknownPartitionIsSaid()
{
    anAnswerIsSaid();
    const QString said = answer(cluster(u"moon"_s), ClusterTest::State::Failed);
    QVERIFY2(said.contains(u"no partition “moon”"_s), qPrintable(said));
}

void TestCluster::whatIsNotWaitedForIsNotShown()
{
    anAnswerIsSaid();
    const auto test = makeTest();
    test->run(cluster());
    QCOMPARE(test->state(), ClusterTest::State::Running);
    test->clear();
    QCOMPARE(test->state(), ClusterTest::State::Idle);
    // Its answer has come by the time that another one has.
    (void)answer(cluster(u"moon"_s), ClusterTest::State::Failed);
    QCOMPARE(test->state(), ClusterTest::State::Idle);
    QCOMPARE(test->text(), QString());
}

QTEST_GUILESS_MAIN(TestCluster)
#include "tst_cluster.moc"
