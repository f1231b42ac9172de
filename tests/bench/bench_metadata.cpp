// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the metadata of every picture and video below a folder, on one thread, and prints one line of JSON.
#include "base/clock.h"
#include "media/file_type.h"
#include "media/metadata.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::media;

namespace {

struct Work
{
    QString path;
    FileType type;
};

std::vector<Work> collect(const QString &folder)
{
    std::vector<Work> work;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (const auto type = sniffFileType(path, files.fileName())) {
            work.push_back({path, *type});
        }
    }
    return work;
}

} // namespace

int main(int count, char **arguments)
{
    if (count < 2) {
        std::fprintf(stderr, "usage: bench_metadata FOLDER [ROUNDS]\n");
        return 2;
    }
    const int rounds = count > 2 ? QByteArray(arguments[2]).toInt() : 10;
    const std::vector<Work> work = collect(QString::fromLocal8Bit(arguments[1]));
    int failed = 0;
    const qint64 begin = steadyMs();
    for (int i = 0; i < rounds; ++i) {
        for (const Work &file : work) {
            failed += readMetadata(file.path, file.type) ? 0 : 1;
        }
    }
    const qint64 took = std::max<qint64>(steadyMs() - begin, 1);
    const qint64 files = qint64(work.size()) * rounds;
    const QJsonObject line{{u"bench"_s, u"metadata"_s},
                           {u"files"_s, files},
                           {u"failed"_s, failed},
                           {u"ms"_s, took},
                           {u"files_per_second"_s, double(files) * 1000 / double(took)}};
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    return 0;
}
