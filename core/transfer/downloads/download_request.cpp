// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/downloads/download_request.h"

#include "base/file_names.h"
#include "base/ids.h"
#include "transfer/downloads/download_sources.h"
#include "transfer/redirect.h"

#include <QFileInfo>
#include <QHostAddress>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestUrl = 8192;
constexpr qsizetype longestId = 200;
constexpr qsizetype longestFilename = 1000;
constexpr size_t mostHeaders = 40;
constexpr qsizetype longestHeader = 8192;

Failure wrong(const QString &field, const QString &value, const QString &expected)
{
    return fail(ErrorCode::InvalidArgument,
                {{u"field"_s, field}, {u"value"_s, value.left(80)}, {u"expected"_s, expected}});
}

template <size_t count>
bool isOneOf(const std::array<QLatin1String, count> &names, const QByteArray &name)
{
    return std::any_of(names.begin(), names.end(), [&](QLatin1String other) {
        return QLatin1String(name).compare(other, Qt::CaseInsensitive) == 0;
    });
}

/// Everything else may be a secret, whatever its name is.
bool isHarmless(const QByteArray &name)
{
    static constexpr std::array names{QLatin1String("Accept"), QLatin1String("Accept-Language"),
                                      QLatin1String("User-Agent")};
    return isOneOf(names, name);
}

/// What the engine says itself.
bool isOurs(const QByteArray &name)
{
    static constexpr std::array names{QLatin1String("Host"),       QLatin1String("Content-Length"),
                                      QLatin1String("Connection"), QLatin1String("Transfer-Encoding"),
                                      QLatin1String("Range"),      QLatin1String("If-Range"),
                                      QLatin1String("TE"),         QLatin1String("Upgrade"),
                                      QLatin1String("Expect"),     QLatin1String("Accept-Encoding")};
    return isOneOf(names, name);
}

bool isToken(const QByteArray &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    });
}

Result<void> splitHeaders(const HttpHeaders &headers, PreparedDownload &prepared)
{
    if (headers.size() > mostHeaders) {
        return wrong(u"headers"_s, QString::number(headers.size()), u"at most %1 headers"_s.arg(mostHeaders));
    }
    for (const HttpHeader &header : headers) {
        // The value may be a secret: it is not said again.
        if (!isToken(header.name) || header.name.size() > longestHeader || isOurs(header.name)) {
            return wrong(u"headers"_s, QString::fromLatin1(header.name), u"names of headers that can be set"_s);
        }
        const bool isClean =
            std::all_of(header.value.begin(), header.value.end(), [](char c) { return c == '\t' || uchar(c) >= 0x20; });
        if (!isClean || header.value.size() > longestHeader) {
            return wrong(u"headers.%1"_s.arg(QString::fromLatin1(header.name)), u"…"_s, u"one line"_s);
        }
        (isHarmless(header.name) ? prepared.row.headers : prepared.secretHeaders).push_back(header);
    }
    return {};
}

/// Addresses of other servers, not those with which a computer in a data centre is asked for its own credentials.
Result<void> checkAddress(const QUrl &url)
{
    const QString shown = withoutSecrets(url);
    if (!isWebAddress(url) || url.toEncoded().size() > longestUrl) {
        return wrong(u"url"_s, shown, u"an http or https address"_s);
    }
    if (!url.userInfo().isEmpty()) {
        return wrong(u"url"_s, shown, u"an address without user and password; use headers"_s);
    }
    const QHostAddress address(url.host());
    if (!address.isNull() && (address.isLinkLocal() || address.isMulticast() || address.isBroadcast() ||
                              address == QHostAddress::AnyIPv4 || address == QHostAddress::AnyIPv6)) {
        return wrong(u"url"_s, shown, u"the address of a server"_s);
    }
    return {};
}

