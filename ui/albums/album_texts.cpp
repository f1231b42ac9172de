// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/albums/album_texts.h"

#include <QDateTime>
#include <QLocale>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;

QDate dayOf(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).date();
}

} // namespace

QString AlbumTexts::name(const QString &name)
{
    return name.trimmed().isEmpty() ? tr("Untitled album") : name;
}

QString AlbumTexts::dates(const albums::Album &album)
{
    if (!album.firstTaken || !album.lastTaken) {
        return {};
    }
    const QDate first = dayOf(*album.firstTaken);
    const QDate last = dayOf(*album.lastTaken);
    const QLocale locale;
    const bool isChinese = locale.language() == QLocale::Chinese;
    if (first == last) {
        return locale.toString(first, isChinese ? u"yyyy年M月d日"_s : u"d MMM yyyy"_s);
    }
    const QString month = isChinese ? u"yyyy年M月"_s : u"MMM yyyy"_s;
    if (first.year() != last.year()) {
        const QString years = u"%1 – %2"_s.arg(first.year()).arg(last.year());
        return isChinese ? QString(years + u'年') : years;
    }
    if (first.month() == last.month()) {
        return locale.toString(first, month);
    }
    return isChinese ? u"%1 – %2"_s.arg(locale.toString(first, month), locale.toString(last, u"M月"_s))
                     : u"%1 – %2"_s.arg(locale.toString(first, u"MMM"_s), locale.toString(last, month));
}

QString AlbumTexts::made(const QString &name)
{
    return tr("Album “%1” created").arg(AlbumTexts::name(name));
}

QString AlbumTexts::added(int photos, const QString &name)
{
    return tr("%n photo(s) added to “%1”", nullptr, photos).arg(AlbumTexts::name(name));
}

QString AlbumTexts::removed(int photos, const QString &name)
{
    return tr("%n photo(s) taken out of “%1”", nullptr, photos).arg(AlbumTexts::name(name));
}

QString AlbumTexts::renamed(const QString &name)
{
    return name.trimmed().isEmpty() ? tr("Name of the album removed") : tr("Album named “%1”").arg(name);
}

QString AlbumTexts::described()
{
    return tr("Description changed");
}

QString AlbumTexts::covered()
{
    return tr("Cover changed");
}

QString AlbumTexts::ordered(bool isOldestFirst)
{
    return isOldestFirst ? tr("The oldest photos come first now") : tr("The newest photos come first now");
}

QString AlbumTexts::deleted(int albums)
{
    return tr("%n album(s) deleted, the photos stay", nullptr, albums);
}

QString AlbumTexts::allThere(int photos, const QString &name)
{
    return tr("%n photo(s) are in “%1” already.", nullptr, photos).arg(AlbumTexts::name(name));
}

} // namespace kinframe::ui
