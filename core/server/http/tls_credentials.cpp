// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/tls_credentials.h"

#include "base/digest.h"
#include "server/http/host_port.h"

#include <QSysInfo>

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <memory>

namespace kinframe::http {

using namespace Qt::StringLiterals;

namespace {

template <auto release>
struct Releaser
{
    template <typename T>
    void operator()(T *pointer) const
    {
        release(pointer);
    }
};

using Bio = std::unique_ptr<BIO, Releaser<BIO_free>>;
using Key = std::unique_ptr<EVP_PKEY, Releaser<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Releaser<X509_free>>;
using Time = std::unique_ptr<ASN1_TIME, Releaser<ASN1_TIME_free>>;
using AlternativeNames = std::unique_ptr<GENERAL_NAMES, Releaser<GENERAL_NAMES_free>>;
using Number = std::unique_ptr<BIGNUM, Releaser<BN_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Releaser<X509_EXTENSION_free>>;

constexpr int validDays = 825;
constexpr long secondsPerDay = 86'400;
constexpr char organization[] = "Kinframe";

Failure internal(const QString &what)
{
    return fail(ErrorCode::Internal, {}, u"OpenSSL could not "_s + what);
}

Failure damaged(const QString &reason)
{
    return fail(ErrorCode::FileDamaged, {{u"reason"_s, reason}});
}

QByteArray contents(BIO *bio)
{
    const char *bytes = nullptr;
    const long size = BIO_ctrl(bio, BIO_CTRL_INFO, 0, static_cast<void *>(&bytes));
    return QByteArray(bytes, static_cast<qsizetype>(std::max(0L, size)));
}

Bio reader(const QByteArray &bytes)
{
    return Bio(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
}

/// Without this OpenSSL asks for the key's password on the terminal.
int noPassword(char *, int, int, void *)
{
    return -1;
}

Key readKey(const QByteArray &pem)
{
    const Bio bio = reader(pem);
    return Key(PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassword, nullptr));
}

bool addName(GENERAL_NAMES *names, const HostPort &host)
{
    std::unique_ptr<GENERAL_NAME, Releaser<GENERAL_NAME_free>> name(GENERAL_NAME_new());
    if (!name) {
        return false;
    }
    ASN1_STRING *value = host.isAddress ? a2i_IPADDRESS(host.host.constData()) : ASN1_STRING_type_new(V_ASN1_IA5STRING);
    if (value == nullptr) {
        return false;
    }
    if (!host.isAddress) {
        ASN1_STRING_set(value, host.host.constData(), static_cast<int>(host.host.size()));
    }
    GENERAL_NAME_set0_value(name.get(), host.isAddress ? GEN_IPADD : GEN_DNS, value);
    return sk_GENERAL_NAME_push(names, name.release()) > 0;
}

/// A name or an address without a port.
std::optional<HostPort> hostOf(const QString &text)
{
    if (const QByteArray address = canonicalAddress(text); address.contains(':')) {
        return HostPort{address, true, {}};
    }
    const std::optional<HostPort> host = parseHostPort(asciiHost(text));
    return host && !host->port ? host : std::nullopt;
}

bool addAlternativeNames(X509 *certificate, const QStringList &hosts)
{
    const AlternativeNames names(GENERAL_NAMES_new());
    QList<QByteArray> added;
    for (const QString &text : hosts) {
        const std::optional<HostPort> host = hostOf(text);
        if (!host || added.contains(host->host)) {
            continue;
        }
        if (!addName(names.get(), *host)) {
            return false;
        }
        added.append(host->host);
    }
    return X509_add1_ext_i2d(certificate, NID_subject_alt_name, names.get(), 0, X509V3_ADD_DEFAULT) == 1;
}

bool addExtension(X509 *certificate, int type, const char *value)
{
    const Extension extension(X509V3_EXT_conf_nid(nullptr, nullptr, type, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setSerial(X509 *certificate)
{
    const Number number(BN_new());
    // Positive and below 2^159, as browsers want it.
    return number && BN_rand(number.get(), 159, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1 &&
           BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool addSubjectEntry(X509_NAME *name, const char *field, const QByteArray &value)
{
    return X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char *>(value.constData()),
                                      static_cast<int>(value.size()), -1, 0) == 1;
}

bool setIdentity(X509 *certificate, qint64 nowMs)
{
    X509_NAME *subject = X509_get_subject_name(certificate);
    const auto start = static_cast<time_t>(nowMs / 1000 - 3600);
    return X509_set_version(certificate, X509_VERSION_3) == 1 && setSerial(certificate) &&
           addSubjectEntry(subject, "O", organization) &&
           addSubjectEntry(subject, "CN", QSysInfo::machineHostName().toUtf8().left(64)) &&
           X509_set_issuer_name(certificate, subject) == 1 &&
           ASN1_TIME_set(X509_getm_notBefore(certificate), start) != nullptr &&
           ASN1_TIME_set(X509_getm_notAfter(certificate), start + validDays * secondsPerDay) != nullptr;
}

bool isOurs(X509 *certificate)
{
    char text[sizeof organization + 1] = {};
    const int length = X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_organizationName, text,
                                                 static_cast<int>(sizeof text));
    return length >= 0 && QByteArrayView(text) == organization && X509_self_signed(certificate, 0) == 1;
}

QString fingerprintOf(X509 *certificate)
{
    unsigned char *der = nullptr;
    const int size = i2d_X509(certificate, &der);
    Sha256 hash;
    hash.add(QByteArrayView(der, std::max(0, size)));
    OPENSSL_free(der);
    return QString::fromLatin1(hash.finish().toHex(':').toUpper());
}

qint64 expiryOf(const X509 *certificate)
{
    const Time epoch(ASN1_TIME_set(nullptr, 0));
    int days = 0;
    int seconds = 0;
    ASN1_TIME_diff(&days, &seconds, epoch.get(), X509_get0_notAfter(certificate));
    return (qint64(days) * secondsPerDay + seconds) * 1000;
}

} // namespace

Result<QByteArray> makeTlsKey()
{
    const Key key(EVP_EC_gen("P-256"));
    const Bio bio(BIO_new(BIO_s_mem()));
    if (!key || !bio || PEM_write_bio_PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1) {
        return internal(u"make a key"_s);
    }
    return contents(bio.get());
}

Result<QByteArray> makeTlsCertificate(const QByteArray &keyPem, const QStringList &hosts, qint64 nowMs)
{
    const Key key = readKey(keyPem);
    if (!key) {
        return damaged(u"it holds no private key without a password"_s);
    }
    const Certificate certificate(X509_new());
    const bool isMade = certificate && setIdentity(certificate.get(), nowMs) &&
                        X509_set_pubkey(certificate.get(), key.get()) == 1 &&
                        addAlternativeNames(certificate.get(), hosts) &&
                        addExtension(certificate.get(), NID_basic_constraints, "critical,CA:FALSE") &&
                        addExtension(certificate.get(), NID_key_usage, "critical,digitalSignature") &&
                        addExtension(certificate.get(), NID_ext_key_usage, "serverAuth") &&
                        X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0;
    const Bio bio(BIO_new(BIO_s_mem()));
    if (!isMade || !bio || PEM_write_bio_X509(bio.get(), certificate.get()) != 1) {
        return internal(u"make a certificate"_s);
    }
    return contents(bio.get());
}

Result<TlsFacts> readTlsCertificate(const QByteArray &certificatePem, const QByteArray &keyPem)
{
    const Bio bio = reader(certificatePem);
    const Certificate certificate(PEM_read_bio_X509(bio.get(), nullptr, noPassword, nullptr));
    if (!certificate) {
        return damaged(u"it holds no certificate in PEM"_s);
    }
    const Key key = readKey(keyPem);
    if (!key) {
        return damaged(u"its key is no private key without a password"_s);
    }
    if (X509_check_private_key(certificate.get(), key.get()) != 1) {
        return damaged(u"its key belongs to another certificate"_s);
    }
    return TlsFacts{fingerprintOf(certificate.get()), expiryOf(certificate.get()), isOurs(certificate.get())};
}

} // namespace kinframe::http
