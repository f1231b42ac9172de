// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "media/capture_time.h"
#include "media/face_regions.h"
#include "media/generation/generation.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace kinframe::media {

struct FileType;

/// A point on Earth: degrees, south and west negative; metres above the sea.
struct GeoPoint
{
    double latitude = 0;
    double longitude = 0;
    std::optional<double> altitude;

    friend bool operator==(const GeoPoint &, const GeoPoint &) = default;
};

/// What a picture, a video or a sidecar says about itself. Texts are trimmed, free of control characters and at most
/// 64 KiB; numbers are finite; what the file does not say, or says nonsensically, is absent.
struct Metadata
{
    std::optional<CaptureTime> captured;
    std::optional<CaptureTime> modified;

    /// Size of the stored pixels where the container tells it, before `orientation`.
    std::optional<int> width;
    std::optional<int> height;
    /// EXIF orientation 1..8. HEIC and AVIF decoders turn the picture themselves and must not apply it again.
    std::optional<int> orientation;

    QString make;
    QString model;
    QString lensModel;
    QString software;
    QString exposureTime; ///< seconds as people write them: `1/125`, `0.5`, `30`
    std::optional<double> exposureSeconds;
    std::optional<double> fNumber;
    std::optional<int> iso;
    std::optional<double> focalLength;   ///< millimetres
    std::optional<double> focalLength35; ///< millimetres of a lens that would see as much on 35 mm film

    std::optional<GeoPoint> location;
    QString city;
    QString state;
    QString country;

    QString title;
    QString description;
    QString userComment;       ///< Exif's UserComment; image generators write their parameters there
    QStringList keywords;      ///< single words or phrases, without duplicates (case does not count)
    QStringList keywordPaths;  ///< hierarchical keywords from the root, `Places/Europe/London`
    std::optional<int> rating; ///< 0..5
    bool rejected = false;     ///< the owner of the file marked it as a reject
    QString projectionType;    ///< `equirectangular` for a panorama all around
    std::vector<FaceRegion> regions;

    /// Which live photo this is a half of; both halves have the same.
    QString contentIdentifier;
    std::optional<qint64> durationMs; ///< of a video

    std::optional<Generation> generation; ///< how a generated picture was made

    /// `Canon EOS 6D`: the model with its maker, who is not named twice.
    [[nodiscard]] QString cameraName() const;
};

/// Reads what the file says about itself; files without metadata give an empty value. From any thread.
/// FileNotFound, FileIsDirectory, FileUnreadable; FileDamaged or FileTruncated where its metadata cannot be trusted,
/// but how a picture was generated is told where that much can be read.
[[nodiscard]] Result<Metadata> readMetadata(const QString &path, const FileType &type);

/// Reads an XMP sidecar of at most 16 MiB. `picture` is what is known of the picture it belongs to: its regions need
/// the picture's size and orientation. FileDamaged where it is no XMP.
[[nodiscard]] Result<Metadata> readSidecar(const QString &xmpPath, const Metadata &picture);
/// The same for its text; `xmpPath` is only for the errors.
[[nodiscard]] Result<Metadata> readSidecarText(const QByteArray &text, const QString &xmpPath, const Metadata &picture);

/// What is said of a file and its sidecar together: the sidecar wins, wherever it says something.
[[nodiscard]] Metadata merged(Metadata file, const Metadata &sidecar);

} // namespace kinframe::media
