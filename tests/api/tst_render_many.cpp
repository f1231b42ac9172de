// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Ten thousand light frames, each in a process of its own: none is lost or rendered twice, and the memory stays.
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/render_calls.h"
#include "api/render_tasks.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <algorithm>

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
constexpr int step = 1000; // Frames from one look at the memory to the next.
// kB that the second half may add. A kB kept of each of the 4000 frames between the two looks is more.
constexpr qint64 mostGrowth = 3500;

// kB that the process has for itself, without the files that it has mapped; -1 where the system does not tell.
qint64 memoryOf(qint64 pid)
{
    QFile status(u"/proc/%1/status"_s.arg(pid));
    if (!status.open(QIODevice::ReadOnly)) {
        return -1;
    }
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("RssAnon:")) {
            return line.mid(8).trimmed().split(' ').first().toLongLong();
        }
    }
    return -1;
}

// So that one look in a moment of much work says nothing.
qint64 medianOf(QList<qint64> samples)
{
    std::sort(samples.begin(), samples.end());
    return samples[samples.size() / 2];
}

} // namespace

void TestRenderMany::noneIsLostOrDoubled()
{
    if (const QString missing = SceneStock::missingTachyon(); !missing.isEmpty()) {
        QSKIP(qPrintable(missing));
    }
    // Of glibc: one heap for all threads, of which what is free goes back. Else a heap of every thread keeps the most
    // that it ever had, which says more of chance than of the program. Looking for faces would have its own way with
    // it.
    qputenv("MALLOC_ARENA_MAX", "1");
    qputenv("MALLOC_MMAP_THRESHOLD_", "131072");
    qputenv("MALLOC_TRIM_THRESHOLD_", "131072");
    KinframeProcess program({}, Models::None);
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
    QList<qint64> memory; // after each step
    while (memory.size() < frames / step) {
        const int wanted = int(memory.size() + 1) * step;
        QVERIFY(waitUntil([&] {
            const QJsonObject status = dataOf(client.get(taskPath(id, u"/status"_s)));
            return status[u"completed_frames"].toInt() >= wanted || status[u"failed_frames"].toInt() > 0;
        }));
        memory << memoryOf(pid);
    }
    const QJsonObject end = endOf(client, id);
    QVERIFY2(end[u"status"].toString() == "completed"_L1, storyOf(client, id).constData());
    qInfo("%d frames, %.0f a second", frames, frames * 1000.0 / double(clock.elapsed()));
    QStringList told;
    for (const qint64 kb : memory) {
        told << QString::number(kb);
    }
    const QByteArray course = "kB after each thousand frames: " + told.join(u' ').toLatin1();
    qInfo("%s", course.constData());
    // The fourth to the sixth thousand, and the last three.
    const qint64 growth = medianOf(memory.last(3)) - medianOf(memory.mid(3, 3));
    QVERIFY2(memory.first() > 0 && growth < mostGrowth, course.constData());

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
