// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/engines/engine_finder.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <vector>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

struct UsualPlace
{
    QString folder;  ///< that holds one folder a version
    QString version; ///< how that folder is called, as wildcards; `%1` is the version
    QString program; ///< below it
};

QString programName(Engine engine)
{
    switch (engine) {
    case Engine::Blender:
        return u"blender"_s;
    case Engine::Maya:
        return u"Render"_s;
    case Engine::Unreal:
        return u"UnrealEditor-Cmd"_s;
    case Engine::Command:
        break;
    }
    return {};
}

QList<UsualPlace> usualPlaces(Engine engine)
{
#if defined(Q_OS_WIN)
    switch (engine) {
    case Engine::Blender:
        return {{u"C:/Program Files/Blender Foundation"_s, u"Blender %1*"_s, u"blender.exe"_s}};
    case Engine::Maya:
        return {{u"C:/Program Files/Autodesk"_s, u"Maya%1*"_s, u"bin/Render.exe"_s}};
    case Engine::Unreal:
        return {{u"C:/Program Files/Epic Games"_s, u"UE_%1*"_s, u"Engine/Binaries/Win64/UnrealEditor-Cmd.exe"_s}};
    case Engine::Command:
        break;
    }
#elif defined(Q_OS_MACOS)
    switch (engine) {
    case Engine::Blender:
        return {{u"/Applications"_s, u"Blender*.app"_s, u"Contents/MacOS/Blender"_s}};
    case Engine::Maya:
        return {{u"/Applications/Autodesk"_s, u"maya%1*"_s, u"Maya.app/Contents/bin/Render"_s}};
    case Engine::Unreal:
        return {{u"/Users/Shared/Epic Games"_s, u"UE_%1*"_s, u"Engine/Binaries/Mac/UnrealEditor-Cmd"_s}};
    case Engine::Command:
        break;
    }
#else
    switch (engine) {
    case Engine::Blender:
        return {{u"/opt"_s, u"blender-%1*"_s, u"blender"_s},
                {u"/usr/local"_s, u"blender-%1*"_s, u"blender"_s},
                {u"/snap"_s, u"blender"_s, u"current/blender"_s}};
    case Engine::Maya:
        return {{u"/usr/autodesk"_s, u"maya%1*"_s, u"bin/Render"_s}};
    case Engine::Unreal:
        return {{u"/opt"_s, u"Unreal*%1*"_s, u"Engine/Binaries/Linux/UnrealEditor-Cmd"_s},
                {u"/opt"_s, u"UE_%1*"_s, u"Engine/Binaries/Linux/UnrealEditor-Cmd"_s}};
    case Engine::Command:
        break;
    }
#endif
    return {};
}

bool isProgram(const QString &path)
{
    const QFileInfo info(path);
    return info.isFile() && info.isExecutable();
}

QString inPath(const QString &name, const QStringList &folders)
{
    for (const QString &folder : folders) {
        if (folder.isEmpty()) {
            continue;
        }
        for (const QString &suffix : {QString(), u".exe"_s}) {
            if (QString path = QDir(folder).absoluteFilePath(name + suffix); isProgram(path)) {
                return path;
            }
        }
    }
    return {};
}

// 3.10 is newer than 3.6.
std::vector<int> numbersIn(const QString &name)
{
    std::vector<int> numbers;
    bool isIn = false;
    for (const QChar character : name) {
        const bool isDigit = character >= u'0' && character <= u'9';
        if (isDigit && !isIn) {
            numbers.push_back(0);
        }
        if (isDigit && numbers.back() < 100'000) {
            numbers.back() = numbers.back() * 10 + character.digitValue();
        }
        isIn = isDigit;
    }
    return numbers;
}

// The newest of the versions that lie there.
QString inUsualPlace(const UsualPlace &place, const QString &version, const QString &root)
{
    const QDir folder(root + place.folder);
    const QString pattern = place.version.contains(u"%1") ? place.version.arg(version) : place.version;
    QStringList names = folder.entryList({pattern}, QDir::Dirs | QDir::NoDotAndDotDot);
    std::sort(names.begin(), names.end(),
              [](const QString &one, const QString &other) { return numbersIn(one) > numbersIn(other); });
    for (const QString &name : names) {
        QString path = folder.filePath(name + u'/' + place.program);
        if (isProgram(path)) {
            return path;
        }
    }
    return {};
}

QString inUsualPlaces(Engine engine, const QString &version, const QString &root)
{
    for (const UsualPlace &place : usualPlaces(engine)) {
        if (QString path = inUsualPlace(place, version, root); !path.isEmpty()) {
            return path;
        }
    }
    return {};
}

Failure missing(Engine engine, const QString &lookedFor)
{
    return fail(ErrorCode::EngineMissing, {{u"engine"_s, titleOf(engine)}, {u"path"_s, lookedFor}});
}

// What a person can look at: the usual place, as it would be called.
QString whereItWouldBe(Engine engine, const QString &version, const ProgramPlaces &places)
{
    const QList<UsualPlace> usual = usualPlaces(engine);
    if (usual.isEmpty()) {
        return programName(engine);
    }
    const UsualPlace &place = usual.front();
    const QString name = place.version.contains(u"%1") ? place.version.arg(version) : place.version;
    return places.root + place.folder + u'/' + name + u'/' + place.program;
}

} // namespace

ProgramPlaces ProgramPlaces::ofThisComputer()
{
    return {qEnvironmentVariable("PATH").split(QDir::listSeparator(), Qt::SkipEmptyParts), {}};
}

Result<QString> findEngine(Engine engine, const EngineSettings &settings, const QString &version,
                           const ProgramPlaces &places)
{
    if (!settings.program.isEmpty()) {
        const bool isPath = settings.program.contains(u'/') || settings.program.contains(u'\\');
        const QString path = isPath ? settings.program : inPath(settings.program, places.path);
        if (path.isEmpty() || !isProgram(path)) {
            return missing(engine, settings.program);
        }
        return path;
    }
    if (engine == Engine::Command) {
        return missing(engine, u"settings"_s);
    }
    // A version that was asked for goes before whatever PATH has.
    if (!version.isEmpty()) {
        if (QString path = inUsualPlaces(engine, version, places.root); !path.isEmpty()) {
            return path;
        }
    }
    if (QString path = inPath(programName(engine), places.path); !path.isEmpty()) {
        return path;
    }
    if (QString path = inUsualPlaces(engine, {}, places.root); !path.isEmpty()) {
        return path;
    }
    return missing(engine, whereItWouldBe(engine, version, places));
}

Result<QString> engineElsewhere(Engine engine, const EngineSettings &settings)
{
    const QString program = settings.program.isEmpty() ? programName(engine) : settings.program;
    return program.isEmpty() ? Result<QString>(missing(engine, u"settings"_s)) : Result<QString>(program);
}

} // namespace kinframe::render
