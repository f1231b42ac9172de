// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/assigner.h"
#include "faces/detections.h"
#include "faces/history.h"
#include "faces/people.h"
#include "faces/people_index.h"
#include "faces/suggestions.h"
#include "support/library_fixture.h"

#include <vector>

namespace kinframe::test {

/// Photos with faces that no neural net has seen: every identity is a direction, each of its faces lies near it.
class PeopleFixture : public LibraryFixture
{
public:
    PeopleFixture();

    /// A face of that identity; the same `shot` looks the same. `similarity` to the identity's direction.
    [[nodiscard]] faces::Detection face(int identity, int shot = 0, float x = 0.1F, double similarity = 0.95) const;
    /// One that is as much like another identity, too.
    [[nodiscard]] faces::Detection faceBetween(int identity, int other, double cosine, float x = 0.1F) const;

    /// Registers a photo of its own bytes; no faces yet.
    library::Registered photo();
    /// Stores the detections and gives every face its person, as the analyser does.
    faces::Assigned find(const library::Registered &photo, const std::vector<faces::Detection> &found,
                         const std::vector<media::FaceRegion> &regions = {}, qint64 userId = 0);
    library::Registered photoOf(const std::vector<faces::Detection> &found);

    [[nodiscard]] std::vector<faces::Face> facesIn(const library::Registered &photo);
    /// Of the photo's only face, or of the one at that place from the left.
    [[nodiscard]] faces::Face faceIn(const library::Registered &photo, size_t place = 0);
    [[nodiscard]] QUuid personIn(const library::Registered &photo, size_t place = 0);
    [[nodiscard]] std::optional<faces::Person> person(const QUuid &uuid, qint64 userId = 0);
    [[nodiscard]] faces::PeoplePage everybody(qint64 userId = 0);
    faces::Person name(const QUuid &person, const QString &name);

    /// Sorts everything anew; `meanwhile` happens between computing and writing.
    qint64 cluster(const std::function<void()> &meanwhile = {});

    const faces::ModelTraits &model;
    faces::PeopleIndexes indexes;
    faces::People people;
    faces::History history;
    faces::Suggestions suggestions;

private:
    [[nodiscard]] faces::Detection detection(std::vector<float> vector, float x) const;
    int m_photos = 0;
};

} // namespace kinframe::test
