// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/made_library.h"

#include "support/people_fixture.h"
#include "ui/window/drawn_downloads.h"
#include "ui/window/drawn_people.h"
#include "ui/window/drawn_renders.h"

#include <QBuffer>
#include <QDateTime>
#include <QDir>
#include <QFile>

#include <array>
#include <random>

namespace kinframe::tests {
namespace {

using namespace Qt::StringLiterals;

constexpr QSize pictureSize(1200, 800);
constexpr std::array names{u"Ada Lindqvist", u"Tom\u00e1s Rivera",  u"Mei Tanaka",   u"Jonas Weber",
                           u"Amara Okafor",  u"\u6797\u5c0f\u96e8", u"Elif Demir",   u"Noah Laurent",
                           u"Priya Raman",   u"Sofia Marchetti",    u"Kwame Mensah", u"Ingrid Solberg",
                           u"Lucas Duarte",  u"Hana Novakov\u00e1"};

/// After those names, first and last ones of two of them.
QString nameOf(int identity)
{
    const auto count = int(names.size());
    const QString name = QStringView(names[size_t(identity % count)]).toString();
    if (identity < count) {
        return name;
    }
    const QString other = QStringView(names[size_t((identity + identity / count) % count)]).toString();
    return name.section(u' ', 0, 0) + u' ' + other.section(u' ', -1);
}

/// Who is in a photo, and where: alone, in pairs, in small groups.
std::vector<DrawnPerson> peopleIn(int photo, int people)
{
    std::mt19937 random(static_cast<unsigned>(photo) * 977U + 5U);
    const int count = photo % 5 == 4 ? 3 : photo % 3 == 2 ? 2 : 1;
    std::vector<DrawnPerson> drawn;
    for (int i = 0; i < count; ++i) {
        // The first ones are in more photos than the last: families have such albums.
        const int lot = int(random() % unsigned(people * (people + 1) / 2));
        int identity = 0;
        for (int reach = people; reach <= lot; reach += people - identity) {
            ++identity;
        }
        identity = std::min(identity, people - 1);
        const bool isThere = std::ranges::find(drawn, identity, &DrawnPerson::identity) != drawn.end();
        const double size = count == 1 ? 0.42 : count == 2 ? 0.36 : 0.3;
        const double across = (i + 1.0) / (count + 1) + 0.01 * double(random() % 5) - 0.02;
        if (!isThere) {
            drawn.push_back({identity, {across, 0.42 + 0.015 * double(random() % 5)}, size});
        }
    }
    return drawn;
}

QByteArray jpegOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "JPEG", 88)) {
        qFatal("a drawn photo cannot be written");
    }
    return bytes;
}

/// Some days with many photos, some with few, over a year.
qint64 takenAt(int photo)
{
    const QDateTime first(QDate(2026, 3, 14), QTime(18, 30), Qt::UTC);
    const int day = photo / 9 * (1 + photo / 9 % 4);
    return first.addDays(-day).addSecs(-photo % 9 * 420).toMSecsSinceEpoch();
}

library::Registered add(test::PeopleFixture &fixture, int number, int people)
{
    const QByteArray bytes = jpegOf(drawPhoto(number, peopleIn(number, people), pictureSize));
    QFile temporary(fixture.blobs->temporaryPath());
    if (!temporary.open(QIODevice::WriteOnly) || temporary.write(bytes) != bytes.size()) {
        qFatal("cannot write %s", qPrintable(temporary.fileName()));
    }
    temporary.close();
    MultiHash hash;
    hash.add(bytes);
    library::FileFacts facts;
    facts.fileName = u"IMG_%1.jpg"_s.arg(4000 + number);
    facts.fileCreatedAt = takenAt(number);
    facts.fileModifiedAt = takenAt(number);
    facts.isFavorite = number % 17 == 3;
    const auto added =
        library::Importer(*fixture.services).addSpooled(fixture.owner, temporary.fileName(), hash.finish(), facts);
    if (!added || !fixture.process(*added)) {
        qFatal("a drawn photo cannot be added");
    }
    return *added;
}

std::vector<faces::Detection> facesOf(const test::PeopleFixture &fixture, int number, int people)
{
    std::vector<faces::Detection> found;
    for (const DrawnPerson &person : peopleIn(number, people)) {
        const QRectF face = faceOf(person, pictureSize);
        faces::Detection detection = fixture.face(person.identity, number);
        detection.found.face.box = {float(face.x()), float(face.y()), float(face.width()), float(face.height())};
        detection.found.face.sizePixels = float(face.width() * pictureSize.width());
        found.push_back(std::move(detection));
    }
    return found;
}

} // namespace

QString makeLibrary(const DrawnLibrary &wishes)
{
    test::PeopleFixture fixture;
    fixture.folder.setAutoRemove(false);
    (void)fixture.run("UPDATE user SET name = 'Alex', email = 'alex@example.org' WHERE id = ?1", fixture.owner.userId);
    std::vector<QUuid> seen(size_t(wishes.people));
    std::vector<library::Registered> photos;
    for (int number = 0; number < wishes.photos; ++number) {
        photos.push_back(add(fixture, number, wishes.people));
        fixture.find(photos.back(), facesOf(fixture, number, wishes.people));
    }
    fixture.cluster();
    for (int number = 0; number < wishes.photos; ++number) {
        const auto people = peopleIn(number, wishes.people);
        const int identity = people.front().identity;
        if (people.size() == 1 && identity < wishes.named && seen[size_t(identity)].isNull()) {
            seen[size_t(identity)] = fixture.personIn(photos[size_t(number)]);
            fixture.name(seen[size_t(identity)], nameOf(identity));
        }
    }
    addRenders(fixture, photos);
    if (wishes.downloads > 0) {
        addDownloads(fixture, wishes.downloads);
    }
    // All of it is done; the program should find nothing to do, whatever it would see in drawings.
    (void)fixture.run("DELETE FROM job");
    return fixture.folder.path();
}

void drawInto(const QString &folder, int photos)
{
    QDir().mkpath(folder);
    for (int number = 0; number < photos; ++number) {
        QFile file(folder + u"/drawn_%1.jpg"_s.arg(number, 5, 10, QChar(u'0')));
        // Small ones: what is measured with them is not the decoder.
        const QByteArray bytes = jpegOf(drawPhoto(number, peopleIn(number, int(names.size())), {480, 320}));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("cannot write %s", qPrintable(file.fileName()));
        }
    }
}

} // namespace kinframe::tests
