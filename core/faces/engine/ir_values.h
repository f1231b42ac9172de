// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/engine/openvino_ir.h"

#include <optional>
#include <vector>

namespace kinframe::faces {

/// A constant of a network.
struct IrTensor
{
    std::vector<int> shape; ///< empty for a scalar
    std::vector<float> values;
};

/// The numbers of "1,2,3", or nothing where there are not exactly that many between `least` and 4096.
[[nodiscard]] std::optional<std::vector<int>> irNumbers(const IrLayer &layer, const QString &attribute, int count,
                                                        int least);

/// The values of a Const layer, FP16 or FP32; nothing where they lie outside of `weights`, do not fill their shape or
/// are not finite.
[[nodiscard]] std::optional<IrTensor> irConstant(const IrLayer &layer, QByteArrayView weights);

} // namespace kinframe::faces
