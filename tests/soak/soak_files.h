// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <deque>
#include <optional>
#include <random>
#include <set>

namespace kinframe::test {

/// A picture as the one client that changes it knows it.
struct SoakFile
{
    enum class State { Kept, Trashed, Gone };

    int number = 0; ///< its bytes are made of it
    QString sha256;
    QByteArray sha1;
    QString id;
    State state = State::Gone;
    bool isFavorite = false;
    std::optional<int> rating;
    std::set<int> tags; ///< by the numbers of SoakFiles::tagName
    bool isInAlbum = false;

    [[nodiscard]] QByteArray bytes() const;
    /// As it is imported: nothing is said of it.
    void forget();
};

/// The pictures that one client of one user changes, and its dice. On one thread at a time.
class SoakFiles
{
public:
    static constexpr int tagCount = 4;

    /// `user` and `client` count from 0, the latter among the clients of the user. Never more than `most` are kept or
    /// in the trash at once.
    SoakFiles(int user, int client, int most);

    /// One that nobody of the user has ever had; it is counted from add() on. Some of its kind are those of other users
    /// too.
    [[nodiscard]] SoakFile next();
    SoakFile &add(const SoakFile &file);
    [[nodiscard]] bool isFull() const { return m_held >= m_most; }

    /// The first that was added, one that all users have; there must be one.
    [[nodiscard]] SoakFile &first() { return m_files.front(); }
    /// One in that state at random; nullptr: there is none.
    [[nodiscard]] SoakFile *any(SoakFile::State state);
    void setState(SoakFile &file, SoakFile::State state);
    /// Never moved.
    [[nodiscard]] const std::deque<SoakFile> &all() const { return m_files; }

    /// A tag of this client's own.
    [[nodiscard]] QString tagName(int tag) const;
    [[nodiscard]] int client() const { return m_client; }
    /// 0 to `count` - 1.
    [[nodiscard]] int roll(int count);

private:
    std::mt19937 m_random;
    int m_user;
    int m_client;
    int m_most;
    int m_held = 0;
    int m_made = 0;
    std::deque<SoakFile> m_files;
};

/// A picture of that number, for what all clients of a user share.
[[nodiscard]] SoakFile soakFile(int number);

} // namespace kinframe::test