/// What signs an address is as good as a password.
bool isSecretQuery(const QUrl &url)
{
    static const QRegularExpression names(u"(^|[&_-])(x-amz-|x-goog-)?(api_?key|key|token|access_?token|sig|signature|"
                                          "password|passwd|pwd|secret|auth|credential)="_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return names.match(url.query()).hasMatch();
}

Result<void> setPlace(const NewDownload &wanted, DownloadSources *sources, DownloadTask &task)
{
    task.server = wanted.server;
    task.assetId = wanted.assetId;
    if (wanted.server.isEmpty()) {
        task.url = wanted.url.adjusted(QUrl::RemoveFragment);
        task.queue = originOf(task.url);
        return checkAddress(wanted.url);
    }
    if (wanted.assetId.isEmpty() || wanted.assetId.size() > longestId) {
        return fail(ErrorCode::MissingField, {{u"field"_s, u"assetId"_s}, {u"expected"_s, u"the id of an asset"_s}});
    }
    if (sources == nullptr) {
        return fail(ErrorCode::NotFound, {{u"what"_s, u"server"_s}, {u"id"_s, wanted.server.left(80)}});
    }
    auto address = sources->address(wanted.server, wanted.assetId);
    if (!address) {
        return failed(address);
    }
    task.url = std::move(*address);
    task.queue = wanted.server;
    return {};
}

Result<void> setNames(const NewDownload &wanted, DownloadTask &task)
{
    const QString part = wanted.metaData[u"part"].toString();
    const QString id = wanted.metaData[u"id"].toString();
    if (!part.isEmpty() && part != "image"_L1 && part != "video"_L1) {
        return wrong(u"metaData.part"_s, part, u"image or video"_s);
    }
    if (id.size() > longestId) {
        return wrong(u"metaData.id"_s, id, u"at most %1 characters"_s.arg(longestId));
    }
    task.metaData = wanted.metaData;
    QString base = wanted.assetId.isEmpty() ? id : wanted.assetId;
    if (!part.isEmpty()) {
        task.half = part == "image"_L1 ? LiveHalf::Image : LiveHalf::Video;
        base = id.isEmpty() ? wanted.assetId : id;
        if (base.isEmpty()) {
            return fail(ErrorCode::MissingField,
                        {{u"field"_s, u"metaData.id"_s}, {u"expected"_s, u"the id of the live photo"_s}});
        }
        task.pairId = task.queue + u' ' + base;
    }
    task.taskId = base.isEmpty() ? toText(newUuid()) : base;
    if (task.half != LiveHalf::None) {
        task.taskId += u':' + nameOf(task.half);
    }
    return {};
}

bool isVideoName(const QString &name)
{
    static const QStringList suffixes{u"mp4"_s, u"mov"_s, u"m4v"_s, u"avi"_s,  u"mkv"_s,  u"webm"_s,
                                      u"mpg"_s, u"mts"_s, u"3gp"_s, u"m2ts"_s, u"mpeg"_s, u"wmv"_s};
    return suffixes.contains(QFileInfo(name).suffix().toLower());
}

} // namespace

Result<PreparedDownload> prepareDownload(const NewDownload &wanted, DownloadSources *sources)
{
    PreparedDownload prepared;
    DownloadTask &task = prepared.row.task;
    task.user = wanted.user;
    task.updates = wanted.updates;
    task.checksum = wanted.checksum;
    task.totalBytes = wanted.size.value_or(-1);
    if (auto placed = setPlace(wanted, sources, task); !placed) {
        return failed(placed);
    }
    if (auto named = setNames(wanted, task); !named) {
        return failed(named);
    }
    if (wanted.filename.size() > longestFilename) {
        return wrong(u"filename"_s, wanted.filename, u"at most %1 characters"_s.arg(longestFilename));
    }
    task.filename = safeFileName(wanted.filename);
    const QString checksum = wanted.metaData[u"checksum"].toString();
    if (!task.checksum.known() && !checksum.isEmpty()) {
        const auto read = checksumFrom(checksum);
        if (!read) {
            return wrong(u"metaData.checksum"_s, checksum, u"a SHA-1 as base64 or a SHA-256 in hex"_s);
        }
        task.checksum = *read;
    }
    const QString name = task.filename.isEmpty() ? task.url.fileName() : task.filename;
    const auto usual = isVideoName(name) ? DownloadGroup::Video : DownloadGroup::Image;
    task.group = wanted.group.value_or(task.half != LiveHalf::None ? DownloadGroup::LivePhoto : usual);
    if (auto split = splitHeaders(wanted.headers, prepared); !split) {
        return failed(split);
    }
    if (wanted.server.isEmpty() && isSecretQuery(task.url)) {
        prepared.secretHeaders.push_back({queryHeader, task.url.query(QUrl::FullyEncoded).toLatin1()});
        task.url.setQuery(QString());
    }
    return prepared;
}

