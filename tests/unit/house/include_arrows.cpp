// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "include_arrows.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {

// Who may include whom, besides itself.
const QMap<QString, QSet<QString>> &allowedArrows()
{
    static const QSet<QString> belowFeatures = {
        u"base"_s,     u"storage"_s, u"accounts"_s, u"jobs"_s, u"media"_s, u"media/generation"_s,
        u"transfer"_s, u"library"_s, u"models"_s,
    };
    static const QSet<QString> everyFeature =
        belowFeatures +
        QSet<QString>{u"faces"_s,        u"faces/engine"_s, u"query"_s,          u"sync"_s,           u"render"_s,
                      u"render/scene"_s, u"render/files"_s, u"render/engines"_s, u"render/runners"_s, u"services"_s} +
        QSet<QString>{u"transfer/secrets"_s, u"transfer/downloads"_s, u"transfer/remote"_s, u"albums"_s};
    static const QMap<QString, QSet<QString>> arrows = {
        {u"base"_s, {}},
        {u"storage"_s, {u"base"_s}},
        {u"accounts"_s, {u"base"_s, u"storage"_s}},
        {u"jobs"_s, {u"base"_s, u"storage"_s}},
        {u"media/generation"_s, {u"base"_s}},
        {u"media"_s, {u"base"_s, u"media/generation"_s}},
        {u"transfer"_s, {u"base"_s}},
        {u"transfer/secrets"_s, {u"base"_s, u"transfer"_s}},
        {u"transfer/downloads"_s,
         {u"base"_s, u"storage"_s, u"jobs"_s, u"library"_s, u"transfer"_s, u"transfer/secrets"_s}},
        {u"transfer/remote"_s, belowFeatures + QSet<QString>{u"transfer/secrets"_s, u"transfer/downloads"_s}},
        {u"models"_s, {u"base"_s, u"transfer"_s}},
        {u"library"_s, {u"base"_s, u"storage"_s, u"accounts"_s, u"jobs"_s, u"media"_s, u"media/generation"_s}},
        {u"faces/engine"_s, {u"base"_s, u"media"_s, u"models"_s}},
        {u"faces"_s, belowFeatures + QSet<QString>{u"faces/engine"_s}},
        {u"query"_s, belowFeatures},
        {u"render/scene"_s, {u"base"_s, u"storage"_s}},
        {u"render/files"_s, belowFeatures},
        {u"render/engines"_s, {u"base"_s, u"media"_s}},
        {u"render/runners"_s, {u"base"_s, u"render/engines"_s}},
        {u"render"_s,
         belowFeatures + QSet<QString>{u"render/scene"_s, u"render/files"_s, u"render/engines"_s, u"render/runners"_s}},
        {u"sync"_s, belowFeatures},
        {u"albums"_s, belowFeatures},
        {u"services"_s, belowFeatures},
        {u"server"_s, everyFeature},
        {u"ui"_s, everyFeature},
        {u"app"_s, everyFeature + QSet<QString>{u"server"_s, u"ui"_s}},
    };
    return arrows;
}

// The longest part whose folder `path` lies in.
QString partHolding(const QString &path)
{
    QString found;
    for (auto arrow = allowedArrows().cbegin(); arrow != allowedArrows().cend(); ++arrow) {
        if (path.startsWith(QString(arrow.key() + u'/')) && arrow.key().size() > found.size()) {
            found = arrow.key();
        }
    }
    return found;
}

QString whyNot(const Include &include, const QStringList &files)
{
    const QString from = partOf(include.file);
    const QString to = partHolding(include.target);
    if (to.isEmpty()) {
        const QString beside = QFileInfo(include.file).path() + u'/' + include.target;
        const bool ours = include.file.startsWith("core/"_L1) && files.contains(QDir::cleanPath(beside));
        return ours ? u"%1 is not written from core/"_s.arg(include.target) : QString();
    }
    if (to == from) {
        return {};
    }
    if (!allowedArrows()[from].contains(to)) {
        return u"%1 may not use %2 (%3)"_s.arg(from, to, include.target);
    }
    // The program puts the parts together, so it alone knows what they consist of.
    if (from != u"app" && include.target.mid(to.size() + 1).contains(u'/')) {
        return u"%1 is inside of %2"_s.arg(include.target, to);
    }
    return {};
}

} // namespace

QStringList sourceFiles(const QString &root)
{
    QStringList files;
    for (const QString &folder : {u"core"_s, u"app"_s, u"ui"_s}) {
        QDirIterator entry(root + u'/' + folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (entry.hasNext()) {
            files += QDir(root).relativeFilePath(entry.next());
        }
    }
    files.sort();
    return files;
}

QList<Include> includesOf(const QString &root, const QStringList &files)
{
    static const QRegularExpression shape(u"^\\s*#\\s*include\\s*([\"<])([^\">]+)[\">]"_s);
    QList<Include> includes;
    for (const QString &name : files) {
        QFile file(root + u'/' + name);
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("%s cannot be read", qPrintable(name));
        }
        int number = 0;
        while (!file.atEnd()) {
            ++number;
            const auto match = shape.match(QString::fromUtf8(file.readLine()));
            if (match.hasMatch()) {
                includes += {name, number, match.captured(2), match.captured(1) == u"\""};
            }
        }
    }
    return includes;
}

QString partOf(const QString &file)
{
    return partHolding(file.startsWith("core/"_L1) ? file.mid(5) : file);
}

QList<Breach> arrowBreaches(const QList<Include> &includes, const QStringList &files)
{
    QList<Breach> breaches;
    for (const QString &file : files) {
        if (partOf(file).isEmpty()) {
            breaches += {file, 1, u"the table of allowed arrows does not know this folder"_s};
        }
    }
    for (const Include &include : includes) {
        if (!include.quoted || partOf(include.file).isEmpty()) {
            continue;
        }
        if (const QString reason = whyNot(include, files); !reason.isEmpty()) {
            breaches += {include.file, include.line, reason};
        }
    }
    return breaches;
}
