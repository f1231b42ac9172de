// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/servers/remote_rows.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;

// A panorama is not to push everything else off its line.
constexpr float narrowest = 0.4F;
constexpr float widest = 3.0F;

} // namespace

RemoteRow rowOf(const transfer::RemoteAsset &asset)
{
    RemoteRow row;
    row.id = asset.id;
    row.takenAt = asset.takenAt;
    row.day = qint32(QDateTime::fromMSecsSinceEpoch(asset.takenAt).date().toJulianDay());
    if (asset.width && asset.height && *asset.width > 0 && *asset.height > 0) {
        row.aspect = std::clamp(float(*asset.width) / float(*asset.height), narrowest, widest);
    }
    row.durationMs = qint32(asset.durationMs.value_or(0));
    row.isVideo = asset.isVideo;
    row.isLive = !asset.liveVideo.isNull();
    row.isHere = asset.isHere;
    row.isFavorite = asset.isFavorite;
    row.fileName = asset.fileName;
    return row;
}

std::vector<Section> sectionsOf(const std::vector<RemoteRow> &rows)
{
    std::vector<Section> sections;
    for (size_t row = 0; row < rows.size(); ++row) {
        if (sections.empty() || sections.back().day != rows[row].day) {
            sections.push_back({QLocale().toString(QDate::fromJulianDay(rows[row].day), QLocale::LongFormat), int(row),
                                0, rows[row].day});
        }
        ++sections.back().count;
    }
    return sections;
}

QString durationText(qint32 ms)
{
    const int seconds = (ms + 500) / 1000;
    return seconds <= 0 ? QString() : u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}

} // namespace kinframe::ui
