// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/task_request.h"

#include "render/field_problem.h"
#include "render/files/file_key.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <limits>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

constexpr int longestText = 100;
constexpr int longestTestText = 100;
constexpr int longestPath = 4096;
constexpr int mostFrames = 10'000;
constexpr int mostFiles = 10'000;
constexpr qsizetype largestInfo = 256 * 1024; // Without the assets: names and folders.
constexpr int leastRam = 4;
constexpr int mostRam = 512;
constexpr int mostGpus = 8;
constexpr int highestPriority = 10;
constexpr int longestTimeout = 366 * 86'400; // A year: above that somebody means milliseconds.

// Reads fields until the first that is not as it must be. Null is as good as missing.
class Reader
{
public:
    explicit Reader(const QJsonObject &body)
        : m_body(body)
    {
    }

    [[nodiscard]] bool has(const QString &field) const
    {
        return !m_body[field].isUndefined() && !m_body[field].isNull();
    }

    void text(const QString &field, QString &to, int least, int most)
    {
        const QJsonValue value = m_body[field];
        if ((has(field) || least > 0) && !m_problem) {
            const QString read = value.toString();
            if (!value.isString() || read.trimmed().size() < least || read.size() > most ||
                read.contains(QChar(u'\0'))) {
                m_problem = wrongField(field, given(field), u"a text of %1 to %2 characters"_s.arg(least).arg(most));
                return;
            }
            to = read;
        }
    }

    void number(const QString &field, int &to, int least, int most)
    {
        if (!has(field) || m_problem) {
            return;
        }
        const QJsonValue value = m_body[field];
        const double read = value.toDouble();
        if (!value.isDouble() || read != std::floor(read) || read < least || read > most) {
            m_problem = wrongField(field, value, u"a whole number from %1 to %2"_s.arg(least).arg(most));
            return;
        }
        to = int(read);
    }

    void flag(const QString &field, bool &to)
    {
        if (!has(field) || m_problem) {
            return;
        }
        if (!m_body[field].isBool()) {
            m_problem = wrongField(field, m_body[field], u"true or false"_s);
            return;
        }
        to = m_body[field].toBool();
    }

    void object(const QString &field, QJsonObject &to)
    {
        if (!has(field) || m_problem) {
            return;
        }
        if (!m_body[field].isObject()) {
            m_problem = wrongField(field, m_body[field], u"an object"_s);
            return;
        }
        to = m_body[field].toObject();
    }

    void check(const Result<void> &done)
    {
        if (!done && !m_problem) {
            m_problem = Failure(done.error());
        }
    }

    [[nodiscard]] const std::optional<Failure> &problem() const { return m_problem; }
    [[nodiscard]] QJsonValue value(const QString &field) const { return m_body[field]; }
    /// Undefined where it is missing.
    [[nodiscard]] QJsonValue given(const QString &field) const
    {
        return has(field) ? value(field) : QJsonValue(QJsonValue::Undefined);
    }

private:
    const QJsonObject &m_body;
    std::optional<Failure> m_problem;
};

Result<void> readEngine(const Reader &reader, TaskRequest &request)
{
    const auto engine = engineOf(reader.value(u"render_engine"_s).toString());
    if (!engine) {
        return wrongField(u"render_engine"_s, reader.given(u"render_engine"_s), u"maya, ue, blender or command"_s);
    }
    request.engine = *engine;
    return {};
}

Result<void> readTestFrames(const Reader &reader, TaskRequest &request)
{
    if (!reader.has(u"test_frames"_s)) {
        return {};
    }
    const QJsonValue value = reader.value(u"test_frames"_s);
    const Failure notNumbers =
        wrongField(u"test_frames"_s, value, u"a number or a comma-separated list of numbers, at most 100 characters"_s);
    if (!value.isString() || value.toString().size() > longestTestText) {
        return notNumbers;
    }
    request.testText = value.toString();
    if (request.testText.trimmed().isEmpty()) {
        request.testText.clear();
        return {};
    }
    const QList<int> frames = request.frames();
    for (const QString &part : request.testText.split(u',')) {
        bool isNumber = false;
        const int number = part.trimmed().toInt(&isNumber);
        if (!isNumber || number <= 0) {
            return notNumbers;
        }
        if (!std::binary_search(frames.begin(), frames.end(), number)) {
            return wrongField(u"test_frames"_s, value,
                              u"frames of the task, which has %1 to %2"_s.arg(frames.first()).arg(frames.last()));
        }
        request.testFrames += number;
    }
    std::sort(request.testFrames.begin(), request.testFrames.end());
    request.testFrames.erase(std::unique(request.testFrames.begin(), request.testFrames.end()),
                             request.testFrames.end());
    return {};
}

