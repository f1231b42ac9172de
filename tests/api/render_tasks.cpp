// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/render_tasks.h"

#include "api/image_calls.h"
#include "api/library_state.h"
#include "api/render_calls.h"
#include "api/test_data.h"
#include "test_scenes.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <csignal>
#include <functional>

namespace kinframe::test {

using namespace Qt::StringLiterals;

namespace {

const QString &sceneFolder()
{
    static const QTemporaryDir folder;
    static const QString path = folder.path();
    return path;
}

QByteArray factOf(qint64 pid, const QByteArray &name)
{
    QFile file(u"/proc/%1/%2"_s.arg(pid).arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) ? file.readAll() : QByteArray();
}

cv::Mat decoded(const QByteArray &picture, int how)
{
    if (picture.isEmpty()) {
        return {};
    }
    const cv::Mat bytes(1, int(picture.size()), CV_8U, const_cast<char *>(picture.constData()));
    return cv::imdecode(bytes, how);
}

// One that has ended, and whose parent has not looked yet, has nothing left.
QList<qint64> processes(const std::function<bool(qint64)> &isWanted)
{
    QList<qint64> found;
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        bool isPid = false;
        const qint64 pid = name.toLongLong(&isPid);
        if (isPid && isWanted(pid)) {
            found << pid;
        }
    }
    return found;
}

} // namespace

QString SceneStock::missingBlender()
{
    if (blender().isEmpty()) {
        return u"Blender is not installed"_s;
    }
    static const QString problem = makeBlenderScenes(sceneFolder());
    return problem;
}

QString SceneStock::missingTachyon()
{
    return tachyon().isEmpty() ? u"Tachyon is not installed"_s : QString();
}

QString SceneStock::blend(const QString &name)
{
    return sceneFolder() + u'/' + name + u".blend"_s;
}

QString SceneStock::tachyonScene()
{
    static const QString path = makeTachyonScene(sceneFolder());
    return path;
}

QString storeFile(const HttpClient &client, const QString &path)
{
    return dataOf(putFile(client, bytesOf(path), {}, QFileInfo(path).fileName())).value("storage_path"_L1).toString();
}

QJsonObject taskBody(const QString &key, const QJsonObject &more)
{
    QJsonObject body{{u"unionid"_s, u"anna"_s}, {u"oss_file_path"_s, key}, {u"render_engine"_s, u"blender"_s}};
    for (auto field = more.begin(); field != more.end(); ++field) {
        body.insert(field.key(), field.value());
    }
    return body;
}

qint64 makeTask(const HttpClient &client, const QString &scene, const QJsonObject &more)
{
    const QString key = storeFile(client, SceneStock::blend(scene));
    return dataOf(client.post(u"/api/tasks/"_s, taskBody(key, more))).value("id"_L1).toInteger(-1);
}

int codeOf(const HttpAnswer &answer)
{
    return answer.object().value("code"_L1).toInt();
}

QString taskPath(qint64 id, const QString &tail)
{
    return u"/api/tasks/%1"_s.arg(id) + tail;
}

QJsonObject taskOf(const HttpClient &client, qint64 id)
{
    return dataOf(client.get(taskPath(id)));
}

QString stateOf(const HttpClient &client, qint64 id)
{
    return dataOf(client.get(taskPath(id, u"/status"_s))).value("status"_L1).toString();
}

QJsonObject endOf(const HttpClient &client, qint64 id)
{
    static const QStringList ends{u"completed"_s, u"failed"_s, u"cancelled"_s};
    bool isThere = true;
    const bool isEnded = waitUntil([&] {
        const HttpAnswer status = client.get(taskPath(id, u"/status"_s));
        isThere = status.status == 200;
        return !isThere || ends.contains(dataOf(status).value("status"_L1).toString());
    });
    return isThere && isEnded ? taskOf(client, id) : QJsonObject();
}

QList<QJsonObject> framesOf(const HttpClient &client, qint64 id)
{
    QList<QJsonObject> frames;
    for (const QJsonValue frame :
         dataOf(client.get(taskPath(id, u"/frames?page_size=10000"_s))).value("items"_L1).toArray()) {
        frames << frame.toObject();
    }
    return frames;
}

int countFrames(const QList<QJsonObject> &frames, const QString &state)
{
    return int(std::count_if(frames.begin(), frames.end(),
                             [&](const QJsonObject &frame) { return frame.value("status"_L1) == state; }));
}

