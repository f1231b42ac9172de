// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/people_fixture.h"

#include "faces/cluster_job.h"
#include "faces/face_analyser.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QTest>

#include <algorithm>
#include <limits>
#include <map>
#include <random>

using namespace Qt::StringLiterals;
using namespace kinframe;

/// Real photos through import, processing and sorting: who is in them comes out, in whatever order they come.
class WholePipelineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void peopleComeOut_data();
    void peopleComeOut();

private:
    static Result<faces::ModelFiles> models()
    {
        const QString folder = qEnvironmentVariable("KINFRAME_MODELS");
        return faces::ModelFiles{folder + u"/face_detection_yunet_2023mar.onnx"_s,
                                 folder + u"/omz-source/face-reidentification-retail-0095.xml"_s,
                                 faces::RecogniserKind::FaceReidentification0095};
    }
    static Result<void> sort(test::PeopleFixture &library)
    {
        faces::ClusterJob job(*library.services, library.indexes, library.events, &WholePipelineTest::models);
        jobs::Job lease;
        lease.userId = library.owner.userId;
        std::any state;
        jobs::JobContext context({{}, std::numeric_limits<qint64>::max(), 1, state, [](qint64, qint64) {}});
        auto effect = job.run(lease, context);
        return effect ? library.change(*effect) : Result<void>(failed(effect));
    }
};

void WholePipelineTest::peopleComeOut_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::newRow("in order") << 0U;
    QTest::newRow("shuffled") << 2026U;
}

void WholePipelineTest::peopleComeOut()
{
    QFETCH(unsigned, seed);
    const QString folder = qEnvironmentVariable("KINFRAME_TESTDATA") + u"/photos"_s;
    if (!QFileInfo::exists(models()->detector) || !QFileInfo(folder).isDir()) {
        QSKIP("KINFRAME_MODELS or KINFRAME_TESTDATA is not set.");
    }
    QStringList files;
    QDirIterator found(folder, {u"*.jpg"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        files << found.next();
    }
    files.sort();
    if (seed != 0) {
        std::mt19937 random(seed);
        std::shuffle(files.begin(), files.end(), random);
    }
    test::PeopleFixture library;
    faces::FaceAnalyser analyser(*library.services, library.indexes, &WholePipelineTest::models);
    std::map<QUuid, QString> nameOf;
    for (const QString &file : files) {
        const auto added = library.add(file, library::Importer::Placement::Copy);
        QVERIFY2(added, qPrintable(file));
        QVERIFY2(library.process(*added, &analyser), qPrintable(file));
        QCOMPARE(library.asset(added->uuid)->state, library::AssetState::Done);
        nameOf[added->uuid] = QFileInfo(file).dir().dirName();
        if (nameOf.size() == 30) {
            QVERIFY(sort(library));
        }
    }
    QVERIFY(sort(library));
    // In a photo of one person that person is the largest face; others may stand behind.
    std::vector<std::pair<QString, QUuid>> people;
    for (const auto &[uuid, name] : nameOf) {
        const auto faces = library.facesIn({uuid, library.asset(uuid)->id});
        QVERIFY2(!faces.empty(), qPrintable(name));
        const auto largest = std::max_element(faces.begin(), faces.end(),
                                              [](const auto &a, const auto &b) { return a.sizePixels < b.sizePixels; });
        QVERIFY(largest->personUuid);
        people.emplace_back(name, *largest->personUuid);
    }
    double same = 0;
    double joined = 0;
    double right = 0;
    for (size_t i = 0; i < people.size(); ++i) {
        for (size_t j = i + 1; j < people.size(); ++j) {
            const bool isOne = people[i].first == people[j].first;
            const bool isJoined = people[i].second == people[j].second;
            same += isOne ? 1 : 0;
            joined += isJoined ? 1 : 0;
            right += isOne && isJoined ? 1 : 0;
        }
    }
    QVERIFY(same > 0 && joined > 0);
    QCOMPARE(right / joined, 1.0);
    QVERIFY2(right / same >= 0.98, qPrintable(QString::number(right / same)));
}

QTEST_GUILESS_MAIN(WholePipelineTest)
#include "tst_whole_pipeline.moc"
