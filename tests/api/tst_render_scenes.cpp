// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/image_calls.h"
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/render_calls.h"
#include "api/render_tasks.h"
#include "api/test_data.h"

#include <QDir>
#include <QTest>

#include <zlib.h>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

QByteArray gzipped(const QByteArray &bytes)
{
    z_stream stream{};
    constexpr int gzipBits = 15 + 16;
    deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, gzipBits, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed(qsizetype(deflateBound(&stream, uLong(bytes.size()))), Qt::Uninitialized);
    QByteArray input = bytes;
    stream.next_in = reinterpret_cast<Bytef *>(input.data());
    stream.avail_in = uInt(input.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

} // namespace

/// How scenes come to be rendered: packed, by keys of their own, from the folder of the object store; and what the task
/// says of the picture.
class RenderScenesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void packedScenes_data();
    void packedScenes();
    void byAKeyOfItsOwn();
    void fromTheFolderOfObjects();
    void noScenes_data();
    void noScenes();
    void asTheTaskSays();
    void lightIsShownAsItLooks();
    void aVideoOfThem();
    void moreThanIsHere();
    void cleanupTestCase();

private:
    [[nodiscard]] qint64 make(const QString &key, const QJsonObject &more = {}) const
    {
        return dataOf(m_client.post(u"/api/tasks"_s, taskBody(key, more))).value("id"_L1).toInteger(-1);
    }
    [[nodiscard]] QByteArray pictureOf(qint64 id) const
    {
        const QList<QJsonObject> frames = framesOf(m_client, id);
        return m_client.get(u"/api/files/download/%1"_s.arg(frames.value(0).value("id"_L1).toInteger())).body;
    }

    KinframeProcess m_kinframe{{}, Models::None};
    HttpClient m_client;
};

void RenderScenesTest::initTestCase()
{
    if (const QString missing = SceneStock::missingBlender(); !missing.isEmpty()) {
        QSKIP(qPrintable(missing));
    }
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_client = m_kinframe.client().withHeaders({"Accept-Language: en"});
}

void RenderScenesTest::packedScenes_data()
{
    QTest::addColumn<QByteArray>("path"); // empty: it is called by its storage path
    QTest::addColumn<QJsonObject>("more");
    QTest::newRow("by its suffix") << QByteArray("projects/anna/plain.blend.gz") << QJsonObject();
    QTest::newRow("by the suffix of its file") << QByteArray() << QJsonObject();
    QTest::newRow("by its word") << QByteArray("projects/anna/plain.packed") << QJsonObject{{u"is_compressed"_s, true}};
    // Blender unpacks by itself.
    QTest::newRow("as it is") << QByteArray("projects/anna/other.blend") << QJsonObject{{u"is_compressed"_s, false}};
}

void RenderScenesTest::packedScenes()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QJsonObject, more);
    const QByteArray scene = gzipped(bytesOf(SceneStock::blend(u"plain"_s)));
    const FormFields fields = path.isEmpty() ? FormFields() : FormFields{{"path", path}};
    const HttpAnswer stored = putFile(m_client, scene, fields, u"plain.blend.gz"_s);
    QVERIFY2(stored.status / 100 == 2, stored.text().constData());
    const QString key = path.isEmpty() ? dataOf(stored).value("storage_path"_L1).toString() : QString::fromLatin1(path);
    const qint64 id = make(key, more);
    const QJsonObject task = endOf(m_client, id);
    QVERIFY2(task.value("status"_L1) == "completed"_L1, storyOf(m_client, id).constData());
    QCOMPARE(task.value("scene_file"_L1).toString(), key);
    QCOMPARE(task.value("scene_file_hash"_L1).toString().toLatin1(), md5Of(scene));
    QCOMPARE(task.value("scene_file_size"_L1).toInteger(), scene.size());
    QCOMPARE(pixelsOf(pictureOf(id)), QSize(160, 90));
    if (path.isEmpty()) {
        const QString unpacked = m_kinframe.data() + u"/renders/%1/files/scene/plain.blend"_s.arg(id);
        QVERIFY(bytesOf(unpacked) == bytesOf(SceneStock::blend(u"plain"_s)));
    }
}