QString taskIdAt(const DownloadTask &task)
{
    const QString tail = task.half == LiveHalf::None ? QString() : u':' + nameOf(task.half);
    return task.taskId.chopped(tail.size()) + u'@' + task.queue + tail;
}

std::optional<Checksum> checksumFrom(const QString &text)
{
    constexpr int sha1Bytes = 20;
    constexpr int sha256Bytes = 32;
    const QByteArray latin = text.trimmed().toLatin1();
    const auto of = [](const QByteArray &bytes) -> std::optional<Checksum> {
        if (bytes.size() == sha1Bytes) {
            return Checksum::sha1(bytes);
        }
        return bytes.size() == sha256Bytes ? std::optional(Checksum::sha256(bytes)) : std::nullopt;
    };
    if (latin.size() == 2 * sha1Bytes || latin.size() == 2 * sha256Bytes) {
        const QByteArray bytes = QByteArray::fromHex(latin);
        return bytes.toHex() == latin.toLower() ? of(bytes) : std::nullopt;
    }
    const auto decoded = QByteArray::fromBase64Encoding(latin, QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? of(*decoded) : std::nullopt;
}

Checksum checksumFrom(const HttpHead &head)
{
    if (head.encoded()) {
        return {}; // It would be of the packed bytes.
    }
    for (const char *name : {"Repr-Digest", "Digest"}) {
        for (const QByteArray &item : head.header(name).split(',')) {
            const qsizetype sign = item.indexOf('=');
            const QByteArray kind = item.left(std::max<qsizetype>(sign, 0)).trimmed().toLower();
            QByteArray value = item.mid(sign + 1).trimmed();
            if (value.startsWith(':') && value.endsWith(':') && value.size() > 2) {
                value = value.mid(1).chopped(1);
            }
            const bool isKnown = kind == "sha-256" || kind == "sha" || kind == "sha-1";
            const auto checksum = isKnown ? checksumFrom(QString::fromLatin1(value)) : std::nullopt;
            if (checksum && (kind == "sha-256") == (checksum->kind == Checksum::Kind::Sha256)) {
                return *checksum;
            }
        }
    }
    return {};
}

QString filenameFrom(const HttpHead &head)
{
    QString plain;
    for (const QByteArray &part : head.header("Content-Disposition").split(';')) {
        const qsizetype sign = part.indexOf('=');
        const QByteArray key = part.left(std::max<qsizetype>(sign, 0)).trimmed().toLower();
        QByteArray value = part.mid(sign + 1).trimmed();
        if (key == "filename*") {
            const qsizetype text = value.lastIndexOf('\'');
            return safeFileName(QUrl::fromPercentEncoding(value.mid(text + 1)));
        }
        if (key == "filename") {
            if (value.startsWith('"') && value.endsWith('"') && value.size() >= 2) {
                value = value.mid(1).chopped(1);
            }
            plain = safeFileName(QString::fromUtf8(value));
        }
    }
    return plain;
}

QString filenameFrom(const QUrl &url)
{
    return safeFileName(url.fileName(QUrl::FullyDecoded));
}

} // namespace kinframe::transfer
