// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/cover_cache.h"

#include "base/ids.h"
#include "faces/face.h"
#include "storage/database.h"

#include <algorithm>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;

// Some twenty screens of faces.
constexpr size_t mostKept = 5000;
// The best of ten thousand faces takes a while to tell: the first covers should not wait for the last.
constexpr std::ptrdiff_t atOnce = 8;

} // namespace

QString CoverCache::urlOf(qint64 person) const
{
    const auto found = m_faces.find(person);
    return found == m_faces.end() || found->second.isEmpty() ? QString() : u"image://library/face/"_s + found->second;
}

void CoverCache::want(Context &context, const std::vector<qint64> &people)
{
    std::vector<qint64> wanted;
    for (const qint64 person : people) {
        if (!m_faces.contains(person) || m_outdated.contains(person)) {
            wanted.push_back(person);
        }
    }
    m_question.drop();
    m_wanted = std::move(wanted);
    readNext(context);
}

void CoverCache::readNext(Context &context)
{
    if (m_wanted.empty()) {
        return;
    }
    const auto end = m_wanted.begin() + std::min(std::ptrdiff_t(m_wanted.size()), atOnce);
    const std::vector<qint64> people(m_wanted.begin(), end);
    m_wanted.erase(m_wanted.begin(), end);
    m_question.ask(
        context, this,
        [&database = context.services().library.database, people](const std::stop_token &stop) {
            return database.read(
                [&](storage::Connection &db) -> Result<Covers> {
                    Covers covers;
                    for (const qint64 person : people) {
                        const auto face = faces::coverOf(db, person);
                        covers.emplace_back(person, face ? toText(face->uuid) : QString());
                    }
                    return covers;
                },
                stop);
        },
        [this, &context](const Result<Covers> &covers) {
            if (covers) { // Otherwise they are wanted again when they are looked at again.
                keep(*covers);
                readNext(context);
            }
        });
}

void CoverCache::keep(const Covers &covers)
{
    if (m_faces.size() > mostKept) {
        m_faces.clear();
    }
    std::vector<qint64> changed;
    for (const auto &[person, face] : covers) {
        m_outdated.erase(person);
        const auto [entry, isNew] = m_faces.try_emplace(person, face);
        if (isNew || entry->second != face) {
            entry->second = face;
            changed.push_back(person);
        }
    }
    Q_EMIT arrived(changed);
}

void CoverCache::outdateAll()
{
    for (const auto &[person, face] : m_faces) {
        m_outdated.insert(person);
    }
}

} // namespace kinframe::ui
