// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QUuid>

#include <optional>
#include <span>

namespace kinframe::server {

/// The text form of an id of 16 bytes.
[[nodiscard]] QByteArray uuidText(QByteArrayView rfc4122);

/// `[1,2,3]`, to be bound to a statement that asks for many rows.
[[nodiscard]] QString jsonList(std::span<const qint64> ids);

/// Writes JSON text behind what stands in a buffer already, for answers of very many rows: nothing is made between a
/// row and its text. Commas come of themselves. The buffer outlives it.
class JsonWriter
{
public:
    explicit JsonWriter(QByteArray &out)
        : m_out(out)
    {
    }

    void beginObject() { begin('{'); }
    void endObject() { m_out.append('}'); }
    void beginArray() { begin('['); }
    void endArray() { m_out.append(']'); }
    /// Before a member's value. `name` needs no escapes.
    void name(QByteArrayView name);

    void null() { plain("null"); }
    void boolean(bool value) { plain(value ? QByteArrayView("true") : QByteArrayView("false")); }
    void number(qint64 value);
    void number(double value);
    /// `utf8` is valid.
    void text(QByteArrayView utf8);
    void uuid(const QUuid &id);
    /// 16 bytes, as they lie in the database.
    void uuid(QByteArrayView rfc4122);
    void base64(QByteArrayView bytes);
    /// Milliseconds since 1970 UTC as `2026-11-20T13:22:05.123Z`, or with `+00:00`; times that four digits cannot say
    /// become the first or the last that they can.
    void time(qint64 ms, QByteArrayView zone = "Z");
    /// JSON that is written already.
    void plain(QByteArrayView json);
    /// Members that are written already, without braces.
    void members(QByteArrayView json);

    template <typename Number>
    void numberOrNull(const std::optional<Number> &value)
    {
        if (value) {
            number(*value);
        } else {
            null();
        }
    }

private:
    void begin(char bracket);
    void separate();

    QByteArray &m_out;
};

} // namespace kinframe::server
