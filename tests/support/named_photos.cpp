// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/named_photos.h"

#include <QFile>

#include <algorithm>

namespace kinframe::test {

using namespace Qt::StringLiterals;

QList<NamedPhoto> namedPhotos(const QStringList &folders)
{
    QList<NamedPhoto> photos;
    QFile manifest(qEnvironmentVariable("KINFRAME_TESTDATA") + u"/photos-manifest.csv"_s);
    if (!manifest.open(QIODevice::ReadOnly)) {
        return photos;
    }
    while (!manifest.atEnd()) {
        const QStringList columns = QString::fromUtf8(manifest.readLine()).split(u',');
        const auto holds = [&](const QString &folder) { return columns[0].startsWith(folder); };
        if (columns.size() > 1 && std::any_of(folders.begin(), folders.end(), holds)) {
            photos.append({columns[0], columns[1]});
        }
    }
    return photos;
}

const QHash<QString, QStringList> &peopleFromTheLeft()
{
    static const QHash<QString, QStringList> people{
        {u"groups/obama_and_biden.jpg"_s, {u"Joe_Biden"_s, u"Barack_Obama"_s, QString()}},
        {u"groups/two_people.jpg"_s, {u"Barack_Obama"_s, u"Joe_Biden"_s}},
        {u"groups/kit_with_rose.jpg"_s, {u"Rose_Leslie"_s, u"Kit_Harington"_s}},
        {u"groups/portrait.jpg"_s, {u"Marie_Curie"_s, u"Pierre_Curie"_s}},
        {u"groups/portrait-orientation-6.jpg"_s, {u"Marie_Curie"_s, u"Pierre_Curie"_s}},
        {u"noface/flowers_19.jpg"_s, {}},
        {u"noface/silver_fir.jpg"_s, {}},
        {u"noface/tanners_ridge.jpg"_s, {}},
        {u"noface/wood_anemones.jpg"_s, {}},
    };
    return people;
}

} // namespace kinframe::test
