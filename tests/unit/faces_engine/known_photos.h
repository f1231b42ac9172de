// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/engine/face_engine.h"

#include <QString>

#include <vector>

namespace kinframe::faces::test {

/// A face of a photo, and who it is: empty for people whom nobody has named.
struct KnownFace
{
    QString name;
    FaceFound found;
};

struct KnownPhoto
{
    QString file;
    std::vector<KnownFace> faces;
};

/// Every photo below photos/ and groups/ in the order of the manifest, analysed. In a photo of one person that person
/// is the largest face; others may stand behind.
[[nodiscard]] std::vector<KnownPhoto> analyseKnownPhotos(FaceEngine &engine);

} // namespace kinframe::faces::test
