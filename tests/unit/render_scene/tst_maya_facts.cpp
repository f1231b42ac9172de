// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene_testing.h"

#include "render/scene/scene_json.h"

#include <QRegularExpression>
#include <QTest>

#include <string>

using namespace kinframe;
using namespace kinframe::render;
using namespace kinframe::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray mayaHead = "//Maya ASCII 2022 scene\n//Codeset: UTF-8\n";

} // namespace

/// What made scenes of Maya say, in all forms in which they may say it.
class MayaFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void attributesInAllTheirForms_data();
    void attributesInAllTheirForms();
    void renderersHaveTheirOwnSettings_data();
    void renderersHaveTheirOwnSettings();
    void filesOfAllNodes_data();
    void filesOfAllNodes();
    void referencesInAllTheirForms();
    void camerasOfTemplates();
    void codesetsAreRead_data();
    void codesetsAreRead();
    void manyFilesAreBounded();
    void hugeFilesTakeLittleMemory_data();
    void hugeFilesTakeLittleMemory();
    void factsComeBackFromJson();
};

void MayaFactsTest::attributesInAllTheirForms_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("start");
    QTest::addColumn<bool>("isSaid");
    const auto globals = [](const QByteArray &line) { return "select -ne :defaultRenderGlobals;\n" + line; };
    QTest::newRow("short") << globals("setAttr \".fs\" 5;") << 5.0 << true;
    QTest::newRow("long") << globals("setAttr \".startFrame\" 5;") << 5.0 << true;
    QTest::newRow("long select") << QByteArray("select -noExpand :defaultRenderGlobals;setAttr \".fs\" 5;") << 5.0
                                 << true;
    QTest::newRow("with flags") << globals("setAttr -av -k on -l on \".fs\" 5;") << 5.0 << true;
    QTest::newRow("with long flags") << globals("setAttr -alteredValue -keyable on \".fs\" 5;") << 5.0 << true;
    QTest::newRow("with type") << globals("setAttr \".fs\" -type \"double\" 5;") << 5.0 << true;
    QTest::newRow("negative") << globals("setAttr \".fs\" -12.5;") << -12.5 << true;
    QTest::newRow("exponent") << globals("setAttr \".fs\" 1e1;") << 10.0 << true;
    QTest::newRow("flags alone") << globals("setAttr -k on \".fs\";") << 1.0 << false;
    QTest::newRow("nonsense") << globals("setAttr \".fs\" \"x\";") << 1.0 << false;
    QTest::newRow("immense") << globals("setAttr \".fs\" 1e300;") << 1.0 << false;
    QTest::newRow("with its node") << QByteArray("setAttr \":defaultRenderGlobals.fs\" 5;") << 5.0 << true;
    QTest::newRow("with its node behind another")
        << QByteArray("createNode transform -n \"x\";setAttr \"defaultRenderGlobals.fs\" 5;") << 5.0 << true;
    QTest::newRow("made") << QByteArray("createNode renderGlobals -n \"defaultRenderGlobals\";setAttr \".fs\" 5;")
                          << 5.0 << true;
    QTest::newRow("of other globals") << QByteArray("createNode renderGlobals -n \"x\";setAttr \".fs\" 5;") << 1.0
                                      << false;
    QTest::newRow("of another node") << QByteArray("createNode camera -n \"x\";setAttr \".fs\" 5;") << 1.0 << false;
    QTest::newRow("cut") << globals("setAttr") << 1.0 << false;
    QTest::newRow("cut at a flag") << globals("setAttr -k") << 1.0 << false;
    QTest::newRow("lines") << globals("setAttr\n\t-k on\r\n\t\".fs\"\n\t5\n;") << 5.0 << true;
    QTest::newRow("comment") << globals("setAttr \".fs\" // 4;\n 5;") << 5.0 << true;
}

