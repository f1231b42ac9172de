// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "known_photos.h"

#include "face_testing.h"

#include <QFile>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kinframe::faces::test {

namespace {

/// Who is in photos of several people, from left to right.
const QHash<QString, QStringList> &peopleFromTheLeft()
{
    static const QHash<QString, QStringList> people{
        {u"groups/obama_and_biden.jpg"_s, {u"Joe_Biden"_s, u"Barack_Obama"_s, QString()}},
        {u"groups/two_people.jpg"_s, {u"Barack_Obama"_s, u"Joe_Biden"_s}},
        {u"groups/kit_with_rose.jpg"_s, {u"Rose_Leslie"_s, u"Kit_Harington"_s}},
        {u"groups/portrait.jpg"_s, {u"Marie_Curie"_s, u"Pierre_Curie"_s}},
        {u"groups/portrait-orientation-6.jpg"_s, {u"Marie_Curie"_s, u"Pierre_Curie"_s}},
    };
    return people;
}

void nameFaces(KnownPhoto &photo, const QString &identity)
{
    if (photo.faces.empty())
        return;
    if (photo.file.startsWith("photos/"_L1)) {
        std::max_element(photo.faces.begin(), photo.faces.end(), [](const KnownFace &a, const KnownFace &b) {
            return a.found.face.sizePixels < b.found.face.sizePixels;
        })->name = identity;
        return;
    }
    std::sort(photo.faces.begin(), photo.faces.end(),
              [](const KnownFace &a, const KnownFace &b) { return a.found.face.box.x < b.found.face.box.x; });
    const QStringList names = peopleFromTheLeft().value(photo.file);
    for (std::size_t i = 0; i < photo.faces.size() && static_cast<qsizetype>(i) < names.size(); ++i)
        photo.faces[i].name = names[static_cast<qsizetype>(i)];
}

} // namespace

std::vector<KnownPhoto> analyseKnownPhotos(FaceEngine &engine)
{
    std::vector<KnownPhoto> photos;
    QFile manifest(photoPath(u"photos-manifest.csv"_s));
    if (!manifest.open(QIODevice::ReadOnly))
        return photos;
    while (!manifest.atEnd()) {
        const QStringList columns = QString::fromUtf8(manifest.readLine()).split(u',');
        if (columns.size() < 2 || !(columns[0].startsWith("photos/"_L1) || columns[0].startsWith("groups/"_L1)))
            continue;
        const auto picture = readPhoto(photoPath(columns[0]));
        auto faces = engine.analyse(picture, picture.width, picture.height);
        if (!faces)
            return {};
        KnownPhoto &photo = photos.emplace_back();
        photo.file = columns[0];
        for (FaceFound &found : *faces)
            photo.faces.push_back({QString(), std::move(found)});
        nameFaces(photo, columns[1]);
    }
    return photos;
}

} // namespace kinframe::faces::test
