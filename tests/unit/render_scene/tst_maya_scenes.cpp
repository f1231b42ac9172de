// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene_testing.h"

#include "render/scene/scene_reader.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace kinframe;
using namespace kinframe::render;
using namespace kinframe::test;
using namespace Qt::StringLiterals;

namespace {

/// What a person reads in a real file.
struct Expected
{
    const char *file;
    const char *application;
    const char *required;
    const char *renderer;
    int width;
    int height;
    const char *format;
    const char *cameras;    ///< those that are rendered
    const char *transforms; ///< of these
    double playbackStart;   ///< 0 to 0: none
    double playbackEnd;
    double fps;
    const char *said; ///< which fields stand in the file
    int plugins;
    int layers;
    QStringList files;
};

const QString deadline = u"D:/deadline-clients/deadline-cloud-for-maya/job_bundle_output_tests/"_s;
const QString rmvh = u"/Users/rmvh/work/deadline/deadline-cloud-for-maya/job_bundle_output_tests/renderman/scene/"_s;

const QList<Expected> &expectations()
{
    static const QList<Expected> all{
        {"appleseed_batch_render.ma",
         "Maya 2017",
         "2017",
         "appleseed",
         512,
         512,
         "exr",
         "perspShape",
         "persp",
         1,
         120,
         24,
         "height image_format render_camera renderer width",
         2,
         1,
         {}},
        {"deadline_cube.ma",
         "Maya 2023",
         "2023",
         "mayaSoftware",
         640,
         480,
         "iff",
         "perspShape",
         "persp",
         537,
         583,
         24,
         "render_camera",
         2,
         1,
         {u"texture "_s + deadline + u"/cube/deadline_logo_48x48.png"_s,
          u"reference "_s + deadline + u"/cube/scene_file_to_reference.mb"_s}},
        {"deadline_layers.ma",
         "Maya 2023",
         "2023",
         "arnold",
         640,
         480,
         "exr",
         "perspShape cameraShape1",
         "persp camera1",
         537,
         583,
         24,
         "image_format render_camera renderer",
         3,
         6,
         {u"reference "_s + deadline + u"layers/scene/scene_file_to_reference.mb"_s}},
        {"deadline_maya-test.ma",
         "Maya 2018",
         "2018ff09",
         "mayaSoftware",
         640,
         480,
         "jpg",
         "perspShape",
         "persp",
         1,
         120,
         24,
         "image_format render_camera",
         1,
         1,
         {}},
        {"deadline_ref.ma",
         "Maya 2023",
         "2023",
         "arnold",
         640,
         480,
         "exr",
         "perspShape",
         "persp",
         1,
         120,
         24,
         "image_format render_camera renderer",
         4,
         1,
         {}},
        {"deadline_referenced_layers.ma",
         "Maya 2023",
         "2023",
         "arnold",
         640,
         480,
         "exr",
         "perspShape",
         "persp",
         0,
         0,
         24,
         "image_format render_camera renderer",
         4,
         2,
         {u"reference ref.ma"_s, u"reference "_s + rmvh + u"scene_file_to_reference.ma"_s}},
        {"deadline_renderman.ma",
         "Maya 2023",
         "2023",
         "renderman",
         640,
         480,
         "exr",
         "perspShape",
         "persp",
         537,
         583,
         24,
         "render_camera renderer sampling.camera",
         4,
         1,
         {u"texture "_s + rmvh + u"deadline_logo_48x48.png"_s,
          u"reference "_s + rmvh + u"scene_file_to_reference.mb"_s}},
        {"mayausd_Ball_prmanRIS.ma",
         "Maya 2015",
         "2015",
         "renderManRIS",
         640,
         480,
         "exr",
         "perspShape",
         "persp",
         1,
         120,
         24,
         "render_camera renderer",
         1,
         1,
         {u"texture ./tex/ball1.tex"_s}},
        {"mayausd_Camera11.ma",
         "Maya 2016",
         "2016",
         "mayaSoftware",
         640,
         480,
         "tif",
         "perspShape PerspCamNoDOFShape",
         "persp PerspCamNoDOF",
         1,
         96,
         24,
         "image_format render_camera",
         0,
         1,
         {}},
        {"mayausd_OpenPBR2026.ma",
         "Maya 2026",
         "2026",
         "mayaSoftware",
         640,
         480,
         "iff",
         "perspShape",
         "persp",
         1,
         120,
         24,
         "render_camera",
         1,
         1,
         {u"texture textures/grid.png"_s, u"texture textures/Mono.png"_s, u"texture textures/normalSpiral.png"_s}},
        {"mayausd_RfMLights.ma",
         "Maya 2022",
         "2022",
         "px_render",
         640,
         480,
         "tif",
         "perspShape",
         "persp",
         1,
         120,
         24,
         "image_format render_camera renderer",
         3,
         1,
         {u"other ./DiskLight_profile.ies"_s, u"texture ./DomeLight_texture.tex"_s,
          u"texture ./RectLight_texture.tex"_s}},
        {"mayausd_TextureTest.ma",
         "Maya 2025ff01",
         "2016",
         "arnold",
         640,
         480,
         "exr",
         "perspShape",
         "persp",
         0,
         160,
         24,
         "render_camera renderer",
         0,
         1,
         {u"texture sourceimages/grid.png"_s}},
        {"mayausd_UDIM.ma",
         "Maya 2018",
         "2018",
         "mayaSoftware",
         640,
         480,
         "iff",
         "perspShape",
         "persp",
         1,
         120,
         24,
         "render_camera",
         1,
         1,
         {u"texture UdimTest_1001_color.png"_s}},
        {"mayausd_fractional_range.ma",
         "Maya 2020",
         "2020",
         "mayaSoftware",
         640,
         480,
         "gif",
         "perspShape",
         "persp",
         1.25,
         150,
         30,
         "image_format render_camera",
         0,
         21,
         {}},
        {"mayausd_multi_uv_simple.ma",
         "Maya 2024",
         "2022",
         "mayaSoftware",
         640,
         480,
         "iff",
         "",
         "",
         0,
         0,
         24,
         "",
         0,
         0,
         {u"texture label_bc.png"_s, u"texture label_ao.png"_s, u"texture label_o.png"_s}},
        {"mayausd_rhino_anim_001.ma",
         "Maya 2022",
         "2022",
         "mayaSoftware",
         640,
         480,
         "iff",
         "perspShape",
         "persp",
         2,
         300,
         24,
         "render_camera",
         2,
         1,
         {u"reference /scenes/rhino_model_textured/waking_animation/rhino_rig_001.ma"_s}},
        {"plex_s010_ANIM.ma",
         "Maya 2018",
         "2018ff09",
         "arnold",
         1920,
         1080,
         "exr",
         "perspShape",
         "persp",
         1,
         120,
         24,
         "height image_format render_camera renderer width",
         1,
         1,
         {}},
    };
    return all;
}

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

} // namespace

