// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/person_edit.h"

#include <QDate>
#include <QRegularExpression>

namespace kinframe::faces {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestName = 200;

Failure wrong(const QString &field, const QString &value, const QString &expected)
{
    return fail(ErrorCode::InvalidArgument, {{u"field"_s, field}, {u"value"_s, value}, {u"expected"_s, expected}});
}

} // namespace

Result<void> checkEdit(const PersonEdit &edit)
{
    if (edit.name && edit.name->size() > longestName) {
        return wrong(u"name"_s, u"%1 characters"_s.arg(edit.name->size()), u"at most %1 characters"_s.arg(longestName));
    }
    if (edit.birthDate && !edit.birthDate->isEmpty()) {
        const QDate date = QDate::fromString(*edit.birthDate, Qt::ISODate);
        if (!date.isValid() || date > QDate::currentDate()) {
            return wrong(u"birthDate"_s, *edit.birthDate, u"a past date as YYYY-MM-DD"_s);
        }
    }
    static const QRegularExpression colour(u"^#[0-9a-fA-F]{6}$"_s);
    if (edit.color && !edit.color->isEmpty() && !colour.match(*edit.color).hasMatch()) {
        return wrong(u"color"_s, *edit.color, u"a colour as #RRGGBB"_s);
    }
    return {};
}

QString kindOfEdit(const PersonEdit &edit)
{
    if (edit.name) {
        return u"name"_s;
    }
    if (edit.isHidden) {
        return *edit.isHidden ? u"hide"_s : u"show"_s;
    }
    if (edit.isFavorite) {
        return u"favorite"_s;
    }
    if (edit.birthDate) {
        return u"birth_date"_s;
    }
    return edit.color ? u"color"_s : u"cover"_s;
}

} // namespace kinframe::faces
