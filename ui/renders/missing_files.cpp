// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renders/missing_files.h"

#include "render/scene/path_pattern.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using render::Spread;

// Of the frames that are not there the first ones are named.
constexpr int mostSpans = 4;
// A scene with more frames says nothing about its sequences that anybody could use.
constexpr int mostFrames = 100'000;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(MissingFiles)
};

QString nameIn(QString path)
{
    path.replace(u'\\', u'/');
    return path.mid(path.lastIndexOf(u'/') + 1);
}

/// Of a file of a sequence; negative: it has none.
int frameOf(const QString &name)
{
    static const QRegularExpression counter(u"([0-9]+)(?=[^0-9]*\\.[^.]*$)"_s);
    const auto found = counter.match(name);
    return found.hasMatch() ? found.captured(1).toInt() : -1;
}

/// Those of the scene, ascending; none where it does not say.
std::vector<int> framesOf(const render::SceneFacts &facts)
{
    std::vector<int> frames;
    if (facts.startFrame && facts.endFrame) {
        const int step = std::max(1, int(std::lround(facts.frameStep.value_or(1))));
        const int first = int(std::lround(*facts.startFrame));
        const int last = int(std::lround(*facts.endFrame));
        for (int frame = first; frame <= last && int(frames.size()) <= mostFrames; frame += step) {
            frames.push_back(frame);
        }
    }
    return int(frames.size()) > mostFrames ? std::vector<int>() : frames;
}

/// "1 to 3, 17": of the wanted ones, those that are not there.
QString missingText(const std::vector<int> &wanted, const QSet<int> &there)
{
    QStringList spans;
    for (size_t i = 0; i < wanted.size(); ++i) {
        if (there.contains(wanted[i])) {
            continue;
        }
        const size_t first = i;
        while (i + 1 < wanted.size() && !there.contains(wanted[i + 1])) {
            ++i;
        }
        if (int(spans.size()) == mostSpans) {
            return spans.join(u", "_s) + u", …"_s;
        }
        const auto text = [&wanted](size_t at) { return QLocale().toString(wanted[at]); };
        spans += first == i ? text(i) : Texts::tr("%1 to %2").arg(text(first), text(i));
    }
    return spans.join(u", "_s);
}

/// What the files of a set are called, and which of them are there.
struct Shape
{
    QRegularExpression name;
    PlannedFile member;
    QSet<QString> there; ///< their names in small letters
    bool hasFound = false;
};

/// What is looked for: files by their names, and files of sets by the shape of theirs.
struct Wanted
{
    QMultiHash<QString, size_t> names; ///< in small letters; which of the scene's files
    std::vector<Shape> shapes;
};

Wanted wantedOf(const PlannedScene &scene)
{
    Wanted wanted;
    std::map<QString, Shape> shapes; // by the path of the set
    for (size_t i = 0; i < scene.files.size(); ++i) {
        const PlannedFile &file = scene.files[i];
        const auto pattern = file.set.isEmpty() ? std::nullopt : render::pathPatternOf(nameIn(file.set), file.spread);
        if (pattern) {
            Shape &shape = shapes[file.set];
            shape.name = pattern->anyCase();
            shape.member = file;
            if (!file.source.isEmpty()) {
                shape.there.insert(nameIn(file.localPath).toCaseFolded());
            }
        } else if (file.source.isEmpty()) {
            wanted.names.insert(nameIn(file.localPath).toCaseFolded(), i);
        }
    }
    for (const PartialSet &set : partialSets(scene)) {
        if (const auto shape = shapes.find(set.path); shape != shapes.end()) {
            wanted.shapes.push_back(shape->second);
        }
    }
    return wanted;
}

} // namespace

std::vector<PartialSet> partialSets(const PlannedScene &scene)
{
    std::vector<PartialSet> sets;
    std::vector<QSet<int>> there;
    QHash<QString, size_t> known;
    for (const PlannedFile &file : scene.files) {
        if (file.set.isEmpty()) {
            continue;
        }
        if (!known.contains(file.set)) {
            known.insert(file.set, sets.size());
            sets.push_back({file.set, file.spread, file.reason, 0, 0, {}});
            there.emplace_back();
        }
        const size_t at = known.value(file.set);
        if (!file.source.isEmpty()) {
            ++sets[at].there;
            there[at].insert(frameOf(nameIn(file.localPath)));
        }
    }
    const std::vector<int> frames = framesOf(scene.scene.facts);
    for (size_t i = 0; i < sets.size(); ++i) {
        if (sets[i].spread == Spread::Sequence) {
            sets[i].wanted = int(frames.size());
            const auto areThere = std::ranges::count_if(frames, [&](int frame) { return there[i].contains(frame); });
            // A sequence that shares no frame with the scene is counted in another way.
            const bool isWhole = sets[i].there > 0 && (areThere == 0 || areThere == qsizetype(frames.size()));
            sets[i].there = isWhole ? sets[i].wanted : int(areThere);
            sets[i].missing = isWhole || areThere == 0 ? QString() : missingText(frames, there[i]);
            if (isWhole) {
                sets[i].path.clear();
            }
        } else if (sets[i].there > 0) {
            sets[i].path.clear();
        }
    }
    std::erase_if(sets, [](const PartialSet &set) { return set.path.isEmpty(); });
    return sets;
}

Result<int> findMissing(PlannedScene &scene, const QString &folder, const std::stop_token &stop)
{
    Wanted wanted = wantedOf(scene);
    std::vector<PlannedFile> members;
    int count = 0;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Canceled);
        }
        const QString path = files.next();
        const QString name = files.fileName();
        for (const size_t i : wanted.names.values(name.toCaseFolded())) {
            if (scene.files[i].source.isEmpty()) {
                scene.files[i].source = path;
                scene.files[i].size = files.fileInfo().size();
                ++count;
            }
        }
        for (Shape &shape : wanted.shapes) {
            if (!shape.there.contains(name.toCaseFolded()) && shape.name.match(name).hasMatch()) {
                PlannedFile member = shape.member;
                member.localPath = member.localPath.chopped(nameIn(member.localPath).size()) + name;
                member.source = path;
                member.size = files.fileInfo().size();
                members.push_back(std::move(member));
                shape.there.insert(name.toCaseFolded());
                count += shape.hasFound ? 0 : 1;
                shape.hasFound = true;
            }
        }
    }
    // Of a set that has been found its files are there now, and no longer the path for all of them.
    for (const Shape &shape : wanted.shapes) {
        if (shape.hasFound) {
            std::erase_if(scene.files, [&shape](const PlannedFile &file) {
                return file.set == shape.member.set && file.source.isEmpty();
            });
        }
    }
    scene.files.insert(scene.files.end(), members.begin(), members.end());
    return count;
}

} // namespace kinframe::ui
