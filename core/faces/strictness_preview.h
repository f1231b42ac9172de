// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "faces/engine/model_set.h"
#include "library/services.h"

#include <QString>
#include <QUuid>

#include <functional>
#include <stop_token>
#include <vector>

namespace kinframe::faces {

/// Somebody, or a part of their faces, to be shown.
struct PreviewedPerson
{
    QString name; ///< empty: nobody has named them
    QUuid cover;  ///< a face
    qint64 faces = 0;
};

/// What another strictness would make of the people there are.
struct StrictnessPreview
{
    /// People who would be one, or the parts of one who would be several.
    struct Group
    {
        std::vector<PreviewedPerson> people; ///< the largest of them
        qint64 total = 0;                    ///< how many there are
    };

    qint64 peopleNow = 0; ///< with at least one face that is recognised
    qint64 peopleThen = 0;
    qint64 joined = 0;        ///< how many people would come of several
    qint64 parted = 0;        ///< how many would become several
    std::vector<Group> joins; ///< the largest of those
    std::vector<Group> parts;
};

/// Sorts all faces as if that strictness were set, and writes nothing. May take long; `onProgress` hears now and then
/// which part (0..1) is done, on this thread. Canceled where `stop` is asked for.
[[nodiscard]] Result<StrictnessPreview> previewStrictness(const library::Services &services, qint64 ownerId,
                                                          const ModelTraits &model, int strictness,
                                                          const std::function<void(double)> &onProgress,
                                                          const std::stop_token &stop);

/// Sets it, and has all faces sorted anew, at once. Not on the writer thread.
[[nodiscard]] Result<void> chooseStrictness(const library::Services &services, qint64 ownerId, int strictness);

} // namespace kinframe::faces
