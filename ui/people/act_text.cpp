// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/act_text.h"

namespace kinframe::ui {

QString ActText::named(const QString &name)
{
    return name.isEmpty() ? tr("Name removed") : tr("Named “%1”").arg(name);
}

QString ActText::merged(int people)
{
    return tr("%n people merged into one", nullptr, people);
}

QString ActText::takenOut(int faces)
{
    return tr("%n face(s) made a person of their own", nullptr, faces);
}

QString ActText::moved(int faces, const QString &name)
{
    return name.isEmpty() ? tr("%n face(s) moved to another person", nullptr, faces)
                          : tr("%n face(s) moved to “%1”", nullptr, faces).arg(name);
}

QString ActText::rejected(int faces)
{
    return tr("%n face(s) taken off this person", nullptr, faces);
}

QString ActText::dismissed(int faces)
{
    return tr("%n marked as not a face", nullptr, faces);
}

QString ActText::hidden(int people, bool isHidden)
{
    return isHidden ? tr("%n person(s) hidden", nullptr, people) : tr("%n person(s) shown again", nullptr, people);
}

QString ActText::favourite(int people, bool isFavourite)
{
    return isFavourite ? tr("%n person(s) made favourites", nullptr, people)
                       : tr("%n person(s) no longer favourites", nullptr, people);
}

QString ActText::birthDate(bool isSet)
{
    return isSet ? tr("Birth date changed") : tr("Birth date removed");
}

QString ActText::cover()
{
    return tr("Cover changed");
}

QString ActText::answered(int questions)
{
    return tr("%n question(s) answered", nullptr, questions);
}

QString ActText::answered(bool isSame)
{
    return isSame ? tr("Same person") : tr("Not the same person");
}

QString ActText::undone(const QString &what)
{
    return tr("Undone: %1").arg(what);
}

QString ActText::redone(const QString &what)
{
    return tr("Done again: %1").arg(what);
}

} // namespace kinframe::ui