/// Real scenes of several studios and versions: what is read is what a person finds in them.
class MayaScenesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aSceneSaysWhatStandsInIt_data();
    void aSceneSaysWhatStandsInIt();
    void blocksMakeNoDifference();
    void packedItSaysTheSame();
    void cutAnywhereItIsReadSoFar();
    void everyRealSceneIsExpected();
};

void MayaScenesTest::initTestCase()
{
    if (const QString missing = missingScenes(); !missing.isEmpty()) {
        QSKIP(qPrintable(missing));
    }
}

void MayaScenesTest::aSceneSaysWhatStandsInIt_data()
{
    QTest::addColumn<int>("index");
    for (qsizetype i = 0; i < expectations().size(); ++i) {
        QTest::newRow(expectations()[i].file) << int(i);
    }
}

void MayaScenesTest::aSceneSaysWhatStandsInIt()
{
    QFETCH(int, index);
    const Expected &expected = expectations()[index];
    const QString path = mayaPath(QString::fromLatin1(expected.file));
    const auto read = readScene(path, path, {});
    QVERIFY2(read, read ? "" : qPrintable(read.error().forLog()));
    const SceneFacts &facts = read->facts;
    QCOMPARE(facts.application, QString::fromLatin1(expected.application));
    QCOMPARE(facts.requiredVersion, QString::fromLatin1(expected.required));
    QCOMPARE(facts.renderer, QString::fromLatin1(expected.renderer));
    QCOMPARE(*facts.width, expected.width);
    QCOMPARE(*facts.height, expected.height);
    QCOMPARE(*facts.startFrame, 1.0);
    QCOMPARE(*facts.endFrame, 10.0);
    QCOMPARE(facts.imageFormat, QString::fromLatin1(expected.format));
    QStringList cameras;
    QStringList transforms;
    for (const SceneCamera &camera : facts.cameras) {
        if (camera.isRenderable) {
            cameras << camera.shape;
            transforms << camera.transform;
        }
    }
    QCOMPARE(cameras.join(u' '), QString::fromLatin1(expected.cameras));
    QCOMPARE(transforms.join(u' '), QString::fromLatin1(expected.transforms));
    QCOMPARE(facts.playback.value_or(FrameSpan{}), (FrameSpan{expected.playbackStart, expected.playbackEnd}));
    QCOMPARE(facts.framesPerSecond.value_or(0), expected.fps);
    QCOMPARE(sorted(facts.saidByFile.values()).join(u' '), QString::fromLatin1(expected.said));
    QCOMPARE(facts.plugins.size(), expected.plugins);
    QCOMPARE(int(facts.layers.size()), expected.layers);
    QCOMPARE(fileLines(facts), expected.files);
    QVERIFY(!noteNames(facts).contains("truncated"_L1));
    QCOMPARE(read->mark.size, QFileInfo(path).size());
    QCOMPARE(read->mark.md5, QCryptographicHash::hash(bytesAt(path), QCryptographicHash::Md5));
}

