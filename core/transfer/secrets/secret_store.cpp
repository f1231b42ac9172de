// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/secrets/secret_store.h"

#include <memory>

namespace kinframe::transfer {
namespace {

template <typename Outcome>
struct Promised
{
    std::shared_ptr<std::promise<Outcome>> promise = std::make_shared<std::promise<Outcome>>();
    std::future<Outcome> future = promise->get_future();

    [[nodiscard]] std::function<void(Outcome)> keep() const
    {
        return [promise = promise](Outcome outcome) { promise->set_value(std::move(outcome)); };
    }
};

} // namespace

std::future<Result<std::optional<QByteArray>>> SecretStore::read(const QString &name)
{
    Promised<Result<std::optional<QByteArray>>> promised;
    read(name, promised.keep());
    return std::move(promised.future);
}

std::future<Result<void>> SecretStore::write(const QString &name, const QByteArray &secret)
{
    Promised<Result<void>> promised;
    write(name, secret, promised.keep());
    return std::move(promised.future);
}

std::future<Result<void>> SecretStore::remove(const QString &name)
{
    Promised<Result<void>> promised;
    remove(name, promised.keep());
    return std::move(promised.future);
}

std::future<Result<SecretPlace>> SecretStore::place()
{
    Promised<Result<SecretPlace>> promised;
    place(promised.keep());
    return std::move(promised.future);
}

} // namespace kinframe::transfer
