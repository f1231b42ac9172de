// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <map>
#include <vector>

namespace kinframe::render {

/// What lies there of a frame: its picture and whatever belongs to it.
struct SeenPicture
{
    int frame = 0;
    QString path;         ///< of the picture
    int files = 0;        ///< how many there are of the frame
    qint64 bytes = 0;     ///< of all of them
    qint64 writtenAt = 0; ///< the last of them: ms since 1970, by the clock of whoever keeps the files

    friend bool operator==(const SeenPicture &, const SeenPicture &) = default;
};

/// What was written of each frame below an output folder since `notBefore` (ms since 1970). Reads folders: not on a
/// thread that must not wait.
[[nodiscard]] std::vector<SeenPicture> picturesIn(const QString &outputFolder, qint64 notBefore);

/// Tells from one look at a folder to the next what was written there, for engines that do not say so. One thread at a
/// time.
class OutputWatch
{
public:
    /// What is new and is written no more, in the order in which it was written: what this look and the one before
    /// found alike, and with `isLast` all. Each is told once, and once more when it has changed since.
    [[nodiscard]] std::vector<SeenPicture> settled(const std::vector<SeenPicture> &look, bool isLast);

private:
    struct Known
    {
        SeenPicture picture;
        bool isTold = false;
    };

    std::map<int, Known> m_known; ///< by frame
};

} // namespace kinframe::render
