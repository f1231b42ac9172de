// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/about.h"

#include "storage/database.h"
#include "ui/base/context.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSysInfo>
#include <QThread>

#include <array>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;

struct Part
{
    const char *name;
    const char *purpose;
    const char *licence; ///< SPDX
    const char *url;
};

constexpr std::array parts{
    Part{"Boost.Beast", QT_TRANSLATE_NOOP("About", "Strict reading of HTTP"), "BSL-1.0", "https://www.boost.org"},
    Part{"Exiv2", QT_TRANSLATE_NOOP("About", "What files say about themselves"), "GPL-2.0-or-later",
         "https://exiv2.org"},
    Part{"FFmpeg", QT_TRANSLATE_NOOP("About", "Videos"), "LGPL-2.1-or-later", "https://ffmpeg.org"},
    Part{"hnswlib", QT_TRANSLATE_NOOP("About", "Search among many faces"), "Apache-2.0",
         "https://github.com/nmslib/hnswlib"},
    Part{"libcurl", QT_TRANSLATE_NOOP("About", "Fetching from other servers"), "curl", "https://curl.se/libcurl"},
    Part{"libheif", QT_TRANSLATE_NOOP("About", "HEIC and AVIF pictures"), "LGPL-3.0-or-later",
         "https://github.com/strukturag/libheif"},
    Part{"libjpeg-turbo", QT_TRANSLATE_NOOP("About", "JPEG pictures"), "IJG AND BSD-3-Clause AND Zlib",
         "https://libjpeg-turbo.org"},
    Part{"libpng", QT_TRANSLATE_NOOP("About", "PNG pictures"), "libpng-2.0", "http://www.libpng.org"},
    Part{"libqrencode", QT_TRANSLATE_NOOP("About", "QR codes"), "LGPL-2.1-or-later",
         "https://fukuchi.org/works/qrencode"},
    Part{"libsodium", QT_TRANSLATE_NOOP("About", "Passwords and secrets"), "ISC", "https://libsodium.org"},
    Part{"LibTIFF", QT_TRANSLATE_NOOP("About", "TIFF pictures"), "libtiff", "https://libtiff.gitlab.io/libtiff"},
    Part{"libwebp", QT_TRANSLATE_NOOP("About", "WebP pictures"), "BSD-3-Clause",
         "https://developers.google.com/speed/webp"},
    Part{"Little CMS", QT_TRANSLATE_NOOP("About", "Colours"), "MIT", "https://www.littlecms.com"},
    Part{"OpenCV", QT_TRANSLATE_NOOP("About", "Running the networks that find faces"), "Apache-2.0",
         "https://opencv.org"},
    Part{"OpenSSL", QT_TRANSLATE_NOOP("About", "Encryption and hashes"), "Apache-2.0", "https://openssl.org"},
    Part{"Qt", QT_TRANSLATE_NOOP("About", "The window and the frame of the program"), "LGPL-3.0-only AND GPL-3.0-only",
         "https://www.qt.io"},
    Part{"SQLite", QT_TRANSLATE_NOOP("About", "The database"), "blessing", "https://sqlite.org"},
    Part{"tl::expected", QT_TRANSLATE_NOOP("About", "Results as values"), "CC0-1.0",
         "https://github.com/TartanLlama/expected"},
    Part{"xxHash", QT_TRANSLATE_NOOP("About", "Quick hashes"), "BSD-2-Clause", "https://xxhash.com"},
    Part{"zlib", QT_TRANSLATE_NOOP("About", "Compression"), "Zlib", "https://zlib.net"},
};

} // namespace

int About::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(parts.size());
}

QVariant About::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Part &part = parts[size_t(index.row())];
    switch (role) {
    case NameRole:
        return QString::fromUtf8(part.name);
    case PurposeRole:
        return QCoreApplication::translate("About", part.purpose);
    case LicenceRole:
        return QString::fromUtf8(part.licence);
    case UrlRole:
        return QUrl(QString::fromUtf8(part.url));
    default:
        return {};
    }
}

QHash<int, QByteArray> About::roleNames() const
{
    return {{NameRole, "name"}, {PurposeRole, "purpose"}, {LicenceRole, "licence"}, {UrlRole, "url"}};
}

QString About::version() const
{
    return QStringLiteral(KINFRAME_VERSION);
}

QString About::qtVersion() const
{
    return QString::fromLatin1(qVersion());
}

QString About::libraryFolder() const
{
    const Context *context = Context::of(this);
    return context ? QDir::toNativeSeparators(QFileInfo(context->services().library.database.path()).path())
                   : QString();
}

QUrl About::libraryUrl() const
{
    return QUrl::fromLocalFile(libraryFolder());
}

int About::cores() const
{
    return QThread::idealThreadCount();
}

QString About::facts() const
{
    return u"Kinframe %1, Qt %2, %3, %4"_s.arg(version(), qtVersion(), QSysInfo::prettyProductName(),
                                               QSysInfo::currentCpuArchitecture());
}

} // namespace kinframe::ui
