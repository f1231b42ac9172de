// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "soak/soak_run.h"

#include "api/library_state.h"
#include "api/made_files.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QSet>

#include <cmath>
#include <thread>

namespace kinframe::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int firstShared = 1'000'000'000;
constexpr std::chrono::milliseconds sampling{200};

} // namespace

SoakRun::SoakRun(const Plan &plan)
    : m_plan(plan)
{
}

bool SoakRun::start()
{
    if (!addUsers()) {
        return false;
    }
    if (!m_kinframe.start()) {
        m_record->addProblem(QString::fromUtf8(m_kinframe.log()));
        return false;
    }
    m_memory = std::make_unique<MemorySamples>(m_kinframe.ready().value("pid"_L1).toInteger());
    return addClients();
}

bool SoakRun::addUsers()
{
    m_users.resize(static_cast<size_t>(m_plan.users));
    for (int i = 1; i < m_plan.users; ++i) { // The first one owns the library.
        const QString name = u"User %1"_s.arg(i);
        const CommandRun key = m_kinframe.keyOfNewUser(name);
        if (key.exitCode != 0) {
            m_record->addProblem(QString::fromUtf8(key.text()));
            return false;
        }
        m_users[static_cast<size_t>(i)].client = HttpClient({}, key.output.trimmed());
    }
    return true;
}

bool SoakRun::addClients()
{
    for (int i = 0; i < m_plan.users; ++i) {
        User &user = m_users[static_cast<size_t>(i)];
        user.client = i == 0 ? m_kinframe.client() : m_kinframe.client().withKey(user.client.key());
        const SoakFile shared = soakFile(firstShared + i);
        if (const HttpAnswer answer = user.client.upload(u"shared.jpg"_s, shared.bytes()); answer.status != 201) {
            m_record->addProblem(QString::fromUtf8(answer.text()));
            return false;
        }
        user.shared = shared.sha256;
        for (int client = 0; client < m_plan.clientsOfUser; ++client) {
            m_clients.push_back(std::make_unique<SoakClient>(
                user.client, SoakClient::Role{i, client, m_plan.filesOfClient, user.shared}, *m_record));
        }
    }
    return true;
}

void SoakRun::withAllClients(const std::function<void(SoakClient &, User &)> &work)
{
    std::vector<std::jthread> threads;
    for (size_t i = 0; i < m_clients.size(); ++i) {
        threads.emplace_back([&, i] { work(*m_clients[i], m_users[i / static_cast<size_t>(m_plan.clientsOfUser)]); });
    }
}

void SoakRun::watch(int seconds, MemorySamples *samples)
{
    for (const QDeadlineTimer deadline(std::chrono::seconds{seconds}); !deadline.hasExpired();) {
        std::this_thread::sleep_for(sampling);
        if (samples) {
            samples->take();
        }
    }
}

void SoakRun::run()
{
    std::atomic<bool> isOver = false;
    std::jthread watching([&] {
        watch(m_plan.warmUpSeconds, nullptr);
        m_record->beginMeasuring();
        watch(m_plan.seconds, m_memory.get());
        m_record->endMeasuring();
        isOver = true;
    });
    withAllClients([&](SoakClient &client, User &) { client.run(isOver); });
}

bool SoakRun::catchUp()
{
    QElapsedTimer took;
    took.start();
    for (const User &user : m_users) {
        if (!waitUntilIdle(user.client)) {
            m_record->addProblem(u"the work on the pictures does not end"_s);
            return false;
        }
    }
    m_catchUpSeconds = double(took.elapsed()) / 1000;
    return true;
}

