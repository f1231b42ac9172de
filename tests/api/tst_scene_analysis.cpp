// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/test_data.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>
#include <QtEndian>

#include <zlib.h>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

const QByteArray scene =
    "//Maya ASCII 2022 scene\n//Codeset: UTF-8\nrequires maya \"2022\";\n"
    "currentUnit -l centimeter -a degree -t film;\n"
    "createNode transform -s -n \"shot\";\n"
    "createNode camera -n \"shotShape\" -p \"shot\";\n"
    "createNode file -n \"wood\";\n\tsetAttr \".ftn\" -type \"string\" \"sourceimages/wood.png\";\n"
    "createNode file -n \"skin\";\n\tsetAttr \".ftn\" -type \"string\" \"skin.<UDIM>.exr\";\n"
    "createNode aiStandIn -n \"tree\";\n\tsetAttr \".dso\" -type \"string\" \"$LIB/tree.ass\";\n"
    "createNode file -n \"gone\";\n\tsetAttr \".ftn\" -type \"string\" \"C:\\\\tex\\\\gone.png\";\n"
    "select -ne :defaultRenderGlobals;\n\tsetAttr \".ren\" -type \"string\" \"arnold\";\n"
    "\tsetAttr \".an\" yes;\n\tsetAttr \".fs\" 5;\n\tsetAttr \".ef\" 24;\n"
    "select -ne :defaultResolution;\n\tsetAttr \".w\" 1920;\n\tsetAttr \".h\" 1080;\n";

QJsonObject dataOf(const HttpAnswer &answer)
{
    return answer.object().value("data"_L1).toObject();
}

int codeOf(const HttpAnswer &answer)
{
    return answer.object().value("code"_L1).toInt();
}

QString md5Of(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex());
}

} // namespace

/// Scenes over the API of the real program.
class SceneAnalysisApiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aSceneIsAnalysedAsTheContractSays();
    void packedScenesAndOtherProgramsToo();
    void whatIsKnownIsToldByItsHash();
    void whatCannotBeReadIs400_data();
    void whatCannotBeReadIs400();
    void wrongBodiesAre400_data();
    void wrongBodiesAre400();
    void unknownHashesAre404();
    void othersReachTheAllowedFoldersOnly();
    void storedScenesAreAnalysed();
    void variablesAndMappingsCount();
    void settingsAreForAdminsHere();
    void noCredentialsAre401();
    void cleanupTestCase();

private:
    [[nodiscard]] HttpAnswer analyse(const HttpClient &client, const QString &path) const
    {
        return client.post(u"/api/scene/analyse"_s, {{u"scene_file"_s, path}});
    }

    QTemporaryDir m_files;
    QString m_folder;
    KinframeProcess m_kinframe;
    HttpClient m_client;
    HttpClient m_eve;
};

void SceneAnalysisApiTest::initTestCase()
{
    m_folder = QFileInfo(m_files.path()).canonicalFilePath() + u"/show"_s;
    QVERIFY(QDir().mkpath(m_folder + u"/scenes"_s) && QDir().mkpath(m_folder + u"/sourceimages"_s));
    QVERIFY(writeBytes(m_folder + u"/workspace.mel"_s, "workspace -fr \"sourceImages\" \"sourceimages\";\n"));
    QVERIFY(writeBytes(m_folder + u"/scenes/wolf.ma"_s, scene));
    QVERIFY(writeBytes(m_folder + u"/sourceimages/wood.png"_s, "12345"));
    QVERIFY(writeBytes(m_folder + u"/sourceimages/skin.1001.exr"_s, "1"));
    QVERIFY(writeBytes(m_folder + u"/sourceimages/skin.1011.exr"_s, "22"));
    const CommandRun key = m_kinframe.keyOfNewUser(u"Eve"_s);
    QVERIFY2(key.exitCode == 0, key.text().constData());
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_client = m_kinframe.client().withHeaders({"Accept-Language: en"});
    m_eve = m_kinframe.anybody()
                .withKey(key.output.trimmed().split('\n').last().trimmed())
                .withHeaders({"Accept-Language: en"});
}

