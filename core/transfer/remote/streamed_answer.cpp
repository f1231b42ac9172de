// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/remote/streamed_answer.h"

#include "transfer/body_pipe.h"

#include <condition_variable>
#include <mutex>
#include <optional>

namespace kinframe::transfer {
namespace {

constexpr qsizetype pipeBytes = 256 * 1024;
constexpr qsizetype longestRefusal = 64 * 1024;

/// What the network's thread leaves for the one that reads.
struct Inbox
{
    BodyPipe pipe{pipeBytes};
    std::mutex mutex;
    std::condition_variable changed;
    bool hasBytes = false;
    std::optional<HttpHead> head;
    std::optional<Result<HttpHead>> end;

    template <typename Change>
    void tell(Change change)
    {
        const std::scoped_lock lock(mutex);
        change();
        changed.notify_one();
    }
};

HttpHandlers handlersOf(const std::shared_ptr<Inbox> &inbox)
{
    HttpHandlers handlers;
    handlers.head = [inbox](const HttpHead &head) -> Result<void> {
        inbox->tell([&] { inbox->head = head; });
        return {};
    };
    handlers.body = [inbox](QByteArrayView piece) -> Result<BodyFlow> {
        const BodyPipe::Offer offer = inbox->pipe.offer(piece);
        if (offer == BodyPipe::Offer::First) {
            inbox->tell([&] { inbox->hasBytes = true; });
        }
        return offer == BodyPipe::Offer::Full ? BodyFlow::Pause : BodyFlow::Taken;
    };
    handlers.done = [inbox](Result<HttpHead> end) { inbox->tell([&] { inbox->end = std::move(end); }); };
    return handlers;
}

/// The reading side: it runs on the thread that waits.
class Reading
{
public:
    Reading(const AnswerReader &reader, HttpAnswer &answer)
        : m_reader(reader)
        , m_answer(answer)
    {
    }

    [[nodiscard]] Result<void> takeHead(const HttpHead &head)
    {
        m_answer.head = head;
        m_isGood = head.status >= 200 && head.status < 300;
        return m_isGood && m_reader.head ? m_reader.head(head) : Result<void>{};
    }

    [[nodiscard]] Result<void> takeBytes(const QByteArray &bytes)
    {
        if (m_isGood) {
            return bytes.isEmpty() ? Result<void>{} : m_reader.body(bytes);
        }
        m_answer.body.append(bytes.first(std::min(bytes.size(), longestRefusal - m_answer.body.size())));
        return {};
    }

private:
    const AnswerReader &m_reader;
    HttpAnswer &m_answer;
    bool m_isGood = false;
};

} // namespace

Result<HttpAnswer> readStreamed(HttpClient &client, HttpRequest request, const AnswerReader &reader,
                                const std::stop_token &stop)
{
    const auto inbox = std::make_shared<Inbox>();
    const HttpExchange exchange = client.send(std::move(request), handlersOf(inbox), stop);
    HttpAnswer answer;
    Reading reading(reader, answer);
    for (;;) {
        std::unique_lock lock(inbox->mutex);
        inbox->changed.wait(lock, [&] { return inbox->hasBytes || inbox->head || inbox->end; });
        inbox->hasBytes = false;
        const auto head = std::exchange(inbox->head, {});
        const auto end = inbox->end;
        lock.unlock();
        Result<void> taken = head ? reading.takeHead(*head) : Result<void>{};
        const BodyPipe::Taken piece = inbox->pipe.take();
        if (piece.resume) {
            exchange.resume();
        }
        if (taken) {
            taken = reading.takeBytes(piece.bytes); // Also where the rest did not come.
        }
        if (!taken) {
            exchange.cancel();
            return failed(taken);
        }
        if (end) {
            return *end ? Result<HttpAnswer>(std::move(answer)) : Result<HttpAnswer>(failed(*end));
        }
    }
}

} // namespace kinframe::transfer
