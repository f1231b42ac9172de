// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/engines/frame_files.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

// A folder that somebody filled with other things must not hold the caller up for ever.
constexpr int mostFiles = 100'000;

int lastNumberIn(QStringView text)
{
    qsizetype end = text.size();
    while (end > 0 && (text[end - 1] < u'0' || text[end - 1] > u'9')) {
        --end;
    }
    qsizetype start = end;
    while (start > 0 && text[start - 1] >= u'0' && text[start - 1] <= u'9') {
        --start;
    }
    bool isNumber = false;
    const int number = text.sliced(start, end - start).toInt(&isNumber);
    return isNumber ? number : -1;
}

bool isDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

// The highest in the tree first, then the shortest, then by name, so that the same files give the same order.
bool goesBefore(const QString &one, const QString &other)
{
    const qsizetype depth = one.count(u'/');
    const qsizetype otherDepth = other.count(u'/');
    if (depth != otherDepth) {
        return depth < otherDepth;
    }
    if (one.size() != other.size()) {
        return one.size() < other.size();
    }
    return one < other;
}

} // namespace

QString outputDirOf(const ChunkJob &job)
{
    if (job.engine != Engine::Unreal) {
        return job.outputDir;
    }
    const QString project = job.projectDir.isEmpty() ? QFileInfo(job.scene).path() : job.projectDir;
    return project + u"/Saved/MovieRenders"_s;
}

int frameOf(const QString &path)
{
    // Both kinds of slashes: a log may be of another system.
    const qsizetype slash = std::max(path.lastIndexOf(u'/'), path.lastIndexOf(u'\\'));
    const QStringView name = QStringView(path).sliced(slash + 1);
    const qsizetype dot = name.lastIndexOf(u'.');
    // Maya's own way is name.png.0001.
    if (dot < 0 || isDigits(name.sliced(dot + 1))) {
        return lastNumberIn(name);
    }
    return lastNumberIn(name.first(dot));
}

QMap<int, QStringList> frameFiles(const QString &outputDir)
{
    QMap<int, QStringList> frames;
    QDirIterator entry(outputDir, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    for (int count = 0; entry.hasNext() && count < mostFiles; ++count) {
        const QString path = entry.next();
        if (const int frame = frameOf(path); frame >= 0) {
            frames[frame] += path;
        }
    }
    for (QStringList &paths : frames) {
        std::sort(paths.begin(), paths.end(), goesBefore);
    }
    return frames;
}

} // namespace kinframe::render
