// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/download_tries.h"

#include "transfer/http_errors.h"

#include <QCryptographicHash>

namespace kinframe::transfer {
namespace {

/// So much in one go shows that the line works: what fails after it is a new trouble with new retries.
constexpr qint64 bytesThatRenewRetries = 1024 * 1024;

} // namespace

DownloadTries::DownloadTries(std::vector<QUrl> urls, RetryPolicy policy)
    : m_urls(std::move(urls))
    , m_policy(policy)
{
}

QByteArray DownloadTries::source() const
{
    return QCryptographicHash::hash(url().toEncoded(QUrl::RemoveUserInfo), QCryptographicHash::Sha256).toHex();
}

void DownloadTries::begin(qint64 kept)
{
    m_retries = 0;
    m_retriesFrom = kept;
    m_resumed = kept > 0;
    m_wrongBefore = false;
}

void DownloadTries::startedOver()
{
    m_retriesFrom = 0;
    m_resumed = false;
}

DownloadTries::Decision DownloadTries::failed(const Error &error, qint64 size,
                                              std::optional<std::chrono::milliseconds> asked, double jitter)
{
    if (size - m_retriesFrom >= bytesThatRenewRetries) {
        m_retriesFrom = size;
        m_retries = 0;
    }
    if (mayPass(error) && m_retries < m_policy.retries) {
        return {Next::SameLater, m_policy.delay(m_retries++, asked, jitter)};
    }
    return {leaveAddress(error), {}};
}

DownloadTries::Next DownloadTries::wrongBytes(const Error &error)
{
    const bool lastAddress = m_index + 1 == m_urls.size();
    if (!m_resumed && (m_wrongBefore || !lastAddress)) {
        return leaveAddress(error);
    }
    m_wrongBefore = !m_resumed;
    startedOver();
    return Next::SameAnew;
}

DownloadTries::Next DownloadTries::leaveAddress(const Error &error)
{
    if (!m_error || mayPass(error) || !mayPass(*m_error)) {
        m_error = error;
    }
    if (m_index + 1 == m_urls.size()) {
        return Next::None;
    }
    ++m_index;
    return Next::Other;
}

} // namespace kinframe::transfer