void RenderScenesTest::byAKeyOfItsOwn()
{
    const QString path = u"projects/狼 1/plain.blend"_s;
    const QByteArray scene = bytesOf(SceneStock::blend(u"plain"_s));
    QCOMPARE(putFile(m_client, scene, {{"path", path.toUtf8()}}).status / 100, 2);
    // Where it lay says where it lies: names of every script, spaces, and a drive.
    const QJsonObject info{{u"source_dir"_s, u"D:\\Проект 狼\\scenes"_s}};
    const qint64 id = make(path, {{u"task_info"_s, info}});
    QVERIFY2(endOf(m_client, id).value("status"_L1) == "completed"_L1, storyOf(m_client, id).constData());
    QVERIFY(QFile::exists(m_kinframe.data() + u"/renders/%1/files/D/Проект 狼/scenes/plain.blend"_s.arg(id)));
}

void RenderScenesTest::fromTheFolderOfObjects()
{
    const QString folder = m_kinframe.data() + u"/objects/shows/wolf"_s;
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(QFile::copy(SceneStock::blend(u"plain"_s), folder + u"/shot.blend"_s));
    const qint64 id = make(u"shows/wolf/shot.blend"_s);
    QVERIFY(id > 0);
    QVERIFY2(endOf(m_client, id).value("status"_L1) == "completed"_L1, storyOf(m_client, id).constData());
    const HttpAnswer none = m_client.post(u"/api/tasks"_s, taskBody(u"shows/wolf/other.blend"_s));
    QVERIFY2(none.status == 404 && codeOf(none) == 2002, none.text().constData());
}

void RenderScenesTest::noScenes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("some bytes") << madeBytes(5000, 1);
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half of one") << bytesOf(SceneStock::blend(u"plain"_s)).first(20'000);
}

void RenderScenesTest::noScenes()
{
    QFETCH(const QByteArray, bytes);
    const HttpAnswer stored = putFile(m_client, bytes, {}, u"broken.blend"_s);
    QVERIFY2(stored.status / 100 == 2, stored.text().constData());
    const qint64 id = make(dataOf(stored).value("storage_path"_L1).toString(), {{u"total_frames"_s, 20}});
    const QJsonObject task = endOf(m_client, id);
    QVERIFY2(task.value("status"_L1) == "failed"_L1, storyOf(m_client, id).constData());
    QCOMPARE(task.value("error_code"_L1).toInt(), 5003);
    // It is not tried with every frame.
    const QList<QJsonObject> frames = framesOf(m_client, id);
    QCOMPARE(countFrames(frames, u"completed"_s), 0);
    QVERIFY2(countFrames(frames, u"cancelled"_s) > 10, storyOf(m_client, id).constData());
}

void RenderScenesTest::asTheTaskSays()
{
    const QJsonObject info{{u"width"_s, 64},
                           {u"height"_s, 48},
                           {u"image_format"_s, u"jpg"_s},
                           {u"camera"_s, u"eye"_s},
                           {u"output_name"_s, u"beauty"_s}};
    const qint64 id = makeTask(m_client, u"plain"_s, {{u"task_info"_s, info}, {u"renderer"_s, u"CYCLES"_s}});
    QVERIFY2(endOf(m_client, id).value("status"_L1) == "completed"_L1, storyOf(m_client, id).constData());
    QCOMPARE(framesOf(m_client, id).first().value("output_path"_L1).toString(), u"frames/beauty_0001.jpg"_s);
    QVERIFY(pictureOf(id).startsWith("\xff\xd8"));
    QCOMPARE(pixelsOf(pictureOf(id)), QSize(64, 48));
    // What a task says stays a value: it cannot become an option.
    const QJsonObject option{{u"camera"_s, u"--python-expr"_s}};
    const qint64 other = makeTask(m_client, u"plain"_s, {{u"task_info"_s, option}});
    QVERIFY2(endOf(m_client, other).value("status"_L1) == "failed"_L1, storyOf(m_client, other).constData());
}

