// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/manifest.h"
#include "support/fault_server.h"

#include <QCryptographicHash>
#include <QFile>

namespace kinframe::test {

/// A file that the manifest may name, of bytes that a test made.
inline models::ModelFile modelFile(const QString &name, const QByteArray &bytes, std::vector<QUrl> urls = {})
{
    return {name, bytes.size(), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256), std::move(urls)};
}

inline models::Model detector(const models::ModelFile &file)
{
    models::Model model;
    model.name = QStringLiteral("finder");
    model.usual = true;
    model.forms = {{models::ModelKind::Onnx, {file}}};
    return model;
}

inline models::Model recogniser(std::vector<models::ModelForm> forms)
{
    models::Model model;
    model.name = QStringLiteral("knower");
    model.role = models::ModelRole::Recogniser;
    model.usual = true;
    model.dimensions = 4;
    model.forms = std::move(forms);
    return model;
}

inline bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

inline QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace kinframe::test