void MayaScenesTest::blocksMakeNoDifference()
{
    for (const Expected &expected : expectations()) {
        const QByteArray text = bytesAt(mayaPath(QString::fromLatin1(expected.file)));
        const SceneFacts whole = mayaFactsOf(text);
        for (const qsizetype size : {1, 2, 3, 7, 100, 4096}) {
            QVERIFY2(mayaFactsOf(text, size) == whole, expected.file);
        }
    }
}

void MayaScenesTest::packedItSaysTheSame()
{
    QTemporaryDir folder;
    const QByteArray text = bytesAt(mayaPath(u"deadline_renderman.ma"_s));
    QFile file(folder.filePath(u"x.ma.gz"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray packed = gzipped(text);
    file.write(packed);
    file.close();
    const auto read = readScene(file.fileName(), u"x"_s, {});
    QVERIFY(read);
    QVERIFY(read->facts == mayaFactsOf(text));
    QCOMPARE(read->mark.md5, QCryptographicHash::hash(packed, QCryptographicHash::Md5));
}

void MayaScenesTest::cutAnywhereItIsReadSoFar()
{
    const QByteArray text = bytesAt(mayaPath(u"mayausd_multi_uv_simple.ma"_s));
    int truncated = 0;
    for (qsizetype size = 0; size < text.size(); ++size) {
        const SceneFacts facts = mayaFactsOf(text.first(size));
        QVERIFY(facts.files.size() <= 3);
        truncated += noteNames(facts).contains("truncated"_L1) ? 1 : 0;
    }
    // But for cuts between statements and within comments.
    QVERIFY2(truncated > text.size() / 2, QByteArray::number(truncated).constData());
}

void MayaScenesTest::everyRealSceneIsExpected()
{
    QStringList expected;
    for (const Expected &one : expectations()) {
        expected << QString::fromLatin1(one.file);
    }
    const QStringList there = QDir(mayaPath({})).entryList({u"*.ma"_s}, QDir::Files, QDir::Name);
    QCOMPARE(sorted(expected), sorted(there));
}

QTEST_GUILESS_MAIN(MayaScenesTest)
#include "tst_maya_scenes.moc"
