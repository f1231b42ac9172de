// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/remote/remote_server.h"

#include <QRegularExpression>

namespace kinframe::transfer {

using namespace Qt::StringLiterals;

QString RemoteVersion::text() const
{
    return u"%1.%2.%3"_s.arg(major).arg(minor).arg(patch);
}

RemoteVersion RemoteVersion::parse(const QString &text)
{
    static const QRegularExpression form(u"^v?(\\d{1,5})\\.(\\d{1,5})\\.(\\d{1,5})"_s);
    const QRegularExpressionMatch match = form.match(text);
    return {match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()};
}

} // namespace kinframe::transfer
