// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace kinframe::server {

/// Goes through the members of a compact JSON object that the program itself has written, as text: nothing is decoded,
/// so names and values are as they stand there.
class FlatJson
{
public:
    explicit FlatJson(QByteArrayView object)
        : m_rest(object.size() > 2 ? object.sliced(1) : QByteArrayView())
    {
    }

    /// To the next member; false after the last.
    bool next();
    /// Without quotes.
    [[nodiscard]] QByteArrayView name() const { return m_name; }
    [[nodiscard]] QByteArrayView value() const { return m_value; }

private:
    QByteArrayView m_rest;
    QByteArrayView m_name;
    QByteArrayView m_value;
};

} // namespace kinframe::server
