// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace kinframe::test {

/// A certificate and its key, as PEM.
struct Identity
{
    QByteArray certificate;
    QByteArray key;
};

template <typename Write>
QByteArray pem(Write write)
{
    BIO *memory = BIO_new(BIO_s_mem());
    write(memory);
    char *data = nullptr;
    const auto length = qsizetype(BIO_get_mem_data(memory, &data));
    const QByteArray text(data, length);
    BIO_free(memory);
    return text;
}

/// A certificate that vouches for itself, valid from so many seconds before now to so many after.
inline Identity selfSigned(const char *name, long from, long to)
{
    EVP_PKEY *key = EVP_EC_gen("P-256");
    X509 *certificate = X509_new();
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), from);
    X509_gmtime_adj(X509_getm_notAfter(certificate), to);
    X509_set_pubkey(certificate, key);
    X509_NAME *subject = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>("test"), -1, -1, 0);
    X509_set_issuer_name(certificate, subject);
    X509_EXTENSION *names = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, name);
    X509_add_ext(certificate, names, -1);
    X509_EXTENSION_free(names);
    X509_sign(certificate, key, EVP_sha256());
    const Identity identity{pem([&](BIO *out) { PEM_write_bio_X509(out, certificate); }), pem([&](BIO *out) {
                                PEM_write_bio_PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr);
                            })};
    X509_free(certificate);
    EVP_PKEY_free(key);
    return identity;
}

/// Answers every request over TLS with one small page.
class SecureServer : public QSslServer
{
public:
    explicit SecureServer(const Identity &identity)
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate(identity.certificate));
        configuration.setPrivateKey(QSslKey(identity.key, QSsl::Ec));
        setSslConfiguration(configuration);
        connect(this, &QSslServer::pendingConnectionAvailable, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                const QByteArray asked = socket->readAll();
                m_asked += asked;
                if (asked.startsWith("GET /never")) {
                    return;
                }
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nsafe");
            });
        });
        listen(QHostAddress::LocalHost);
    }

    QByteArray m_asked;
};

} // namespace kinframe::test