void SceneAnalysisApiTest::aSceneIsAnalysedAsTheContractSays()
{
    const QString path = m_folder + u"/scenes/wolf.ma"_s;
    const HttpAnswer answer =
        m_kinframe.client().post(u"/api/scene/analyse"_s, {{u"scene_file"_s, path}, {u"unionid"_s, u"u1"_s}});
    QVERIFY2(answer.status == 200, answer.text().constData());
    QCOMPARE(codeOf(answer), 200);
    QCOMPARE(answer.message(), u"场景分析完成"_s);
    for (const QByteArray &header : {QByteArray("limit"), QByteArray("remaining"), QByteArray("reset")}) {
        QVERIFY(answer.headers.contains("x-ratelimit-" + header));
    }
    const QJsonObject data = dataOf(answer);
    QCOMPARE(keysOf(data), (QStringList{u"analyzed_at"_s, u"asset_summary"_s, u"assets"_s, u"missing"_s, u"notes"_s,
                                        u"render_camera_transforms"_s, u"scene_file"_s, u"scene_file_hash"_s,
                                        u"scene_file_size"_s, u"scene_info"_s, u"scene_info_source"_s}));
    QCOMPARE(data["scene_file"_L1].toString(), path);
    QCOMPARE(data["scene_file_size"_L1].toInteger(), scene.size());
    QCOMPARE(data["scene_file_hash"_L1].toString(), md5Of(scene));
    const QJsonObject info = data["scene_info"_L1].toObject();
    QCOMPARE(info["renderer"_L1].toString(), u"arnold"_s);
    QCOMPARE(info["start_frame"_L1].toInt(), 5);
    QCOMPARE(info["end_frame"_L1].toInt(), 24);
    QCOMPARE(info["width"_L1].toInt(), 1920);
    QCOMPARE(info["height"_L1].toInt(), 1080);
    QCOMPARE(info["image_format"_L1].toString(), u"exr"_s);
    QCOMPARE(info["render_camera"_L1].toArray(), QJsonArray{u"shotShape"_s});
    QCOMPARE(info["sampling"_L1].toObject(), (QJsonObject{{u"camera"_s, 3}, {u"diffuse"_s, 2}, {u"specular"_s, 2}}));
    const QJsonObject source = data["scene_info_source"_L1].toObject();
    QCOMPARE(source["renderer"_L1].toString(), u"file"_s);
    QCOMPARE(source["image_format"_L1].toString(), u"default"_s);
    QCOMPARE(source["sampling"_L1].toString(), u"default"_s);
    QCOMPARE(data["render_camera_transforms"_L1].toArray(), QJsonArray{u"shot"_s});
    QCOMPARE(data["asset_summary"_L1].toObject(),
             (QJsonObject{{u"total_count"_s, 4}, {u"total_size"_s, 8}, {u"missing_count"_s, 2}}));
    const QJsonArray assets = data["assets"_L1].toArray();
    QCOMPARE(assets[0]["path"_L1].toString(), m_folder + u"/sourceimages/wood.png"_s);
    QCOMPARE(assets[0]["size"_L1].toInt(), 5);
    QCOMPARE(assets[0]["type"_L1].toString(), u"texture"_s);
    QCOMPARE(assets[0]["exists"_L1].toBool(), true);
    QCOMPARE(assets[1]["files"_L1].toArray().size(), 2);
    QVERIFY(assets[2]["size"_L1].isNull());
    const QJsonObject variable{
        {u"node"_s, u"tree"_s}, {u"path"_s, u"$LIB/tree.ass"_s}, {u"reason"_s, u"unresolved_variable"_s}};
    const QJsonObject gone{
        {u"node"_s, u"gone"_s}, {u"path"_s, u"C:\\tex\\gone.png"_s}, {u"reason"_s, u"file_not_found"_s}};
    QCOMPARE(data["missing"_L1].toArray(), (QJsonArray{variable, gone}));
}

