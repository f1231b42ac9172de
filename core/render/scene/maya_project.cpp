// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/maya_project.h"

#include "base/files.h"
#include "render/scene/maya_statements.h"
#include "render/scene/maya_tokens.h"

#include <QDir>
#include <QFileInfo>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

/// `workspace -fr "sourceImages" "sourceimages";`
class Rules : public MayaStatementTaker
{
public:
    void takeHeaderLine(std::string_view) override {}
    void takeStatement(std::string_view statement) override
    {
        MayaTokens tokens(statement);
        MayaToken word;
        MayaToken key;
        MayaToken folder;
        constexpr qsizetype most = 1'000;
        if (tokens.next(word) && word.text == "workspace" && tokens.next(word) && word.isFlag("fr", "fileRule") &&
            tokens.next(key) && tokens.next(folder) && found.size() < most) {
            found.insert(QString::fromStdString(key.text), QString::fromStdString(folder.text));
        }
    }

    QMap<QString, QString> found;
};

QMap<QString, QString> rulesOf(const QString &file)
{
    constexpr qint64 most = 1024 * 1024;
    const auto text = readSmallFile(file, most);
    Rules rules;
    if (text) {
        MayaStatements statements(rules);
        statements.add({text->constData(), std::size_t(text->size())});
        (void)statements.finish();
    }
    return rules.found;
}

} // namespace

QString MayaProject::folderFor(SceneFileType type) const
{
    if (folder.isEmpty()) {
        return {};
    }
    const auto ruled = [this](const QString &rule, const QString &usual) {
        return QDir(folder).absoluteFilePath(rules.value(rule, usual));
    };
    switch (type) {
    case SceneFileType::Texture:
        return ruled(u"sourceImages"_s, u"sourceimages"_s);
    case SceneFileType::Reference:
        return ruled(u"mayaAscii"_s, u"scenes"_s);
    case SceneFileType::Cache:
        return ruled(u"fileCache"_s, u"cache/nCache"_s);
    case SceneFileType::Audio:
        return ruled(u"audio"_s, u"sound"_s);
    case SceneFileType::Proxy:
    case SceneFileType::Other:
        break;
    }
    return folder;
}

MayaProject mayaProjectOf(const QString &sceneFolder, const SceneAccess &access)
{
    for (QString folder = QDir::cleanPath(sceneFolder); !sceneFolder.isEmpty() && access.allows(folder);) {
        const QString file = QDir(folder).filePath(u"workspace.mel"_s);
        if (access.allows(file) && QFileInfo(file).isFile()) {
            return {folder, rulesOf(file)};
        }
        const QString above = QFileInfo(folder).path();
        if (above == folder) {
            break;
        }
        folder = above;
    }
    return {};
}

} // namespace kinframe::render
