// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include "base/error_texts.h"

namespace kinframe {

ErrorKind kindOf(ErrorCode code)
{
    return errorText(code).kind;
}

QString nameOf(ErrorCode code)
{
    return QString::fromLatin1(errorText(code).name);
}

ErrorCode errorCodeOf(const QString &name)
{
    for (const ErrorText &text : errorTexts()) {
        if (name == QLatin1String(text.name)) {
            return text.code;
        }
    }
    return ErrorCode::Internal;
}

ErrorKind Error::kind() const
{
    return kindOf(code);
}

QString Error::name() const
{
    return nameOf(code);
}

QString Error::fact(const QString &key) const
{
    for (const auto &[name, value] : facts) {
        if (name == key) {
            return value;
        }
    }
    return {};
}

QString Error::forLog() const
{
    QString line = name();
    for (const auto &[key, value] : facts) {
        line += u' ' + key + u'=' + value;
    }
    if (!detail.isEmpty()) {
        line += QLatin1String(": ") + detail;
    }
    return line;
}

} // namespace kinframe
