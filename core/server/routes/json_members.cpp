// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/json_members.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace kinframe::server {
namespace {

/// The string that begins at the quote there, with its quotes.
QByteArrayView stringAt(QByteArrayView text, qsizetype quote)
{
    qsizetype end = quote + 1;
    while (end < text.size() && text[end] != '"') {
        end += text[end] == '\\' ? 2 : 1;
    }
    return text.sliced(quote, std::min(end + 1, text.size()) - quote);
}

QString decoded(QByteArrayView string)
{
    if (!string.contains('\\')) {
        return QString::fromUtf8(string.sliced(1, string.size() - 2));
    }
    return QJsonDocument::fromJson('[' + string.toByteArray() + ']').array().first().toString();
}

} // namespace

QStringList memberNames(QByteArrayView object)
{
    QStringList names;
    QSet<QString> seen;
    int depth = 0;
    bool isName = false; // The next string at the outermost level is a name: it follows a brace or a comma.
    for (qsizetype at = 0; at < object.size(); ++at) {
        switch (object[at]) {
        case '{':
        case '[':
            isName = ++depth == 1;
            break;
        case '}':
        case ']':
            --depth;
            break;
        case ',':
            isName = depth == 1;
            break;
        case '"': {
            const QByteArrayView string = stringAt(object, at);
            at += string.size() - 1;
            const QString name = isName ? decoded(string) : QString();
            if (isName && !seen.contains(name)) {
                seen.insert(name);
                names << name;
            }
            isName = false;
            break;
        }
        default:
            break;
        }
    }
    return names;
}

} // namespace kinframe::server
