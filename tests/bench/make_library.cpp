// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// make_library FOLDER [PHOTOS [FACES]]: a library of so many photos with so many faces (100000 and 200000), written
// straight into its database. The same numbers give the same library. The photos show one of 200 painted pictures,
// whose files are linked into place, so that even a large library takes little room.
#include "accounts/accounts.h"
#include "base/ids.h"
#include "faces/detections.h"
#include "library/library_folder.h"
#include "library/thumbnail_files.h"
#include "media/encode.h"
#include "media/thumbnails.h"
#include "storage/blob_store.h"
#include "storage/database.h"
#include "support/must.h"

#include <opencv2/imgproc.hpp>

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <random>

using namespace kinframe;
using kinframe::test::must;
using namespace Qt::StringLiterals;

namespace {

constexpr int pictures = 200;
constexpr int atOnce = 20'000;
constexpr qint64 newest = 1'760'000'000'000; // in October 2025
constexpr qint64 dayMs = 86'400'000;
constexpr int people = 3000;
constexpr int named = 400;

struct Painted
{
    media::Dimensions size;
    QString original;
    QString thumbnail;
    QString preview;
};

struct Library
{
    std::unique_ptr<storage::Database> database;
    std::unique_ptr<storage::BlobStore> blobs;
    QString thumbnails;
    qint64 owner = 0;
    std::vector<Painted> painted;
    std::mt19937 random{20'260'314};
    std::vector<std::vector<float>> centres; ///< of the people, in the space of embeddings
    qint64 detector = 0;
    qint64 recogniser = 0;
};

[[noreturn]] void stop(const QString &reason)
{
    std::fprintf(stderr, "%s\n", qPrintable(reason));
    std::exit(1);
}

/// Sky, ground and a few shapes, in other colours for every number.
media::Pixels paint(int number, const cv::Size &size)
{
    cv::RNG random(std::uint64_t(number) + 1);
    media::Pixels pixels = media::Pixels::make(size.width, size.height);
    cv::Mat picture(size, CV_8UC3, pixels.bytes.get(), std::size_t(pixels.stride));
    const cv::Vec3d sky(random.uniform(90, 255), random.uniform(90, 220), random.uniform(60, 220));
    const cv::Vec3d ground(random.uniform(20, 140), random.uniform(60, 180), random.uniform(40, 170));
    const int horizon = random.uniform(size.height / 3, size.height * 3 / 4);
    for (int y = 0; y < size.height; ++y) {
        const double part = y < horizon ? double(y) / horizon : double(y - horizon) / (size.height - horizon);
        const cv::Vec3d colour = y < horizon ? sky * (0.75 + 0.25 * part) : ground * (1 - 0.45 * part);
        picture.row(y) = cv::Scalar(colour[0], colour[1], colour[2]);
    }
    for (int i = 0; i < 14; ++i) {
        const cv::Point middle(random.uniform(0, size.width), random.uniform(0, size.height));
        const cv::Size axes(random.uniform(size.width / 40, size.width / 8),
                            random.uniform(size.height / 40, size.height / 6));
        const cv::Scalar colour(random.uniform(0, 256), random.uniform(0, 256), random.uniform(0, 256));
        cv::ellipse(picture, middle, axes, random.uniform(0, 180), 0, 360, colour, cv::FILLED, cv::LINE_AA);
    }
    return pixels;
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        stop(u"%1 cannot be written: %2"_s.arg(path, file.errorString()));
    }
}

std::vector<Painted> paintAll(const QString &folder)
{
    const std::array sizes{cv::Size(1440, 960), cv::Size(1080, 1440), cv::Size(1440, 1080), cv::Size(1440, 810)};
    std::vector<Painted> painted;
    for (int number = 0; number < pictures; ++number) {
        const cv::Size size = sizes[size_t(number) % sizes.size()];
        const media::Pixels pixels = paint(number, size);
        const auto thumbnails = must(media::makeThumbnails(pixels));
        const QString name = folder + u'/' + QString::number(number);
        write(name, must(media::encodeJpeg(pixels, 88)));
        write(name + u"-256"_s, thumbnails.thumbnail.bytes);
        write(name + u"-1440"_s, thumbnails.preview.bytes);
        painted.push_back({{size.width, size.height}, name, name + u"-256"_s, name + u"-1440"_s});
    }
    return painted;
}

void link(const QString &from, const QString &to)
{
    std::error_code error;
    std::filesystem::create_directories(std::filesystem::path(to.toStdString()).parent_path(), error);
    std::filesystem::create_hard_link(from.toStdString(), to.toStdString(), error);
    if (error) {
        stop(u"%1: %2"_s.arg(to, QString::fromStdString(error.message())));
    }
}

