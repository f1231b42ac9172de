// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/http_transfer.h"

#include "base/clock.h"
#include "base/log.h"
#include "transfer/http_errors.h"
#include "transfer/redirect.h"

#include <QFile>

#include <cstring>

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;

/// No server has a reason for more; a flood of headers must not fill the memory.
constexpr qint64 longestHead = 64 * 1024;
/// The page that comes with a redirect is read so that the connection can be used again, but not for ever.
constexpr qint64 longestRedirectBody = 256 * 1024;
/// What is read from a connection at a time; a handle keeps its buffer when it is lent again.
constexpr long receiveBuffer = 128 * 1024;

/// `HTTP/1.1 200 OK`; 0 where there is no number.
int statusOf(QByteArrayView line)
{
    const QByteArrayView rest = line.sliced(std::max<qsizetype>(line.indexOf(' '), 0)).trimmed();
    return rest.first(std::min<qsizetype>(rest.size(), 3)).toInt();
}

/// `HTTP/1.1 …` or `HTTP/2 …`: 11 or 20.
int versionOf(QByteArrayView line)
{
    const QByteArrayView number = line.sliced(qsizetype(std::strlen("HTTP/")));
    const int major = number.isEmpty() ? 0 : number.at(0) - '0';
    const int minor = number.size() > 2 && number.at(1) == '.' ? number.at(2) - '0' : 0;
    return major * 10 + minor;
}

Result<void> checkRequest(const HttpRequest &request)
{
    if (!isWebAddress(request.url)) {
        return fail(ErrorCode::InvalidArgument, {{u"field"_s, u"url"_s},
                                                 {u"value"_s, withoutSecrets(request.url)},
                                                 {u"expected"_s, u"an http or https address"_s}});
    }
    const auto isCapital = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
    if (request.method.isEmpty() || !std::ranges::all_of(request.method, isCapital)) {
        return fail(ErrorCode::InvalidArgument, {{u"field"_s, u"method"_s},
                                                 {u"value"_s, QString::fromLatin1(request.method)},
                                                 {u"expected"_s, u"a word in capitals"_s}});
    }
    if (!request.fingerprint.isEmpty() && !fingerprintBytes(request.fingerprint)) {
        return fail(ErrorCode::InvalidArgument, {{u"field"_s, u"fingerprint"_s},
                                                 {u"value"_s, QString::fromLatin1(request.fingerprint)},
                                                 {u"expected"_s, u"a SHA-256, 64 hexadecimal digits"_s}});
    }
    for (const HttpHeader &header : request.headers) {
        for (const QByteArray &text : {header.name, header.value}) {
            if (text.contains('\r') || text.contains('\n') || text.contains('\0')) {
                return fail(ErrorCode::InvalidArgument, {{u"field"_s, QString::fromLatin1(header.name)},
                                                         {u"value"_s, u"of several lines"_s},
                                                         {u"expected"_s, u"one line"_s}});
            }
        }
    }
    return {};
}

} // namespace

HttpTransfer::HttpTransfer(quint64 id, HttpRequest request, HttpHandlers handlers, const HttpSettings &settings,
                           HttpFlow &flow)
    : m_id(id)
    , m_request(std::move(request))
    , m_handlers(std::move(handlers))
    , m_flow(flow)
    , m_certificates(QFile::encodeName(settings.trustedCertificates))
    , m_origin(originOf(m_request.url))
{
    if (m_request.totalTimeout.count() > 0) {
        m_deadline = steadyMs() + m_request.totalTimeout.count();
    }
}

HttpTransfer::~HttpTransfer()
{
    curl_slist_free_all(m_headerList);
}

Result<void> HttpTransfer::prepare()
{
    return checkRequest(m_request);
}

Result<void> HttpTransfer::lend(CURL *easy)
{
    m_easy = easy;
    m_isHeld = false;
    m_fingerprint = fingerprintBytes(m_request.fingerprint).value_or(QByteArray());
    configure();
    if (!m_check.begin(m_easy, m_fingerprint)) {
        return fail(ErrorCode::RemoteUntrusted, {{u"host"_s, m_request.url.host()},
                                                 {u"reason"_s, u"fingerprints cannot be checked here"_s},
                                                 {u"url"_s, withoutSecrets(m_request.url)}});
    }
    return {};
}

void HttpTransfer::stopWith(const std::stop_token &stop, std::function<void()> cancel)
{
    m_stop.emplace(stop, std::move(cancel));
}

