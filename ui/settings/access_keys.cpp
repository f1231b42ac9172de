// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/access_keys.h"

#include "accounts/accounts.h"
#include "base/ids.h"
#include "ui/base/sentences.h"
#include "ui/settings/key_rights.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;

QString dayOf(qint64 ms)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms).date(), QLocale::LongFormat);
}

} // namespace

int AccessKeys::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_keys.size());
}

QVariant AccessKeys::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const accounts::ApiKey &key = m_keys[size_t(index.row())];
    switch (role) {
    case KeyIdRole:
        return toText(key.uuid);
    case NameRole:
        return key.name;
    case RightsRole:
        switch (rightsOf(key.permissions)) {
        case KeyRights::All:
            return tr("May do everything");
        case KeyRights::ReadOnly:
            return tr("May look at everything, and change nothing");
        case KeyRights::Some:
            break;
        }
        return tr("May do %n thing(s) by name", nullptr, int(key.permissions.size()));
    case CreatedRole:
        return tr("Made on %1").arg(dayOf(key.createdAt));
    case UsedRole:
        return key.lastUsedAt ? tr("last used on %1").arg(dayOf(*key.lastUsedAt)) : tr("never used");
    default:
        return {};
    }
}

QHash<int, QByteArray> AccessKeys::roleNames() const
{
    return {
        {KeyIdRole, "keyId"}, {NameRole, "name"}, {RightsRole, "rights"}, {CreatedRole, "created"}, {UsedRole, "used"}};
}

void AccessKeys::reload()
{
    if (!context()) {
        return;
    }
    if (status() == Status::Unloaded) {
        setStatus(Status::Loading);
    }
    m_question.ask(
        *context(), this,
        [&accounts = context()->services().accounts, user = context()->userId()](const std::stop_token &) {
            return accounts.keys(user);
        },
        [this](Result<std::vector<accounts::ApiKey>> keys) {
            if (keys) {
                show(std::move(*keys));
                setStatus(Status::Ready);
            } else {
                setFailed(keys.error());
            }
        });
}

void AccessKeys::show(std::vector<accounts::ApiKey> keys)
{
    std::ranges::stable_sort(keys, std::ranges::greater(), &accounts::ApiKey::createdAt);
    // A few keys; but those that stay keep their place and the focus.
    for (size_t row = 0; row < m_keys.size();) {
        if (std::ranges::find(keys, m_keys[row].uuid, &accounts::ApiKey::uuid) == keys.end()) {
            beginRemoveRows({}, int(row), int(row));
            m_keys.erase(m_keys.begin() + qsizetype(row));
            endRemoveRows();
        } else {
            ++row;
        }
    }
    for (size_t row = 0; row < keys.size(); ++row) {
        if (row < m_keys.size() && m_keys[row].uuid == keys[row].uuid) {
            m_keys[row] = keys[row];
            Q_EMIT dataChanged(index(int(row)), index(int(row)));
        } else {
            beginInsertRows({}, int(row), int(row));
            m_keys.insert(m_keys.begin() + qsizetype(row), keys[row]);
            endInsertRows();
        }
    }
}

void AccessKeys::create(const QString &name, bool isReadOnly)
{
    if (!context()) {
        return;
    }
    const QString trimmed = name.trimmed();
    context()->ask(
        this,
        [&accounts = context()->services().accounts, trimmed, isReadOnly]() -> Result<accounts::CreatedKey> {
            auto owner = accounts.owner();
            if (!owner) {
                return failed(owner);
            }
            return accounts.createKey(*owner, trimmed,
                                      permissionsOf(isReadOnly ? KeyRights::ReadOnly : KeyRights::All));
        },
        [this](const Result<accounts::CreatedKey> &key) {
            if (!key) {
                Q_EMIT refused(sentenceOf(key.error()));
                return;
            }
            Q_EMIT created(key->key.name, key->secret);
            reload();
        });
}

void AccessKeys::revoke(const QString &keyId)
{
    const auto uuid = uuidFromText(keyId);
    if (!context() || !uuid) {
        return;
    }
    context()->ask(
        this,
        [&accounts = context()->services().accounts, user = context()->userId(), uuid = *uuid] {
            return accounts.revokeKey(user, uuid);
        },
        [this](const Result<void> &revoked) {
            if (!revoked) {
                Q_EMIT refused(sentenceOf(revoked.error()));
            }
            reload();
        });
}

} // namespace kinframe::ui
