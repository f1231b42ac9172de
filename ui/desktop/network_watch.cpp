// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/network_watch.h"

#include <QNetworkInformation>

namespace kinframe::ui {

NetworkWatch::NetworkWatch(QObject *parent)
    : QObject(parent)
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) {
        return;
    }
    m_isTold = true;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this, &NetworkWatch::look);
    look();
}

void NetworkWatch::look()
{
    // A server at home is there without any way to the rest of the world.
    const auto reach = QNetworkInformation::instance()->reachability();
    const bool isThere = reach != QNetworkInformation::Reachability::Disconnected;
    if (m_isThere != isThere) {
        m_isThere = isThere;
        Q_EMIT changed(isThere);
    }
}

} // namespace kinframe::ui