void MayaFactsTest::attributesInAllTheirForms()
{
    QFETCH(QByteArray, text);
    QFETCH(double, start);
    QFETCH(bool, isSaid);
    const SceneFacts facts = mayaFactsOf(mayaHead + text);
    QCOMPARE(facts.startFrame.value_or(0), start);
    QCOMPARE(facts.saidByFile.contains(u"start_frame"_s), isSaid);
}

void MayaFactsTest::renderersHaveTheirOwnSettings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("told"); ///< width, height, format, samples
    QTest::newRow("none") << QByteArray() << u"mayaSoftware 640x480 iff -/-/-"_s;
    QTest::newRow("software") << QByteArray("select -ne :defaultResolution;setAttr \".width\" 100;"
                                            "setAttr \".height\" 50;select -ne :defaultRenderGlobals;"
                                            "setAttr \".imageFormat\" 32;")
                              << u"mayaSoftware 100x50 png -/-/-"_s;
    QTest::newRow("hardware with a plug-in's format")
        << QByteArray("select -ne :defaultRenderGlobals;setAttr \".ren\" -type \"string\" \"mayaHardware2\";"
                      "setAttr \".outf\" 50;setAttr \".imfkey\" -type \"string\" \"exr\";")
        << u"mayaHardware2 640x480 exr -/-/-"_s;
    QTest::newRow("key without a plug-in's format")
        << QByteArray("select -ne :defaultRenderGlobals;setAttr \".imfkey\" -type \"string\" \"exr\";")
        << u"mayaSoftware 640x480 iff -/-/-"_s;
    QTest::newRow("arnold")
        << QByteArray("createNode aiOptions -s -n \"defaultArnoldRenderOptions\";setAttr \".AA_samples\" 6;"
                      "setAttr \".GIDiffuseSamples\" 4;createNode aiAOVDriver -s -n \"defaultArnoldDriver\";"
                      "setAttr \".aiTranslator\" -type \"string\" \"png\";createNode aiAOVDriver -n \"other\";"
                      "setAttr \".ai_translator\" -type \"string\" \"tif\";select -ne :defaultRenderGlobals;"
                      "setAttr \".ren\" -type \"string\" \"arnold\";")
        << u"arnold 640x480 png 6/4/2"_s;
    QTest::newRow("vray")
        << QByteArray("createNode VRaySettingsNode -s -n \"vraySettings\";setAttr \".wi\" 1920;setAttr \".he\" 1080;"
                      "setAttr \".imgfs\" -type \"string\" \"exr (multichannel)\";select -ne :defaultResolution;"
                      "setAttr \".w\" 5;select -ne :defaultRenderGlobals;setAttr \".ren\" -type \"string\" \"vray\";")
        << u"vray 1920x1080 exr -/-/-"_s;
    QTest::newRow("vray that is selected")
        << QByteArray("select -ne :vraySettings;setAttr \".width\" 7;select -ne :defaultRenderGlobals;"
                      "setAttr \".ren\" -type \"string\" \"vray\";")
        << u"vray 7x480 png -/-/-"_s;
    QTest::newRow("redshift") << QByteArray(
                                     "createNode RedshiftOptions -s -n \"redshiftOptions\";setAttr \".imageFormat\" 2;"
                                     "setAttr \".unifiedMaxSamples\" 128;select -ne :defaultRenderGlobals;"
                                     "setAttr \".ren\" -type \"string\" \"redshift\";")
                              << u"redshift 640x480 png 128/-/-"_s;
    const QByteArray ris = "createNode RenderMan -s -n \"renderManRISGlobals\";"
                           "setAttr -k on \".rman__riopt__Hider_maxsamples\" 512;"
                           "createNode RenderMan -s -n \"rmanRerenderRISGlobals\";"
                           "setAttr -k on \".rman__riopt__Hider_maxsamples\" 16;"
                           "createNode RenderMan -s -n \"rmanFinalOutputGlobals0\";"
                           "setAttr \".rman__riopt__Display_type\" -type \"string\" \"tiff\";"
                           "select -ne :defaultRenderGlobals;setAttr \".ren\" -type \"string\" \"renderManRIS\";"
                           "select -ne :defaultResolution;setAttr \".w\" 100;setAttr \".h\" 50;"
                           "select -ne renderManRISGlobals;";
    QTest::newRow("RenderMan of before its 22nd")
        << ris + "setAttr -k on \".rman__riopt__Format_resolution\" -type \"long2\" 960 540 ;"
        << u"renderManRIS 960x540 tif 512/-/-"_s;
    QTest::newRow("the same with Maya's size")
        << ris + "setAttr -k on \".rman__riopt__Format_resolution\" -type \"long2\" -1 -1 ;"
        << u"renderManRIS 100x50 tif 512/-/-"_s;
    QTest::newRow("the same with half of a size")
        << ris + "setAttr -k on \".rman__riopt__Format_resolution\" -type \"long2\" 960;"
        << u"renderManRIS 960x50 tif 512/-/-"_s;
    const QByteArray renderman = "createNode rmanGlobals -s -n \"rmanGlobals\";setAttr \".hider_maxSamples\" 128;"
                                 "setAttr \".ipr_hider_maxSamples\" 64;createNode d_openexr -n \"d_openexr\";"
                                 "createNode d_png -n \"d_png1\";createNode d_null -n \"d_null\";"
                                 "select -ne :defaultRenderGlobals;"
                                 "setAttr \".ren\" -type \"string\" \"renderman\";";
    QTest::newRow("RenderMan with no display") << renderman << u"renderman 640x480 exr 128/-/-"_s;
    QTest::newRow("RenderMan's display") << renderman +
                                                "connectAttr \"d_openexr.msg\" \"rmanDefaultBakeDisplay.displayType\";"
                                                "connectAttr \"d_png1.msg\" \":rmanDefaultDisplay.displayType\";"
                                         << u"renderman 640x480 png 128/-/-"_s;
    QTest::newRow("RenderMan's display that writes nothing")
        << renderman + "connectAttr \"d_null.msg\" \":rmanDefaultDisplay.displayType\";"
        << u"renderman 640x480 exr 128/-/-"_s;
    QTest::newRow("RenderMan's display that is not there")
        << renderman + "connectAttr \"d_tiff.msg\" \":rmanDefaultDisplay.displayType\";"
        << u"renderman 640x480 exr 128/-/-"_s;
    const QByteArray appleseed = "select -ne :defaultRenderGlobals;setAttr \".ren\" -type \"string\" \"appleseed\";"
                                 "createNode appleseedRenderGlobals -s -n \"appleseedRenderGlobals\";";
    QTest::newRow("appleseed") << appleseed << u"appleseed 640x480 iff 16/-/-"_s;
    QTest::newRow("appleseed's samples") << appleseed + "setAttr \".samples\" 4;" << u"appleseed 640x480 iff 4/-/-"_s;
    QTest::newRow("sizes out of bounds") << QByteArray("select -ne :defaultResolution;setAttr \".w\" 0;"
                                                       "setAttr \".h\" 99999999999;")
                                         << u"mayaSoftware 640x480 iff -/-/-"_s;
}

