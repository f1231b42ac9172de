// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/engines/picture_form.h"

#include <QtEndian>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

// Targa has no magic bytes: its suffix is believed where the header is plausible.
std::optional<PictureForm> targa(QByteArrayView start)
{
    constexpr qsizetype headerSize = 18;
    if (start.size() < headerSize) {
        return std::nullopt;
    }
    const auto byte = [&](qsizetype at) { return quint8(start[at]); };
    const int kind = byte(2);
    const bool isPacked = kind == 9 || kind == 10 || kind == 11;
    const int bits = byte(16);
    const int width = qFromLittleEndian<quint16>(start.data() + 12);
    const int height = qFromLittleEndian<quint16>(start.data() + 14);
    const bool isKnown = isPacked || kind == 1 || kind == 2 || kind == 3;
    const bool isPlausible = byte(1) <= 1 && (bits == 8 || bits == 15 || bits == 16 || bits == 24 || bits == 32);
    if (!isKnown || !isPlausible || width == 0 || height == 0) {
        return std::nullopt;
    }
    const qint64 pixels = isPacked ? 1 : qint64(width) * height * ((bits + 7) / 8);
    return PictureForm{u"image/x-tga"_s, QSize(width, height), headerSize + pixels};
}

std::optional<PictureForm> dpx(QByteArrayView start)
{
    const bool isBig = start.startsWith("SDPX");
    if (!isBig && !start.startsWith("XPDS")) {
        return std::nullopt;
    }
    PictureForm form{u"image/x-dpx"_s, {}, 2048};
    const auto number = [&](qsizetype at) {
        return isBig ? qFromBigEndian<quint32>(start.data() + at) : qFromLittleEndian<quint32>(start.data() + at);
    };
    constexpr quint32 most = 1'000'000;
    if (start.size() >= 780) {
        if (const quint32 width = number(772), height = number(776); width < most && height < most) {
            form.dimensions = QSize(int(width), int(height));
        }
        form.leastSize = std::max<qint64>(form.leastSize, number(16));
    }
    return form;
}

} // namespace

std::optional<PictureForm> readPictureForm(QByteArrayView start, const QString &suffix)
{
    if (start.startsWith("#?RADIANCE") || start.startsWith("#?RGBE")) {
        return PictureForm{u"image/vnd.radiance"_s, {}, 32};
    }
    if (auto form = dpx(start)) {
        return form;
    }
    if (start.startsWith("\x80\x2a\x5f\xd7") || start.startsWith("\xd7\x5f\x2a\x80")) {
        return PictureForm{u"image/x-cineon"_s, {}, 1024};
    }
    if (start.startsWith("8BPS")) {
        return PictureForm{u"image/vnd.adobe.photoshop"_s, {}, 26};
    }
    if (start.size() >= 12 && start.sliced(4).startsWith("jP  \r\n\x87\n")) {
        return PictureForm{u"image/jp2"_s, {}, 64};
    }
    if (start.startsWith("FOR4") && start.size() >= 12 && start.sliced(8).startsWith("CIMG")) {
        return PictureForm{u"image/x-maya-iff"_s, {}, 8 + qint64(qFromBigEndian<quint32>(start.data() + 4))};
    }
    return suffix.compare(u"tga", Qt::CaseInsensitive) == 0 ? targa(start) : std::nullopt;
}

} // namespace kinframe::render
