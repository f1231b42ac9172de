// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Shell
import Kinframe.Ui.Renders
import Kinframe.Ui.Shell

/// Renders among all that runs, and what is said when one has ended: here, or on the desktop to who looks elsewhere.
Item {
    id: news

    required property bool isWindowActive
    /// The last one that the desktop was told of.
    property int task: 0

    signal showWanted
    /// To be said by the tray's icon.
    signal messageWanted(string title, string text)

    RenderProgress {
        onEnded: (task, text, isFailed) => {
            if (!news.isWindowActive) {
                news.task = task;
                notifier.notify(isFailed ? qsTr("A render has failed") : qsTr("A render is done"), text);
            } else if (Navigator.place !== "renders") {
                if (isFailed)
                    Notices.fail(text);
                else
                    Notices.show(text);
            }
        }
        onWentWrong: text => Notices.fail(text)
    }

    Notifier {
        id: notifier

        onActivated: {
            news.showWanted();
            Navigator.open("renders", {
                    "task": news.task
                });
        }
        onTrayMessage: (title, text) => news.messageWanted(title, text)
    }
}
