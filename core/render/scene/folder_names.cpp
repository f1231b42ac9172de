// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/folder_names.h"

#include <QDirIterator>

namespace kinframe::render {

FolderNames::Names FolderNames::in(const QString &folder)
{
    // Long sequences have some ten thousand files in a folder.
    constexpr qsizetype mostInOne = 50'000;
    constexpr qsizetype mostInAll = 500'000;
    constexpr qsizetype mostFolders = 10'000;
    if (m_known.contains(folder)) {
        return m_known.value(folder);
    }
    if (m_known.size() >= mostFolders || m_count >= mostInAll) {
        return {{}, true};
    }
    Names names;
    QDirIterator entry(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    while (entry.hasNext()) {
        if (names.files.size() == mostInOne) {
            names.isCut = true;
            break;
        }
        entry.next();
        names.files << entry.fileName();
    }
    names.files.sort();
    m_count += names.files.size();
    m_known.insert(folder, names);
    return names;
}

} // namespace kinframe::render
