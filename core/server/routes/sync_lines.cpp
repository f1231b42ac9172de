// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/sync_lines.h"

namespace kinframe::server {

void writeText(JsonWriter &json, QByteArrayView name, QByteArrayView utf8)
{
    json.name(name);
    json.text(utf8);
}

void writeFlag(JsonWriter &json, QByteArrayView name, bool value)
{
    json.name(name);
    json.boolean(value);
}

void writeId(JsonWriter &json, QByteArrayView name, const QUuid &id)
{
    json.name(name);
    json.uuid(id);
}

void writeId(JsonWriter &json, QByteArrayView name, QByteArrayView rfc4122)
{
    json.name(name);
    if (rfc4122.isEmpty()) {
        json.null();
    } else {
        json.uuid(rfc4122);
    }
}

void writeNulls(JsonWriter &json, std::initializer_list<QByteArrayView> names)
{
    for (const QByteArrayView name : names) {
        json.name(name);
        json.null();
    }
}

void writeTimeOrNull(JsonWriter &json, QByteArrayView name, const std::optional<qint64> &ms)
{
    json.name(name);
    if (ms) {
        json.time(*ms);
    } else {
        json.null();
    }
}

} // namespace kinframe::server
