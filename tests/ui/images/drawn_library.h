// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window_fixture.h"

#include <QObject>

#include <vector>

namespace kinframe::tests {

/// A library of drawn photos, as the tests of views change it: they know it as `library`.
class DrawnLibrary : public QObject
{
    Q_OBJECT
    Q_PROPERTY(int count READ count CONSTANT)

public:
    using QObject::QObject;

    /// Photos of which each has a colour of its own and lies on a day of its own, the first the oldest.
    Q_INVOKABLE void addPhotos(int count);
    /// One that is being read still, and one that could not be.
    Q_INVOKABLE void addUnread();
    Q_INVOKABLE void addBroken();
    /// A face in the middle of the last photo that was added.
    Q_INVOKABLE void addFace();
    Q_INVOKABLE void rate(int photo, double stars);
    Q_INVOKABLE void tag(int photo, const QString &tag);
    /// As a client of another device does it.
    Q_INVOKABLE void archive(int photo);
    /// An album of so many of the photos, the first of them; gives its id.
    Q_INVOKABLE QString addAlbum(const QString &name, int photos);
    /// As a client does it, over the network.
    Q_INVOKABLE void renameAlbum(const QString &album, const QString &name);
    /// As if it had been taken on this day, so many years ago.
    Q_INVOKABLE void takeToday(int photo, int yearsAgo);
    Q_INVOKABLE void forgetMemories();
    Q_INVOKABLE void clear();

    [[nodiscard]] Q_INVOKABLE QString idOf(int photo) const;
    [[nodiscard]] Q_INVOKABLE int number(const QString &sql);
    /// Where tests may put files, and how many files lie in a folder there.
    [[nodiscard]] Q_INVOKABLE QString folder() const { return m_fixture.folder.path(); }
    [[nodiscard]] Q_INVOKABLE int filesIn(const QString &name) const;
    [[nodiscard]] int count() const { return int(m_photos.size()); }

    test::WindowFixture &fixture() { return m_fixture; }

private:
    test::WindowFixture m_fixture;
    std::vector<library::Registered> m_photos;
    int m_shade = 0;
};

} // namespace kinframe::tests
