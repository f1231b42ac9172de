// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene_testing.h"

#include "render/scene/scene_words.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

#include <zlib.h>

namespace kinframe::test {

using namespace Qt::StringLiterals;
using namespace kinframe::render;

QString missingScenes()
{
    return QFileInfo::exists(mayaPath(u"deadline_cube.ma"_s))
               ? QString()
               : u"KINFRAME_TESTDATA names no folder with Maya scenes (maya/*.ma)"_s;
}

QString mayaPath(const QString &name)
{
    return qEnvironmentVariable("KINFRAME_TESTDATA") + u"/maya/"_s + name;
}

QByteArray bytesAt(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

SceneFacts mayaFactsOf(const QByteArray &text, qsizetype blockSize)
{
    MayaReader reader;
    const std::string_view all(text.constData(), std::size_t(text.size()));
    const std::size_t step = blockSize > 0 ? std::size_t(blockSize) : std::max<std::size_t>(all.size(), 1);
    for (std::size_t at = 0; at < all.size(); at += step) {
        reader.add(all.substr(at, step));
    }
    return reader.finish(true);
}

QStringList noteNames(const SceneFacts &facts)
{
    QStringList names;
    for (const SceneNote &note : facts.notes) {
        names << nameOf(note.notice);
    }
    return names;
}

QStringList fileLines(const SceneFacts &facts)
{
    QStringList lines;
    for (const SceneFile &file : facts.files) {
        lines << nameOf(file.type) + u' ' + file.path;
    }
    return lines;
}

QByteArray gzipped(const QByteArray &bytes)
{
    z_stream stream{};
    constexpr int gzipFormat = 16 + MAX_WBITS;
    if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, gzipFormat, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        return {};
    }
    QByteArray packed(qsizetype(deflateBound(&stream, uLong(bytes.size()))), Qt::Uninitialized);
    QByteArray input = bytes;
    stream.next_in = reinterpret_cast<Bytef *>(input.data());
    stream.avail_in = uInt(input.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    (void)deflate(&stream, Z_FINISH);
    packed.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

} // namespace kinframe::test
