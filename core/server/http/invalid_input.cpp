// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/invalid_input.h"

namespace kinframe::http {

using namespace Qt::StringLiterals;

Failure invalidInput(const QString &field, QByteArrayView value, const QString &expected)
{
    constexpr qsizetype shown = 80;
    QString text = QString::fromUtf8(value.first(std::min(value.size(), shown)));
    if (value.size() > shown) {
        text += u'…';
    }
    return fail(ErrorCode::InvalidArgument, {{u"field"_s, field}, {u"value"_s, text}, {u"expected"_s, expected}});
}

} // namespace kinframe::http
