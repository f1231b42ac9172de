// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// When somebody was born, as the person writes dates.
Dialog {
    id: dialog

    /// Of the language at the time of asking.
    property string pattern: "yyyy-MM-dd"
    readonly property date written: Date.fromLocaleString(Qt.locale(), field.text.trim(), pattern)
    readonly property bool isDate: !isNaN(written.getTime())
    readonly property bool isPast: isDate && written <= new Date()
    readonly property bool isEmpty: field.text.trim() === ""

    /// `1990-02-03`; empty: none.
    signal chosen(string date)

    function ask(date: string) {
        const form = Qt.locale().dateFormat(Locale.ShortFormat).replace(/y+/, "yyyy");
        dialog.pattern = form.includes("yyyy") ? form : "yyyy-MM-dd";
        dialog.open();
        field.text = date === "" ? "" : Date.fromLocaleString(Qt.locale(), date, "yyyy-MM-dd").toLocaleDateString(Qt.locale(), dialog.pattern);
        field.selectAll();
        field.forceActiveFocus(Qt.PopupFocusReason);
    }

    title: qsTr("Birth date")
    acceptText: dialog.isEmpty ? qsTr("No birth date") : qsTr("OK")
    canAccept: dialog.isEmpty || dialog.isPast
    onAccepted: dialog.chosen(dialog.isEmpty ? "" : dialog.written.toLocaleDateString(Qt.locale("C"), "yyyy-MM-dd"))

    contentItem: Column {
        spacing: Theme.space2

        TextField {
            id: field

            width: parent.width
            label: qsTr("Date")
            placeholderText: new Date(1985, 2, 14).toLocaleDateString(Qt.locale(), dialog.pattern)
            errorText: dialog.isEmpty || dialog.isPast ? "" : dialog.isDate ? qsTr("This day is still to come.") : qsTr("Write it like %1.").arg(placeholderText)
            onAccepted: {
                if (dialog.canAccept)
                    dialog.accept();
            }
        }
    }
}