void SceneAnalysisApiTest::packedScenesAndOtherProgramsToo()
{
    QByteArray packed = qCompress(scene);
    packed.remove(0, 4); // Qt's own head; what is left is of zlib
    const quint32 sum = quint32(crc32(0, reinterpret_cast<const Bytef *>(scene.constData()), uInt(scene.size())));
    QByteArray tail(8, '\0');
    qToLittleEndian(sum, tail.data());
    qToLittleEndian(quint32(scene.size()), tail.data() + 4);
    const QByteArray gzip = QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10) + packed.mid(2).chopped(4) + tail;
    QVERIFY(writeBytes(m_folder + u"/scenes/wolf.ma.gz"_s, gzip));
    const HttpAnswer maya = analyse(m_client, m_folder + u"/scenes/wolf.ma.gz"_s);
    QVERIFY2(maya.status == 200, maya.text().constData());
    QCOMPARE(dataOf(maya)["scene_file_hash"_L1].toString(), md5Of(gzip));
    QCOMPARE(dataOf(maya)["scene_info"_L1]["width"_L1].toInt(), 1920);
    QCOMPARE(dataOf(maya)["notes"_L1].toArray(), QJsonArray());
    QVERIFY(writeBytes(m_folder + u"/film.uproject"_s, R"({"FileVersion": 3, "EngineAssociation": "5.3"})"));
    const HttpAnswer unreal = analyse(m_client, m_folder + u"/film.uproject"_s);
    QVERIFY2(unreal.status == 200, unreal.text().constData());
    QCOMPARE(dataOf(unreal)["scene_info"_L1]["renderer"_L1].toString(), u"unreal"_s);
    QVERIFY(dataOf(unreal)["scene_info"_L1]["start_frame"_L1].isNull());
    QCOMPARE(dataOf(unreal)["notes"_L1].toArray().size(), 1);
    const QString blender = QStandardPaths::findExecutable(u"blender"_s);
    if (blender.isEmpty()) {
        QSKIP("Blender is not installed here, so no scene of it can be made and read");
    }
    QProcess made;
    made.start(blender, {u"-b"_s, u"--factory-startup"_s, u"--python-expr"_s,
                         u"import bpy\nbpy.context.scene.frame_end = 77\n"
                         "bpy.ops.wm.save_as_mainfile(filepath='%1/film.blend')"_s.arg(m_folder)});
    QVERIFY(made.waitForFinished(120'000));
    // Where the computer is busy the first answer may come before Blender's.
    QVERIFY(waitUntil([&] {
        const QJsonObject blend = dataOf(analyse(m_client, m_folder + u"/film.blend"_s));
        return blend["scene_info"_L1]["end_frame"_L1].toInt() == 77 &&
               blend["scene_info"_L1]["render_camera"_L1].toArray() == QJsonArray{u"Camera"_s};
    }));
}

void SceneAnalysisApiTest::whatIsKnownIsToldByItsHash()
{
    QCOMPARE(analyse(m_client, m_folder + u"/scenes/wolf.ma"_s).status, 200);
    const HttpAnswer known = m_client.get(u"/api/scene/analyse/"_s + md5Of(scene).toUpper());
    QVERIFY2(known.status == 200, known.text().constData());
    QCOMPARE(dataOf(known)["scene_file"_L1].toString(), m_folder + u"/scenes/wolf.ma"_s);
    QCOMPARE(dataOf(known)["asset_summary"_L1]["missing_count"_L1].toInt(), 2);
    const HttpAnswer narrow =
        m_client.get(u"/api/scene/analyse/"_s + md5Of(scene) + u"?fields=scene_info,scene_file_hash"_s);
    QCOMPARE(keysOf(dataOf(narrow)), (QStringList{u"scene_file_hash"_s, u"scene_info"_s}));
    // Others learn what the file says, and nothing of this computer.
    const QJsonObject others = dataOf(m_eve.get(u"/api/scene/analyse/"_s + md5Of(scene)));
    QVERIFY(others["scene_file"_L1].isNull());
    QCOMPARE(others["scene_info"_L1]["width"_L1].toInt(), 1920);
    QCOMPARE(others["asset_summary"_L1]["missing_count"_L1].toInt(), 4);
    QVERIFY(!QByteArray(m_eve.get(u"/api/scene/analyse/"_s + md5Of(scene)).body).contains(m_folder.toUtf8()));
}

void SceneAnalysisApiTest::whatCannotBeReadIs400_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("message");
    QTest::newRow("none") << u"{}/scenes/none.ma"_s << u"场景文件不存在"_s;
    QTest::newRow("another system") << u"C:/Project/wolf.ma"_s << u"场景文件不存在"_s;
    QTest::newRow("folder") << u"{}/scenes"_s << u"场景文件无法读取"_s;
    QTest::newRow("no scene") << u"{}/sourceimages/wood.png"_s << u"场景文件无法读取"_s;
    QTest::newRow("device") << u"/dev/zero"_s << u"场景文件无法读取"_s;
    QTest::newRow("Maya binary") << u"{}/scenes/wolf.mb"_s << u"场景文件无法读取"_s;
}

