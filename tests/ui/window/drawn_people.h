// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>

#include <vector>

namespace kinframe::tests {

/// Somebody who does not exist, in a drawn photo.
struct DrawnPerson
{
    int identity = 0; ///< decides skin, hair, glasses, beard and clothes
    QPointF place;    ///< of the middle of the head, in parts of the picture
    double size = 0;  ///< height of the head, in parts of the picture's height
};

/// A drawn photo: a scene with these people in it. The same numbers give the same pixels.
[[nodiscard]] QImage drawPhoto(int scene, const std::vector<DrawnPerson> &people, QSize size);

/// Where the face of such a person is, in parts of the picture.
[[nodiscard]] QRectF faceOf(const DrawnPerson &person, QSize size);

} // namespace kinframe::tests