QByteArray storyOf(const HttpClient &client, qint64 id)
{
    QByteArray story = QJsonDocument(taskOf(client, id)).toJson(QJsonDocument::Compact) + '\n';
    for (const QJsonObject &frame : framesOf(client, id)) {
        const int number = frame.value("frame_number"_L1).toInt();
        story += QJsonDocument(frame).toJson(QJsonDocument::Compact) + '\n';
        if (frame.value("status"_L1) != "completed"_L1) {
            const HttpAnswer log = client.get(taskPath(id, u"/frames/%1/log"_s.arg(number)));
            story += dataOf(log).value("log"_L1).toString().right(500).toUtf8() + '\n';
        }
    }
    return story.left(20'000);
}

QSize pixelsOf(const QByteArray &picture)
{
    const cv::Mat pixels = decoded(picture, cv::IMREAD_UNCHANGED);
    return {pixels.cols, pixels.rows};
}

int brightnessAt(const QByteArray &picture, double x, double y)
{
    const cv::Mat pixels = decoded(picture, cv::IMREAD_GRAYSCALE);
    return pixels.empty() ? -1 : pixels.at<uchar>(int(y * pixels.rows), int(x * pixels.cols));
}

QStringList imagesOfTask(const HttpClient &client, qint64 id)
{
    QList<std::pair<int, QString>> images;
    const HttpAnswer answer = client.get(u"/api/images?$top=1000&$filter=task_id%20eq%20'%1'"_s.arg(id));
    for (const QString &hash : hashesOf(answer)) {
        images << std::pair(metadataOf(client, hash).value("frame_number"_L1).toInt(-1), hash);
    }
    std::sort(images.begin(), images.end());
    QStringList hashes;
    for (const auto &[frame, hash] : images) {
        hashes << hash;
    }
    return hashes;
}

HttpAnswer useCommand(const HttpClient &client, const QString &program, const QString &arguments, const QString &suffix)
{
    const QJsonObject hardware{{u"id"_s, u"whole"_s},
                               {u"config_name"_s, u"Whole"_s},
                               {u"ram"_s, 4},
                               {u"cpu_cores"_s, 1024},
                               {u"gpu_count"_s, 0},
                               {u"gpu_model"_s, {}},
                               {u"price_per_hour"_s, 36}};
    const QJsonObject command{
        {u"program"_s, program}, {u"arguments"_s, arguments}, {u"file_suffix"_s, suffix}, {u"at_once"_s, 1}};
    return client.put(u"/api/render-setup"_s,
                      {{u"hardware"_s, QJsonArray{hardware}}, {u"engines"_s, QJsonObject{{u"command"_s, command}}}});
}

QJsonObject enginesNowhere(const QStringList &names)
{
    QJsonObject engines;
    for (const QString &name : names) {
        engines.insert(name, QJsonObject{{u"program"_s, u"/nowhere/renderer"_s}});
    }
    return engines;
}

QList<qint64> renderersIn(const QString &folder)
{
    const QByteArray sign = "KINFRAME_RENDER_JOB=" + QFile::encodeName(folder) + '/';
    return processes([&](qint64 pid) {
        const QList<QByteArray> environment = factOf(pid, "environ").split('\0');
        return std::any_of(environment.begin(), environment.end(),
                           [&](const QByteArray &variable) { return variable.startsWith(sign); });
    });
}

QList<qint64> workersIn(const QString &folder)
{
    const QByteArray start = QFile::encodeName(folder) + '/';
    return processes([&](qint64 pid) {
        const QList<QByteArray> words = factOf(pid, "cmdline").split('\0');
        return words.size() > 1 && words[0].endsWith("kinframe-render-worker") && words[1].startsWith(start);
    });
}

void endRendersIn(const QString &folder)
{
    // Who would start others goes first.
    for (const qint64 pid : workersIn(folder) + renderersIn(folder)) {
        ::kill(pid_t(pid), SIGKILL);
    }
}

bool isStopped(qint64 pid)
{
    // "12 (name) T …": a name may hold anything.
    const QByteArray stat = factOf(pid, "stat");
    const QByteArray state = stat.mid(stat.lastIndexOf(')') + 2, 1);
    if (state != "D") {
        return state == "T";
    }
    // A shell that has forked waits until its child runs a program, and cannot be stopped before: where the child is,
    // it does nothing either.
    const QList<QByteArray> children = factOf(pid, "task/" + QByteArray::number(pid) + "/children").split(' ');
    return std::any_of(children.begin(), children.end(),
                       [](const QByteArray &child) { return !child.isEmpty() && isStopped(child.toLongLong()); });
}

} // namespace kinframe::test
