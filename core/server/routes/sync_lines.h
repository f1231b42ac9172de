// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/routes/json_writer.h"
#include "sync/checkpoint.h"

#include <initializer_list>

namespace kinframe::server {

/// One line of a stream; `writeData` writes the members of `data`.
template <typename WriteData>
void writeLine(QByteArray &lines, const QString &type, const sync::Cursor &at, WriteData writeData)
{
    JsonWriter json(lines);
    json.beginObject();
    json.name("type");
    json.text(type.toLatin1());
    json.name("data");
    json.beginObject();
    writeData(json);
    json.endObject();
    json.name("ack");
    json.text(at.ack(type).toLatin1());
    json.endObject();
    lines.append('\n');
}

// Members of its data.

void writeText(JsonWriter &json, QByteArrayView name, QByteArrayView utf8);
void writeFlag(JsonWriter &json, QByteArrayView name, bool value);
void writeId(JsonWriter &json, QByteArrayView name, const QUuid &id);
/// An id as it lies in the database; null where it is empty.
void writeId(JsonWriter &json, QByteArrayView name, QByteArrayView rfc4122);
void writeNulls(JsonWriter &json, std::initializer_list<QByteArrayView> names);
void writeTimeOrNull(JsonWriter &json, QByteArrayView name, const std::optional<qint64> &ms);

} // namespace kinframe::server
