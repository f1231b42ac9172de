// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/output_watch.h"

#include "render/engines/frame_check.h"
#include "render/engines/frame_files.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <tuple>

namespace kinframe::render {

std::vector<SeenPicture> picturesIn(const QString &outputFolder, qint64 notBefore)
{
    std::vector<SeenPicture> pictures;
    const QMap<int, QStringList> frames = frameFiles(outputFolder);
    for (auto frame = frames.cbegin(); frame != frames.cend(); ++frame) {
        SeenPicture picture;
        picture.frame = frame.key();
        for (const QString &path : *frame) {
            const QFileInfo file(path);
            const qint64 writtenAt = file.lastModified().toMSecsSinceEpoch();
            if (!file.exists() || writtenAt + clockSlack < notBefore) {
                continue;
            }
            picture.path = picture.path.isEmpty() ? path : picture.path;
            picture.bytes += file.size();
            picture.writtenAt = std::max(picture.writtenAt, writtenAt);
            ++picture.files;
        }
        if (picture.files > 0) {
            pictures.push_back(std::move(picture));
        }
    }
    return pictures;
}

std::vector<SeenPicture> OutputWatch::settled(const std::vector<SeenPicture> &look, bool isLast)
{
    std::vector<SeenPicture> news;
    std::map<int, Known> known;
    for (const SeenPicture &picture : look) {
        const auto before = m_known.find(picture.frame);
        const bool isSame = before != m_known.end() && before->second.picture == picture;
        const bool wasTold = isSame && before->second.isTold;
        const bool isNews = !wasTold && (isSame || isLast);
        if (isNews) {
            news.push_back(picture);
        }
        known[picture.frame] = {picture, wasTold || isNews};
    }
    m_known = std::move(known);
    std::sort(news.begin(), news.end(), [](const SeenPicture &one, const SeenPicture &other) {
        return std::tuple(one.writtenAt, one.frame) < std::tuple(other.writtenAt, other.frame);
    });
    return news;
}

} // namespace kinframe::render
