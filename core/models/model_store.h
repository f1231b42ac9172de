// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "models/manifest.h"
#include "models/model_fetch.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <stop_token>

namespace kinframe::models {

class VerifiedFiles;

/// A model that is here, whole and checked. All files lie in one folder, in the order of its form.
struct ModelPaths
{
    QString name;
    ModelKind kind = ModelKind::Onnx;
    int dimensions = 0;
    QStringList files;
};

/// What the face pipeline needs.
struct FaceModelPaths
{
    ModelPaths detector;
    ModelPaths recogniser;
};

enum class FileState { Missing, Verified, WrongHash, Unreadable };

struct FileStatus
{
    QString name;
    FileState state = FileState::Missing;
    QString path; ///< empty where it is missing
    qint64 size = 0;
    qint64 missingBytes = 0;
};

struct ModelStatus
{
    Model model;
    /// Of the form that is here, or else of the one that a fetch would bring.
    ModelKind kind = ModelKind::Onnx;
    bool usable = false;
    bool fetchable = false;
    qint64 missingBytes = 0;
    std::vector<FileStatus> files;
};

/// Finds, checks and fetches the model files. They are looked for in the given folders and the folders directly in
/// them, then in `<data>/models`. Every call from any thread; several processes may share the data folder.
class ModelStore
{
public:
    ModelStore(Manifest manifest, const QString &dataFolder, QStringList otherFolders);
    ~ModelStore();
    ModelStore(const ModelStore &) = delete;
    ModelStore &operator=(const ModelStore &) = delete;

    /// What KINFRAME_MODELS names: folders, separated as in PATH.
    [[nodiscard]] static QStringList foldersOfEnvironment();

    [[nodiscard]] const Manifest &manifest() const { return m_manifest; }
    [[nodiscard]] const QString &folder() const { return m_folder; }

    /// Reads files that were not read before: up to a second where all is new.
    [[nodiscard]] std::vector<ModelStatus> status() const;

    /// The usual detector and that recogniser (empty: the usual one). ModelMissing names the `model`, ModelWrongHash
    /// and ModelUnreadable the `path`; NotFound where nobody knows that model.
    [[nodiscard]] Result<FaceModelPaths> resolve(const QString &recogniser = {}) const;
    /// One model; in that form only, where one is given.
    [[nodiscard]] Result<ModelPaths> find(const QString &name, std::optional<ModelKind> kind = {}) const;

    /// Fetches what is missing of those models (none named: of the usual ones) into folder(). Waits for it, and for
    /// another process or thread that does the same; not on a thread of the downloader. What is here already costs no
    /// request. Canceled, ModelMissing where no address is known, and the errors of a download.
    [[nodiscard]] Result<void> fetch(transfer::FileDownloader &downloader, const QStringList &names,
                                     const FetchOptions &options, const std::stop_token &stop = {});

private:
    struct Found;

    [[nodiscard]] QStringList folders() const;
    [[nodiscard]] FileStatus check(const QString &folder, const ModelFile &file) const;
    [[nodiscard]] Found look(const ModelForm &form) const;
    [[nodiscard]] ModelStatus statusOf(const Model &model, std::optional<ModelKind> kind = {}) const;
    [[nodiscard]] Result<ModelPaths> pathsOf(const Model &model, std::optional<ModelKind> kind) const;
    [[nodiscard]] Result<std::vector<Model>> named(const QStringList &names) const;
    [[nodiscard]] Result<std::vector<ModelFile>> missingOf(const std::vector<Model> &models) const;

    const Manifest m_manifest;
    const QString m_folder;
    const QStringList m_otherFolders;
    std::unique_ptr<VerifiedFiles> m_verified;
};

} // namespace kinframe::models