std::vector<float> direction(std::mt19937 &random, int dimensions)
{
    std::normal_distribution<float> normal;
    std::vector<float> vector(static_cast<size_t>(dimensions));
    double square = 0;
    for (float &value : vector) {
        value = normal(random);
        square += double(value) * double(value);
    }
    for (float &value : vector) {
        value = float(double(value) / std::sqrt(square));
    }
    return vector;
}

/// A face of somebody: near their centre.
std::vector<float> faceOf(const std::vector<float> &centre, std::mt19937 &random)
{
    std::vector<float> vector = direction(random, int(centre.size()));
    double square = 0;
    for (size_t i = 0; i < vector.size(); ++i) {
        vector[i] = centre[i] + 0.4F * vector[i];
        square += double(vector[i]) * double(vector[i]);
    }
    for (float &value : vector) {
        value = float(double(value) / std::sqrt(square));
    }
    return vector;
}

void addPeople(Library &library)
{
    static const QStringList first{u"Anna"_s, u"Ben"_s,  u"Clara"_s, u"David"_s, u"Emma"_s, u"Felix"_s, u"Greta"_s,
                                   u"Hugo"_s, u"Ida"_s,  u"Jonas"_s, u"李"_s,    u"王"_s,   u"张"_s,    u"刘"_s,
                                   u"陈"_s,   u"Kira"_s, u"Leo"_s,   u"Mia"_s,   u"Noah"_s, u"Olivia"_s};
    const auto &model = faces::traitsOf(faces::RecogniserKind::FaceReidentification0095);
    (void)must(library.database->write([&](storage::Transaction &transaction) -> Result<bool> {
        library.recogniser = faces::modelRow(transaction, model.name, model.dimensions);
        library.detector = faces::modelRow(transaction, faces::detectorName(), 0);
        for (int i = 0; i < people; ++i) {
            library.centres.push_back(direction(library.random, model.dimensions));
            const QString name =
                i < named ? first[i % first.size()] + u' ' + QString::number(i / first.size() + 1) : QString();
            transaction.run("INSERT INTO person(uuid, owner_id, name, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, "
                            "?5)",
                            QUuid::createUuidV5(QUuid(), QString::number(i)), library.owner, name, newest,
                            transaction.stamp());
        }
        return true;
    }));
}

/// Some are in many photos, most in few.
int somebody(Library &library)
{
    std::uniform_real_distribution<double> even(0, 1);
    return int(std::pow(even(library.random), 3) * people);
}

void addFace(Library &library, storage::Transaction &transaction, qint64 asset, qint64 blob, int place)
{
    std::uniform_real_distribution<double> even(0, 1);
    const int person = somebody(library);
    const double size = 0.08 + 0.12 * even(library.random);
    transaction.run("INSERT INTO detection(blob_id, detector_id, x, y, width, height, score, size_px, quality) VALUES "
                    "(?1, ?2, ?3, ?4, ?5, ?5, 0.9, ?6, ?7)",
                    blob, library.detector, std::min(0.78, 0.03 + 0.2 * place), 0.1 + 0.5 * even(library.random), size,
                    size * 1000, even(library.random));
    const qint64 detection = transaction.db().lastInsertId();
    const auto vector = faceOf(library.centres[size_t(person)], library.random);
    transaction.run("INSERT INTO embedding(detection_id, model_id, vector) VALUES (?1, ?2, ?3)", detection,
                    library.recogniser, faces::vectorToBytes(vector));
    transaction.run("INSERT INTO face(uuid, owner_id, asset_id, detection_id, person_id, similarity) VALUES (?1, ?2, "
                    "?3, ?4, ?5, 0.8)",
                    QUuid::createUuidV5(QUuid(), u"face"_s + QString::number(detection)), library.owner, asset,
                    detection, person + 1);
}

struct Photo
{
    QByteArray sha256;
    const Painted *picture;
};

