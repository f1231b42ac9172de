// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/history_text.h"

#include <array>
#include <string_view>

namespace kinframe::faces {
namespace {

using namespace Qt::StringLiterals;

struct KindText
{
    std::u16string_view kind;
    const char *text;
};

constexpr std::array kinds{
    KindText{u"create", QT_TRANSLATE_NOOP("Api", "Added {name}.")},
    KindText{u"merge", QT_TRANSLATE_NOOP("Api", "Merged {merged} into {name}.")},
    KindText{u"draw", QT_TRANSLATE_NOOP("Api", "Drew a face of {name}.")},
    KindText{u"reject", QT_TRANSLATE_NOOP("Api", "Said that a group is not {name}.")},
    KindText{u"hide", QT_TRANSLATE_NOOP("Api", "Hid {name}.")},
    KindText{u"show", QT_TRANSLATE_NOOP("Api", "Showed {name} again.")},
    KindText{u"favorite", QT_TRANSLATE_NOOP("Api", "Changed whether {name} is a favourite.")},
    KindText{u"birth_date", QT_TRANSLATE_NOOP("Api", "Changed the birth date of {name}.")},
    KindText{u"color", QT_TRANSLATE_NOOP("Api", "Changed the colour of {name}.")},
    KindText{u"cover", QT_TRANSLATE_NOOP("Api", "Chose another cover for {name}.")},
};

const char *nameText(const QJsonObject &facts)
{
    if (facts.value("name"_L1).toString().isEmpty()) {
        return QT_TRANSLATE_NOOP("Api", "Took the name {formerName} away.");
    }
    return facts.value("formerName"_L1).toString().isEmpty()
               ? QT_TRANSLATE_NOOP("Api", "Named somebody {name}.")
               : QT_TRANSLATE_NOOP("Api", "Renamed {formerName} to {name}.");
}

const char *countedText(const HistoryEntry &entry)
{
    // Older entries of one face do not say so.
    const bool isOne = entry.facts.value("faces"_L1).toInt(1) == 1;
    if (entry.kind == "dismiss"_L1) {
        return isOne ? QT_TRANSLATE_NOOP("Api", "Marked something as not a face.")
                     : QT_TRANSLATE_NOOP("Api", "Marked {faces} things as not faces.");
    }
    if (entry.kind == "reject_faces"_L1) {
        return isOne ? QT_TRANSLATE_NOOP("Api", "Said that a face is not {name}.")
                     : QT_TRANSLATE_NOOP("Api", "Said that {faces} faces are not {name}.");
    }
    if (entry.kind == "split"_L1) {
        return isOne ? QT_TRANSLATE_NOOP("Api", "Took a face out of {name}.")
                     : QT_TRANSLATE_NOOP("Api", "Took {faces} faces out of {name}.");
    }
    return isOne ? QT_TRANSLATE_NOOP("Api", "Moved a face to {name}.")
                 : QT_TRANSLATE_NOOP("Api", "Moved {faces} faces to {name}.");
}

const char *textFor(const HistoryEntry &entry)
{
    if (entry.kind == "name"_L1) {
        return nameText(entry.facts);
    }
    static const QStringList counted{u"split"_s, u"move"_s, u"dismiss"_s, u"reject_faces"_s};
    if (counted.contains(entry.kind)) {
        return countedText(entry);
    }
    for (const KindText &known : kinds) {
        if (entry.kind == QStringView(known.kind)) {
            return known.text;
        }
    }
    return QT_TRANSLATE_NOOP("Api", "Changed something about {name}.");
}

QString quoted(const QString &name, Language language)
{
    return name.isEmpty() ? translated("Api", QT_TRANSLATE_NOOP("Api", "somebody without a name"), language)
                          : u'“' + name + u'”';
}

/// Names of groups that had one; there may be none.
QString mergedNames(const QString &joined)
{
    return joined.split(u", "_s, Qt::SkipEmptyParts).join(u", "_s);
}

} // namespace

QString sentenceOf(const HistoryEntry &entry, Language language)
{
    // Names may hold braces of their own, so the text is walked through once.
    const QString text = translated("Api", textFor(entry), language);
    QString sentence;
    qsizetype from = 0;
    for (qsizetype open = text.indexOf(u'{'); open >= 0; open = text.indexOf(u'{', from)) {
        const qsizetype close = text.indexOf(u'}', open);
        const QString key = text.mid(open + 1, close - open - 1);
        const QJsonValue fact = entry.facts.value(key);
        sentence += text.mid(from, open - from);
        sentence += key == "faces"_L1    ? QString::number(fact.toInt())
                    : key == "merged"_L1 ? quoted(mergedNames(fact.toString()), language)
                                         : quoted(fact.toString(), language);
        from = close + 1;
    }
    return sentence + text.mid(from);
}

} // namespace kinframe::faces
