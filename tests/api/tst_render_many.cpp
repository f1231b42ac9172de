// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Ten thousand light frames, each in a process of its own: none is lost or rendered twice, and the memory stays.
#include "api/kinframe_process.h"
#include "api/render_tasks.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace kinframe::test;
using namespace Qt::StringLiterals;

class TestRenderMany : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noneIsLostOrDoubled();
};

namespace {

constexpr int frames = 10'000;
constexpr int warm = 2000; // Frames until caches and pools have their size.
constexpr qint64 mostGrowth = 48 * 1024;

// kB; -1 where the system does not tell.
qint64 memoryOf(qint64 pid)
{
    QFile status(u"/proc/%1/status"_s.arg(pid));
    if (!status.open(QIODevice::ReadOnly)) {
        return -1;
    }
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:")) {
            return line.mid(6).trimmed().split(' ').first().toLongLong();
        }
    }
    return -1;
}

} // namespace

void TestRenderMany::noneIsLostOrDoubled()
{
    if (const QString missing = SceneStock::missingTachyon(); !missing.isEmpty()) {
        QSKIP(qPrintable(missing));
    }
    KinframeProcess program;
    QVERIFY(program.start());
    const HttpClient client = program.client();
    QCOMPARE(
        useCommand(client, u"tachyon"_s, u"{scene}\n-format BMP\n-res 64 48\n-numthreads 1\n-o {output}"_s, u"bmp"_s)
            .status,
        200);
    const QString key = storeFile(client, SceneStock::tachyonScene());
    QVERIFY(!key.isEmpty());
    QElapsedTimer clock;
    clock.start();
    const HttpAnswer made =
        client.post(u"/api/tasks"_s, taskBody(key, {{u"render_engine"_s, u"command"_s}, {u"total_frames"_s, frames}}));
    QVERIFY2(made.status == 201, made.text().constData());
    const qint64 id = made.object()[u"data"][u"id"].toInteger();
    const qint64 pid = program.ready()[u"pid"].toInteger();
    const auto completed = [&] { return taskOf(client, id)[u"completed_frames"].toInt(); };
    QTRY_VERIFY_WITH_TIMEOUT(completed() >= warm, 600'000);
    const qint64 before = memoryOf(pid);
    const QJsonObject end = endOf(client, id);
    QVERIFY2(end[u"status"].toString() == "completed"_L1, storyOf(client, id).constData());
    qInfo("%d frames, %.0f a second", frames, frames * 1000.0 / double(clock.elapsed()));
    QVERIFY2(memoryOf(pid) - before < mostGrowth,
             qPrintable(u"%1 kB at first, %2 kB at last"_s.arg(before).arg(memoryOf(pid))));

    const QList<QJsonObject> all = framesOf(client, id);
    QCOMPARE(all.size(), frames);
    QSet<QString> paths;
    for (const QJsonObject &frame : all) {
        QCOMPARE(frame[u"status"].toString(), u"completed"_s);
        QCOMPARE(frame[u"retry_count"].toInt(), 0);
        paths.insert(frame[u"output_path"].toString());
    }
    QCOMPARE(paths.size(), frames);
    const QString folder = program.data() + u"/renders/%1"_s.arg(id);
    QCOMPARE(QDir(folder + u"/frames"_s).entryList(QDir::Files).size(), frames);
    // What each process said is there once.
    int begun = 0;
    for (const QString &chunk : QDir(folder + u"/chunks"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile log(folder + u"/chunks/"_s + chunk + u"/log"_s);
        QVERIFY(log.open(QIODevice::ReadOnly));
        begun += int(log.readAll().count(" begins\n"));
    }
    QCOMPARE(begun, frames);
    QVERIFY(program.stop());
}

QTEST_GUILESS_MAIN(TestRenderMany)
#include "tst_render_many.moc"