void SceneAnalysisApiTest::whatCannotBeReadIs400()
{
    QFETCH(QString, path);
    QFETCH(QString, message);
    QVERIFY(writeBytes(m_folder + u"/scenes/wolf.mb"_s, "FOR8abcdefgh"));
    const HttpAnswer answer = analyse(m_kinframe.client(), path.replace(u"{}"_s, m_folder));
    QVERIFY2(answer.status == 400, answer.text().constData());
    QCOMPARE(codeOf(answer), 400);
    QCOMPARE(answer.message(), message);
    QVERIFY(!answer.object()["detail"_L1].toString().isEmpty());
    if (path.endsWith(".mb"_L1)) {
        QVERIFY(answer.object()["detail"_L1].toString().contains(u"Maya ASCII"_s));
    }
}

void SceneAnalysisApiTest::wrongBodiesAre400_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("field");
    const QString path = u"/x.ma"_s;
    QTest::newRow("nothing") << QJsonObject() << 1001 << u"scene_file"_s;
    QTest::newRow("empty") << QJsonObject{{u"scene_file"_s, u""_s}} << 1001 << u"scene_file"_s;
    QTest::newRow("number") << QJsonObject{{u"scene_file"_s, 5}} << 1002 << u"scene_file"_s;
    QTest::newRow("null") << QJsonObject{{u"scene_file"_s, QJsonValue()}} << 1002 << u"scene_file"_s;
    QTest::newRow("relative") << QJsonObject{{u"scene_file"_s, u"wolf.ma"_s}} << 1002 << u"scene_file"_s;
    QTest::newRow("too long") << QJsonObject{{u"scene_file"_s, QString(u'/' + u"x"_s.repeated(4096))}} << 1002
                              << u"scene_file"_s;
    QTest::newRow("zero") << QJsonObject{{u"scene_file"_s, QString(u"/x"_s + QChar(u'\0'))}} << 1002 << u"scene_file"_s;
    QTest::newRow("union") << QJsonObject{{u"scene_file"_s, path}, {u"unionid"_s, 5}} << 1002 << u"unionid"_s;
    QTest::newRow("empty union") << QJsonObject{{u"scene_file"_s, path}, {u"unionid"_s, u""_s}} << 1002 << u"unionid"_s;
    QTest::newRow("long union") << QJsonObject{{u"scene_file"_s, path}, {u"unionid"_s, u"x"_s.repeated(101)}} << 1002
                                << u"unionid"_s;
    QTest::newRow("empty key") << QJsonObject{{u"oss_file_path"_s, u""_s}, {u"unionid"_s, u"u"_s}} << 1001
                               << u"oss_file_path"_s;
}

void SceneAnalysisApiTest::wrongBodiesAre400()
{
    QFETCH(QJsonObject, body);
    QFETCH(int, code);
    QFETCH(QString, field);
    const HttpAnswer answer = m_client.post(u"/api/scene/analyse"_s, body);
    QVERIFY2(answer.status == 400, answer.text().constData());
    QCOMPARE(codeOf(answer), code);
    QCOMPARE(answer.object()["errors"_L1][0]["field"_L1].toString(), field);
}

