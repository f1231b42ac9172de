// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/motion_photo.h"

#include "base/files.h"
#include "media/metadata_exiv2.h"

#include <map>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

/// `Directory[2]/Container:Item/Item:Length`: the number in brackets and the last name, whatever the prefixes are.
void addItemValue(std::map<int, MotionPhotoHints::Item> &items, const QString &path, const QString &value)
{
    const qsizetype open = path.indexOf(u'[');
    const qsizetype close = path.indexOf(u']');
    if (!path.startsWith("Directory["_L1) || close < open) {
        return;
    }
    constexpr int mostItems = 100;
    const int number = path.mid(open + 1, close - open - 1).toInt();
    const QString name = path.mid(path.lastIndexOf(u':') + 1);
    if (number < 1 || number > mostItems) {
        return;
    }
    if (name == "Semantic"_L1) {
        items[number].semantic = value;
    } else if (name == "Length"_L1) {
        items[number].length = value.toLongLong();
    } else if (name == "Padding"_L1) {
        items[number].padding = value.toLongLong();
    }
}

MotionPhotoHints hintsOf(const Exiv2::XmpData &xmp)
{
    MotionPhotoHints hints;
    std::map<int, MotionPhotoHints::Item> items;
    for (const Exiv2::Xmpdatum &datum : xmp) {
        const QString path = QString::fromStdString(datum.tagName());
        const QString value = QString::fromStdString(datum.toString());
        if (path == "MotionPhoto"_L1 || path == "MicroVideo"_L1) {
            hints.isMotionPhoto = hints.isMotionPhoto || value == "1"_L1;
        } else if (path == "MicroVideoOffset"_L1) {
            hints.fromEnd = value.toLongLong();
        } else {
            addItemValue(items, path, value);
        }
    }
    for (const auto &[number, item] : items) {
        hints.items.push_back(item);
    }
    return hints;
}

} // namespace

Result<std::optional<EmbeddedVideo>> findEmbeddedVideo(const QString &path)
{
    const auto file = openForReading(path);
    if (!file) {
        return failed(file);
    }
    const auto image = openWithExiv2(path);
    if (!image) {
        return failed(image);
    }
    try {
        return locateEmbeddedVideo(**file, *image ? hintsOf((*image)->xmpData()) : MotionPhotoHints{});
    } catch (const std::exception &error) {
        return tl::unexpected(exiv2Failure(path, error));
    }
}

} // namespace kinframe::media
