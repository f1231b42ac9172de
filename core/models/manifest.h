// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QUrl>

#include <vector>

namespace kinframe::models {

enum class ModelRole { Detector, Recogniser };
enum class ModelKind {
    Onnx,       ///< one .onnx file
    OpenVinoIr, ///< the .xml, then its .bin
};

struct ModelFile
{
    QString name;
    qint64 size = 0;
    QByteArray sha256;      ///< 32 bytes
    std::vector<QUrl> urls; ///< tried in order; none where it can only be brought
};

/// The same network in one of its forms; all the files belong together.
struct ModelForm
{
    ModelKind kind = ModelKind::Onnx;
    std::vector<ModelFile> files;

    [[nodiscard]] bool fetchable() const;
    [[nodiscard]] qint64 size() const;
};

struct Model
{
    QString name; ///< stored with every face; never changes its meaning
    ModelRole role = ModelRole::Detector;
    bool usual = false; ///< the one to take for its role where nobody chose
    int dimensions = 0; ///< of a face's vector; 0 for detectors
    QString licence;    ///< an SPDX expression
    QUrl licenceUrl;
    QString note;
    std::vector<ModelForm> forms; ///< the first that is here is used
};

/// Which models there are, where they come from and what they must be. A value.
struct Manifest
{
    std::vector<Model> models;

    /// NotFound.
    [[nodiscard]] Result<Model> find(const QString &name) const;
    [[nodiscard]] const Model *usual(ModelRole role) const;

    /// InvalidArgument names the first thing that is wrong.
    [[nodiscard]] static Result<Manifest> parse(const QByteArray &json);
    /// The one that comes with the program.
    [[nodiscard]] static const Manifest &builtIn();
};

} // namespace kinframe::models
