// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What may be asked for: every field at both of its edges.
#include "render/task_request.h"

#include <QJsonArray>
#include <QTest>

using namespace kinframe;
using namespace kinframe::render;
using namespace Qt::StringLiterals;

class TestTaskRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsUsual();
    void everything();
    void edges_data();
    void edges();
    void whatMustBeThere_data();
    void whatMustBeThere();
    void testFrames_data();
    void testFrames();
    void files();
    void serverPaths_data();
    void serverPaths();
};

namespace {

QJsonObject least()
{
    return {{u"unionid"_s, u"me"_s}, {u"oss_file_path"_s, u"a.blend"_s}, {u"render_engine"_s, u"blender"_s}};
}

const QString someMd5 = u"0123456789abcdef0123456789ABCDEF"_s;

} // namespace

void TestTaskRequest::whatIsUsual()
{
    const auto request = taskRequestFrom(least());
    QVERIFY(request);
    QCOMPARE(request->startFrame, 1);
    QCOMPARE(request->totalFrames, 1);
    QCOMPARE(request->frameStep, 1);
    QCOMPARE(request->priority, 5);
    QCOMPARE(request->gpus, 0);
    QCOMPARE(request->frameTimeout, 43'200);
    QCOMPARE(request->taskTimeout, 86'400);
    QVERIFY(!request->ram);
    QVERIFY(!request->stopsAfterTest);
    QVERIFY(!request->isCompressed);
    QVERIFY(request->testFrames.isEmpty());
    QJsonObject packed = least();
    packed[u"oss_file_path"_s] = u"a.ma.GZ"_s;
    QVERIFY(!taskRequestFrom(packed)->isCompressed); // For the file to say.
    packed[u"is_compressed"_s] = QJsonValue();
    QVERIFY(!taskRequestFrom(packed)->isCompressed);
    for (const bool isPacked : {true, false}) {
        packed[u"is_compressed"_s] = isPacked;
        QCOMPARE(taskRequestFrom(packed)->isCompressed, std::optional(isPacked));
    }
    packed[u"ram"_s] = QJsonValue(); // Null is as good as missing.
    QVERIFY(taskRequestFrom(packed));
}

void TestTaskRequest::everything()
{
    QJsonObject body = least();
    body[u"start_frame"_s] = 10;
    body[u"total_frames"_s] = 3;
    body[u"frame_step"_s] = 5;
    body[u"test_frames"_s] = u"20, 10,10"_s;
    body[u"stop_after_test"_s] = true;
    body[u"cg_version"_s] = u"2024"_s;
    body[u"plugins"_s] = QJsonObject{{u"mtoa"_s, u"5.5.1"_s}};
    body[u"task_info"_s] = QJsonObject{{u"renderer"_s, u"arnold"_s}, {u"assets"_s, QJsonArray()}};
    const auto request = taskRequestFrom(body);
    QVERIFY2(request, qPrintable(request ? QString() : request.error().forLog()));
    QCOMPARE(request->frames(), (QList<int>{10, 15, 20}));
    QCOMPARE(request->testFrames, (QList<int>{10, 20}));
    QVERIFY(request->stopsAfterTest);
    QCOMPARE(request->info, (QJsonObject{{u"renderer"_s, u"arnold"_s}}));
    QCOMPARE(request->plugins[u"mtoa"].toString(), u"5.5.1"_s);
}

void TestTaskRequest::edges_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<bool>("isFine");
    const auto row = [](const char *field, const QVariant &value, bool isFine) {
        QTest::addRow("%s %s", field, qPrintable(value.toString().left(30)))
            << QString::fromLatin1(field) << value << isFine;
    };
    row("unionid", QString(100, u'u'), true);
    row("unionid", QString(101, u'u'), false);
    row("unionid", QString(), false);
    row("unionid", 7, false);
    row("oss_file_path", QString(1024, u'k'), true);
    row("oss_file_path", QString(1025, u'k'), false);
    row("oss_file_path", QString(), false);
    row("render_engine", u"maya"_s, true);
    row("render_engine", u"ue"_s, true);
    row("render_engine", u"command"_s, true);
    row("render_engine", u"Maya"_s, false);
    row("render_engine", u"houdini"_s, false);
    row("is_compressed", u"true"_s, false);
    row("start_frame", 0, true);
    row("start_frame", -1, false);
    row("start_frame", 1.5, false);
    row("start_frame", u"1"_s, false);
    row("total_frames", 1, true);
    row("total_frames", 0, false);
    row("total_frames", 10'000, true);
    row("total_frames", 10'001, false);
    row("frame_step", 0, false);
    row("frame_step", 100, true);
    row("priority", 0, true);
    row("priority", 10, true);
    row("priority", -1, false);
    row("priority", 11, false);
    row("ram", 4, true);
    row("ram", 512, true);
    row("ram", 3, false);
    row("ram", 513, false);
    row("gpu_count", 0, true);
    row("gpu_count", 8, true);
    row("gpu_count", 9, false);
    row("gpu_count", -1, false);
    row("frame_timeout", 1, true);
    row("frame_timeout", 0, false);
    row("task_timeout", 1, true);
    row("task_timeout", 0, false);
    row("task_timeout", -5, false);
    row("stop_after_test", 1, false);
    row("plugins", u"mtoa"_s, false);
    row("task_info", u"x"_s, false);
}

void TestTaskRequest::edges()
{
    QFETCH(const QString, field);
    QFETCH(const QVariant, value);
    QFETCH(const bool, isFine);
    QJsonObject body = least();
    body[field] = value.toJsonValue();
    const auto request = taskRequestFrom(body);
    QCOMPARE(bool(request), isFine);
    if (!isFine) {
        QCOMPARE(request.error().fact(u"field"_s), field);
        QVERIFY(!request.error().fact(u"expected"_s).isEmpty());
        QCOMPARE(request.error().code, ErrorCode::InvalidArgument);
    }
}

void TestTaskRequest::whatMustBeThere_data()
{
    QTest::addColumn<QString>("field");
    for (const char *field : {"unionid", "oss_file_path", "render_engine"}) {
        QTest::newRow(field) << QString::fromLatin1(field);
    }
}

void TestTaskRequest::whatMustBeThere()
{
    QFETCH(const QString, field);
    QJsonObject body = least();
    body.remove(field);
    const auto request = taskRequestFrom(body);
    QCOMPARE(request.error().code, ErrorCode::MissingField);
    QCOMPARE(request.error().fact(u"field"_s), field);
}

void TestTaskRequest::testFrames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("frames");
    QTest::addColumn<bool>("isFine");
    const auto row = [](const QString &text, const QList<int> &frames, bool isFine = true) {
        QTest::addRow("%s", qPrintable(text.left(40))) << text << frames << isFine;
    };
    // Of frames 0 to 98, every other one.
    row(u"50"_s, {50});
    row(u"10,20,30"_s, {10, 20, 30});
    row(u" 30 , 10 "_s, {10, 30});
    row(QString(), {});
    row(u"98"_s, {98});
    row(u"0"_s, {}, false);
    row(u"100"_s, {}, false);
    row(u"51"_s, {}, false); // Not one of them.
    row(u"abc"_s, {}, false);
    row(u"10,"_s, {}, false);
    row(u"10;20"_s, {}, false);
    row(u"-10"_s, {}, false);
    row(u"1e1"_s, {}, false);
    row(u"10,"_s.repeated(33) + u"2"_s, {2, 10});
    row(u"10,"_s.repeated(33) + u"20"_s, {}, false); // 101 characters
}

void TestTaskRequest::testFrames()
{
    QFETCH(const QString, text);
    QFETCH(const QList<int>, frames);
    QFETCH(const bool, isFine);
    QJsonObject body = least();
    body[u"start_frame"_s] = 0;
    body[u"total_frames"_s] = 50;
    body[u"frame_step"_s] = 2;
    body[u"test_frames"_s] = text;
    const auto request = taskRequestFrom(body);
    QCOMPARE(bool(request), isFine);
    if (isFine) {
        QCOMPARE(request->testFrames, frames);
    } else {
        QCOMPARE(request.error().fact(u"field"_s), u"test_frames"_s);
    }
}

void TestTaskRequest::files()
{
    const auto with = [](const QJsonValue &assets) {
        QJsonObject body = least();
        body[u"task_info"_s] = QJsonObject{{u"assets"_s, assets}};
        return taskRequestFrom(body);
    };
    const QJsonObject file{{u"local_path"_s, u"C:\\textures\\wood.jpg"_s}, {u"file_hash"_s, someMd5}};
    const auto request = with(QJsonArray{file});
    QVERIFY(request);
    QCOMPARE(request->files.size(), size_t(1));
    QCOMPARE(request->files[0].md5.toHex(), someMd5.toLower().toLatin1());
    QVERIFY(!with(QJsonArray{QJsonObject{{u"local_path"_s, u"a"_s}, {u"file_hash"_s, u"12"_s}}}));
    QVERIFY(!with(QJsonArray{QJsonObject{{u"local_path"_s, u"../a"_s}, {u"file_hash"_s, someMd5}}}));
    QVERIFY(!with(QJsonArray{u"a"_s}));
    QVERIFY(!with(u"a"_s));
    QJsonArray many;
    for (int count = 0; count < 10'001; ++count) {
        many += file;
    }
    QCOMPARE(with(many).error().code, ErrorCode::TooMany);
    many.removeLast();
    QVERIFY(with(many));
}

void TestTaskRequest::serverPaths_data()
{
    QTest::addColumn<QString>("local");
    QTest::addColumn<QString>("server");
    const auto row = [](const QString &local, const QString &server) {
        QTest::addRow("%s", qPrintable(local.left(40))) << local << server;
    };
    row(u"C:/textures/wood.jpg"_s, u"/C/textures/wood.jpg"_s);
    row(u"c:\\textures\\wood.jpg"_s, u"/c/textures/wood.jpg"_s);
    row(u"/home/me/wood.jpg"_s, u"/home/me/wood.jpg"_s);
    row(u"\\\\server\\share\\wood.jpg"_s, u"/server/share/wood.jpg"_s);
    row(u"textures/./wood.jpg"_s, u"/textures/wood.jpg"_s);
    row(u"//a//b"_s, u"/a/b"_s);
    row(u"木/wood <UDIM>.jpg"_s, u"/木/wood <UDIM>.jpg"_s);
    // Nothing:
    row(QString(), {});
    row(u"/"_s, {});
    row(u"/a/../b"_s, {});
    row(u".."_s, {});
    row(u"C:/a/"_s, {});
    row(u"a\nb"_s, {});
    row(u"/"_s + QString(256, u'x'), {});
}

void TestTaskRequest::serverPaths()
{
    QFETCH(const QString, local);
    QFETCH(const QString, server);
    const auto path = serverPathOf(local);
    QCOMPARE(path.value_or(QString()), server);
}

QTEST_GUILESS_MAIN(TestTaskRequest)
#include "tst_task_request.moc"