Photo addPhoto(Library &library, storage::Transaction &transaction, int number, int photos, int facesWanted)
{
    const Painted &picture = library.painted[size_t(library.random() % pictures)];
    const QByteArray bytes = "photo " + QByteArray::number(number);
    const QByteArray sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    const QByteArray sha1 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha1);
    const QByteArray md5 = QCryptographicHash::hash(bytes, QCryptographicHash::Md5);
    const qint64 size = QFileInfo(picture.original).size();
    transaction.run("INSERT INTO blob(sha256, sha1, md5, xxh64, size, stored, created_at) VALUES (?1, ?2, ?3, ?4, ?5, "
                    "1, ?6)",
                    sha256, sha1, md5, number, size, newest);
    const qint64 blob = transaction.db().lastInsertId();
    const QUuid uuid = uuidOfSha256(sha256);
    transaction.run("INSERT INTO asset_place(uuid) VALUES (?1)", uuid);
    const qint64 asset = transaction.db().lastInsertId();
    // Fifteen years, in bursts: half of a day's photos come within an hour.
    const qint64 day = qint64(number) * 5400 / photos;
    const qint64 taken = newest - day * dayMs - qint64(library.random() % (number % 2 == 0 ? 3'600'000 : 43'200'000));
    transaction.run(
        "INSERT INTO asset(id, uuid, owner_id, blob_id, format, is_video, mime_type, file_name, size, width, "
        "height, created_at, created_offset, imported_at, updated_at, state, is_ready, is_favorite) VALUES "
        "(?1, ?2, ?3, ?4, 'jpeg', 0, 'image/jpeg', ?5, ?6, ?7, ?8, ?9, 60, ?10, ?11, 1, 1, ?12)",
        asset, uuid, library.owner, blob, u"IMG_%1.jpg"_s.arg(number, 6, 10, QChar(u'0')), size, picture.size.width,
        picture.size.height, taken, newest, transaction.stamp(), library.random() % 50 == 0);
    transaction.run("INSERT INTO blob_scan(blob_id, detector_id, scanned_at) VALUES (?1, ?2, ?3)", blob,
                    library.detector, newest);
    transaction.run("INSERT OR IGNORE INTO blob_scan(blob_id, detector_id, scanned_at) VALUES (?1, ?2, ?3)", blob,
                    library.recogniser, newest);
    for (int place = 0; place < facesWanted; ++place) {
        addFace(library, transaction, asset, blob, place);
    }
    return {sha256, &picture};
}

/// As many in all as asked for; of four photos the first has none, the last more than half.
qint64 facesBefore(int photo, int photos, int faces)
{
    constexpr std::array eighths{0, 0, 1, 3};
    return qint64(faces) * (8 * (photo / 4) + eighths[size_t(photo) % 4]) / (2 * qint64(photos));
}

void addPhotos(Library &library, int photos, int faces)
{
    for (int number = 0; number < photos; number += atOnce) {
        std::vector<Photo> added;
        (void)must(library.database->write([&](storage::Transaction &transaction) -> Result<bool> {
            for (int i = number; i < std::min(photos, number + atOnce); ++i) {
                const int wanted = int(facesBefore(i + 1, photos, faces) - facesBefore(i, photos, faces));
                added.push_back(addPhoto(library, transaction, i, photos, wanted));
            }
            return true;
        }));
        for (const Photo &photo : added) {
            using enum library::ThumbnailKind;
            link(photo.picture->original, library.blobs->pathOf(photo.sha256));
            link(photo.picture->thumbnail, library::thumbnailPath(library.thumbnails, photo.sha256, Thumbnail));
            link(photo.picture->preview, library::thumbnailPath(library.thumbnails, photo.sha256, Preview));
        }
        std::fprintf(stderr, "\r%d of %d photos", std::min(photos, number + atOnce), photos);
    }
    std::fputc('\n', stderr);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2 || argc > 4) {
        std::fputs("usage: make_library FOLDER [PHOTOS [FACES]]\n", stderr);
        return 2;
    }
    const QString root = QFile::decodeName(argv[1]);
    const int photos = argc > 2 ? QByteArray(argv[2]).toInt() : 100'000;
    const int faces = argc > 3 ? QByteArray(argv[3]).toInt() : 2 * photos;
    if (photos < 1 || faces < 0) {
        std::fputs("At least one photo is needed.\n", stderr);
        return 2;
    }
    if (QFile::exists(root + u"/kinframe.db"_s)) {
        std::fprintf(stderr, "%s holds a library already.\n", argv[1]);
        return 0;
    }
    auto folder = must(library::LibraryFolder::open(root));
    Library library;
    library.database = must(storage::Database::open({folder->database(), root, wallMs}));
    library.blobs = must(storage::BlobStore::open(folder->blobs(), folder->temporary()));
    library.thumbnails = folder->thumbnails();
    library.owner = must(must(accounts::Accounts::open(*library.database, {root, {}, wallMs}))->owner()).userId;
    const QString pool = root + u"/pictures"_s;
    QDir().mkpath(pool);
    library.painted = paintAll(pool);
    addPeople(library);
    addPhotos(library, photos, faces);
    return 0;
}
