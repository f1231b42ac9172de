// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/handler_call.h"

#include "base/log.h"

#include <exception>

namespace kinframe::http {
namespace {

using namespace Qt::StringLiterals;

Error thrown(const QString &what)
{
    return {ErrorCode::Internal, {}, what};
}

QString describeCurrentException()
{
    try {
        throw;
    } catch (const std::exception &exception) {
        return QString::fromLocal8Bit(exception.what());
    } catch (...) {
        return u"something that is no std::exception"_s;
    }
}

} // namespace

WireReply callHandler(const Handler &handler, const Request &request)
{
    const ErrorAnswer answerTo = [&request](const Error &error) { return request.refuse(error); };
    try {
        return prepareReply(handler(request), request.head(), answerTo);
    } catch (...) {
        const QString what = describeCurrentException();
        qCCritical(logServer).noquote() << "request" << request.id() << "threw:" << what;
        return prepareReply(answerTo(thrown(what)), request.head(), answerTo);
    }
}

Result<QByteArray> callPull(const Reply::Pull &pull)
{
    try {
        return pull();
    } catch (...) {
        return Failure(thrown(describeCurrentException()));
    }
}

} // namespace kinframe::http
