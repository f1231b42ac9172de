// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/places.h"

namespace kinframe::app {

using namespace Qt::StringLiterals;

QList<QUrl> places()
{
    return {};
}

QUrl viewer()
{
    return {};
}

} // namespace kinframe::app