void SceneAnalysisApiTest::unknownHashesAre404()
{
    for (const QString &hash : {u"ab"_s.repeated(16), u"ab"_s.repeated(15), u"x"_s, u"zz"_s.repeated(16)}) {
        const HttpAnswer answer = m_client.get(u"/api/scene/analyse/"_s + hash);
        QVERIFY2(answer.status == 404, answer.text().constData());
        QCOMPARE(codeOf(answer), 2000);
    }
}

void SceneAnalysisApiTest::othersReachTheAllowedFoldersOnly()
{
    const QString path = m_folder + u"/scenes/wolf.ma"_s;
    for (const QString &tried : {path, QString(m_folder + u"/scenes/none.ma"_s), u"/etc/passwd"_s, u"C:/x.ma"_s}) {
        const HttpAnswer refused = analyse(m_eve, tried);
        QVERIFY2(refused.status == 403, refused.text().constData());
        QCOMPARE(codeOf(refused), 4000);
    }
    QCOMPARE(
        m_client.put(u"/api/scene/settings"_s, {{u"folders"_s, QJsonArray{QString(m_folder + u"/scenes"_s)}}}).status,
        200);
    const HttpAnswer allowed = analyse(m_eve, path);
    QVERIFY2(allowed.status == 200, allowed.text().constData());
    // The scene is allowed, its textures lie outside.
    for (const QJsonValue missing : dataOf(allowed)["missing"_L1].toArray()) {
        if (missing["node"_L1].toString() == "wood"_L1) {
            QCOMPARE(missing["reason"_L1].toString(), u"file_not_found"_s);
        }
    }
    QCOMPARE(dataOf(allowed)["asset_summary"_L1]["missing_count"_L1].toInt(), 4);
    QCOMPARE(analyse(m_eve, m_folder + u"/scenes/../workspace.mel"_s).status, 403);
    QCOMPARE(m_client.put(u"/api/scene/settings"_s, {{u"folders"_s, QJsonArray{m_folder}}}).status, 200);
    QCOMPARE(dataOf(analyse(m_eve, path))["asset_summary"_L1]["missing_count"_L1].toInt(), 2);
    // The owner, but not from this computer itself.
    const HttpAnswer proxied =
        analyse(m_client.withHeaders({"X-Forwarded-For: 192.0.2.1"}), m_files.path() + u"/elsewhere.ma"_s);
    QCOMPARE(proxied.status, 403);
    QCOMPARE(m_client.put(u"/api/scene/settings"_s, {{u"folders"_s, QJsonArray()}}).status, 200);
    QCOMPARE(analyse(m_eve, path).status, 403);
}

void SceneAnalysisApiTest::storedScenesAreAnalysed()
{
    const QByteArray boundary = "xyz";
    const QByteArray stored = scene + "// stored\n";
    const QByteArray form = "--xyz\r\nContent-Disposition: form-data; name=\"path\"\r\n\r\nprojects/eve/wolf.ma\r\n"
                            "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"wolf.ma\"\r\n\r\n" +
                            stored + "\r\n--xyz--\r\n";
    const HttpAnswer added =
        m_eve.send("POST", u"/api/files/upload"_s, form, "multipart/form-data; boundary=" + boundary);
    QVERIFY2(added.status == 201, added.text().constData());
    for (const QString &key : {u"projects/eve/wolf.ma"_s, QString(u"assets/"_s + md5Of(stored))}) {
        const HttpAnswer answer =
            m_eve.post(u"/api/scene/analyse"_s, {{u"oss_file_path"_s, key}, {u"unionid"_s, u"Eve"_s}});
        QVERIFY2(answer.status == 200, answer.text().constData());
        QCOMPARE(dataOf(answer)["scene_file"_L1].toString(), key);
        QCOMPARE(dataOf(answer)["scene_file_hash"_L1].toString(), md5Of(stored));
        QCOMPARE(dataOf(answer)["scene_info"_L1]["end_frame"_L1].toInt(), 24);
    }
    const HttpAnswer others =
        m_eve.post(u"/api/scene/analyse"_s, {{u"oss_file_path"_s, u"projects/eve/wolf.ma"_s}, {u"unionid"_s, u"Al"_s}});
    QCOMPARE(others.status, 403);
    QCOMPARE(codeOf(others), 4001);
    const HttpAnswer none =
        m_eve.post(u"/api/scene/analyse"_s, {{u"oss_file_path"_s, u"projects/none.ma"_s}, {u"unionid"_s, u"Eve"_s}});
    QVERIFY2(none.status == 404, none.text().constData());
    QCOMPARE(codeOf(none), 2002);
}