void MayaFactsTest::renderersHaveTheirOwnSettings()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, told);
    const SceneFacts facts = mayaFactsOf(mayaHead + text);
    const auto number = [](const std::optional<int> &value) { return value ? QString::number(*value) : u"-"_s; };
    QCOMPARE(u"%1 %2x%3 %4 %5/%6/%7"_s.arg(facts.renderer, number(facts.width), number(facts.height), facts.imageFormat,
                                           number(facts.sampling.camera), number(facts.sampling.diffuse),
                                           number(facts.sampling.specular)),
             told);
}

void MayaFactsTest::filesOfAllNodes_data()
{
    QTest::addColumn<QByteArray>("node");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *node, const char *attribute, const char *type) {
        QTest::addRow("%s.%s", node, attribute)
            << QByteArray(node) << QByteArray("setAttr \".") + attribute + "\" -type \"string\" \"a/b.c\""
            << QString::fromLatin1(type) + u" a/b.c"_s;
    };
    row("file", "ftn", "texture");
    row("file", "fileTextureName", "texture");
    row("imagePlane", "imn", "texture");
    row("audio", "f", "audio");
    row("gpuCache", "cfn", "cache");
    row("aiImage", "filename", "texture");
    row("aiStandIn", "dso", "proxy");
    row("aiVolume", "filename", "cache");
    row("AlembicNode", "abc_File", "cache");
    row("VRayMesh", "fileName2", "proxy");
    row("RedshiftProxyMesh", "fn", "proxy");
    row("RedshiftDomeLight", "tex1", "texture");
    row("PxrTexture", "filename", "texture");
    row("PxrRectLight", "lightColorMap", "texture");
    row("PxrDomeLight", "iesProfile", "other");
    row("RenderManShader", "sn", "other");
    row("mayaUsdProxyShape", "fp", "reference");
    row("reference", "fn[0]", "reference");
    QTest::newRow("list") << QByteArray("AlembicNode")
                          << QByteArray("setAttr \".fns\" -type \"stringArray\" 2 \"a.abc\" \"b.abc\"")
                          << u"cache a.abc, cache b.abc"_s;
    QTest::newRow("cacheFile") << QByteArray("cacheFile")
                               << QByteArray("setAttr \".cp\" -type \"string\" \"cache/x\";"
                                             "setAttr \".cn\" -type \"string\" \"cloth\"")
                               << u"cache cache/x/cloth.xml"_s;
    QTest::newRow("empty") << QByteArray("file") << QByteArray("setAttr \".ftn\" -type \"string\" \"\"") << QString();
    QTest::newRow("Maya's own") << QByteArray("file")
                                << QByteArray("setAttr \".ftn\" -type \"string\" \"<MAYA_RESOURCES>/x.png\"")
                                << QString();
    QTest::newRow("a shader's name") << QByteArray("RenderManShader")
                                     << QByteArray("setAttr \".sn\" -type \"string\" \"plastic\"") << QString();
    QTest::newRow("a camera's names") << QByteArray("camera") << QByteArray("setAttr \".imn\" -type \"string\" \"x\"")
                                      << QString();
    QTest::newRow("unknown node") << QByteArray("mesh") << QByteArray("setAttr \".ftn\" -type \"string\" \"x\"")
                                  << QString();
}

