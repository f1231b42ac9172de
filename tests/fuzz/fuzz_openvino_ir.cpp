// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The two halves of a network as a hostile server could send them: never more than an error.
#include "faces/engine/network_plan.h"
#include "fuzz/input.h"

#include <QByteArray>

using namespace kinframe::faces;

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    kinframe::fuzz::Input input(data, size);
    const QByteArrayView weights = input.take(input.byte());
    const QByteArrayView xml = input.rest();
    if (const auto graph = readIrGraph(xml))
        (void)planNetwork(*graph, weights);
    return 0;
}
