// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a YAML file as JSON, at build time: `yaml_to_json in.yaml out.json`.
#include <yaml-cpp/yaml.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace {

QJsonValue jsonOf(const YAML::Node &node);

QJsonValue scalarOf(const YAML::Node &node)
{
    const QString text = QString::fromStdString(node.Scalar());
    // Quoted text is text, whatever it looks like.
    if (node.Tag() == "!") {
        return text;
    }
    if (text == QLatin1String("true") || text == QLatin1String("false")) {
        return text == QLatin1String("true");
    }
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(text);
}

QJsonArray arrayOf(const YAML::Node &node)
{
    QJsonArray array;
    for (const YAML::Node &item : node) {
        array.append(jsonOf(item));
    }
    return array;
}

QJsonObject objectOf(const YAML::Node &node)
{
    QJsonObject object;
    for (const auto &entry : node) {
        const QString key = QString::fromStdString(entry.first.Scalar());
        if (object.contains(key)) {
            throw YAML::Exception(entry.first.Mark(), "the key comes twice: " + entry.first.Scalar());
        }
        object.insert(key, jsonOf(entry.second));
    }
    return object;
}

QJsonValue jsonOf(const YAML::Node &node)
{
    switch (node.Type()) {
    case YAML::NodeType::Map:
        return objectOf(node);
    case YAML::NodeType::Sequence:
        return arrayOf(node);
    case YAML::NodeType::Scalar:
        return scalarOf(node);
    default:
        return QJsonValue::Null;
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fputs("yaml_to_json in.yaml out.json\n", stderr);
        return 2;
    }
    try {
        const YAML::Node root = YAML::LoadFile(argv[1]);
        QFile file(QFile::decodeName(argv[2]));
        const QByteArray json = QJsonDocument(objectOf(root)).toJson(QJsonDocument::Compact);
        if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.flush()) {
            std::fprintf(stderr, "%s: %s\n", argv[2], qPrintable(file.errorString()));
            return 1;
        }
    } catch (const YAML::Exception &error) {
        std::fprintf(stderr, "%s: %s\n", argv[1], error.what());
        return 1;
    }
    return 0;
}
