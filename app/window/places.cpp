// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/places.h"

namespace kinframe::app {

using namespace Qt::StringLiterals;

QList<QUrl> places()
{
    return {
        QUrl(u"qrc:/qt/qml/Kinframe/People/PeoplePlace.qml"_s),
        QUrl(u"qrc:/qt/qml/Kinframe/Images/ImagesPlace.qml"_s),
        QUrl(u"qrc:/qt/qml/Kinframe/Renders/RendersPlace.qml"_s),
        QUrl(u"qrc:/qt/qml/Kinframe/Downloads/DownloadsPlace.qml"_s),
        QUrl(u"qrc:/qt/qml/Kinframe/Servers/ServersPlace.qml"_s),
        QUrl(u"qrc:/qt/qml/Kinframe/Settings/SettingsPlace.qml"_s),
    };
}

QUrl viewer()
{
    return QUrl(u"qrc:/qt/qml/Kinframe/Images/Viewer.qml"_s);
}

} // namespace kinframe::app
