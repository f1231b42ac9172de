// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QHash>
#include <QString>

#include <vector>

namespace kinframe::faces {

/// One operation of a network in OpenVINO's intermediate representation, as the file words it.
struct IrLayer
{
    QString type;
    QHash<QString, QString> attributes; ///< of its <data> element
    std::vector<int> inputs;            ///< indices of layers, in the order of their ports
};

struct IrGraph
{
    std::vector<IrLayer> layers;
};

/// Reads the .xml half of a network. ModelUnreadable with a `reason`, whatever the bytes are.
[[nodiscard]] Result<IrGraph> readIrGraph(QByteArrayView xml);

/// A failure of that kind; who knows the path of the file adds it.
[[nodiscard]] Failure unreadableModel(const QString &reason);

} // namespace kinframe::faces
