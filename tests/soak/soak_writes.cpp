// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "soak/soak_writes.h"

#include "api/image_calls.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <future>
#include <tuple>

namespace kinframe::test {

using namespace Qt::StringLiterals;
using State = SoakFile::State;

SoakWrites::SoakWrites(SoakCalls &calls)
    : m_calls(calls)
    , m_second(calls.http.withConnection())
{
}

HttpAnswer SoakWrites::send(const HttpClient &http, const SoakFile &file, const QByteArray &sha1)
{
    const QByteArray name = "picture-" + QByteArray::number(file.number);
    const QList<FormFile> form{{{}, name, "deviceAssetId"},
                               {{}, "soak", "deviceId"},
                               {{}, "2024-05-06T07:08:09.000Z", "fileCreatedAt"},
                               {{}, "2024-05-06T07:08:09.000Z", "fileModifiedAt"},
                               {QString::fromLatin1(name) + u".jpg"_s, file.bytes()}};
    return http.withHeaders({"x-immich-checksum: " + sha1.toBase64()}).postForm(u"/api/assets"_s, form);
}

bool SoakWrites::isTaken(const QString &kind, const HttpAnswer &answer, SoakFile &file, int status)
{
    if (!m_calls.expect(kind, answer, {status})) {
        return false;
    }
    const QJsonObject said = answer.object();
    const QString id = said.value("id"_L1).toString();
    const bool isNew = status == 201;
    const bool isRight = !id.isEmpty() && (file.id.isEmpty() || file.id == id) &&
                         said.value("duplicate"_L1) == QJsonValue(!isNew) &&
                         said.value("status"_L1) == QJsonValue(isNew ? u"created"_s : u"duplicate"_s);
    file.id = id;
    return m_calls.expect(kind, isRight, file, answer);
}

void SoakWrites::upload(const QString &kind, SoakFile &file)
{
    const bool isNew = file.state == State::Gone;
    if (isTaken(kind, send(m_calls.http, file, file.sha1), file, isNew ? 201 : 200)) {
        if (isNew) {
            file.forget();
        }
        m_calls.files.setState(file, State::Kept);
    }
}

void SoakWrites::uploadNew()
{
    if (!m_calls.files.isFull()) {
        upload(u"upload"_s, m_calls.files.add(m_calls.files.next()));
    } else {
        deleteForGood();
    }
}

void SoakWrites::uploadAgain()
{
    if (SoakFile *file = m_calls.files.any(m_calls.files.roll(2) == 0 ? State::Kept : State::Trashed)) {
        upload(u"upload of what is there"_s, *file);
    }
}

void SoakWrites::uploadAtOnce()
{
    if (m_calls.files.isFull()) {
        return deleteForGood();
    }
    const QString kind = u"the same upload twice at once"_s;
    SoakFile &file = m_calls.files.add(m_calls.files.next());
    auto other = std::async(std::launch::async, [&] { return send(m_second, file, file.sha1); });
    HttpAnswer one = send(m_calls.http, file, file.sha1);
    HttpAnswer two = other.get();
    if (one.status == 200) {
        std::swap(one, two);
    }
    if (isTaken(kind, one, file, 201) && isTaken(kind, two, file, 200)) {
        m_calls.files.setState(file, State::Kept);
    }
}

void SoakWrites::uploadAfterGivingUp()
{
    if (m_calls.files.isFull()) {
        return deleteForGood();
    }
    constexpr int longestMs = 60;
    SoakFile &file = m_calls.files.add(m_calls.files.next());
    std::ignore = send(m_calls.http.withPatience(1 + m_calls.files.roll(longestMs)), file, file.sha1);
    const HttpAnswer answer = send(m_calls.http, file, file.sha1);
    const int status = answer.status == 200 ? 200 : 201; // Who knows how far the first one came.
    if (isTaken(u"upload after one was given up"_s, answer, file, status)) {
        m_calls.files.setState(file, State::Kept);
    }
}

void SoakWrites::importDeleted()
{
    SoakFile *file = m_calls.files.any(State::Gone);
    if (file != nullptr && !m_calls.files.isFull()) {
        upload(u"upload of what was deleted"_s, *file);
    }
}

void SoakWrites::exchangeCommon()
{
    if (m_calls.files.all().empty()) {
        return;
    }
    SoakFile &file = m_calls.files.first();
    if (file.state != State::Gone) {
        removeForGood(file);
    }
    upload(u"upload of what was deleted"_s, file);
}

void SoakWrites::uploadDamaged()
{
    const SoakFile file = m_calls.files.next();
    m_calls.expect(u"upload with a wrong checksum"_s, send(m_calls.http, file, QByteArray(file.sha1.size(), 'x')),
                   {400});
    m_calls.expect(u"what was refused"_s, m_calls.http.get(imagePath(file.sha256)), {404});
}

void SoakWrites::setFavorite()
{
    SoakFile *file = m_calls.files.any(State::Kept);
    if (file == nullptr) {
        return;
    }
    const QString kind = u"favourite"_s;
    const bool wanted = !file->isFavorite;
    const HttpAnswer answer = m_calls.http.put(u"/api/assets/"_s + file->id, {{u"isFavorite"_s, wanted}});
    if (m_calls.expect(kind, answer, {200})) {
        file->isFavorite = wanted;
        m_calls.expect(kind, answer.object().value("isFavorite"_L1) == QJsonValue(wanted), *file, answer);
    }
}

void SoakWrites::rate()
{
    SoakFile *file = m_calls.files.any(State::Kept);
    if (file == nullptr) {
        return;
    }
    const int wanted = m_calls.files.roll(6);
    if (m_calls.expect(u"rating"_s, m_calls.http.post(imagePath(file->sha256), {{u"rating"_s, wanted}}), {200})) {
        file->rating = wanted;
    }
}

void SoakWrites::setTag(const QString &kind, const QString &sha256, std::set<int> &tags, const QString &suffix)
{
    const int tag = m_calls.files.roll(SoakFiles::tagCount);
    const bool wanted = !tags.contains(tag);
    const QString key = u"tag_"_s + m_calls.files.tagName(tag) + suffix;
    if (!m_calls.expect(kind, m_calls.http.post(imagePath(sha256), {{key, wanted}}), {200})) {
        return;
    }
    if (wanted) {
        tags.insert(tag);
    } else {
        tags.erase(tag);
    }
}

void SoakWrites::tag()
{
    if (SoakFile *file = m_calls.files.any(State::Kept)) {
        setTag(u"tag"_s, file->sha256, file->tags, {});
    }
}

void SoakWrites::tagShared(const QString &sha256)
{
    setTag(u"tag of a picture that others tag too"_s, sha256, m_sharedTags, sharedSuffix);
}

void SoakWrites::namePerson()
{
    const HttpAnswer answer = m_calls.http.get(u"/api/people"_s);
    if (!m_calls.expect(u"people"_s, answer, {200})) {
        return;
    }
    const QJsonArray people = answer.object().value("people"_L1).toArray();
    if (!people.isEmpty()) {
        const QString id = people[m_calls.files.roll(static_cast<int>(people.size()))]["id"_L1].toString();
        const QString name = u"Somebody %1"_s.arg(m_calls.files.roll(20));
        m_calls.expect(u"name of a person"_s, m_calls.http.put(u"/api/people/"_s + id, {{u"name"_s, name}}),
                       {200, 400, 404});
    }
}

void SoakWrites::moveToTrash()
{
    SoakFile *file = m_calls.files.any(State::Kept);
    if (file == nullptr) {
        return;
    }
    const QString kind = u"to the trash"_s;
    const bool byId = m_calls.files.roll(2) == 0;
    const HttpAnswer answer =
        byId ? m_calls.http.send("DELETE", u"/api/assets"_s, QJsonDocument(idsOf(*file)).toJson(), "application/json")
             : m_calls.http.remove(imagePath(file->sha256));
    if (m_calls.expect(kind, answer, {byId ? 204 : 200})) {
        m_calls.files.setState(*file, State::Trashed);
    }
}

void SoakWrites::restore()
{
    SoakFile *file = m_calls.files.any(State::Trashed);
    if (file == nullptr) {
        return;
    }
    const bool byId = m_calls.files.roll(2) == 0;
    const HttpAnswer answer = byId ? m_calls.http.post(u"/api/trash/restore/assets"_s, idsOf(*file))
                                   : m_calls.http.send("POST", imagePath(file->sha256, u"/restore"_s));
    if (m_calls.expect(u"out of the trash"_s, answer, {200})) {
        m_calls.files.setState(*file, State::Kept);
        m_calls.expect(u"out of the trash"_s, !byId || answer.object().value("count"_L1).toInt() == 1, *file, answer);
    }
}

void SoakWrites::deleteForGood()
{
    if (SoakFile *file = m_calls.files.any(m_calls.files.roll(2) == 0 ? State::Kept : State::Trashed)) {
        removeForGood(*file);
    }
}

void SoakWrites::removeForGood(SoakFile &file)
{
    const bool byId = m_calls.files.roll(2) == 0;
    const QByteArray body = QJsonDocument(idsOf(file, {{u"force"_s, true}})).toJson();
    const HttpAnswer answer = byId ? m_calls.http.send("DELETE", u"/api/assets"_s, body, "application/json")
                                   : m_calls.http.remove(imagePath(file.sha256, u"?force=true"_s));
    if (m_calls.expect(u"for good"_s, answer, {byId ? 204 : 200})) {
        m_calls.files.setState(file, State::Gone);
        file.isInAlbum = false;
    }
}

} // namespace kinframe::test