void MayaFactsTest::filesOfAllNodes()
{
    QFETCH(QByteArray, node);
    QFETCH(QByteArray, line);
    QFETCH(QString, told);
    const SceneFacts facts = mayaFactsOf(mayaHead + "createNode " + node + " -n \"it\";" + line + ";");
    QCOMPARE(fileLines(facts).join(u", "_s), told);
    for (const SceneFile &file : facts.files) {
        QCOMPARE(file.node, u"it"_s);
        QCOMPARE(file.spread, Spread::One);
    }
    if (node == "file" && !told.isEmpty()) {
        const QByteArray begin = mayaHead + "createNode file -n \"it\";";
        QCOMPARE(mayaFactsOf(begin + line + ";setAttr \".uvt\" 3;").files.front().spread, Spread::Tiles);
        QCOMPARE(mayaFactsOf(begin + "setAttr \".ufe\" yes;" + line + ";").files.front().spread, Spread::Sequence);
    }
}

void MayaFactsTest::referencesInAllTheirForms()
{
    const SceneFacts facts = mayaFactsOf(
        mayaHead +
        "file -rdi 1 -ns \"a\" -rfn \"aRN\" -op \"v=0;(\" -typ \"mayaAscii\" \"C:/p//a.ma\";\n"
        "file -rdi 2 -ns \"n\" -rfn \"a:nRN\" -typ \"mayaBinary\" \"nested.mb\";\n"
        "file -rdi 1 -dr 1 -ns \"b\" -rfn \"bRN\" \"off.ma{1}\";\n"
        "file -reference -namespace \"a\" -deferReference 1 -referenceNode \"aRN\" -options \"v=0;\" \"C:/p//a.ma\";\n"
        "file -r -ns \"b\" -dr 1 -rfn \"bRN\" \"off.ma{1}\";\n"
        "createNode reference -n \"aRN\";setAttr -s 2 \".fn\";setAttr \".fn[0]\" -type \"string\" \"a_now.ma\";"
        "setAttr \".fn[1]\" -type \"string\" \"a_before.ma\";\n");
    QCOMPARE(fileLines(facts),
             (QStringList{u"reference nested.mb"_s, u"reference C:/p//a.ma"_s, u"reference off.ma"_s}));
    QCOMPARE(noteNames(facts), (QStringList{u"reference_not_loaded"_s, u"animation_off"_s, u"camera_in_reference"_s}));
    // No other command of that name is one.
    QCOMPARE(fileLines(mayaFactsOf(mayaHead + "file -rename \"x.ma\";file -type \"mayaAscii\";")), QStringList());
}