void SoakRun::check()
{
    if (!catchUp()) {
        return;
    }
    for (int i = 0; i < m_plan.users; ++i) {
        User &user = m_users[static_cast<size_t>(i)];
        SyncCopy fresh(user.client, SyncCopy::Kind::Exact, 10'000);
        fresh.step();
        user.fresh = fresh.held();
        checkUser(i);
    }
    withAllClients([](SoakClient &client, User &user) { client.check(user.fresh); });
    checkBlobs();
    if (!m_kinframe.stop()) {
        m_record->addProblem(u"the server does not end as it should: "_s + QString::fromUtf8(m_kinframe.log()));
    }
    if (const QByteArray warnings = m_kinframe.warnings(); !warnings.isEmpty()) {
        m_record->addProblem(u"the server warns: "_s + QString::fromUtf8(warnings.left(4000)));
    }
    if (const CommandRun checked = m_kinframe.command({u"check"_s}); checked.exitCode != 0) {
        m_record->addProblem(QString::fromUtf8(checked.text()));
    }
}

QList<const SoakFile *> SoakRun::held(int user) const
{
    QList<const SoakFile *> all;
    for (int i = 0; i < m_plan.clientsOfUser; ++i) {
        for (const SoakFile &file : m_clients[static_cast<size_t>(user * m_plan.clientsOfUser + i)]->files().all()) {
            if (file.state != SoakFile::State::Gone) {
                all << &file;
            }
        }
    }
    return all;
}

void SoakRun::checkUser(int number)
{
    const User &user = m_users[static_cast<size_t>(number)];
    qint64 kept = 1;
    for (const SoakFile *file : held(number)) {
        kept += file->state == SoakFile::State::Kept ? 1 : 0;
    }
    const qsizetype expected = held(number).size() + 1;
    QSet<QString> checksums;
    for (const QJsonObject &asset : user.fresh) {
        checksums << asset.value("checksum"_L1).toString();
    }
    if (user.fresh.size() != expected || checksums.size() != expected) {
        m_record->addProblem(u"user %1 has %2 assets of %3 contents, not %4"_s.arg(number)
                                 .arg(user.fresh.size())
                                 .arg(checksums.size())
                                 .arg(expected));
    }
    const HttpAnswer page = user.client.get(u"/api/images?take=1"_s);
    const qint64 total = page.object().value("pagination"_L1)["total"_L1].toInteger(-1);
    if (total != kept) {
        m_record->addProblem(u"user %1 has %2 images, not %3"_s.arg(number).arg(total).arg(kept));
    }
    m_assets += user.fresh.size();
}

void SoakRun::checkBlobs()
{
    QSet<QString> expected;
    for (int i = 0; i < m_plan.users; ++i) {
        expected << blobName(m_users[static_cast<size_t>(i)].shared);
        for (const SoakFile *file : held(i)) {
            expected << blobName(file->sha256);
        }
    }
    QSet<QString> found;
    // Files go a moment after their last owner.
    if (!waitUntil([&] {
            const QStringList files = filesBelow(m_kinframe.data() + u"/blobs"_s);
            found = QSet<QString>(files.begin(), files.end());
            return found.size() <= expected.size();
        }) ||
        found != expected) {
        m_record->addProblem(u"%1 files are stored, not %2"_s.arg(found.size()).arg(expected.size()));
    }
}

QJsonObject SoakRun::summary() const
{
    constexpr int parts = 10;
    QJsonArray course;
    for (int part = 0; m_memory && part < parts; ++part) {
        course.append(std::round(m_memory->medianOf(part, parts)));
    }
    return {{u"clients"_s, m_plan.users * m_plan.clientsOfUser},
            {u"seconds"_s, m_plan.seconds},
            {u"calls"_s, double(m_record->calls())},
            {u"calls_s"_s, double(m_record->calls()) / m_plan.seconds},
            {u"problems"_s, double(m_record->problemCount())},
            {u"assets"_s, double(m_assets)},
            {u"catch_up_s"_s, m_catchUpSeconds},
            {u"course_mb"_s, course},
            {u"first_mb"_s, m_memory ? m_memory->medianOf(0, 3) : 0},
            {u"last_mb"_s, m_memory ? m_memory->medianOf(2, 3) : 0},
            {u"peak_mb"_s, m_memory ? m_memory->most() : 0}};
}

} // namespace kinframe::test
