// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/http_errors.h"

#include <curl/curl.h>

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;

ErrorCode errorCode(CURLcode code)
{
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        return ErrorCode::NetworkTimeout;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_HTTP2: // How a connection ends that several exchanges were on, or one of them alone.
    case CURLE_HTTP2_STREAM:
    case CURLE_PROXY:
    case CURLE_INTERFACE_FAILED:
        return ErrorCode::NetworkFailed;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_INVALIDCERTSTATUS:
        return ErrorCode::RemoteUntrusted;
    case CURLE_OUT_OF_MEMORY:
    case CURLE_FAILED_INIT:
    case CURLE_BAD_FUNCTION_ARGUMENT:
    case CURLE_UNKNOWN_OPTION:
        return ErrorCode::Internal;
    default:
        return ErrorCode::RemoteInvalid;
    }
}

} // namespace

Error exchangeError(int code, const QUrl &url, const QString &detail)
{
    const auto curlCode = CURLcode(code);
    return {errorCode(curlCode),
            {{u"host"_s, url.host()},
             {u"reason"_s, QString::fromUtf8(curl_easy_strerror(curlCode))},
             {u"url"_s, withoutSecrets(url)}},
            detail};
}

Error invalidAnswer(const QUrl &url, const QString &reason)
{
    return {ErrorCode::RemoteInvalid,
            {{u"host"_s, url.host()}, {u"reason"_s, reason}, {u"url"_s, withoutSecrets(url)}},
            {}};
}

Result<void> accepted(const HttpHead &head)
{
    if (head.status >= 200 && head.status < 300) {
        return {};
    }
    ErrorCode code = ErrorCode::RemoteRefused;
    if (head.status == 401 || head.status == 403) {
        code = ErrorCode::RemoteUnauthorized;
    } else if (head.status == 404 || head.status == 410) {
        code = ErrorCode::RemoteNotFound;
    }
    return fail(code, {{u"host"_s, head.url.host()},
                       {u"status"_s, QString::number(head.status)},
                       {u"url"_s, withoutSecrets(head.url)}});
}

Error withFingerprint(Error error)
{
    if (error.code == ErrorCode::RemoteUntrusted && !error.fact(u"fingerprint"_s).isEmpty()) {
        error.code = ErrorCode::RemoteCertificate;
    }
    return error;
}

bool mayPass(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NetworkFailed:
    case ErrorCode::NetworkTimeout:
        return true;
    case ErrorCode::RemoteRefused: {
        const int status = error.fact(u"status"_s).toInt();
        return status == 408 || status == 429 || status >= 500;
    }
    default:
        return false;
    }
}

} // namespace kinframe::transfer