void MayaFactsTest::camerasOfTemplates()
{
    const SceneFacts facts = mayaFactsOf(
        mayaHead + "createNode camera -shared -name \"perspShape\" -parent \"|group|persp\";setAttr \".renderable\" no;"
                   "createNode camera -n \"shot\" -p \"shotT\";setAttr \".o\" yes;setAttr -k off \".rnd\";"
                   "select -ne \"perspShape\";setAttr \".rnd\" yes;setAttr \"shot.rnd\" off;");
    QCOMPARE(facts.cameras.size(), 2u);
    QCOMPARE(facts.cameras[0], (SceneCamera{u"perspShape"_s, u"persp"_s, true, false}));
    QCOMPARE(facts.cameras[1], (SceneCamera{u"shot"_s, u"shotT"_s, false, true}));
}

void MayaFactsTest::codesetsAreRead_data()
{
    QTest::addColumn<QByteArray>("codeset");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("read");
    QTest::addColumn<bool>("isKnown");
    QTest::newRow("UTF-8") << QByteArray("UTF-8") << QByteArray("贴图.png") << u"贴图.png"_s << true;
    QTest::newRow("1252") << QByteArray("1252")
                          << QByteArray("Stra\xdf"
                                        "e\x80.png")
                          << u"Straße€.png"_s << true;
    QTest::newRow("936") << QByteArray("936") << QByteArray("\xcc\xf9\xcd\xbc.png") << u"贴图.png"_s << true;
    QTest::newRow("949") << QByteArray("949") << QByteArray("\xb1\xd7\xb8\xb2.png") << u"그림.png"_s << true;
    QTest::newRow("unknown") << QByteArray("klingon") << QByteArray("\xdf.png") << u"ß.png"_s << false;
    QTest::newRow("unknown in UTF-8") << QByteArray("klingon") << QByteArray("贴.png") << u"贴.png"_s << false;
}

void MayaFactsTest::codesetsAreRead()
{
    QFETCH(QByteArray, codeset);
    QFETCH(QByteArray, path);
    QFETCH(QString, read);
    QFETCH(bool, isKnown);
    const SceneFacts facts = mayaFactsOf("//Maya ASCII 2022 scene\r\n//Codeset: " + codeset +
                                         "\r\ncreateNode file -n \"f\";setAttr \".ftn\" "
                                         "-type \"string\" \"" +
                                         path + "\";");
    QCOMPARE(fileLines(facts), QStringList{u"texture "_s + read});
    QCOMPARE(!noteNames(facts).contains(u"unknown_codeset"_s), isKnown);
}

