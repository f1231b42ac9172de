// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/passwords.h"

#include "accounts/server_secret.h"

#include <sodium.h>

#include <future>

namespace kinframe::accounts {
namespace {

using namespace Qt::StringLiterals;

constexpr int threads = 2;
// About a second's worth; whoever comes then is told to try again rather than kept waiting.
constexpr size_t longestQueue = 16;
constexpr qsizetype shortestPassword = 8;
constexpr qsizetype longestPassword = 256;

Error tooManyAtOnce()
{
    return {ErrorCode::RateLimited, {{u"seconds"_s, u"2"_s}}, {}};
}

Result<QString> argon2(const QString &password, const PasswordCost &cost)
{
    const QByteArray utf8 = password.toUtf8();
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str_alg(text.data(), utf8.constData(), size_t(utf8.size()), cost.operations, cost.memory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0) {
        return fail(ErrorCode::Internal, {}, u"not enough memory to hash a password"_s);
    }
    return QString::fromLatin1(text.data());
}

bool isPasswordOf(const QString &hash, const QString &password)
{
    const QByteArray utf8 = password.toUtf8();
    return crypto_pwhash_str_verify(hash.toLatin1().constData(), utf8.constData(), size_t(utf8.size())) == 0;
}

} // namespace

Result<void> checkPassword(const QString &password)
{
    if (password.size() >= shortestPassword && password.size() <= longestPassword) {
        return {};
    }
    return fail(ErrorCode::InvalidArgument, {{u"field"_s, u"password"_s},
                                             {u"value"_s, u"%1 characters long"_s.arg(password.size())},
                                             {u"expected"_s, u"of 8 to 256 characters"_s}});
}

Passwords::Passwords(PasswordCost cost)
    : m_cost(cost)
{
    if (sodium_init() >= 0) {
        m_nobody = argon2(newToken(u""), m_cost).value_or(QString());
    }
    for (int i = 0; i < threads; ++i) {
        m_threads.emplace_back([this] { work(); });
    }
}

Passwords::~Passwords()
{
    std::unique_lock lock(m_mutex);
    m_isClosing = true;
    m_changed.notify_all();
    lock.unlock();
    for (std::thread &thread : m_threads) {
        thread.join();
    }
    for (const Task &task : m_tasks) {
        task(true);
    }
}

bool Passwords::post(Task task)
{
    const std::scoped_lock lock(m_mutex);
    if (m_tasks.size() >= longestQueue) {
        return false;
    }
    m_tasks.push_back(std::move(task));
    m_changed.notify_one();
    return true;
}

void Passwords::work()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_isClosing || !m_tasks.empty(); });
        if (m_isClosing) {
            return;
        }
        const Task task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        task(false);
        lock.lock();
    }
}

Result<QString> Passwords::hash(const QString &password)
{
    if (auto checked = checkPassword(password); !checked) {
        return failed(checked);
    }
    std::promise<Result<QString>> made;
    const bool isPosted = post([&](bool isRefused) {
        made.set_value(isRefused ? Result<QString>(fail(ErrorCode::ShuttingDown)) : argon2(password, m_cost));
    });
    return isPosted ? made.get_future().get() : Result<QString>(Failure(tooManyAtOnce()));
}

void Passwords::verifyLater(const QString &password, const QString &hash, std::function<void(Result<bool>)> done)
{
    const auto told = std::make_shared<std::function<void(Result<bool>)>>(std::move(done));
    const bool isPosted = post([this, password, hash, told](bool isRefused) {
        if (isRefused) {
            (*told)(fail(ErrorCode::ShuttingDown));
            return;
        }
        const bool isRight = isPasswordOf(hash.isEmpty() ? m_nobody : hash, password);
        (*told)(isRight && !hash.isEmpty());
    });
    if (!isPosted) {
        (*told)(Failure(tooManyAtOnce()));
    }
}

} // namespace kinframe::accounts
