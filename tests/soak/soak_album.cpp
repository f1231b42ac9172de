// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "soak/soak_album.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kinframe::test {

using namespace Qt::StringLiterals;
using State = SoakFile::State;

SoakAlbum::SoakAlbum(SoakCalls &calls)
    : m_calls(calls)
{
}

bool SoakAlbum::isMade()
{
    if (m_id.isEmpty()) {
        const HttpAnswer answer = m_calls.http.post(u"/api/albums"_s, {{u"albumName"_s, m_calls.name}});
        if (m_calls.expect(u"new album"_s, answer, {201})) {
            m_id = answer.object().value("id"_L1).toString();
        }
    }
    return !m_id.isEmpty();
}

void SoakAlbum::put()
{
    change(u"into an album"_s, "PUT", true);
}

void SoakAlbum::takeOut()
{
    change(u"out of an album"_s, "DELETE", false);
}

void SoakAlbum::change(const QString &kind, const QByteArray &method, bool isIn)
{
    SoakFile *file = m_calls.files.any(State::Kept);
    if (file == nullptr || !isMade() || file->isInAlbum == isIn) {
        return;
    }
    const HttpAnswer answer = m_calls.http.send(method, u"/api/albums/%1/assets"_s.arg(m_id),
                                                QJsonDocument(idsOf(*file)).toJson(), "application/json");
    if (m_calls.expect(kind, answer, {200})) {
        file->isInAlbum = isIn;
        m_calls.expect(kind, answer.array()[0]["success"_L1].toBool(), *file, answer);
    }
}

void SoakAlbum::look()
{
    if (!isMade()) {
        return;
    }
    const HttpAnswer answer = m_calls.http.get(u"/api/albums/"_s + m_id);
    if (!m_calls.expect(u"album"_s, answer, {200})) {
        return;
    }
    QStringList found;
    for (const QJsonValue asset : answer.object().value("assets"_L1).toArray()) {
        found << asset["id"_L1].toString();
    }
    QStringList expected;
    for (const SoakFile &file : m_calls.files.all()) {
        if (file.state == State::Kept && file.isInAlbum) {
            expected << file.id;
        }
    }
    found.sort();
    expected.sort();
    if (found != expected) {
        m_calls.problem(u"album"_s, u"it holds %1 pictures, not %2"_s.arg(found.size()).arg(expected.size()));
    }
}

} // namespace kinframe::test
