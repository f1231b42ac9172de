// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/task_texts.h"

#include "base/clock.h"
#include "ui/base/sentences.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

namespace kinframe::ui {
namespace {

struct TaskName
{
    const char *title;
    const char *text;
};

constexpr TaskName names[] = {
    {"import", QT_TRANSLATE_NOOP("TaskTexts", "Adding photos")},
    {"folder", QT_TRANSLATE_NOOP("TaskTexts", "Looking through a folder")},
    {"processing", QT_TRANSLATE_NOOP("TaskTexts", "Reading photos")},
    {"metadata", QT_TRANSLATE_NOOP("TaskTexts", "Reading what photos say about themselves")},
    {"faces", QT_TRANSLATE_NOOP("TaskTexts", "Looking for faces")},
    {"people", QT_TRANSLATE_NOOP("TaskTexts", "Sorting faces into people")},
    {"models", QT_TRANSLATE_NOOP("TaskTexts", "Downloading the face models")},
    {"preview", QT_TRANSLATE_NOOP("TaskTexts", "Making a video of rendered frames")},
    {"writing", QT_TRANSLATE_NOOP("TaskTexts", "Writing beside the photos")},
    {"backup", QT_TRANSLATE_NOOP("TaskTexts", "Backing up the library")},
    {"check", QT_TRANSLATE_NOOP("TaskTexts", "Checking the library")},
    {"trashing", QT_TRANSLATE_NOOP("TaskTexts", "Moving photos to the trash")},
    {"restoring", QT_TRANSLATE_NOOP("TaskTexts", "Restoring photos")},
    {"turning", QT_TRANSLATE_NOOP("TaskTexts", "Rotating photos")},
    {"editing", QT_TRANSLATE_NOOP("TaskTexts", "Changing photos")},
    {"objects", QT_TRANSLATE_NOOP("TaskTexts", "Storing files for renders")},
    {"exporting", QT_TRANSLATE_NOOP("TaskTexts", "Exporting photos")},
    {"downloads", QT_TRANSLATE_NOOP("TaskTexts", "Downloading files")},
    {"mirror", QT_TRANSLATE_NOOP("TaskTexts", "Reading the list of another library")},
    {"scene", QT_TRANSLATE_NOOP("TaskTexts", "Looking at a scene")},
    {"deleting", QT_TRANSLATE_NOOP("TaskTexts", "Deleting photos for good")},
};

bool isRender(const TaskState &task)
{
    return task.kind == QLatin1String("render");
}

bool countsBytes(const TaskState &task)
{
    return task.kind == QLatin1String("models");
}

QString amount(const TaskState &task, qint64 value)
{
    return countsBytes(task) ? bytesText(value) : QLocale().toString(value);
}

// Some know better than the speed of the last seconds can tell.
std::optional<double> secondsLeft(const TaskState &task)
{
    const QJsonValue end = task.facts.value(QLatin1String("ends_at"));
    return end.isDouble() ? std::max(0.0, double(end.toInteger() - wallMs()) / 1000) : task.secondsLeft;
}

QString translatedText(const char *text, int count = -1)
{
    return QCoreApplication::translate("TaskTexts", text, nullptr, count);
}

} // namespace

QString taskText(const TaskState &task)
{
    if (isRender(task)) {
        return translatedText(QT_TRANSLATE_NOOP("TaskTexts", "Rendering “%1”"))
            .arg(task.facts.value(QLatin1String("name")).toString());
    }
    const auto *const name = std::ranges::find_if(
        names, [&](const TaskName &candidate) { return task.title == QLatin1String(candidate.title); });
    return name == std::end(names) ? translatedText(QT_TRANSLATE_NOOP("TaskTexts", "Working"))
                                   : translatedText(name->text);
}

QString countText(const TaskState &task)
{
    if (task.total < 0) {
        return task.done > 0 ? amount(task, task.done) : QString();
    }
    if (isRender(task)) {
        return translatedText(QT_TRANSLATE_N_NOOP("TaskTexts", "%1 of %n frame(s)"), int(task.total))
            .arg(amount(task, task.done));
    }
    return translatedText(QT_TRANSLATE_NOOP("TaskTexts", "%1 of %2"))
        .arg(amount(task, task.done), amount(task, task.total));
}

QString speedText(const TaskState &task)
{
    if (task.perSecond <= 0) {
        return {};
    }
    if (countsBytes(task)) {
        return translatedText(QT_TRANSLATE_NOOP("TaskTexts", "%1 per second")).arg(bytesText(qint64(task.perSecond)));
    }
    if (task.perSecond < 1) {
        return translatedText(QT_TRANSLATE_NOOP("TaskTexts", "%1 per minute"))
            .arg(QLocale().toString(std::ceil(task.perSecond * 60)));
    }
    return translatedText(QT_TRANSLATE_NOOP("TaskTexts", "%1 per second"))
        .arg(QLocale().toString(std::round(task.perSecond)));
}

QString timeLeftText(const TaskState &task)
{
    const auto left = secondsLeft(task);
    if (!left || task.isEnded) {
        return {};
    }
    const double seconds = *left;
    if (seconds < 60) {
        return translatedText(QT_TRANSLATE_N_NOOP("TaskTexts", "%n second(s) left"),
                              std::max(1, int(std::ceil(seconds))));
    }
    if (seconds < 90 * 60) {
        return translatedText(QT_TRANSLATE_N_NOOP("TaskTexts", "about %n minute(s) left"),
                              int(std::round(seconds / 60)));
    }
    if (seconds < 48 * 3600) {
        return translatedText(QT_TRANSLATE_N_NOOP("TaskTexts", "about %n hour(s) left"),
                              int(std::round(seconds / 3600)));
    }
    const double days = seconds / (24 * 3600);
    if (days < 365) {
        return translatedText(QT_TRANSLATE_N_NOOP("TaskTexts", "about %n day(s) left"), int(std::round(days)));
    }
    return translatedText(QT_TRANSLATE_NOOP("TaskTexts", "more than a year left"));
}

} // namespace kinframe::ui
