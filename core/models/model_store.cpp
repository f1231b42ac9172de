// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/model_store.h"

#include "base/files.h"
#include "models/verified_files.h"

#include <QDir>
#include <QFileInfo>

namespace kinframe::models {
using namespace Qt::StringLiterals;

/// A form in the folder that has most of it.
struct ModelStore::Found
{
    std::vector<FileStatus> files;
    size_t verified = 0;

    [[nodiscard]] bool whole() const { return verified == files.size(); }
};

ModelStore::ModelStore(Manifest manifest, const QString &dataFolder, QStringList otherFolders)
    : m_manifest(std::move(manifest))
    , m_folder(QDir(dataFolder).absoluteFilePath(u"models"_s))
    , m_otherFolders(std::move(otherFolders))
    , m_verified(std::make_unique<VerifiedFiles>(m_folder + u"/verified.json"_s))
{
}

ModelStore::~ModelStore() = default;

QStringList ModelStore::foldersOfEnvironment()
{
    return qEnvironmentVariable("KINFRAME_MODELS").split(QDir::listSeparator(), Qt::SkipEmptyParts);
}

QStringList ModelStore::folders() const
{
    QStringList all;
    for (const QString &folder : m_otherFolders) {
        all.append(folder);
        for (const QFileInfo &inner : QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
            all.append(inner.filePath());
        }
    }
    all.append(m_folder);
    return all;
}

FileStatus ModelStore::check(const QString &folder, const ModelFile &file) const
{
    FileStatus status{file.name, FileState::Missing, {}, file.size, file.size};
    const QString path = QDir(folder).absoluteFilePath(file.name);
    const QFileInfo info(path);
    if (!info.exists()) {
        return status;
    }
    status.path = path;
    if (info.isFile() && info.size() != file.size) {
        status.state = FileState::WrongHash;
        return status;
    }
    const auto sha256 = m_verified->sha256Of(path);
    if (!sha256) {
        status.state = FileState::Unreadable;
    } else if (*sha256 != file.sha256) {
        status.state = FileState::WrongHash;
    } else {
        status.state = FileState::Verified;
        status.missingBytes = 0;
    }
    return status;
}

/// The first folder with all of it; else one that has most, and rather one with wrong files than with none: those are
/// what a person must hear of.
ModelStore::Found ModelStore::look(const ModelForm &form) const
{
    Found best;
    int bestPresent = -1;
    for (const QString &folder : folders()) {
        Found found;
        int present = 0;
        for (const ModelFile &file : form.files) {
            found.files.push_back(check(folder, file));
            found.verified += found.files.back().state == FileState::Verified ? 1 : 0;
            present += found.files.back().state == FileState::Missing ? 0 : 1;
        }
        if (found.whole()) {
            return found;
        }
        if (std::pair(found.verified, present) > std::pair(best.verified, bestPresent)) {
            best = std::move(found);
            bestPresent = present;
        }
    }
    return best;
}

ModelStatus ModelStore::statusOf(const Model &model, std::optional<ModelKind> kind) const
{
    std::optional<ModelStatus> best;
    for (const ModelForm &form : model.forms) {
        if (kind && *kind != form.kind) {
            continue;
        }
        Found found = look(form);
        ModelStatus status{model, form.kind, found.whole(), form.fetchable(), 0, std::move(found.files)};
        for (const FileStatus &file : status.files) {
            status.missingBytes += file.missingBytes;
        }
        if (status.usable) {
            return status;
        }
        if (!best || (status.fetchable && !best->fetchable)) {
            best = std::move(status);
        }
    }
    return best.value_or(ModelStatus{model, kind.value_or(ModelKind::Onnx), false, false, 0, {}});
}

std::vector<ModelStatus> ModelStore::status() const
{
    std::vector<ModelStatus> all;
    for (const Model &model : m_manifest.models) {
        all.push_back(statusOf(model));
    }
    return all;
}

Result<ModelPaths> ModelStore::find(const QString &name, std::optional<ModelKind> kind) const
{
    const auto model = m_manifest.find(name);
    return model ? pathsOf(*model, kind) : Result<ModelPaths>(failed(model));
}

Result<ModelPaths> ModelStore::pathsOf(const Model &model, std::optional<ModelKind> kind) const
{
    const ModelStatus status = statusOf(model, kind);
    ModelPaths paths{model.name, status.kind, model.dimensions, {}};
    for (const FileStatus &file : status.files) {
        if (file.state == FileState::WrongHash) {
            return fail(ErrorCode::ModelWrongHash, {{u"path"_s, file.path}, {u"model"_s, model.name}});
        }
        if (file.state == FileState::Unreadable) {
            return fail(ErrorCode::ModelUnreadable,
                        {{u"path"_s, file.path}, {u"reason"_s, u"it is not readable"_s}, {u"model"_s, model.name}});
        }
        paths.files.append(file.path);
    }
    if (!status.usable) {
        return fail(ErrorCode::ModelMissing, {{u"model"_s, model.name}});
    }
    return paths;
}

Result<FaceModelPaths> ModelStore::resolve(const QString &recogniser) const
{
    const Model *detector = m_manifest.usual(ModelRole::Detector);
    const Model *usual = m_manifest.usual(ModelRole::Recogniser);
    if (detector == nullptr || usual == nullptr) {
        return fail(ErrorCode::ModelMissing);
    }
    auto found = pathsOf(*detector, {});
    if (!found) {
        return failed(found);
    }
    auto chosen = find(recogniser.isEmpty() ? usual->name : recogniser);
    if (!chosen) {
        return failed(chosen);
    }
    return FaceModelPaths{std::move(*found), std::move(*chosen)};
}

Result<std::vector<Model>> ModelStore::named(const QStringList &names) const
{
    std::vector<Model> models;
    for (const QString &name : names) {
        auto model = m_manifest.find(name);
        if (!model) {
            return failed(model);
        }
        models.push_back(std::move(*model));
    }
    if (names.isEmpty()) {
        std::ranges::copy_if(m_manifest.models, std::back_inserter(models), &Model::usual);
    }
    return models;
}

Result<std::vector<ModelFile>> ModelStore::missingOf(const std::vector<Model> &models) const
{
    std::vector<ModelFile> missing;
    for (const Model &model : models) {
        if (statusOf(model).usable) {
            continue;
        }
        const auto form = std::ranges::find_if(model.forms, &ModelForm::fetchable);
        if (form == model.forms.end()) {
            return fail(ErrorCode::ModelMissing, {{u"model"_s, model.name}});
        }
        // Into one folder, whatever part of it lies elsewhere: its files must lie together.
        for (const ModelFile &file : form->files) {
            if (check(m_folder, file).state != FileState::Verified) {
                missing.push_back(file);
            }
        }
    }
    return missing;
}

Result<void> ModelStore::fetch(transfer::FileDownloader &downloader, const QStringList &names,
                               const FetchOptions &options, const std::stop_token &stop)
{
    const auto models = named(names);
    if (!models) {
        return failed(models);
    }
    const auto before = missingOf(*models);
    if (!before || before->empty()) {
        return before ? Result<void>() : failed(before);
    }
    if (auto made = makeFolder(m_folder); !made) {
        return made;
    }
    ModelFetch fetch(downloader, m_folder, options, stop);
    if (auto locked = fetch.lock(); !locked) {
        return locked;
    }
    // While this one waited, another may have brought everything.
    const auto missing = missingOf(*models);
    return missing ? fetch.run(*missing) : Result<void>(failed(missing));
}

} // namespace kinframe::models
