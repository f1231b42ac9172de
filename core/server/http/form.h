// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/spooled_file.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace kinframe::http {

struct FormField
{
    QString name;
    QString value;
};

struct FormFile
{
    QString name;           ///< of the field
    QString fileName;       ///< a label, never a path
    QByteArray contentType; ///< as the client says; empty where it does not
    std::shared_ptr<SpooledFile> spooled;

    [[nodiscard]] const Digests &digests() const { return spooled->digests(); }
    [[nodiscard]] QString path() const { return spooled->path(); }
    /// See SpooledFile::take().
    [[nodiscard]] QString take() const { return spooled->take(); }
};

/// A multipart form: its text fields and its files, each in their order.
struct Form
{
    std::vector<FormField> fields;
    std::vector<FormFile> files;

    /// The first text field of that name.
    [[nodiscard]] std::optional<QString> get(QStringView name) const;
    [[nodiscard]] QStringList all(QStringView name) const;
    /// The first file of that name, or nullptr.
    [[nodiscard]] const FormFile *file(QStringView name) const;
};

} // namespace kinframe::http
