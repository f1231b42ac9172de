// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/secrets/keychain_secrets.h"

#include <QCoreApplication>
#include <QThread>
#include <QTimer>

#include <qt6keychain/keychain.h>

namespace kinframe::transfer {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString service = u"Kinframe"_s;

Error errorOf(const QKeychain::Job &job)
{
    return {ErrorCode::KeychainRefused, {{u"reason"_s, job.errorString()}}, QString::number(int(job.error()))};
}

/// QtKeychain keeps an object of its own on the thread that used it first, and is used by one at a time: there is one
/// such thread for the whole program, until the application goes.
QThread &keychainThread()
{
    static QThread *const thread = [] {
        auto *made = new QThread;
        made->setObjectName("keychain");
        made->start();
        qAddPostRoutine([] {
            keychainThread().quit();
            keychainThread().wait();
        });
        return made;
    }();
    return *thread;
}

} // namespace

/// Runs the keychain's jobs; all of it on its thread.
class KeychainWorker : public QObject
{
public:
    using Ended = std::function<void(Result<QKeychain::Job *>)>;

    /// `ended` gets the finished job, whatever it says, or Timeout or ShuttingDown.
    void run(QKeychain::Job *job, const QString &key, std::chrono::milliseconds patience, Ended ended)
    {
        auto told = std::make_shared<Ended>(std::move(ended));
        const auto tell = [told](Result<QKeychain::Job *> outcome) {
            if (const Ended once = std::exchange(*told, {})) {
                once(std::move(outcome));
            }
        };
        // It goes when it has finished, also after this: the system's answer comes to it in any case.
        job->setKey(key);
        connect(job, &QKeychain::Job::finished, this, tell);
        connect(this, &QObject::destroyed, this, [tell](QObject *) { tell(fail(ErrorCode::ShuttingDown)); });
        QTimer::singleShot(patience, this, [tell, patience] {
            const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(patience).count();
            tell(fail(ErrorCode::Timeout, {{u"seconds"_s, QString::number(seconds)}}));
        });
        job->start();
    }
};

KeychainSecrets::KeychainSecrets(QString library, std::chrono::milliseconds patience)
    : m_library(std::move(library))
    , m_patience(patience)
    , m_worker(new KeychainWorker)
{
    m_worker->moveToThread(&keychainThread());
}

KeychainSecrets::~KeychainSecrets()
{
    if (!keychainThread().isRunning()) {
        delete m_worker;
        return;
    }
    // In turn, so that what was asked before is begun.
    std::promise<void> gone;
    QMetaObject::invokeMethod(m_worker, [this, &gone] {
        delete m_worker;
        gone.set_value();
    });
    gone.get_future().wait();
}

QString KeychainSecrets::keyOf(const QString &name) const
{
    return m_library + u'/' + name;
}

void KeychainSecrets::read(const QString &name, Read done)
{
    QMetaObject::invokeMethod(m_worker, [this, key = keyOf(name), done = std::move(done)] {
        auto *job = new QKeychain::ReadPasswordJob(service);
        m_worker->run(job, key, m_patience, [job, done](const Result<QKeychain::Job *> &ended) {
            if (!ended) {
                done(failed(ended));
            } else if (job->error() == QKeychain::NoError) {
                done(std::optional(QByteArray::fromBase64(job->textData().toLatin1())));
            } else if (job->error() == QKeychain::EntryNotFound) {
                done(std::nullopt);
            } else {
                done(Failure(errorOf(*job)));
            }
        });
    });
}

void KeychainSecrets::write(const QString &name, const QByteArray &secret, Done done)
{
    QMetaObject::invokeMethod(m_worker, [this, key = keyOf(name), secret, done = std::move(done)] {
        auto *job = new QKeychain::WritePasswordJob(service);
        // As text: some keychains show what lies in them, and none takes every byte.
        job->setTextData(QString::fromLatin1(secret.toBase64()));
        m_worker->run(job, key, m_patience, [job, done](const Result<QKeychain::Job *> &ended) {
            if (!ended) {
                done(failed(ended));
            } else if (job->error() == QKeychain::NoError) {
                done({});
            } else {
                done(Failure(errorOf(*job)));
            }
        });
    });
}

void KeychainSecrets::remove(const QString &name, Done done)
{
    QMetaObject::invokeMethod(m_worker, [this, key = keyOf(name), done = std::move(done)] {
        auto *job = new QKeychain::DeletePasswordJob(service);
        m_worker->run(job, key, m_patience, [job, done](const Result<QKeychain::Job *> &ended) {
            if (!ended) {
                done(failed(ended));
            } else if (job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound) {
                done({});
            } else {
                done(Failure(errorOf(*job)));
            }
        });
    });
}

void KeychainSecrets::place(std::function<void(Result<SecretPlace>)> done)
{
    done(SecretPlace{SecretPlace::Kind::Keychain, {}});
}

void KeychainSecrets::probe(std::function<void(bool)> done)
{
    QMetaObject::invokeMethod(m_worker, [this, done = std::move(done)] {
        constexpr auto soon = 10s; // Looking for what is not there asks nobody to unlock anything.
        auto *job = new QKeychain::ReadPasswordJob(service);
        m_worker->run(job, keyOf(u"?"_s), soon, [job, done](const Result<QKeychain::Job *> &ended) {
            done(ended && (job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound));
        });
    });
}

} // namespace kinframe::transfer
