// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "soak/soak_files.h"

#include "api/made_files.h"
#include "api/test_data.h"

#include <QCryptographicHash>

namespace kinframe::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int seed = 20'261'122;
// Numbers below are for bytes that several users have.
constexpr int firstOwn = 1'000'000;
constexpr int ofOneClient = 100'000;
constexpr int clientsOfOneUser = 64;
// Every so many files are the same for all users, and others are so large that they come and go in pieces.
constexpr int everyCommon = 4;
constexpr int everyLarge = 7;
constexpr int largeBytes = 400'000;
// Some are photos of people, where there are any, so that others than the clients change assets too.
constexpr int everyPhoto = 16;
constexpr qsizetype largestPhoto = 40'000;

/// Empty without KINFRAME_TESTDATA.
const QList<QByteArray> &photos()
{
    static const QList<QByteArray> all = [] {
        QList<QByteArray> some;
        for (const QString &path : missingPhotos().isEmpty() ? testFiles(u"photos"_s) : QStringList()) {
            const QByteArray bytes = bytesOf(path);
            if (bytes.startsWith("\xff\xd8") && bytes.size() < largestPhoto) {
                some << bytes;
            }
        }
        return some;
    }();
    return all;
}

} // namespace

QByteArray SoakFile::bytes() const
{
    if (number % everyPhoto == 0 && !photos().isEmpty()) {
        return photos()[number / everyPhoto % photos().size()] + QByteArray::number(number);
    }
    const QByteArray picture = madeJpeg(number);
    return number % everyLarge == 0 ? picture + QByteArray(largeBytes, 'k') : picture;
}

void SoakFile::forget()
{
    isFavorite = false;
    rating.reset();
    tags.clear();
    isInAlbum = false;
}

SoakFiles::SoakFiles(int user, int client, int most)
    : m_random(static_cast<unsigned>(seed + user * clientsOfOneUser + client))
    , m_user(user)
    , m_client(client)
    , m_most(most)
{
}

SoakFile SoakFiles::next()
{
    const int made = m_made++;
    const int own = firstOwn + (m_user * clientsOfOneUser + m_client) * ofOneClient;
    // The clients of one number need not be at the same place at the same time: those of the first files will be.
    return soakFile(made % everyCommon == 0 ? m_client * (firstOwn / clientsOfOneUser) + made : own + made);
}

SoakFile &SoakFiles::add(const SoakFile &file)
{
    m_held += file.state == SoakFile::State::Gone ? 0 : 1;
    return m_files.emplace_back(file);
}

SoakFile *SoakFiles::any(SoakFile::State state)
{
    const auto count = m_files.size();
    const auto start = count == 0 ? 0 : static_cast<size_t>(roll(static_cast<int>(count)));
    for (size_t i = 0; i < count; ++i) {
        if (SoakFile &file = m_files[(start + i) % count]; file.state == state) {
            return &file;
        }
    }
    return nullptr;
}

void SoakFiles::setState(SoakFile &file, SoakFile::State state)
{
    const auto held = [](SoakFile::State one) { return one == SoakFile::State::Gone ? 0 : 1; };
    m_held += held(state) - held(file.state);
    file.state = state;
}

QString SoakFiles::tagName(int tag) const
{
    return u"of_%1_%2"_s.arg(m_client).arg(tag);
}

int SoakFiles::roll(int count)
{
    return static_cast<int>(m_random() % static_cast<unsigned>(count));
}

SoakFile soakFile(int number)
{
    SoakFile file;
    file.number = number;
    const QByteArray bytes = file.bytes();
    file.sha256 = sha256Of(bytes);
    file.sha1 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha1);
    return file;
}

} // namespace kinframe::test