void SceneAnalysisApiTest::variablesAndMappingsCount()
{
    QVERIFY(QDir().mkpath(m_folder + u"/lib"_s));
    QVERIFY(writeBytes(m_folder + u"/lib/tree.ass"_s, "tree"));
    QVERIFY(writeBytes(m_folder + u"/lib/gone.png"_s, "png"));
    const QJsonObject settings{
        {u"variables"_s, QJsonObject{{u"LIB"_s, QString(m_folder + u"/lib"_s)}}},
        {u"mappings"_s, QJsonArray{QJsonObject{{u"from"_s, u"C:/tex"_s}, {u"to"_s, QString(m_folder + u"/lib"_s)}}}}};
    const HttpAnswer set = m_client.put(u"/api/scene/settings"_s, settings);
    QVERIFY2(set.status == 200, set.text().constData());
    const HttpAnswer answer = analyse(m_client, m_folder + u"/scenes/wolf.ma"_s);
    QCOMPARE(dataOf(answer)["asset_summary"_L1]["missing_count"_L1].toInt(), 0);
    QCOMPARE(
        m_client.put(u"/api/scene/settings"_s, {{u"variables"_s, QJsonObject()}, {u"mappings"_s, QJsonArray()}}).status,
        200);
}

void SceneAnalysisApiTest::settingsAreForAdminsHere()
{
    QCOMPARE(m_eve.get(u"/api/scene/settings"_s).status, 403);
    QCOMPARE(m_eve.put(u"/api/scene/settings"_s, {{u"folders"_s, QJsonArray{u"/"_s}}}).status, 403);
    QCOMPARE(m_client.withHeaders({"X-Forwarded-For: 192.0.2.1"})
                 .put(u"/api/scene/settings"_s, {{u"folders"_s, QJsonArray{u"/"_s}}})
                 .status,
             403);
    for (const QJsonObject &body :
         {QJsonObject{{u"folders"_s, 5}}, QJsonObject{{u"folders"_s, QJsonArray{u"x"_s}}},
          QJsonObject{{u"variables"_s, QJsonArray()}}, QJsonObject{{u"variables"_s, QJsonObject{{u"a b"_s, u"x"_s}}}},
          QJsonObject{{u"mappings"_s, QJsonArray{QJsonObject{{u"from"_s, u""_s}, {u"to"_s, u"/x"_s}}}}},
          QJsonObject{{u"mappings"_s, QJsonArray{QJsonObject{{u"from"_s, u"C:"_s}, {u"to"_s, u"x"_s}}}}}}) {
        const HttpAnswer refused = m_client.put(u"/api/scene/settings"_s, body);
        QVERIFY2(refused.status == 400, refused.text().constData());
        QCOMPARE(codeOf(refused), 1002);
    }
    QCOMPARE(keysOf(dataOf(m_client.get(u"/api/scene/settings"_s))),
             (QStringList{u"folders"_s, u"mappings"_s, u"variables"_s}));
}

void SceneAnalysisApiTest::noCredentialsAre401()
{
    QCOMPARE(analyse(m_kinframe.anybody(), m_folder + u"/scenes/wolf.ma"_s).status, 401);
    QCOMPARE(m_kinframe.anybody().get(u"/api/scene/analyse/"_s + md5Of(scene)).status, 401);
}

void SceneAnalysisApiTest::cleanupTestCase()
{
    QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
}

QTEST_GUILESS_MAIN(SceneAnalysisApiTest)
#include "tst_scene_analysis.moc"
