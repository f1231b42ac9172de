// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Tests
import Kinframe.Theme
import Kinframe.Ui

/// All controls at once have room for what they say: at twice the size, in a long language, in a narrow window.
ControlsCase {
    id: testCase

    function test_room_data() {
        const rows = [];
        for (const width of [1200, 600, 480]) {
            for (const scale of [1, 1.5, 2]) {
                for (const isLong of [false, true])
                    rows.push({
                            "tag": width + " px, " + scale + " times, " + (isLong ? "long" : "as it is"),
                            "width": width,
                            "scale": scale,
                            "isLong": isLong
                        });
            }
        }
        return rows;
    }

    function test_room(row: var) {
        // One of its pictures is broken on purpose.
        ignoreWarning(/Failed to get image from provider/);
        Preferences.textScale = row.scale;
        Surroundings.longTexts = row.isLong;
        const component = Qt.createComponent("../gallery/Gallery.qml");
        compare(component.errorString(), "");
        const window = createTemporaryObject(component, null, {
                "width": row.width
            });
        waitForRendering(window.contentItem);
        compare(Surroundings.clippedTexts(window.contentItem).join("\n"), "");
        compare(Surroundings.lowTargets(window.contentItem, Theme.target - 4).join("\n"), "");
    }

    // The measure itself: it sees what is cut off and what is too low to be hit.
    function test_findsFaults() {
        const faults = make(faultyComponent);
        compare(Surroundings.clippedTexts(faults).length, 2);
        compare(Surroundings.lowTargets(faults, Theme.target).length, 1);
    }

    name: "Room"

    Component {
        id: faultyComponent

        Item {
            Label {
                width: 20
                elide: Text.ElideNone
                text: "Wider than its room"
            }

            Label {
                width: 40
                height: 10
                wrapMode: Text.Wrap
                text: "Higher than its room"
            }

            Label {
                width: 60
                text: "Ends in an ellipsis"
            }

            Button {
                height: 20
            }
        }
    }
}
