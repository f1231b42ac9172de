// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/key_rights.h"

#include "accounts/permission.h"

#include <algorithm>
#include <array>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;

// What shows and changes nothing. Not how the program is run, nor who there is besides.
constexpr std::array readingVerbs{u".read", u".view", u".download", u".statistics"};
constexpr std::array innerThings{u"admin", u"apiKey", u"system", u"backup", u"maintenance", u"session", u"authDevice"};

bool isReading(QStringView name)
{
    return std::ranges::any_of(readingVerbs, [&](const char16_t *verb) { return name.endsWith(QStringView(verb)); }) &&
           std::ranges::none_of(innerThings,
                                [&](const char16_t *thing) { return name.startsWith(QStringView(thing)); });
}

} // namespace

std::vector<QString> permissionsOf(KeyRights rights)
{
    std::vector<QString> names;
    if (rights != KeyRights::All) {
        for (const QStringView name : accounts::permissionNames()) {
            if (isReading(name)) {
                names.push_back(name.toString());
            }
        }
    }
    return names;
}

KeyRights rightsOf(const std::vector<QString> &permissions)
{
    if (permissions.empty() || std::ranges::find(permissions, u"all"_s) != permissions.end()) {
        return KeyRights::All;
    }
    return std::ranges::all_of(permissions, [](const QString &name) { return isReading(name); }) ? KeyRights::ReadOnly
                                                                                                 : KeyRights::Some;
}

} // namespace kinframe::ui
