// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/manifest.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>

// The resource lies in a static library, which drops what nobody names.
static void loadResource()
{
    Q_INIT_RESOURCE(model_manifest);
}

namespace kinframe::models {
namespace {

using namespace Qt::StringLiterals;

const std::map<QString, ModelRole> roles{{u"detector"_s, ModelRole::Detector},
                                         {u"recogniser"_s, ModelRole::Recogniser}};
const std::map<QString, ModelKind> kinds{{u"onnx"_s, ModelKind::Onnx}, {u"openvino-ir"_s, ModelKind::OpenVinoIr}};

Failure wrong(const QString &field, const QString &value, const QString &expected)
{
    return fail(ErrorCode::InvalidArgument, {{u"field"_s, field}, {u"value"_s, value}, {u"expected"_s, expected}});
}

/// A plain name: what is fetched must not land outside its folder.
bool isFileName(const QString &name)
{
    return !name.isEmpty() && !name.startsWith(u'.') && !name.contains(u'/') && !name.contains(u'\\') &&
           !name.contains(u':');
}

Result<ModelFile> parseFile(const QJsonObject &object)
{
    ModelFile file;
    file.name = object[u"name"_s].toString();
    file.size = object[u"size"_s].toInteger(-1);
    file.sha256 = QByteArray::fromHex(object[u"sha256"_s].toString().toLatin1());
    if (!isFileName(file.name)) {
        return wrong(u"name"_s, file.name, u"a file name"_s);
    }
    if (file.size <= 0) {
        return wrong(u"size"_s, QString::number(file.size), u"a number of bytes"_s);
    }
    if (file.sha256.size() != 32) {
        return wrong(u"sha256"_s, object[u"sha256"_s].toString(), u"64 hexadecimal digits"_s);
    }
    for (const QJsonValue url : object[u"urls"_s].toArray()) {
        file.urls.emplace_back(url.toString());
        const QString scheme = file.urls.back().scheme();
        if (scheme != u"https"_s && scheme != u"http"_s) {
            return wrong(u"urls"_s, url.toString(), u"a web address"_s);
        }
    }
    return file;
}

Result<ModelForm> parseForm(const QJsonObject &object)
{
    ModelForm form;
    const auto kind = kinds.find(object[u"kind"_s].toString());
    if (kind == kinds.end()) {
        return wrong(u"kind"_s, object[u"kind"_s].toString(), u"a known form"_s);
    }
    form.kind = kind->second;
    for (const QJsonValue value : object[u"files"_s].toArray()) {
        auto file = parseFile(value.toObject());
        if (!file) {
            return failed(file);
        }
        form.files.push_back(std::move(*file));
    }
    const size_t expected = form.kind == ModelKind::OpenVinoIr ? 2 : 1;
    if (form.files.size() != expected) {
        return wrong(u"files"_s, QString::number(form.files.size()), u"%1 files"_s.arg(expected));
    }
    return form;
}

Result<Model> parseModel(const QJsonObject &object)
{
    Model model;
    model.name = object[u"name"_s].toString();
    const auto role = roles.find(object[u"role"_s].toString());
    if (model.name.isEmpty() || role == roles.end()) {
        return wrong(u"role"_s, object[u"role"_s].toString(), u"detector or recogniser"_s);
    }
    model.role = role->second;
    model.usual = object[u"default"_s].toBool();
    model.dimensions = object[u"dimensions"_s].toInt();
    model.licence = object[u"licence"_s].toString();
    model.licenceUrl = QUrl(object[u"licenceUrl"_s].toString());
    model.note = object[u"note"_s].toString();
    if (model.role == ModelRole::Recogniser && model.dimensions <= 0) {
        return wrong(u"dimensions"_s, QString::number(model.dimensions), u"the length of a face's vector"_s);
    }
    for (const QJsonValue value : object[u"forms"_s].toArray()) {
        auto form = parseForm(value.toObject());
        if (!form) {
            return failed(form);
        }
        model.forms.push_back(std::move(*form));
    }
    if (model.forms.empty()) {
        return wrong(u"forms"_s, u"empty"_s, u"at least one form"_s);
    }
    return model;
}

} // namespace

bool ModelForm::fetchable() const
{
    return std::ranges::none_of(files, [](const ModelFile &file) { return file.urls.empty(); });
}

qint64 ModelForm::size() const
{
    qint64 sum = 0;
    for (const ModelFile &file : files) {
        sum += file.size;
    }
    return sum;
}

Result<Model> Manifest::find(const QString &name) const
{
    const auto found = std::ranges::find(models, name, &Model::name);
    if (found == models.end()) {
        return fail(ErrorCode::NotFound, {{u"what"_s, u"model"_s}, {u"id"_s, name}});
    }
    return *found;
}

const Model *Manifest::usual(ModelRole role) const
{
    const auto found =
        std::ranges::find_if(models, [role](const Model &model) { return model.usual && model.role == role; });
    return found == models.end() ? nullptr : &*found;
}

Result<Manifest> Manifest::parse(const QByteArray &json)
{
    QJsonParseError trouble;
    const QJsonDocument document = QJsonDocument::fromJson(json, &trouble);
    if (!document.isObject()) {
        return wrong(u"models"_s, trouble.errorString(), u"a JSON object"_s);
    }
    Manifest manifest;
    for (const QJsonValue value : document[u"models"_s].toArray()) {
        auto model = parseModel(value.toObject());
        if (!model) {
            return failed(model);
        }
        manifest.models.push_back(std::move(*model));
    }
    return manifest;
}

const Manifest &Manifest::builtIn()
{
    static const Manifest manifest = [] {
        loadResource();
        QFile file(u":/models/models.json"_s);
        auto parsed = file.open(QIODevice::ReadOnly) ? parse(file.readAll()) : Result<Manifest>();
        // It is compiled in and tested: it can only be right.
        Q_ASSERT(parsed && !parsed->models.empty());
        return parsed.value_or(Manifest());
    }();
    return manifest;
}

} // namespace kinframe::models
