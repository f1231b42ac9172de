// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/library_users.h"

#include "accounts/accounts.h"
#include "base/ids.h"
#include "ui/base/sentences.h"
#include "ui/base/undo_stack.h"

#include <algorithm>
#include <cmath>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using accounts::User;

// As bytesText() and disks count.
constexpr double gigabyte = 1e9;
constexpr int mostShown = 1000;
constexpr int gatherMs = 2000;

std::optional<qint64> quotaOf(double gigabytes)
{
    return gigabytes > 0 ? std::optional(qint64(std::llround(gigabytes * gigabyte))) : std::nullopt;
}

double shareOf(const User &user)
{
    if (!user.quotaBytes) {
        return -1;
    }
    return *user.quotaBytes == 0 ? 1 : std::clamp(double(user.usedBytes) / double(*user.quotaBytes), 0.0, 1.0);
}

} // namespace

LibraryUsers::LibraryUsers(QObject *parent)
    : ListModel(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(gatherMs);
    connect(&m_soon, &QTimer::timeout, this, &LibraryUsers::reload);
}

void LibraryUsers::begin()
{
    if (!context()) {
        return;
    }
    connect(context(), &Context::happened, this, [this](const std::vector<Event> &events) {
        const bool isOther = std::ranges::any_of(
            events, [](const Event &event) { return event.type == u"asset.added" || event.type == u"asset.deleted"; });
        if (isOther && !m_soon.isActive()) {
            m_soon.start();
        }
    });
}

int LibraryUsers::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_users.size());
}

QVariant LibraryUsers::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const User &user = m_users[size_t(index.row())];
    switch (role) {
    case UserIdRole:
        return toText(user.uuid);
    case NameRole:
        return user.name;
    case EmailRole:
        return user.email;
    case IsAdminRole:
        return user.isAdmin;
    case IsOwnerRole:
        return user.isOwner;
    case UsedRole:
        return user.quotaBytes ? tr("%1 of %2 used").arg(bytesText(user.usedBytes), bytesText(*user.quotaBytes))
                               : tr("%1 used").arg(bytesText(user.usedBytes));
    case ShareRole:
        return shareOf(user);
    case GigabytesRole:
        return double(user.quotaBytes.value_or(0)) / gigabyte;
    case StateRole:
        if (user.isOwner) {
            return tr("Owner of this library");
        }
        return user.isAdmin ? tr("Admin") : QString();
    default:
        return {};
    }
}

QHash<int, QByteArray> LibraryUsers::roleNames() const
{
    return {{UserIdRole, "userId"},   {NameRole, "name"},           {EmailRole, "email"},
            {IsAdminRole, "isAdmin"}, {IsOwnerRole, "isOwner"},     {UsedRole, "used"},
            {ShareRole, "share"},     {GigabytesRole, "gigabytes"}, {StateRole, "stateText"}};
}

void LibraryUsers::reload()
{
    if (!context()) {
        return;
    }
    if (status() == Status::Unloaded) {
        setStatus(Status::Loading);
    }
    m_question.ask(
        *context(), this,
        [&accounts = context()->services().accounts](const std::stop_token &) { return accounts.users(0, mostShown); },
        [this](Result<std::vector<User>> users) {
            if (users) {
                show(std::move(*users));
                setStatus(Status::Ready);
            } else {
                setFailed(users.error());
            }
        });
}

void LibraryUsers::show(std::vector<User> users)
{
    std::ranges::stable_sort(users, std::ranges::greater(), &User::isOwner);
    // Those that stay keep their place and the focus.
    for (size_t row = 0; row < m_users.size();) {
        if (std::ranges::find(users, m_users[row].uuid, &User::uuid) == users.end()) {
            beginRemoveRows({}, int(row), int(row));
            m_users.erase(m_users.begin() + qsizetype(row));
            endRemoveRows();
        } else {
            ++row;
        }
    }
    for (size_t row = 0; row < users.size(); ++row) {
        if (row < m_users.size() && m_users[row].uuid == users[row].uuid) {
            m_users[row] = users[row];
            Q_EMIT dataChanged(index(int(row)), index(int(row)));
        } else {
            beginInsertRows({}, int(row), int(row));
            m_users.insert(m_users.begin() + qsizetype(row), users[row]);
            endInsertRows();
        }
    }
    Q_EMIT countChanged();
}

template <typename Work>
void LibraryUsers::act(Work work)
{
    if (!context()) {
        return;
    }
    context()->ask(
        this,
        [&accounts = context()->services().accounts, work = std::move(work)]() -> Result<void> {
            return work(accounts);
        },
        [this](const Result<void> &outcome) {
            if (outcome) {
                Q_EMIT done();
            } else {
                Q_EMIT refused(sentenceOf(outcome.error()));
            }
            reload();
        });
}

void LibraryUsers::add(const QString &name, const QString &email, const QString &password, bool isAdmin,
                       double gigabytes)
{
    const accounts::NewUser user{name, email, password, isAdmin, true, quotaOf(gigabytes)};
    act([user](accounts::Accounts &accounts) -> Result<void> {
        const auto made = accounts.createUser(user);
        return made ? Result<void>() : failed(made);
    });
}

void LibraryUsers::change(const QString &userId, const QString &name, const QString &email, bool isAdmin,
                          double gigabytes)
{
    const auto uuid = uuidFromText(userId);
    if (!uuid) {
        return;
    }
    accounts::UserChanges changes;
    changes.name = name;
    changes.email = email;
    changes.isAdmin = isAdmin;
    changes.quotaBytes = quotaOf(gigabytes);
    act([uuid = *uuid, changes](accounts::Accounts &accounts) -> Result<void> {
        const auto changed = accounts.updateUser(uuid, changes);
        return changed ? Result<void>() : failed(changed);
    });
}

void LibraryUsers::setPassword(const QString &userId, const QString &password)
{
    if (const auto uuid = uuidFromText(userId)) {
        act([uuid = *uuid, password](accounts::Accounts &accounts) { return accounts.setPassword(uuid, password); });
    }
}

void LibraryUsers::remove(const QString &userId)
{
    const auto user = std::ranges::find(m_users, userId, [](const User &one) { return toText(one.uuid); });
    if (user == m_users.end() || !context()) {
        return;
    }
    context()->ask(
        this, [&accounts = context()->services().accounts, uuid = user->uuid] { return accounts.deleteUser(uuid); },
        [this, uuid = user->uuid, name = user->name, doing = UndoStack::beginOf(this)](const Result<void> &removed) {
            if (!removed) {
                Q_EMIT refused(sentenceOf(removed.error()));
            } else {
                if (doing) {
                    doing->push({tr("“%1” may not use this library any more").arg(name),
                                 [this, uuid] { restore(uuid); }, [this, uuid] { removeNow(uuid); }});
                }
                Q_EMIT done();
            }
            reload();
        });
}

void LibraryUsers::restore(const QUuid &uuid)
{
    act([uuid](accounts::Accounts &accounts) -> Result<void> {
        const auto restored = accounts.restoreUser(uuid);
        return restored ? Result<void>() : failed(restored);
    });
}

void LibraryUsers::removeNow(const QUuid &uuid)
{
    act([uuid](accounts::Accounts &accounts) { return accounts.deleteUser(uuid); });
}

} // namespace kinframe::ui
