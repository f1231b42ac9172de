// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/settings.h"

#include "base/log.h"
#include "library/change_feed.h"
#include "library/writeback.h"
#include "storage/database.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace kinframe::library {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;
using storage::Transaction;

using enum SettingType;

constexpr std::array table{
    SettingRule{setting::sharingOn, Switch, 0},
    // Lower ports belong to the system.
    SettingRule{setting::sharingPort, Number, 8000, 1024, 65535},
    SettingRule{setting::sharingReach, Choice, 1, 0, 1, "computer network"_L1},
    SettingRule{setting::sharingTls, Switch, 1},
    SettingRule{setting::workCores, Number, 0, 0, 64},
    SettingRule{setting::workWhen, Choice, 0, 0, 2, "always idle paused"_L1},
    // A screenful of thumbnails at 4K is about 30 MB; usual are several, forwards and back.
    SettingRule{setting::thumbnailMemory, Number, 96, 32, 2048},
    SettingRule{setting::trashDays, Number, 30, 0, 3650},
    SettingRule{setting::writeBackSidecars, Switch, 0},
    SettingRule{setting::writeBackFiles, Switch, 0},
};

Failure unknown(const QString &key)
{
    return fail(ErrorCode::NotFound, {{u"what"_s, u"setting"_s}, {u"id"_s, key}});
}

// A document cannot be a bare value in Qt 6.4, so it is kept as the only one of an array.
QString toText(const QJsonValue &value)
{
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.mid(1, json.size() - 2));
}

QJsonValue fromText(const QString &text)
{
    return QJsonDocument::fromJson("[" + text.toUtf8() + "]").array().at(0);
}

QJsonValue stored(Connection &db, const SettingRule &rule)
{
    Statement statement = db.prepare("SELECT value FROM setting WHERE key = ?1");
    statement.bindAll(QString(rule.key));
    if (statement.step()) {
        QJsonValue value = fromText(statement.text(0));
        if (rule.check(value)) {
            return value;
        }
    }
    return rule.usualValue();
}

bool isWriteBack(const QString &key)
{
    return key == setting::writeBackSidecars || key == setting::writeBackFiles;
}

} // namespace

QJsonValue SettingRule::usualValue() const
{
    switch (type) {
    case Switch:
        return usual != 0;
    case Number:
        return double(usual);
    case Choice:
        break;
    }
    return choiceNames().at(usual);
}

QStringList SettingRule::choiceNames() const
{
    return QString(choices).split(u' ', Qt::SkipEmptyParts);
}

Result<void> SettingRule::check(const QJsonValue &value) const
{
    QString expected;
    bool isRight = false;
    switch (type) {
    case Switch:
        isRight = value.isBool();
        expected = u"true or false"_s;
        break;
    case Number:
        isRight = value.isDouble() && value.toDouble() == double(value.toInteger()) && value.toInteger() >= least &&
                  value.toInteger() <= most;
        expected = u"a whole number from %1 to %2"_s.arg(least).arg(most);
        break;
    case Choice:
        isRight = value.isString() && choiceNames().contains(value.toString());
        expected = choiceNames().join(u", "_s);
        break;
    }
    if (isRight) {
        return {};
    }
    return fail(ErrorCode::InvalidArgument,
                {{u"field"_s, QString(key)}, {u"value"_s, toText(value)}, {u"expected"_s, expected}});
}

Settings::Settings(const Services &services)
    : m_services(services)
{
}

std::span<const SettingRule> Settings::rules()
{
    return table;
}

const SettingRule *Settings::rule(const QString &key)
{
    for (const SettingRule &rule : table) {
        if (key == rule.key) {
            return &rule;
        }
    }
    return nullptr;
}

Result<QJsonValue> Settings::value(const QString &key) const
{
    const SettingRule *rule = Settings::rule(key);
    if (!rule) {
        return unknown(key);
    }
    return m_services.database.read([&](Connection &db) -> Result<QJsonValue> { return stored(db, *rule); });
}

QJsonValue Settings::known(QLatin1String key) const
{
    auto found = value(key);
    if (!found) {
        qCWarning(logLibrary).noquote() << "setting" << key << found.error().forLog();
        const SettingRule *rule = Settings::rule(key);
        return rule ? rule->usualValue() : QJsonValue();
    }
    return *found;
}

bool Settings::isOn(QLatin1String key) const
{
    return known(key).toBool();
}

bool Settings::isOn(Connection &db, QLatin1String key)
{
    const SettingRule *rule = Settings::rule(key);
    return rule && stored(db, *rule).toBool();
}

int Settings::number(QLatin1String key) const
{
    return known(key).toInt();
}

QString Settings::choice(QLatin1String key) const
{
    return known(key).toString();
}

Result<void> Settings::set(const QString &key, const QJsonValue &value)
{
    const SettingRule *rule = Settings::rule(key);
    if (!rule) {
        return unknown(key);
    }
    if (auto checked = rule->check(value); !checked) {
        return checked;
    }
    return m_services.database.write([&](Transaction &transaction) -> Result<void> {
        transaction.run("INSERT INTO setting(key, value) VALUES (?1, ?2) "
                        "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                        key, toText(value));
        if (isWriteBack(key) && value.toBool()) {
            writeEverythingBackLater(transaction, m_services.jobs);
        }
        m_services.changes.tell(transaction, u"setting.changed"_s, {}, {}, {{u"key"_s, key}, {u"value"_s, value}});
        return {};
    });
}

} // namespace kinframe::library
