// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/form.h"

namespace kinframe::http {

std::optional<QString> Form::get(QStringView name) const
{
    for (const FormField &field : fields) {
        if (field.name == name) {
            return field.value;
        }
    }
    return std::nullopt;
}

QStringList Form::all(QStringView name) const
{
    QStringList values;
    for (const FormField &field : fields) {
        if (field.name == name) {
            values.append(field.value);
        }
    }
    return values;
}

const FormFile *Form::file(QStringView name) const
{
    for (const FormFile &file : files) {
        if (file.name == name) {
            return &file;
        }
    }
    return nullptr;
}

} // namespace kinframe::http
