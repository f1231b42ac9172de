// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_setup.h"

#include "accounts/accounts.h"
#include "library/folders.h"
#include "library/settings.h"
#include "library/trash.h"

#include <QDir>
#include <QEventLoop>
#include <QUrl>

#include <algorithm>

namespace kinframe::tests {

using namespace Qt::StringLiterals;

MadeSetup::MadeSetup()
    : m_fixture(std::make_unique<test::WindowFixture>())
    , m_job(std::make_unique<library::FolderJob>(*m_fixture->services, [] { return QStringList(); }))
{
    jobs::KindOptions options;
    options.kind = QString::fromUtf16(library::folderKind);
    m_fixture->jobs->registerKind(
        options, [this](const jobs::Job &job, jobs::JobContext &context) { return m_job->run(job, context); });
    if (!m_fixture->jobs->start()) {
        qFatal("the jobs do not start");
    }
}

MadeSetup::~MadeSetup()
{
    m_fixture->jobs->stop();
}

void MadeSetup::attachTo(QQmlEngine &engine)
{
    m_fixture->context->attachTo(engine);
    m_sharing.attachTo(engine);
}

QUrl MadeSetup::folder(const QString &name) const
{
    return QUrl::fromLocalFile(m_fixture->path(name));
}

void MadeSetup::write(const QString &name, int shade)
{
    m_fixture->writeJpeg(u"../"_s + name, shade);
}

void MadeSetup::writeGarbage(const QString &name)
{
    m_fixture->write(u"../"_s + name, "no picture"_ba);
}

bool MadeSetup::rename(const QString &from, const QString &to)
{
    return QDir().rename(m_fixture->path(from), m_fixture->path(to));
}

void MadeSetup::scanAll()
{
    library::Folders folders(*m_fixture->services);
    const qint64 user = m_fixture->owner.userId;
    for (const library::Folder &folder : folders.list(user).value_or(std::vector<library::Folder>())) {
        (void)folders.scanLater(user, folder.uuid);
    }
}

int MadeSetup::photos() const
{
    return int(m_fixture->number("SELECT count(*) FROM asset WHERE trashed_at IS NULL"));
}

void MadeSetup::addToTrash(int photos)
{
    for (int shade = 0; shade < photos; ++shade) {
        const auto added = m_fixture->upload(test::LibraryFixture::jpeg(100 + shade));
        (void)m_fixture->change([&](storage::Transaction &transaction) {
            return library::Trash(*m_fixture->services).moveToTrash(transaction, m_fixture->owner.userId, added->uuid);
        });
    }
}

void MadeSetup::clear()
{
    settle();
    (void)m_fixture->jobs->cancelKind(QString::fromUtf16(library::folderKind));
    for (const char *table : {"folder", "api_key", "setting", "asset"}) {
        (void)m_fixture->run(QByteArray("DELETE FROM "_ba + table).constData());
    }
    (void)m_fixture->run("DELETE FROM user WHERE is_owner = 0");
    // The store and the database lie beside them.
    for (const QString &name : {u"photos"_s, u"drive"_s, u"elsewhere"_s, u"other"_s}) {
        QDir(m_fixture->path(name)).removeRecursively();
    }
    m_sharing.say({});
    settle();
}

QString MadeSetup::askAsDevice(const QString &token, const QString &name)
{
    const auto asked = m_fixture->accounts->pairings().ask(token, name);
    if (!asked) {
        return {};
    }
    m_device = asked->id;
    m_deviceSecret = asked->secret;
    return asked->code;
}

QString MadeSetup::deviceStands()
{
    const auto answer = m_fixture->accounts->pairings().answer(m_device, m_deviceSecret);
    return !answer ? u"refused"_s : answer->isWaiting ? u"waiting"_s : u"confirmed"_s;
}

void MadeSetup::settle()
{
    m_fixture->context->pool().waitForDone();
    const QString marker = u"test.settled"_s;
    QEventLoop loop;
    connect(m_fixture->context.get(), &ui::Context::happened, &loop, [&](const std::vector<Event> &events) {
        if (std::ranges::find(events, marker, &Event::type) != events.end()) {
            loop.quit();
        }
    });
    m_fixture->events.publish({marker, {}, {}, {}});
    loop.exec();
}

QVariant MadeSetup::setting(const QString &key) const
{
    return library::Settings(*m_fixture->services).value(key).value_or(QJsonValue()).toVariant();
}

void MadeSetup::sayRunning()
{
    ui::SharingFacts facts;
    facts.isRunning = true;
    facts.addresses = {u"https://192.168.1.5:8000"_s};
    facts.fingerprint = QString(u"AB:"_s.repeated(32)).chopped(1);
    facts.port = 8000;
    m_sharing.say(facts);
}

void MadeSetup::sayPortInUse(int port, int freePort)
{
    ui::SharingFacts facts;
    facts.port = port;
    facts.freePort = freePort;
    facts.error = Error{ErrorCode::PortInUse, {{u"port"_s, QString::number(port)}}, {}};
    m_sharing.say(facts);
}

} // namespace kinframe::tests