void RenderScenesTest::lightIsShownAsItLooks()
{
    const QJsonObject info{{u"image_format"_s, u"exr"_s}};
    const qint64 id = makeTask(m_client, u"lights"_s, {{u"task_info"_s, info}});
    QVERIFY2(endOf(m_client, id).value("status"_L1) == "completed"_L1, storyOf(m_client, id).constData());
    QCOMPARE(framesOf(m_client, id).first().value("output_path"_L1).toString(), u"frames/frame_0001.exr"_s);
    QVERIFY(pictureOf(id).startsWith("\x76\x2f\x31\x01"));
    QVERIFY(waitUntil([&] { return imagesOfTask(m_client, id).size() == 1; }) && waitUntilIdle(m_client));
    const QString image = imagesOfTask(m_client, id).first();
    for (const QString &size : {u"thumbnail"_s, u"preview"_s}) {
        const HttpAnswer shown = m_client.get(imagePath(image, u"/thumbnail?size="_s + size));
        QVERIFY2(shown.status == 200, shown.text().constData());
        // The file has light as it adds up, of which 0.18 looks half as bright as 1: as it stands it would be 46.
        const int gray = brightnessAt(shown.body, 0.25, 0.5);
        QVERIFY2(gray >= 115 && gray <= 121, qPrintable(u"%1: %2"_s.arg(size).arg(gray)));
        const int white = brightnessAt(shown.body, 0.75, 0.5);
        QVERIFY2(white >= 252, qPrintable(u"%1: %2"_s.arg(size).arg(white)));
    }
}

void RenderScenesTest::aVideoOfThem()
{
    const qint64 id = makeTask(m_client, u"plain"_s, {{u"total_frames"_s, 12}});
    QVERIFY2(endOf(m_client, id).value("status"_L1) == "completed"_L1, storyOf(m_client, id).constData());
    const HttpAnswer video = m_client.get(taskPath(id, u"/preview"_s));
    QVERIFY2(video.status == 200, video.text().constData());
    QCOMPARE(video.headers.value("content-type"), QByteArray("video/mp4"));
    QCOMPARE(video.body.mid(4, 4), QByteArray("ftyp"));
    const HttpAnswer part = m_client.withHeaders({"Range: bytes=4-7"}).get(taskPath(id, u"/preview"_s));
    QCOMPARE(part.status, 206);
    QCOMPARE(part.body, QByteArray("ftyp"));
    QCOMPARE(m_client.get(taskPath(id, u"/preview?fps=0"_s)).status, 400);
    const qint64 failed = makeTask(m_client, u"no_camera"_s);
    QCOMPARE(endOf(m_client, failed).value("status"_L1).toString(), u"failed"_s);
    const HttpAnswer none = m_client.get(taskPath(failed, u"/preview"_s));
    QVERIFY2(none.status == 409 && codeOf(none) == 3000, none.text().constData());
}

void RenderScenesTest::moreThanIsHere()
{
    const auto rendersAnyway = [&](bool isSo) {
        return m_client.put(u"/api/render-setup"_s, {{u"render_anyway"_s, isSo}}).status == 200;
    };
    QVERIFY(rendersAnyway(false));
    const qint64 id = makeTask(m_client, u"plain"_s, {{u"gpu_count"_s, 8}, {u"ram"_s, 512}});
    QVERIFY(id > 0);
    QVERIFY(taskOf(m_client, id).value("hardware_config"_L1).isNull());
    QVERIFY(waitUntil([&] { return !taskOf(m_client, id).value("error_message"_L1).isNull(); }));
    const QString said = taskOf(m_client, id).value("error_message"_L1).toString();
    QVERIFY2(said.contains("512 GB"_L1) && said.contains("8 graphics cards"_L1), qPrintable(said));
    QVERIFY(taskOf(m_client, id).value("error_code"_L1).isNull());
    // It keeps nobody else from rendering.
    const qint64 other = makeTask(m_client, u"plain"_s, {{u"ram"_s, 4}, {u"priority"_s, 0}});
    QVERIFY2(endOf(m_client, other).value("status"_L1) == "completed"_L1, storyOf(m_client, other).constData());
    QCOMPARE(stateOf(m_client, id), u"queued"_s);
    QVERIFY(rendersAnyway(true));
    const QJsonObject task = endOf(m_client, id);
    QVERIFY2(task.value("status"_L1) == "completed"_L1, storyOf(m_client, id).constData());
    QVERIFY(task.value("actual_cost"_L1).isNull()); // Nobody has set a price for that.
    const QString less = task.value("error_message"_L1).toString();
    QVERIFY2(less.contains("512 GB"_L1) && less.contains("with what is here"_L1), qPrintable(less));
    QVERIFY(task.value("error_code"_L1).isNull());
}

void RenderScenesTest::cleanupTestCase()
{
    QVERIFY2(!m_kinframe.isRunning() || m_kinframe.stop(), m_kinframe.log().constData());
    endRendersIn(m_kinframe.data());
}

QTEST_GUILESS_MAIN(RenderScenesTest)
#include "tst_render_scenes.moc"
