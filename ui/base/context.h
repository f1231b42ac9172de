// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "base/result.h"
#include "ui/base/ask_on.h"
#include "ui/base/services.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <mutex>
#include <stop_token>
#include <vector>

class QQmlEngine;

namespace kinframe::ui {

/// What the objects of one QML engine share: the open library, whose it is, and the threads on which they ask it. On
/// the GUI thread, but where it says otherwise.
class Context : public QObject
{
    Q_OBJECT

public:
    /// `userId` is whose library is shown.
    Context(const Services &services, qint64 userId);
    /// Waits for what was asked; the answers are dropped.
    ~Context() override;

    /// Gives the engine's objects this context. It outlives the engine.
    void attachTo(QQmlEngine &engine);
    /// The context of the engine that made the object; null where there is none, as in tests of controls alone.
    [[nodiscard]] static Context *of(const QObject *object);
    [[nodiscard]] static Context *of(const QQmlEngine *engine);

    [[nodiscard]] const Services &services() const { return m_services; }
    [[nodiscard]] qint64 userId() const { return m_userId; }
    /// Threads for short questions and acts; nothing on them may last for seconds.
    [[nodiscard]] QThreadPool &pool() { return m_pool; }

    /// Runs `work` on the pool, then `done` on the GUI thread, as askOn() says.
    template <typename Work, typename Done>
    void ask(const QObject *owner, Work work, Done done, const std::stop_token &stop = {})
    {
        askOn(m_pool, this, owner, std::move(work), std::move(done), stop);
    }

    /// What happened in the library, several at a time.
    Q_SIGNAL void happened(const std::vector<kinframe::Event> &events);

private:
    void collect(const Event &event);
    void deliver();

    Services m_services;
    qint64 m_userId;
    QThreadPool m_pool;
    std::mutex m_mutex;
    std::vector<Event> m_events; ///< not delivered yet; guarded by m_mutex
    std::unique_ptr<EventBus::Subscription> m_subscription;
};

/// The last of several questions of one kind: asking again drops the one before.
class Question
{
public:
    ~Question() { drop(); }
    void drop() { m_stop.request_stop(); }

    /// As Context::ask; `work` gets a stop token for its reads.
    template <typename Work, typename Done>
    void ask(Context &context, const QObject *owner, Work work, Done done)
    {
        drop();
        m_stop = std::stop_source();
        const std::stop_token stop = m_stop.get_token();
        context.ask(
            owner, [work = std::move(work), stop]() mutable { return work(stop); }, std::move(done), stop);
    }

private:
    std::stop_source m_stop;
};

} // namespace kinframe::ui
