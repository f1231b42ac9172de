// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Shell
import Kinframe.Ui
import Kinframe.Ui.Shell

/// How photos come in: dropped anywhere, chosen, or handed over by another start; and how it went.
Item {
    id: importing

    required property LibraryState library
    required property bool isWindowActive
    /// What went wrong with the last import; empty: nothing.
    property string report: ""
    property string reportRun: ""

    signal showWanted
    signal added
    /// To be said by the tray's icon.
    signal messageWanted(string title, string text)

    function add(urls: var, isInPlace: bool) {
        Preferences.setValue("import/inPlace", isInPlace);
        acts.add(urls, isInPlace);
    }

    function follow(folders: var, isInPlace: bool) {
        Preferences.setValue("import/inPlace", isInPlace);
        acts.follow(folders, isInPlace);
    }

    function offer(urls: var) {
        const files = Array.from(acts.filesIn(urls));
        if (files.length === 0)
            Notices.warn(qsTr("Only files and folders of this computer can be added."));
        else
            question.ask(files, acts.namesOf(files));
    }

    function showFailures() {
        failures.run = importing.reportRun;
        failures.open();
    }

    ImportActs {
        id: acts

        onStarted: {
            importing.added();
            Notices.show(qsTr("Adding to the library. What is found shows as it comes."));
        }
        onFailed: sentence => Notices.fail(sentence)
        onFinished: (run, text, added, failed) => {
            importing.report = failed > 0 ? text : "";
            importing.reportRun = run;
            if (failed === 0)
                Notices.show(text);
            if (!importing.isWindowActive)
                notifier.notify(qsTr("Import"), text);
        }
    }

    PeopleNews {
        onFound: (people, text) => {
            if (!importing.isWindowActive)
                notifier.notify(qsTr("People"), text);
        }
    }

    Notifier {
        id: notifier

        onActivated: importing.showWanted()
        onTrayMessage: (title, text) => importing.messageWanted(title, text)
    }

    DropSurface {
        anchors.fill: parent
        onFilesDropped: (urls, isInPlace) => {
            // A scene is nothing to be added to the photos.
            if (urls.length === 1 && /\.(ma|ma\.gz|mb|blend|uproject)$/i.test(urls[0])) {
                Navigator.open("renders", {
                        "scene": urls[0]
                    });
                return;
            }
            // Neither is what lies on another computer.
            if (urls.every(url => /^https?:/i.test(url))) {
                Navigator.open("downloads", {
                        "links": urls.join("\n")
                    });
                return;
            }
            const files = Array.from(acts.filesIn(urls));
            if (files.length === 0)
                Notices.warn(qsTr("Only files and folders of this computer can be added."));
            else
                importing.add(files, isInPlace);
        }
    }

    ImportQuestion {
        id: question

        onChosen: (urls, isInPlace) => importing.add(urls, isInPlace)
    }

    ImportReport {
        id: failures
    }

    PathPicker {
        id: picker

        onPicked: urls => importing.offer(urls)
    }

    AddChoice {
        id: choice

        onFoldersWanted: picker.pickFolder()
        onFilesWanted: picker.pickFiles()
    }

    Connections {
        target: Navigator

        function onAddRequested() {
            choice.open();
        }
    }

    Connections {
        target: importing.library

        function onFilesGiven(paths: var) {
            importing.offer(acts.urlsOf(paths));
        }
    }
}