Result<void> readFiles(const QJsonValue &listed, TaskRequest &request)
{
    const QString field = u"task_info.assets"_s;
    if (listed.isUndefined() || listed.isNull()) {
        return {};
    }
    const QJsonArray list = listed.toArray();
    if (!listed.isArray()) {
        return wrongField(field, listed, u"a list of {local_path, file_hash}"_s);
    }
    if (list.size() > mostFiles) {
        return fail(ErrorCode::TooMany, {{u"field"_s, field},
                                         {u"value"_s, QString::number(list.size())},
                                         {u"limit"_s, QString::number(mostFiles)}});
    }
    for (const QJsonValue item : list) {
        const QString path = item[u"local_path"].toString();
        const auto md5 = md5From(item[u"file_hash"].toString());
        if (!md5) {
            return wrongField(field + u".file_hash", item[u"file_hash"], u"an MD5, 32 hexadecimal digits"_s);
        }
        if (auto place = serverPathOf(path); !place) {
            return wrongField(field + u".local_path", item[u"local_path"], u"the path of a file"_s);
        }
        request.files.push_back({path, *md5, item[u"type"].toString().left(longestText)});
    }
    return {};
}

} // namespace

QList<int> TaskRequest::frames() const
{
    QList<int> numbers;
    numbers.reserve(totalFrames);
    for (int at = 0; at < totalFrames; ++at) {
        numbers += startFrame + at * frameStep;
    }
    return numbers;
}

Result<TaskRequest> taskRequestFrom(const QJsonObject &body)
{
    TaskRequest request;
    Reader reader(body);
    constexpr int most = std::numeric_limits<int>::max();
    reader.text(u"unionid"_s, request.unionId, 1, longestText);
    reader.text(u"oss_file_path"_s, request.sceneKey, 1, longestKey);
    reader.check(readEngine(reader, request));
    if (reader.has(u"is_compressed"_s)) {
        reader.flag(u"is_compressed"_s, request.isCompressed.emplace());
    }
    reader.number(u"start_frame"_s, request.startFrame, 0, most / 2);
    reader.number(u"total_frames"_s, request.totalFrames, 1, mostFrames);
    reader.number(u"frame_step"_s, request.frameStep, 1, most / 2 / mostFrames);
    reader.number(u"priority"_s, request.priority, 0, highestPriority);
    reader.flag(u"stop_after_test"_s, request.stopsAfterTest);
    int ram = 0;
    reader.number(u"ram"_s, ram, leastRam, mostRam);
    request.ram = ram > 0 ? std::optional(ram) : std::nullopt;
    reader.number(u"gpu_count"_s, request.gpus, 0, mostGpus);
    reader.text(u"hardware_config_id"_s, request.hardwareId, 0, longestText);
    reader.number(u"frame_timeout"_s, request.frameTimeout, 1, longestTimeout);
    reader.number(u"task_timeout"_s, request.taskTimeout, 1, longestTimeout);
    reader.text(u"cg_version"_s, request.version, 0, longestText);
    reader.text(u"renderer"_s, request.renderer, 0, longestText);
    reader.object(u"plugins"_s, request.plugins);
    reader.object(u"task_info"_s, request.info);
    if (!reader.problem()) {
        reader.check(readTestFrames(reader, request));
        reader.check(readFiles(request.info.take(u"assets"_s), request));
    }
    if (!reader.problem() && QJsonDocument(request.info).toJson(QJsonDocument::Compact).size() > largestInfo) {
        return fail(
            ErrorCode::TooLarge,
            {{u"field"_s, u"task_info"_s}, {u"value"_s, u"more"_s}, {u"limit"_s, u"%1 KB"_s.arg(largestInfo / 1024)}});
    }
    if (reader.problem()) {
        return *reader.problem();
    }
    return request;
}

Result<QString> serverPathOf(const QString &localPath)
{
    QString path = localPath;
    path.replace(u'\\', u'/');
    const bool hasDrive = path.size() > 1 && path[1] == u':' && path[0].isLetter();
    if (hasDrive) {
        path.remove(1, 1);
    }
    QString clean;
    for (const QString &part : path.split(u'/', Qt::SkipEmptyParts)) {
        const bool isPrintable = std::all_of(part.begin(), part.end(), [](QChar letter) { return letter >= u' '; });
        constexpr int longestPart = 255; // Bytes: what file systems take.
        if (part == ".."_L1 || !isPrintable || part.toUtf8().size() > longestPart) {
            return wrongField(u"local_path"_s, localPath, u"the path of a file"_s);
        }
        if (part != "."_L1) {
            clean += u'/' + part;
        }
    }
    if (clean.isEmpty() || clean.size() > longestPath || path.endsWith(u'/')) {
        return wrongField(u"local_path"_s, localPath, u"the path of a file"_s);
    }
    return clean;
}

} // namespace kinframe::render