void MayaFactsTest::manyFilesAreBounded()
{
    MayaReader reader;
    reader.add({mayaHead.constData(), std::size_t(mayaHead.size())});
    for (int i = 0; i < 150'000; ++i) {
        const std::string number = std::to_string(i);
        reader.add("createNode file -n \"f" + number + "\";setAttr \".ftn\" -type \"string\" \"t" + number + "\";");
    }
    const SceneFacts facts = reader.finish(true);
    QCOMPARE(facts.files.size(), 100'000u);
    QCOMPARE(noteNames(facts).count(u"too_many_files"_s), 1);
}

void MayaFactsTest::hugeFilesTakeLittleMemory_data()
{
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("repeated");
    QTest::newRow("a mesh") << QByteArray("createNode mesh -n \"m\";setAttr \".vt[0:9]\" ")
                            << QByteArray("1.25 -3.5 0.125 ");
    QTest::newRow("a path") << QByteArray("createNode file -n \"f\";setAttr \".ftn\" -type \"string\" \"")
                            << QByteArray("long/");
    QTest::newRow("a name") << QByteArray("createNode file -n \"") << QByteArray("x");
    QTest::newRow("a comment") << QByteArray("//") << QByteArray("x;\"");
    QTest::newRow("no line ends") << QByteArray() << QByteArray("x ");
    QTest::newRow("statements") << QByteArray() << QByteArray("select -ne :defaultRenderGlobals;");
    QTest::newRow("infos") << QByteArray() << QByteArray("fileInfo \"a\" \"b\";");
    QTest::newRow("layers") << QByteArray() << QByteArray("createNode renderLayer -n \"layerOfAName\";");
    QTest::newRow("zeros") << QByteArray() << QByteArray(16, '\0');
}

void MayaFactsTest::hugeFilesTakeLittleMemory()
{
#ifndef Q_OS_LINUX
    QSKIP("only Linux tells how much memory a process holds");
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("a sanitizer keeps what was freed");
#endif
    QFETCH(QByteArray, begin);
    QFETCH(QByteArray, repeated);
    const auto held = [] {
        static const QRegularExpression line(u"VmRSS:\\s+(\\d+) kB"_s);
        return line.match(QString::fromLatin1(bytesAt(u"/proc/self/status"_s))).captured(1).toLongLong() / 1024;
    };
    const QByteArray block = repeated.repeated(256 * 1024 / repeated.size());
    const qint64 before = held();
    MayaReader reader;
    reader.add({mayaHead.constData(), std::size_t(mayaHead.size())});
    reader.add({begin.constData(), std::size_t(begin.size())});
    qint64 most = 0;
    for (int i = 0; i < 800; ++i) { // 200 MB
        reader.add({block.constData(), std::size_t(block.size())});
        most = std::max(most, i % 50 == 49 ? held() - before : 0);
    }
    QVERIFY2(most < 24, QByteArray::number(most).constData());
    (void)reader.finish(true);
}

void MayaFactsTest::factsComeBackFromJson()
{
    SceneFacts facts = mayaFactsOf(
        mayaHead + "requires maya \"2022\";requires \"mtoa\" \"5.1\";currentUnit -t pal;"
                   "createNode camera -n \"c\" -p \"t\";createNode renderLayer -n \"l\";setAttr \".rndr\" no;"
                   "createNode file -n \"f\";setAttr \".ftn\" -type \"string\" \"a.1001.png\";setAttr \".uvt\" 3;"
                   "createNode script -n \"sceneConfigurationScriptNode\";"
                   "setAttr \".b\" -type \"string\" \"playbackOptions -min 1.5 -max 9 -ast 1 -aet 10 \";");
    facts.notes.push_back({SceneNotice::OtherCase, {{u"path"_s, u"ä"_s}, {u"found"_s, u"b"_s}}});
    QVERIFY(facts.playback);
    QCOMPARE(facts.framesPerSecond.value_or(0), 25.0);
    const auto back = sceneFactsFrom(toJson(facts));
    QVERIFY(back);
    QVERIFY(*back == facts);
    QVERIFY(!sceneFactsFrom({}));
}

QTEST_GUILESS_MAIN(MayaFactsTest)
#include "tst_maya_facts.moc"
