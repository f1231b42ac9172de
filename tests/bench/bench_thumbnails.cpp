// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_thumbnails FOLDER [THREADS [ROUNDS]]: decodes every picture below a folder and makes both of its thumbnails, on
// THREADS threads (default: one per core), ROUNDS times (default 1). Prints one line of JSON.
#include "media/decode.h"
#include "media/file_type.h"
#include "media/thumbnails.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>

#include <opencv2/core/utility.hpp>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::media;

namespace {

struct Work
{
    std::vector<std::pair<QString, FileType>> pictures;
    std::size_t rounds = 1;
    std::atomic<std::size_t> next = 0;
    std::atomic<int> failed = 0;
    std::atomic<qint64> decodeNs = 0;
    std::atomic<qint64> encodeNs = 0;
    std::atomic<qint64> pixels = 0;
};

std::vector<std::pair<QString, FileType>> picturesBelow(const QString &folder)
{
    std::vector<std::pair<QString, FileType>> pictures;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (const auto type = sniffFileType(path, path); type && !type->isVideo) {
            pictures.emplace_back(path, *type);
        }
    }
    return pictures;
}

void work(Work &shared)
{
    using Clock = std::chrono::steady_clock;
    for (std::size_t i = shared.next++; i < shared.pictures.size() * shared.rounds; i = shared.next++) {
        const auto &[path, type] = shared.pictures[i % shared.pictures.size()];
        const auto start = Clock::now();
        const auto decoded = decodePicture(path, type, 1, {.longSide = int(ThumbnailSize::Preview)});
        const auto middle = Clock::now();
        if (!decoded || !makeThumbnails(decoded->pixels)) {
            ++shared.failed;
            continue;
        }
        shared.decodeNs += (middle - start).count();
        shared.encodeNs += (Clock::now() - middle).count();
        shared.pixels += qint64(decoded->originalWidth) * decoded->originalHeight;
    }
}

QJsonObject measure(Work &shared, int threadCount)
{
    const auto start = std::chrono::steady_clock::now();
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < threadCount; ++i) {
            threads.emplace_back([&shared] { work(shared); });
        }
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const double count = double(shared.pictures.size() * shared.rounds) - shared.failed;
    return {{u"bench"_s, u"thumbnails"_s},
            {u"threads"_s, threadCount},
            {u"pictures"_s, count},
            {u"failed"_s, shared.failed.load()},
            {u"seconds"_s, seconds},
            {u"pictures_per_second"_s, count / seconds},
            {u"megapixels_per_second"_s, double(shared.pixels) / 1e6 / seconds},
            {u"decode_ms"_s, double(shared.decodeNs) / 1e6 / count},
            {u"thumbnails_ms"_s, double(shared.encodeNs) / 1e6 / count}};
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2) {
        std::fputs("usage: bench_thumbnails FOLDER [THREADS [ROUNDS]]\n", stderr);
        return 2;
    }
    // Threads of OpenCV's own would only stand in the way of ours.
    cv::setNumThreads(1);
    Work shared;
    shared.pictures = picturesBelow(QString::fromLocal8Bit(argv[1]));
    shared.rounds = argc > 3 ? std::size_t(std::max(1, std::atoi(argv[3]))) : 1;
    if (shared.pictures.empty()) {
        std::fputs("There are no pictures below that folder.\n", stderr);
        return 1;
    }
    const int threads = argc > 2 ? std::atoi(argv[2]) : int(std::thread::hardware_concurrency());
    const QByteArray line = QJsonDocument(measure(shared, std::max(1, threads))).toJson(QJsonDocument::Compact);
    std::puts(line.constData());
    return shared.failed == 0 ? 0 : 1;
}
