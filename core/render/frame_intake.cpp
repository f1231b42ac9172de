// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/frame_intake.h"

#include "base/background_thread.h"
#include "base/digest.h"
#include "base/durable_moves.h"
#include "base/files.h"
#include "render/engines/frame_files.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <iterator>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t threads = 2;

// What a log says of paths is not believed: the file must lie in the attempt's own folder.
QString pathWithin(const QString &folder, const QString &path)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    const QString root = QFileInfo(folder).canonicalFilePath();
    return !root.isEmpty() && real.startsWith(root + u'/') ? real : QString();
}

QString writtenFile(const FrameIntake::Wanted &wanted)
{
    if (QString path = pathWithin(wanted.outputFolder, wanted.path); !path.isEmpty()) {
        return path;
    }
    const QStringList files = frameFiles(wanted.outputFolder).value(wanted.frame);
    return files.isEmpty() ? QString() : pathWithin(wanted.outputFolder, files.first());
}

// Of a picture that was made a result by a program that was killed before it could write that down.
QString resultOf(const FrameIntake::Wanted &wanted)
{
    const QFileInfo result(wanted.framesFolder + u'/' + QFileInfo(wanted.path).fileName());
    const qint64 begun = wanted.expected.notBefore;
    const bool isOfThisAttempt = result.isFile() && result.lastModified().toMSecsSinceEpoch() >= begun && begun > 0;
    return isOfThisAttempt && frameOf(result.fileName()) == wanted.frame ? result.filePath() : QString();
}

// The file is `path` now and lies at `to` in the end.
Result<FrameOutput> outputAt(const FrameIntake::Wanted &wanted, const QString &path, const QString &to)
{
    Md5 hash;
    qint64 size = 0;
    const auto read = readWhole(path, [&](QByteArrayView bytes) -> Result<void> {
        hash.add(bytes);
        size += bytes.size();
        return {};
    });
    if (!read) {
        return failed(read);
    }
    const QString root = QFileInfo(wanted.framesFolder).path();
    return FrameOutput{QDir(root).relativeFilePath(to), size, hash.finish()};
}

struct Looked
{
    Result<FrameOutput> output;
    std::optional<FileMove> move; ///< to be made before the output is told
};

Looked look(const FrameIntake::Wanted &wanted, const std::stop_token &stop)
{
    QString path = writtenFile(wanted);
    const bool isNew = !path.isEmpty();
    path = isNew ? path : resultOf(wanted);
    if (path.isEmpty()) {
        return {fail(ErrorCode::FrameNotWritten, {{u"frame"_s, QString::number(wanted.frame)}}), std::nullopt};
    }
    if (const auto checked = checkFrame(path, wanted.expected, stop); !checked) {
        return {failed(checked), std::nullopt};
    }
    if (!isNew) {
        return {outputAt(wanted, path, path), std::nullopt};
    }
    // Below the folder as the engine laid it out, so that layers of the same name do not meet.
    const QString below = path.mid(QFileInfo(wanted.outputFolder).canonicalFilePath().size() + 1);
    const QString to = wanted.framesFolder + u'/' + below;
    if (auto made = makeFolder(QFileInfo(to).path()); !made) {
        return {failed(made), std::nullopt};
    }
    return {outputAt(wanted, path, to), FileMove{path, to}};
}

void moveGood(std::vector<Looked> &looked)
{
    std::vector<FileMove> moves;
    std::vector<Looked *> moved;
    for (Looked &each : looked) {
        if (each.output && each.move) {
            moves.push_back(*each.move);
            moved.push_back(&each);
        }
    }
    const auto results = moveDurably(moves);
    for (std::size_t i = 0; i < moved.size(); ++i) {
        if (!results[i]) {
            moved[i]->output = failed(results[i]);
        }
    }
}

} // namespace

FrameIntake::FrameIntake(Sink sink)
    : m_sink(std::move(sink))
{
    for (std::size_t i = 0; i < threads; ++i) {
        m_threads.emplace_back([this](const std::stop_token &stop) { serve(stop); });
    }
}

FrameIntake::~FrameIntake()
{
    for (std::jthread &thread : m_threads) {
        thread.request_stop();
    }
    m_threads.clear();
}

void FrameIntake::check(std::vector<Wanted> frames)
{
    {
        const std::scoped_lock lock(m_mutex);
        std::ranges::move(frames, std::back_inserter(m_waiting));
    }
    m_woken.notify_all();
}

void FrameIntake::run(std::function<void(const std::stop_token &)> work)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_work.push_back(std::move(work));
    }
    m_woken.notify_one();
}

void FrameIntake::serve(const std::stop_token &stop)
{
    giveWayToOthers();
    for (;;) {
        Work work;
        std::vector<Wanted> frames;
        {
            std::unique_lock lock(m_mutex);
            m_woken.wait(lock, stop, [this] { return !m_work.empty() || !m_waiting.empty(); });
            if (stop.stop_requested()) {
                return;
            }
            if (m_work.empty()) {
                frames = nextWaiting();
            } else {
                work = std::move(m_work.front());
                m_work.pop_front();
            }
        }
        if (work) {
            work(stop);
        } else {
            take(frames, stop);
        }
    }
}

// What waits is shared out, so that large pictures are decoded by all threads.
std::vector<FrameIntake::Wanted> FrameIntake::nextWaiting()
{
    constexpr std::size_t most = 32;
    const std::size_t count = std::min(most, (m_waiting.size() + threads - 1) / threads);
    const auto end = m_waiting.begin() + std::ptrdiff_t(count);
    std::vector<Wanted> next(std::make_move_iterator(m_waiting.begin()), std::make_move_iterator(end));
    m_waiting.erase(m_waiting.begin(), end);
    return next;
}

void FrameIntake::take(const std::vector<Wanted> &frames, const std::stop_token &stop)
{
    std::vector<Looked> looked;
    looked.reserve(frames.size());
    for (const Wanted &wanted : frames) {
        looked.push_back(look(wanted, stop));
    }
    moveGood(looked);
    std::vector<Outcome> outcomes;
    outcomes.reserve(frames.size());
    for (std::size_t i = 0; i < frames.size(); ++i) {
        outcomes.push_back({frames[i].chunk, frames[i].frame, std::move(looked[i].output)});
    }
    m_sink(std::move(outcomes));
}

} // namespace kinframe::render
