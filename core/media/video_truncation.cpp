// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/video_truncation.h"

#include <QFile>
#include <QtEndian>

#include <algorithm>

namespace kinframe::media {
namespace {

bool isBoxType(QByteArrayView type)
{
    return std::ranges::all_of(type, [](char c) { return c >= 0x20 && c < 0x7f; });
}

bool boxesEndEarly(QFile &file)
{
    // Fragmented recordings have some boxes for every second; a day of them is far below this.
    constexpr int mostBoxes = 1'000'000;
    const qint64 size = file.size();
    qint64 at = 0;
    for (int i = 0; i < mostBoxes && at < size; ++i) {
        const QByteArray head = file.seek(at) ? file.read(16) : QByteArray();
        if (head.size() < 8 || !isBoxType(QByteArrayView(head).sliced(4, 4))) {
            // What follows the last box may be anything.
            return false;
        }
        quint64 length = qFromBigEndian<quint32>(head.constData());
        if (length == 0) {
            return false;
        }
        if (length == 1) {
            if (head.size() < 16) {
                return true;
            }
            length = qFromBigEndian<quint64>(head.constData() + 8);
        }
        if (length < 8) {
            return false;
        }
        if (length > quint64(size - at)) {
            return true;
        }
        at += qint64(length);
    }
    return false;
}

} // namespace

bool videoEndsEarly(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return false;
    }
    const QByteArray head = file.read(12);
    if (head.size() < 12) {
        return false;
    }
    const QByteArrayView type = QByteArrayView(head).sliced(4, 4);
    if (type == "ftyp" || type == "moov" || type == "mdat" || type == "wide" || type == "free" || type == "skip") {
        return boxesEndEarly(file);
    }
    if (head.startsWith("RIFF") && head.endsWith("AVI ")) {
        return qint64(qFromLittleEndian<quint32>(head.constData() + 4)) + 8 > file.size();
    }
    return false;
}

} // namespace kinframe::media
