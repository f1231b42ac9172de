// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/path_finder.h"

#include <QDir>
#include <QFileInfo>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

/// `C:/…` or `//server/share/…`: absolute on Windows alone.
bool isOfWindows(const QString &path, SceneFormat format)
{
    const bool isDrive =
        path.size() > 2 && path[0].isLetter() && path[0].unicode() < 0x80 && path[1] == u':' && path[2] == u'/';
    return isDrive || (format != SceneFormat::Blend && path.startsWith("//"_L1));
}

bool isAbsoluteHere(const QString &path, SceneFormat format)
{
#ifdef Q_OS_WIN
    return isOfWindows(path, format) || QDir::isAbsolutePath(path);
#else
    return !isOfWindows(path, format) && QDir::isAbsolutePath(path);
#endif
}

QString inFolder(const QString &folder, const QString &path)
{
    return QDir::cleanPath(folder + u'/' + path);
}

/// Where a path that was given relative to a project was put behind the project's folder: `C:/old//sourceimages/x.png`.
QString behindProject(const QString &path)
{
    const qsizetype at = path.indexOf("//"_L1, 1);
    return at < 0 || (at > 0 && path[at - 1] == u':') ? QString() : path.mid(at + 2);
}

} // namespace

PathFinder::PathFinder(ScenePlace place, SceneAccess access)
    : m_place(std::move(place))
    , m_access(std::move(access))
{
    if (m_place.format == SceneFormat::MayaAscii) {
        m_project = mayaProjectOf(m_place.folder, m_access);
    }
}

FoundFile PathFinder::find(const SceneFile &file)
{
    FoundFile found;
    m_wasRefused = false;
    const auto path = expanded(QString(file.path).replace(u'\\', u'/'));
    if (!path) {
        found.path = file.path;
        found.reason = MissingReason::UnresolvedVariable;
        return found;
    }
    const QStringList places = candidates(*path, file.type);
    for (const QString &candidate : places) {
        if (lookUp(candidate, file.spread, found)) {
            return found;
        }
    }
    for (const QString &candidate : places) {
        if (lookUpAnyCase(candidate, file.spread, found)) {
            return found;
        }
    }
    found.path = places.isEmpty() ? *path : places.front();
    found.reason = m_wasRefused ? MissingReason::NotAccessible : MissingReason::NotFound;
    suggest(*path, found);
    return found;
}

/// None where a variable is not known.
std::optional<QString> PathFinder::expanded(const QString &path) const
{
    static const QRegularExpression variable(u"\\$\\{(\\w+)\\}|\\$(\\w+)|%(\\w{2,})%"_s);
    QString out;
    qsizetype from = 0;
    for (auto found = variable.globalMatch(path); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QString name = match.captured(1) + match.captured(2) + match.captured(3);
        if (!m_place.variables.contains(name)) {
            return std::nullopt;
        }
        out += path.mid(from, match.capturedStart() - from) + m_place.variables.value(name);
        from = match.capturedEnd();
    }
    return out + path.mid(from);
}

QString PathFinder::mapped(const QString &path) const
{
    for (const PathMapping &mapping : m_place.mappings) {
        const QString from = QString(mapping.from).replace(u'\\', u'/');
        if (!from.isEmpty() && path.startsWith(from, Qt::CaseInsensitive) &&
            (from.endsWith(u'/') || path.size() == from.size() || path[from.size()] == u'/')) {
            return inFolder(mapping.to, path.mid(from.size()));
        }
    }
    return {};
}

/// Where the file may lie, the likeliest first; what is not absolute here stays as it is.
QStringList PathFinder::candidates(const QString &path, SceneFileType type) const
{
    QStringList places;
    if (m_place.format == SceneFormat::Blend && path.startsWith("//"_L1)) {
        return m_place.folder.isEmpty() ? places : QStringList{inFolder(m_place.folder, path.mid(2))};
    }
    if (const QString here = mapped(path); !here.isEmpty()) {
        places << here;
    }
    if (isAbsoluteHere(path, m_place.format)) {
        places << QDir::cleanPath(path);
    } else if (!isOfWindows(path, m_place.format)) {
        if (!m_project.folder.isEmpty()) {
            places << inFolder(m_project.folder, path) << inFolder(m_project.folderFor(type), path);
        }
        if (!m_place.folder.isEmpty()) {
            places << inFolder(m_place.folder, path);
        }
    }
    if (const QString rest = behindProject(path); !rest.isEmpty() && !m_project.folder.isEmpty()) {
        places << inFolder(m_project.folder, rest);
    }
    places.removeDuplicates();
    return places;
}

