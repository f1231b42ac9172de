// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Kinframe.Shell
import Kinframe.Tests
import Kinframe.Ui.Shell
import Kinframe.Window

WindowCase {
    id: testCase

    property var places: [people, images, downloads, settings]

    function buttons(item: Item, found: var): var {
        for (let i = 0; i < item.children.length; ++i) {
            if (item.children[i] instanceof RailItem && item.children[i].visible)
                found.push(item.children[i]);
            else
                testCase.buttons(item.children[i], found);
        }
        return found;
    }

    function test_room_data() {
        return testCase.rooms();
    }

    function test_room(row: var) {
        testCase.enter(row);
        for (const isBar of [false, true]) {
            const rail = make(railComponent, {
                    "places": testCase.places,
                    "isBar": isBar,
                    "isWide": !isBar && row.width > 1400
                });
            rail.width = isBar ? row.width : rail.implicitWidth;
            rail.height = isBar ? rail.implicitHeight : 900;
            waitForRendering(rail);
            compare(Surroundings.clippedTexts(rail).join("\n"), "");
            const all = testCase.buttons(rail, []);
            compare(all.length, testCase.places.length + 1);
            for (const button of all) {
                const corner = button.mapToItem(rail, button.width, button.height);
                verify(corner.x <= rail.width && corner.y <= rail.height, button.text + " hangs out");
            }
        }
    }

    function test_leadsToPlaces() {
        const rail = make(railComponent, {
                "places": testCase.places,
                "width": 64,
                "height": 600
            });
        const all = testCase.buttons(rail, []);
        requested.clear();
        mouseClick(all[1]);
        compare(requested.count, 1);
        compare(requested.signalArguments[0][0], "images");
        Navigator.place = "images";
        verify(all[1].checked);
        verify(!all[0].checked);
    }

    function test_keyboardGoesThroughAll() {
        const rail = make(railComponent, {
                "places": testCase.places,
                "width": 64,
                "height": 600
            });
        const all = testCase.buttons(rail, []);
        all[0].forceActiveFocus(Qt.TabFocusReason);
        for (const next of all.slice(1)) {
            keyClick(Qt.Key_Tab);
            verify(next.activeFocus, next.text);
            verify(next.visualFocus);
        }
    }

    function test_ringAsksForProgress() {
        const rail = make(railComponent, {
                "places": testCase.places,
                "width": 64,
                "height": 600
            });
        const wanted = createTemporaryQmlObject("import QtTest; SignalSpy { signalName: \"progressWanted\" }", testCase);
        wanted.target = rail;
        const all = testCase.buttons(rail, []);
        mouseClick(all[all.length - 1]);
        compare(wanted.count, 1);
    }

    name: "Rail"

    Place {
        id: people

        name: "people"
        title: qsTr("People")
        icon: "people"
        page: ""
        badge: 12
    }

    Place {
        id: images

        name: "images"
        title: qsTr("Images")
        icon: "images"
        page: ""
    }

    Place {
        id: downloads

        name: "downloads"
        title: qsTr("Downloads")
        icon: "downloads"
        page: ""
    }

    Place {
        id: settings

        name: "settings"
        title: qsTr("Settings")
        icon: "settings"
        page: ""
        isFooter: true
    }

    SignalSpy {
        id: requested

        target: Navigator
        signalName: "requested"
    }

    Component {
        id: railComponent

        Rail {
            tasks: ProgressModel {
            }
        }
    }
}
