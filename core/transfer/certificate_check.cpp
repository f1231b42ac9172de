// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/certificate_check.h"

#include <openssl/bio.h>
#include <openssl/crypto.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <array>

namespace kinframe::transfer {

using namespace Qt::StringLiterals;

struct CertificateCheck::Seen
{
    QByteArray wanted;
    QByteArray fingerprint;
    QString subject;
    QString issuer;
    QString problem;
};

namespace {

using Seen = CertificateCheck::Seen;
using SharedSeen = std::shared_ptr<Seen>;

QString textOf(const X509_NAME *name)
{
    BIO *memory = BIO_new(BIO_s_mem());
    X509_NAME_print_ex(memory, name, 0, XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB));
    char *data = nullptr;
    const auto length = qsizetype(BIO_get_mem_data(memory, &data));
    QString text = QString::fromUtf8(data, length);
    BIO_free(memory);
    return text;
}

QByteArray fingerprintOf(const X509 *certificate)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> buffer{};
    unsigned int length = 0;
    X509_digest(certificate, EVP_sha256(), buffer.data(), &length);
    return {reinterpret_cast<const char *>(buffer.data()), qsizetype(length)};
}

/// In a time that tells nothing of where they differ.
bool sameBytes(const QByteArray &one, const QByteArray &other)
{
    return one.size() == other.size() && CRYPTO_memcmp(one.constData(), other.constData(), size_t(one.size())) == 0;
}

void look(Seen &seen, const X509 *certificate)
{
    seen.fingerprint = fingerprintOf(certificate);
    seen.subject = textOf(X509_get_subject_name(certificate));
    seen.issuer = textOf(X509_get_issuer_name(certificate));
}

bool isWanted(Seen &seen)
{
    if (sameBytes(seen.fingerprint, seen.wanted)) {
        return true;
    }
    seen.problem = u"it is another certificate than the one that is trusted"_s;
    return false;
}

/// In place of OpenSSL's own check, which it calls.
int verify(X509_STORE_CTX *store, void *self)
{
    Seen &seen = *static_cast<Seen *>(self);
    if (const X509 *certificate = X509_STORE_CTX_get0_cert(store)) {
        look(seen, certificate);
    }
    if (!seen.wanted.isEmpty()) {
        const bool wanted = isWanted(seen);
        X509_STORE_CTX_set_error(store, wanted ? X509_V_OK : X509_V_ERR_CERT_REJECTED);
        return wanted ? 1 : 0;
    }
    const int trusted = X509_verify_cert(store);
    if (trusted <= 0) {
        seen.problem = QString::fromLatin1(X509_verify_cert_error_string(X509_STORE_CTX_get_error(store)));
    }
    return trusted;
}

void release(void * /*context*/, void *box, CRYPTO_EX_DATA * /*data*/, int /*index*/, long /*number*/, void * /*more*/)
{
    delete static_cast<SharedSeen *>(box);
}

/// Connections outlive the exchange that made them: what their check writes to lives as long as they do.
CURLcode prepare(CURL * /*easy*/, void *context, void *self)
{
    static const int index = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, &release);
    auto *tls = static_cast<SSL_CTX *>(context);
    const auto &seen = static_cast<CertificateCheck *>(self)->seen();
    if (SSL_CTX_set_ex_data(tls, index, new SharedSeen(seen)) != 1) {
        return CURLE_OUT_OF_MEMORY;
    }
    SSL_CTX_set_cert_verify_callback(tls, &verify, seen.get());
    return CURLE_OK;
}

/// A connection or session that is used again was checked when it was made, perhaps for another fingerprint.
int checkAgain(void *self, char * /*theirs*/, char * /*ours*/, int /*theirPort*/, int /*ourPort*/)
{
    auto &check = *static_cast<CertificateCheck *>(self);
    curl_tlssessioninfo *info = nullptr;
    if (curl_easy_getinfo(check.easy(), CURLINFO_TLS_SSL_PTR, &info) != CURLE_OK || info == nullptr ||
        info->backend != CURLSSLBACKEND_OPENSSL || info->internals == nullptr) {
        return CURL_PREREQFUNC_ABORT;
    }
    X509 *certificate = SSL_get1_peer_certificate(static_cast<SSL *>(info->internals));
    if (certificate == nullptr) {
        return CURL_PREREQFUNC_ABORT;
    }
    look(*check.seen(), certificate);
    X509_free(certificate);
    return isWanted(*check.seen()) ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT;
}

} // namespace

std::optional<QByteArray> fingerprintBytes(QByteArrayView text)
{
    constexpr qsizetype digits = 64;
    QByteArray hex;
    for (const char letter : text) {
        if (letter != ':' && letter != ' ') {
            hex.append(letter);
        }
    }
    const QByteArray bytes = QByteArray::fromHex(hex);
    const bool isWhole = hex.size() == digits && bytes.toHex() == hex.toLower();
    return isWhole ? std::optional(bytes) : std::nullopt;
}

QByteArray fingerprintText(QByteArrayView bytes)
{
    return bytes.toByteArray().toHex(':').toUpper();
}

bool CertificateCheck::begin(CURL *easy, QByteArray fingerprint)
{
    m_easy = easy;
    m_seen = std::make_shared<Seen>();
    m_seen->wanted = std::move(fingerprint);
    const bool isPinned = !m_seen->wanted.isEmpty();
    const bool watched = curl_easy_setopt(easy, CURLOPT_SSL_CTX_FUNCTION, &prepare) == CURLE_OK &&
                         curl_easy_setopt(easy, CURLOPT_SSL_CTX_DATA, this) == CURLE_OK;
    if (!isPinned) {
        // Without OpenSSL below libcurl certificates are checked all the same, only nothing is told of them.
        return true;
    }
    // The one certificate may be of any name, as those are that devices make for themselves.
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 0L);
    curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, &checkAgain);
    curl_easy_setopt(easy, CURLOPT_PREREQDATA, this);
    return watched;
}

void CertificateCheck::explain(Error &error) const
{
    if (!m_seen || m_seen->fingerprint.isEmpty()) {
        return;
    }
    if (!m_seen->problem.isEmpty()) {
        error.code = ErrorCode::RemoteUntrusted;
        std::erase_if(error.facts, [](const auto &fact) { return fact.first == u"reason"_s; });
        error.facts.emplace_back(u"reason"_s, m_seen->problem);
    }
    if (error.code == ErrorCode::RemoteUntrusted) {
        error.facts.emplace_back(u"fingerprint"_s, QString::fromLatin1(fingerprintText(m_seen->fingerprint)));
        error.facts.emplace_back(u"subject"_s, m_seen->subject);
        error.facts.emplace_back(u"issuer"_s, m_seen->issuer);
    }
}

} // namespace kinframe::transfer