bool PathFinder::lookUp(const QString &candidate, Spread spread, FoundFile &found)
{
    if (!m_access.allows(candidate)) {
        m_wasRefused = true;
        return false;
    }
    const QFileInfo info(candidate);
    if (const auto pattern = pathPatternOf(candidate, spread); pattern && (spread != Spread::One || !info.isFile())) {
        return lookUpSet(*pattern, pattern->name, found);
    }
    if (!info.isFile()) {
        return false;
    }
    if (!info.isReadable()) {
        m_wasRefused = true;
        return false;
    }
    found.isThere = true;
    found.path = candidate;
    found.size = info.size();
    return true;
}

bool PathFinder::lookUpSet(const PathPattern &pattern, const QRegularExpression &name, FoundFile &found)
{
    constexpr qsizetype mostMembers = 10'000;
    found.isSet = true;
    const FolderNames::Names names = m_names.in(pattern.folder);
    if (names.isCut) {
        found.cutFolder = pattern.folder;
    }
    for (const QString &file : names.files) {
        const QString path = inFolder(pattern.folder, file);
        if (found.members.size() == mostMembers || !name.match(file).hasMatch() || !m_access.allows(path)) {
            continue;
        }
        if (const QFileInfo info(path); info.isFile()) {
            found.members << path;
            found.size += info.size();
        }
    }
    found.isThere = !found.members.isEmpty();
    found.path = found.isThere ? found.members.front() : QString();
    return found.isThere;
}

bool PathFinder::lookUpAnyCase(const QString &candidate, Spread spread, FoundFile &found)
{
    const QFileInfo info(candidate);
    const QString folder = anyCase(info.path());
    if (folder.isEmpty()) {
        return false;
    }
    if (const auto pattern = pathPatternOf(inFolder(folder, info.fileName()), spread)) {
        if (!lookUpSet(*pattern, pattern->anyCase(), found)) {
            return false;
        }
        found.otherCase = found.path;
        return true;
    }
    const QString path = anyCase(candidate);
    if (path.isEmpty() || path == candidate || !lookUp(path, spread, found)) {
        return false;
    }
    found.otherCase = path;
    return true;
}

/// The path as it is written on the disk; empty where it is not there in any case, or may not be looked for.
QString PathFinder::anyCase(const QString &path)
{
    QString there = m_access.folderOf(path);
    if (there.isEmpty() || !m_access.allows(there)) {
        return {};
    }
    for (const QString &part : path.mid(there.size()).split(u'/', Qt::SkipEmptyParts)) {
        const QString next = inFolder(there, part);
        if (QFileInfo::exists(next)) {
            there = next;
            continue;
        }
        QString other;
        for (const QString &name : m_names.in(there).files) {
            if (name.compare(part, Qt::CaseInsensitive) == 0) {
                other = name;
                break;
            }
        }
        if (other.isEmpty()) {
            return {};
        }
        there = inFolder(there, other);
    }
    return m_access.allows(there) ? there : QString();
}

/// The disk of the one who made the scene is elsewhere; perhaps the file came along.
void PathFinder::suggest(const QString &path, FoundFile &found) const
{
    const QString folder = m_project.folderFor(SceneFileType::Texture);
    if (folder.isEmpty() || !isOfWindows(path, m_place.format)) {
        return;
    }
    const QString candidate = inFolder(folder, path.mid(path.lastIndexOf(u'/') + 1));
    if (m_access.allows(candidate) && QFileInfo(candidate).isFile()) {
        found.otherPlace = candidate;
    }
}

} // namespace kinframe::render
