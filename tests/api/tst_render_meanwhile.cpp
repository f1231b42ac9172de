// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/made_files.h"
#include "api/render_calls.h"
#include "api/render_tasks.h"
#include "api/test_data.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

constexpr int frameMs = 2000; // long enough to be told from nothing on a busy computer
constexpr double msPerSecond = 1000;
constexpr double pricePerSecond = 0.01;

// Takes Maya's arguments and writes what Maya and Arnold write, who do not say how long a frame took. Each frame waits
// until the test lets it go.
constexpr char renderer[] = "#!/bin/sh\n"
                            "while [ $# -gt 1 ]; do\n"
                            "    case $1 in -s) start=$2 ;; -e) end=$2 ;; -b) step=$2 ;; -rd) folder=$2 ;; -im) "
                            "name=$2 ;; -of) format=$2 ;; esac\n"
                            "    shift\n"
                            "done\n"
                            "for frame in $(seq \"$start\" \"$step\" \"$end\"); do\n"
                            "    file=$folder/$name.$(printf %04d \"$frame\").$format\n"
                            "    echo \"00:00:01   504MB         |    50% done - 64 rays/pixel\"\n"
                            "    echo \"$frame\" >> \"HERE/begun\"\n"
                            "    while [ ! -e \"HERE/go$frame\" ]; do sleep 0.02; done\n"
                            "    cp HERE/picture.jpg \"$file\"\n"
                            "    echo \"00:00:09   514MB         |  [driver_jpeg] writing file \\`$file'\"\n"
                            "done\n"
                            "echo \"// Maya exited with status 0\"\n";

QDateTime timeOf(const QJsonObject &frame, QLatin1String name)
{
    return QDateTime::fromString(frame.value(name).toString(), Qt::ISODateWithMs);
}

} // namespace

/// What renders goes on while the program is away; what it did then is known afterwards as if the program had seen it.
class RenderMeanwhileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void framesKeepTheirTimes();
    void cleanupTestCase();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] bool hasBegun(int frame) const
    {
        return waitUntil([&] { return bytesOf(path(u"begun"_s)).contains(QByteArray::number(frame)); });
    }
    void startAgain()
    {
        QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
        m_client = m_kinframe.client();
    }

    KinframeProcess m_kinframe{{}, Models::None};
    HttpClient m_client;
    QTemporaryDir m_folder;
};

void RenderMeanwhileTest::initTestCase()
{
#ifndef Q_OS_LINUX
    QSKIP("looks at the processes as Linux shows them");
#endif
    startAgain();
    const QString program = path(u"Render"_s);
    QVERIFY(writeBytes(program, QByteArray(renderer).replace("HERE", QFile::encodeName(m_folder.path()))));
    QVERIFY(QFile::setPermissions(program, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(writeBytes(path(u"picture.jpg"_s), madeJpeg(1)));
    // One process has all of the computer.
    const QJsonObject hardware{{u"id"_s, u"whole"_s},
                               {u"config_name"_s, u"Whole"_s},
                               {u"ram"_s, 4},
                               {u"cpu_cores"_s, 1024},
                               {u"gpu_count"_s, 0},
                               {u"gpu_model"_s, {}},
                               {u"price_per_hour"_s, pricePerSecond * 3600}};
    const QJsonObject maya{{u"program"_s, program}};
    const HttpAnswer set = m_client.put(u"/api/render-setup"_s, {{u"hardware"_s, QJsonArray{hardware}},
                                                                 {u"engines"_s, QJsonObject{{u"maya"_s, maya}}}});
    QVERIFY2(set.status == 200, set.text().constData());
}

void RenderMeanwhileTest::framesKeepTheirTimes()
{
    QElapsedTimer all;
    all.start();
    const QByteArray scene = "//Maya ASCII 2022 scene\nrequires maya \"2022\";\n";
    const QString key = dataOf(putFile(m_client, scene)).value("storage_path"_L1).toString();
    const QJsonObject more{{u"render_engine"_s, u"maya"_s},
                           {u"total_frames"_s, 2},
                           {u"task_info"_s, QJsonObject{{u"renderer"_s, u"arnold"_s}, {u"image_format"_s, u"jpg"_s}}}};
    const HttpAnswer made = m_client.post(u"/api/tasks"_s, taskBody(key, more));
    QVERIFY2(made.status == 201, made.text().constData());
    const qint64 id = dataOf(made).value("id"_L1).toInteger();
    QVERIFY2(hasBegun(1), storyOf(m_client, id).constData());
    QVERIFY(waitUntil([&] { return countFrames(framesOf(m_client, id), u"rendering"_s) == 1; }));
    m_kinframe.kill();
    for (const int frame : {1, 2}) {
        QVERIFY(hasBegun(frame));
        QTest::qSleep(frameMs); // So long it takes, which is what this is about.
        QVERIFY(writeBytes(path(u"go%1"_s.arg(frame)), "x"));
    }
    QVERIFY(waitUntil([&] { return workersIn(m_kinframe.data() + u"/renders"_s).isEmpty(); }));
    const QDateTime ended = QDateTime::currentDateTimeUtc();
    startAgain();
    const QJsonObject task = endOf(m_client, id);
    QVERIFY2(task.value("status"_L1) == "completed"_L1, storyOf(m_client, id).constData());
    double sum = 0;
    QDateTime before = timeOf(task, "created_at"_L1);
    for (const QJsonObject &frame : framesOf(m_client, id)) {
        const double seconds = frame.value("render_time"_L1).toDouble();
        QVERIFY2(seconds * msPerSecond > frameMs / 2. && seconds * msPerSecond < double(all.elapsed()),
                 storyOf(m_client, id).constData());
        QVERIFY(timeOf(frame, "started_at"_L1) >= before);
        before = timeOf(frame, "completed_at"_L1);
        QVERIFY(before > timeOf(frame, "started_at"_L1));
        QVERIFY(before <= ended);
        QCOMPARE(frame.value("retry_count"_L1).toInt(), 0);
        sum += seconds;
    }
    constexpr double rounding = 0.001;
    QVERIFY(std::abs(task.value("actual_cost"_L1).toDouble() - sum * pricePerSecond) < rounding);
}

void RenderMeanwhileTest::cleanupTestCase()
{
    endRendersIn(m_kinframe.data() + u"/renders"_s);
    QVERIFY(!m_kinframe.isRunning() || m_kinframe.stop());
}

QTEST_GUILESS_MAIN(RenderMeanwhileTest)
#include "tst_render_meanwhile.moc"
