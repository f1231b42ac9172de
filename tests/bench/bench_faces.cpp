// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_faces FOLDER [THREADS]: decodes every picture below a folder, finds the faces in it and measures them, on
// THREADS threads (default 1), and does nothing else: what an import could reach at best. Prints one line of JSON. The
// models are those that KINFRAME_MODELS names.
#include "base/language.h"
#include "faces/engine/face_engine.h"
#include "media/decode.h"
#include "media/metadata.h"
#include "media/thumbnails.h"
#include "models/model_store.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace kinframe;

namespace {

struct Picture
{
    QString path;
    media::FileType type;
    int orientation = 1;
};

struct Work
{
    std::vector<Picture> pictures;
    std::vector<std::unique_ptr<faces::FaceEngine>> engines; ///< one for each thread
    std::atomic<std::size_t> next = 0;
    std::atomic<int> failed = 0;
    std::atomic<qint64> decodeNs = 0;
    std::atomic<qint64> facesNs = 0;
    std::atomic<qint64> faces = 0;
};

/// With what is no part of decoding: the type and the orientation.
std::vector<Picture> picturesBelow(const QString &folder)
{
    std::vector<Picture> pictures;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const auto type = media::sniffFileType(path, path);
        if (!type || type->isVideo) {
            continue;
        }
        const auto metadata = media::readMetadata(path, *type);
        pictures.push_back({path, *type, metadata ? metadata->orientation.value_or(1) : 1});
    }
    return pictures;
}

Result<faces::ModelFiles> findModels()
{
    const models::ModelStore store(models::Manifest::builtIn(), QDir::tempPath(),
                                   models::ModelStore::foldersOfEnvironment());
    const auto paths = store.resolve();
    if (!paths) {
        return failed(paths);
    }
    return faces::ModelFiles{paths->detector.files.front(), paths->recogniser.files.front()};
}

Result<void> loadEngines(Work &shared, int threads)
{
    const auto files = findModels();
    if (!files) {
        return failed(files);
    }
    faces::prepareEngines();
    for (int i = 0; i < threads; ++i) {
        auto engine = faces::FaceEngine::load(*files);
        if (!engine) {
            return failed(engine);
        }
        shared.engines.push_back(std::move(*engine));
    }
    return {};
}

void work(Work &shared, faces::FaceEngine &engine)
{
    using Clock = std::chrono::steady_clock;
    for (std::size_t i = shared.next++; i < shared.pictures.size(); i = shared.next++) {
        const Picture &picture = shared.pictures[i];
        const auto start = Clock::now();
        const auto decoded = media::decodePicture(picture.path, picture.type, picture.orientation,
                                                  {.longSide = int(media::ThumbnailSize::Preview)});
        const auto middle = Clock::now();
        const auto found = decoded ? engine.analyse(decoded->pixels, decoded->originalWidth, decoded->originalHeight)
                                   : Result<std::vector<faces::FaceFound>>(failed(decoded));
        if (!found) {
            ++shared.failed;
            continue;
        }
        shared.decodeNs += (middle - start).count();
        shared.facesNs += (Clock::now() - middle).count();
        shared.faces += qint64(found->size());
    }
}

QJsonObject measure(Work &shared)
{
    const auto start = std::chrono::steady_clock::now();
    {
        std::vector<std::jthread> threads;
        for (const auto &engine : shared.engines) {
            threads.emplace_back([&shared, &engine] { work(shared, *engine); });
        }
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const double count = double(shared.pictures.size()) - shared.failed;
    return {{u"bench"_s, u"faces"_s},
            {u"threads"_s, double(shared.engines.size())},
            {u"pictures"_s, count},
            {u"failed"_s, shared.failed.load()},
            {u"faces"_s, double(shared.faces)},
            {u"seconds"_s, seconds},
            {u"pictures_per_second"_s, count / seconds},
            {u"decode_ms"_s, double(shared.decodeNs) / 1e6 / count},
            {u"faces_ms"_s, double(shared.facesNs) / 1e6 / count}};
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2) {
        std::fputs("usage: bench_faces FOLDER [THREADS]\n", stderr);
        return 2;
    }
    Work shared;
    shared.pictures = picturesBelow(QString::fromLocal8Bit(argv[1]));
    if (shared.pictures.empty()) {
        std::fputs("There are no pictures below that folder.\n", stderr);
        return 1;
    }
    if (const auto loaded = loadEngines(shared, argc > 2 ? std::max(1, std::atoi(argv[2])) : 1); !loaded) {
        std::fprintf(stderr, "%s\n", qPrintable(textOf(loaded.error(), Language::English)));
        return 1;
    }
    std::puts(QJsonDocument(measure(shared)).toJson(QJsonDocument::Compact).constData());
    return shared.failed == 0 ? 0 : 1;
}
