// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "known_photos.h"

#include "face_testing.h"
#include "support/named_photos.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kinframe::faces::test {

namespace {

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
    const QStringList names = kinframe::test::peopleFromTheLeft().value(photo.file);
    for (std::size_t i = 0; i < photo.faces.size() && static_cast<qsizetype>(i) < names.size(); ++i)
        photo.faces[i].name = names[static_cast<qsizetype>(i)];
}

} // namespace

std::vector<KnownPhoto> analyseKnownPhotos(FaceEngine &engine)
{
    std::vector<KnownPhoto> photos;
    for (const kinframe::test::NamedPhoto &named : kinframe::test::namedPhotos({u"photos/"_s, u"groups/"_s})) {
        const auto picture = readPhoto(photoPath(named.file));
        auto faces = engine.analyse(picture, picture.width, picture.height);
        if (!faces)
            return {};
        KnownPhoto &photo = photos.emplace_back();
        photo.file = named.file;
        for (FaceFound &found : *faces)
            photo.faces.push_back({QString(), std::move(found)});
        nameFaces(photo, named.person);
    }
    return photos;
}

} // namespace kinframe::faces::test
