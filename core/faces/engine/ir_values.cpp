// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/engine/ir_values.h"

#include <QFloat16>
#include <QtEndian>

#include <bit>
#include <cmath>

using namespace Qt::StringLiterals;

namespace kinframe::faces {

namespace {

constexpr int largestNumber = 4096;

std::optional<std::vector<int>> numbersOf(const QString &text, int least)
{
    std::vector<int> numbers;
    for (const QStringView part : QStringView(text).split(u',')) {
        bool ok = false;
        const int number = part.trimmed().toInt(&ok);
        if (!ok || number < least || number > largestNumber || numbers.size() == 8)
            return {};
        numbers.push_back(number);
    }
    return numbers;
}

float valueAt(const char *bytes, std::size_t index, bool half)
{
    if (!half)
        return qFromLittleEndian<float>(bytes + index * 4);
    const auto bits = qFromLittleEndian<quint16>(bytes + index * 2);

    return static_cast<float>(std::bit_cast<qfloat16>(bits));
}

} // namespace

std::optional<std::vector<int>> irNumbers(const IrLayer &layer, const QString &attribute, int count, int least)
{
    auto numbers = numbersOf(layer.attributes.value(attribute), least);
    if (!numbers || numbers->size() != static_cast<std::size_t>(count))
        return {};
    return numbers;
}

std::optional<IrTensor> irConstant(const IrLayer &layer, QByteArrayView weights)
{
    const QString type = layer.attributes.value(u"element_type"_s);
    const bool half = type == "f16"_L1;
    bool offsetOk = false;
    bool sizeOk = false;
    const qint64 offset = layer.attributes.value(u"offset"_s).toLongLong(&offsetOk);
    const qint64 size = layer.attributes.value(u"size"_s).toLongLong(&sizeOk);
    if ((!half && type != "f32"_L1) || !offsetOk || !sizeOk || offset < 0 || size <= 0 || size > weights.size() ||
        offset > weights.size() - size)
        return {};
    IrTensor tensor;
    qint64 count = 1;
    if (const QString text = layer.attributes.value(u"shape"_s); !text.isEmpty()) {
        const auto shape = numbersOf(text, 1);
        if (!shape)
            return {};
        tensor.shape = *shape;
        for (const int extent : *shape) {
            count *= extent;
            if (count > size)
                return {};
        }
    }
    if (count * (half ? 2 : 4) != size)
        return {};
    tensor.values.resize(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < tensor.values.size(); ++i) {
        tensor.values[i] = valueAt(weights.data() + offset, i, half);
        if (!std::isfinite(tensor.values[i]))
            return {};
    }
    return tensor;
}

} // namespace kinframe::faces
