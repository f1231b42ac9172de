// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "transfer/retry.h"

#include <QUrl>

#include <optional>
#include <vector>

namespace kinframe::transfer {

/// Which address of a download is asked next, when and how often: its decisions without its work.
class DownloadTries
{
public:
    enum class Next {
        SameLater, ///< the same address after a delay
        SameAnew,  ///< the same at once, from the file's beginning
        Other,     ///< the next address of the list, which url() now is
        None,      ///< all have failed; error() says why
    };
    struct Decision
    {
        Next next = Next::None;
        std::chrono::milliseconds delay{0};
    };

    /// At least one address.
    DownloadTries(std::vector<QUrl> urls, RetryPolicy policy);

    [[nodiscard]] const QUrl &url() const { return m_urls[m_index]; }
    /// Names the address in a state file, which must not tell what the address may hold of secrets.
    [[nodiscard]] QByteArray source() const;

    /// An address is asked for the first time, while so many bytes of the file are here from an earlier process.
    void begin(qint64 kept);
    /// What was here is of no use; the file comes from its first byte.
    void startedOver();

    /// The request failed when the file had grown to that size; `asked` is the server's Retry-After, `jitter` from [0,
    /// 1).
    [[nodiscard]] Decision failed(const Error &error, qint64 size, std::optional<std::chrono::milliseconds> asked,
                                  double jitter);
    /// Wrong length or checksum. The next address is asked; but the same one again where an earlier process may have
    /// left the wrong bytes, and once where it is the last.
    [[nodiscard]] Next wrongBytes(const Error &error);

    /// The most hopeful of the addresses' errors: where one may work again later, that is what a person should hear.
    [[nodiscard]] const Error &error() const { return *m_error; }

private:
    Next leaveAddress(const Error &error);

    std::vector<QUrl> m_urls;
    RetryPolicy m_policy;
    size_t m_index = 0;
    int m_retries = 0;
    qint64 m_retriesFrom = 0; ///< where the file stood when the retries were last counted anew
    bool m_resumed = false;
    bool m_wrongBefore = false;
    std::optional<Error> m_error;
};

} // namespace kinframe::transfer
