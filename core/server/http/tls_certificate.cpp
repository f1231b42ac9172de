// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/tls_certificate.h"

#include "base/files.h"
#include "server/http/tls_credentials.h"

#include <QFileInfo>
#include <QSysInfo>

namespace kinframe::http {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestPem = 1024 * 1024;
constexpr qint64 renewalMs = 30LL * 86'400 * 1000;

QStringList allHosts(const QStringList &given)
{
    const QString name = QSysInfo::machineHostName();
    return QStringList{u"localhost"_s, u"127.0.0.1"_s, u"::1"_s, name, name + u".local"} + given;
}

Result<QByteArray> readOrMakeKey(const QString &path)
{
    if (QFileInfo::exists(path)) {
        return readSmallFile(path, largestPem);
    }
    Result<QByteArray> key = makeTlsKey();
    if (!key) {
        return key;
    }
    if (Result<void> written = replaceFile(path, *key, true); !written) {
        return failed(written);
    }
    return key;
}

/// A failure of the PEM functions with the file that it is about.
Failure about(const QString &path, Error error)
{
    error.facts.emplace_back(u"path"_s, path);
    return Failure(std::move(error));
}

/// The key is there before its certificate, and stays when that is made anew: a crash in between leaves no pair that
/// does not fit.
Result<QByteArray> makeAndKeep(const QString &path, const QString &keyPath, const QByteArray &key,
                               const QStringList &hosts, qint64 nowMs)
{
    Result<QByteArray> certificate = makeTlsCertificate(key, allHosts(hosts), nowMs);
    if (!certificate) {
        return about(keyPath, certificate.error());
    }
    if (Result<void> written = replaceFile(path, *certificate); !written) {
        return failed(written);
    }
    return certificate;
}

} // namespace

Result<TlsCertificate> tlsCertificate(const QString &dataFolder, const QStringList &hosts, const Clock &clock)
{
    const QString folder = dataFolder + u"/tls";
    const QString path = folder + u"/certificate.pem";
    const QString keyPath = folder + u"/key.pem";
    if (Result<void> made = makeFolder(folder); !made) {
        return failed(made);
    }
    const Result<QByteArray> key = readOrMakeKey(keyPath);
    if (!key) {
        return failed(key);
    }
    const bool isFirst = !QFileInfo::exists(path);
    Result<QByteArray> certificate =
        isFirst ? makeAndKeep(path, keyPath, *key, hosts, clock()) : readSmallFile(path, largestPem);
    Result<TlsFacts> facts = certificate ? readTlsCertificate(*certificate, *key) : failed(certificate);
    if (!facts) {
        return certificate ? about(path, facts.error()) : failed(certificate);
    }
    if (facts->isOurs && facts->expiresMs - clock() < renewalMs) {
        certificate = makeAndKeep(path, keyPath, *key, hosts, clock());
        facts = certificate ? readTlsCertificate(*certificate, *key) : failed(certificate);
        if (!facts) {
            return failed(facts);
        }
    }
    return TlsCertificate{*certificate, *key, facts->fingerprint, facts->expiresMs, facts->isOurs};
}

} // namespace kinframe::http
