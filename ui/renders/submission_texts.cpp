// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renders/submission_texts.h"

#include "ui/renders/missing_files.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(SceneSubmission)
};

/// Why something that is missing may be there all the same; empty: nobody knows of it.
QString reasonText(render::MissingReason reason)
{
    switch (reason) {
    case render::MissingReason::UnresolvedVariable:
        return Texts::tr("A variable in its path stands for nothing here.");
    case render::MissingReason::NotAccessible:
        return Texts::tr("It lies in a folder that may not be looked at.");
    case render::MissingReason::NotFound:
        break;
    }
    return {};
}

QString setText(const PartialSet &set)
{
    QString text;
    if (set.spread == render::Spread::Tiles) {
        text = Texts::tr("A set of tiles: none of them is there.");
    } else if (set.wanted == 0) {
        text = Texts::tr("A sequence: none of its files is there.");
    } else if (set.there == 0) {
        text = Texts::tr("A sequence: none of its %n frame(s) is there.", nullptr, set.wanted);
    } else {
        return Texts::tr("A sequence: of its %n frame(s) %1 are missing: %2.", nullptr, set.wanted)
            .arg(QLocale().toString(set.wanted - set.there), set.missing);
    }
    const QString reason = reasonText(set.reason);
    return reason.isEmpty() ? text : text + u' ' + reason;
}

QVariantMap sizeChoice(const QString &text, int width, int height)
{
    return {{u"text"_s, text}, {u"width"_s, width}, {u"height"_s, height}};
}

} // namespace

QVariantList missingRows(const PlannedScene &scene)
{
    QVariantList missing;
    for (const PartialSet &set : partialSets(scene)) {
        missing += QVariantMap{{u"path"_s, set.path}, {u"reason"_s, setText(set)}};
    }
    for (const PlannedFile &file : scene.files) {
        if (file.source.isEmpty() && file.set.isEmpty()) {
            const QString text = reasonText(file.reason);
            missing += QVariantMap{{u"path"_s, file.localPath},
                                   {u"reason"_s, text.isEmpty() ? Texts::tr("There is no such file.") : text}};
        }
    }
    return missing;
}

int missingCount(const PlannedScene &scene)
{
    int count = 0;
    for (const PartialSet &set : partialSets(scene)) {
        count += std::max(1, set.wanted - set.there);
    }
    return count + int(std::ranges::count_if(scene.files, [](const PlannedFile &file) {
               return file.source.isEmpty() && file.set.isEmpty();
           }));
}

QVariantList frameSizes(const render::SceneFacts &facts)
{
    const int width = facts.width.value_or(0);
    const int height = facts.height.value_or(0);
    if (width <= 0 || height <= 0) {
        return {sizeChoice(Texts::tr("As the scene has it"), 0, 0)};
    }
    QVariantList sizes{sizeChoice(Texts::tr("As the scene has it · %1 × %2").arg(width).arg(height), 0, 0)};
    for (const auto &[name, part] : {std::pair(Texts::tr("Half"), 2), std::pair(Texts::tr("A quarter"), 4)}) {
        const int across = std::max(1, width / part);
        const int down = std::max(1, height / part);
        sizes += sizeChoice(u"%1 · %2 × %3"_s.arg(name).arg(across).arg(down), across, down);
    }
    return sizes;
}

QVariantList hardwareKinds(const render::RenderSetup &setup)
{
    QVariantList kinds{QVariantMap{{u"id"_s, QString()}, {u"text"_s, Texts::tr("The cheapest that fits")}}};
    for (const render::HardwareConfig &config : setup.hardware) {
        if (config.isAvailable) {
            kinds += QVariantMap{
                {u"id"_s, config.id},
                {u"text"_s,
                 Texts::tr("%1 · %2 per hour").arg(config.name, QLocale().toString(config.pricePerHour, 'f', 2))}};
        }
    }
    return kinds;
}

} // namespace kinframe::ui