void HttpTransfer::configure()
{
    m_head = {};
    m_head.url = m_request.url;
    m_headBytes = m_thrownAway = 0;
    m_headWhole = m_redirecting = false;
    curl_easy_reset(m_easy);
    const QByteArray url = m_request.url.toEncoded(QUrl::RemoveFragment);
    curl_easy_setopt(m_easy, CURLOPT_URL, url.constData());
    curl_easy_setopt(m_easy, CURLOPT_PROTOCOLS_STR, "http,https");
    // Redirects are followed here and not by libcurl, which would carry our own credential headers to other hosts.
    curl_easy_setopt(m_easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(m_easy, CURLOPT_USERAGENT, "Kinframe/" KINFRAME_VERSION);
    // Either value makes libcurl unpack what comes compressed; they differ in what is asked for.
    curl_easy_setopt(m_easy, CURLOPT_ACCEPT_ENCODING, m_request.compressed ? "" : "identity");
    curl_easy_setopt(m_easy, CURLOPT_BUFFERSIZE, receiveBuffer);
    curl_easy_setopt(m_easy, CURLOPT_ERRORBUFFER, m_reason.data());
    curl_easy_setopt(m_easy, CURLOPT_PRIVATE, this);
    curl_easy_setopt(m_easy, CURLOPT_HEADERFUNCTION, &HttpTransfer::onHeader);
    curl_easy_setopt(m_easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_WRITEFUNCTION, &HttpTransfer::onBody);
    curl_easy_setopt(m_easy, CURLOPT_WRITEDATA, this);
    configureConnection();
    configureMethod();
    configureHeaders();
}

void HttpTransfer::configureConnection()
{
    const bool mayShare = m_request.url.scheme() == u"https"_s && !m_request.ownConnection;
    curl_easy_setopt(m_easy, CURLOPT_HTTP_VERSION, long(mayShare ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1));
    // The first connection to a server tells whether it is one for all; the others wait for that.
    curl_easy_setopt(m_easy, CURLOPT_PIPEWAIT, mayShare ? 1L : 0L);
    curl_easy_setopt(m_easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    curl_easy_setopt(m_easy, CURLOPT_NOSIGNAL, 1L);
    // A cancelled exchange that still waits for its name to be resolved must not hold up the loop.
    curl_easy_setopt(m_easy, CURLOPT_QUICK_EXIT, 1L);
    curl_easy_setopt(m_easy, CURLOPT_CONNECTTIMEOUT_MS, long(m_request.connectTimeout.count()));
    curl_easy_setopt(m_easy, CURLOPT_LOW_SPEED_TIME, long(m_request.stallTimeout.count()));
    curl_easy_setopt(m_easy, CURLOPT_LOW_SPEED_LIMIT, long(m_request.stallBytes));
    if (m_deadline > 0) {
        curl_easy_setopt(m_easy, CURLOPT_TIMEOUT_MS, long(std::max<qint64>(m_deadline - steadyMs(), 1)));
    }
    if (!m_certificates.isEmpty()) {
        curl_easy_setopt(m_easy, CURLOPT_CAINFO, m_certificates.constData());
    }
#ifdef Q_OS_WIN
    curl_easy_setopt(m_easy, CURLOPT_SSL_OPTIONS, long(CURLSSLOPT_NATIVE_CA));
#endif
}

void HttpTransfer::configureMethod()
{
    const QByteArray &method = m_request.method;
    if (method == "HEAD") {
        curl_easy_setopt(m_easy, CURLOPT_NOBODY, 1L);
        return;
    }
    if (!m_request.body.isEmpty() || method == "POST" || method == "PUT" || method == "PATCH") {
        curl_easy_setopt(m_easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(m_request.body.size()));
        curl_easy_setopt(m_easy, CURLOPT_POSTFIELDS, m_request.body.constData());
    }
    if (method != "GET" && method != "POST") {
        curl_easy_setopt(m_easy, CURLOPT_CUSTOMREQUEST, method.constData());
    }
}

void HttpTransfer::configureHeaders()
{
    curl_slist_free_all(m_headerList);
    // Servers that do not know "Expect: 100-continue" would cost a second of waiting.
    m_headerList = curl_slist_append(nullptr, "Expect:");
    for (const HttpHeader &header : m_request.headers) {
        // libcurl takes "Name;" for a header without a value; "Name:" would take the header away.
        const QByteArray value = header.value.isEmpty() ? QByteArray(";") : QByteArray(": " + header.value);
        m_headerList = curl_slist_append(m_headerList, QByteArray(header.name + value).constData());
    }
    curl_easy_setopt(m_easy, CURLOPT_HTTPHEADER, m_headerList);
}

HttpTransfer::Next HttpTransfer::ended(CURLcode code)
{
    if (!m_failure && code == CURLE_OK && m_redirecting) {
        const auto followed = follow();
        if (followed) {
            return Next::OtherAddress;
        }
        m_failure = followed.error();
    }
    if (!m_failure && code != CURLE_OK) {
        m_failure = exchangeError(code, m_request.url, QString::fromUtf8(m_reason.data()));
        m_check.explain(*m_failure);
    }
    if (!m_failure && !m_headWhole) {
        m_failure = invalidAnswer(m_request.url, u"its answer has no head"_s);
    }
    if (m_failure) {
        m_result = Failure(*m_failure);
    } else {
        m_result = std::move(m_head);
    }
    return Next::Finished;
}

Result<void> HttpTransfer::follow()
{
    if (++m_redirects > m_request.maxRedirects) {
        return Failure(invalidAnswer(m_request.url, u"it redirects more than %1 times"_s.arg(m_request.maxRedirects)));
    }
    auto next = redirected(m_request, m_head);
    if (!next) {
        return failed(next);
    }
    m_request = std::move(*next);
    m_origin = originOf(m_request.url);
    return {};
}

void HttpTransfer::finish(Result<HttpHead> result)
{
    m_stop.reset();
    const int status = result ? result->status : 0;
    qCDebug(logTransfer).noquote() << m_request.method << withoutSecrets(m_request.url) << status
                                   << (result ? QString() : result.error().forLog());
    runOn(m_handlers.executor, [done = std::move(m_handlers.done), result = std::move(result)] {
        if (done) {
            done(result);
        }
    });
}

bool HttpTransfer::takeHeaderLine(QByteArrayView line)
{
    m_headBytes += line.size();
    if (m_headBytes > longestHead) {
        return give(invalidAnswer(m_request.url, u"its headers are longer than %1 bytes"_s.arg(longestHead)));
    }
    if (m_headWhole) {
        // Trailers after a body in pieces tell nothing that is needed.
        return true;
    }
    line = line.trimmed();
    if (line.startsWith("HTTP/")) {
        m_head.headers.clear();
        m_head.status = statusOf(line);
        m_head.version = versionOf(line);
        return true;
    }
    if (line.isEmpty()) {
        // 1xx are only forerunners of the answer.
        return m_head.status < 200 || takeHead();
    }
    if (const qsizetype colon = line.indexOf(':'); colon > 0) {
        m_head.headers.push_back({line.first(colon).toByteArray(), line.sliced(colon + 1).trimmed().toByteArray()});
    }
    return true;
}

bool HttpTransfer::takeHead()
{
    m_headWhole = true;
    m_redirecting = isRedirect(m_head);
    if (m_redirecting || !m_handlers.head) {
        return true;
    }
    auto taken = m_handlers.head(m_head);
    return taken || give(std::move(taken.error()));
}

size_t HttpTransfer::takeBody(QByteArrayView piece)
{
    const auto size = size_t(piece.size());
    if (m_redirecting) {
        m_thrownAway += piece.size();
        if (m_thrownAway > longestRedirectBody) {
            give(invalidAnswer(m_request.url, u"its redirect does not end"_s));
            return 0;
        }
        return size;
    }
    if (m_request.limited && !m_flow.limit.mayTake(steadyMs())) {
        if (!std::exchange(m_isHeld, true)) {
            m_flow.held.push_back(m_id);
        }
        return size_t(CURL_WRITEFUNC_PAUSE);
    }
    auto flow = m_handlers.body ? m_handlers.body(piece) : BodyFlow::Taken;
    if (!flow) {
        give(std::move(flow.error()));
        return 0;
    }
    if (*flow == BodyFlow::Pause) {
        return size_t(CURL_WRITEFUNC_PAUSE);
    }
    if (m_request.limited) {
        m_flow.limit.took(piece.size());
    }
    if (m_handlers.lull && !std::exchange(m_isFed, true)) {
        m_flow.fed.push_back(m_id);
    }
    return size;
}

void HttpTransfer::tellLull()
{
    m_isFed = false;
    m_handlers.lull();
}

/// Keeps the reason; what it returns tells libcurl to stop.
bool HttpTransfer::give(Error error)
{
    m_failure = std::move(error);
    return false;
}

size_t HttpTransfer::onHeader(char *data, size_t size, size_t count, void *self)
{
    const auto length = qsizetype(size * count);
    return static_cast<HttpTransfer *>(self)->takeHeaderLine({data, length}) ? size_t(length) : 0;
}

size_t HttpTransfer::onBody(char *data, size_t size, size_t count, void *self)
{
    return static_cast<HttpTransfer *>(self)->takeBody({data, qsizetype(size * count)});
}

} // namespace kinframe::transfer
