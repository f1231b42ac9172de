// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/sharing_status.h"

#include "ui/base/sentences.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int groupsPerLine = 8;

} // namespace

void SharingStatus::componentComplete()
{
    m_sharing = Sharing::of(this);
    if (m_sharing) {
        connect(m_sharing, &Sharing::changed, this, &SharingStatus::look);
        look();
    }
}

void SharingStatus::look()
{
    m_facts = m_sharing->facts();
    Q_EMIT changed();
}

QString SharingStatus::fingerprint() const
{
    const QString digits = QString(m_facts.fingerprint).remove(u':');
    QString text;
    for (qsizetype at = 0; at < digits.size(); at += 4) {
        if (at > 0) {
            text += at / 4 % groupsPerLine == 0 ? u'\n' : u' ';
        }
        text += digits.mid(at, 4);
    }
    return text;
}

QString SharingStatus::errorText() const
{
    if (!m_facts.error) {
        return {};
    }
    if (m_facts.error->code == ErrorCode::PortInUse) {
        // The sentence of the command line speaks of its options.
        return tr("Port %1 is used by another program. Choose another port, or close that program.")
            .arg(m_facts.error->fact(u"port"_s));
    }
    return sentenceOf(*m_facts.error);
}

void SharingStatus::retry()
{
    if (m_sharing) {
        m_sharing->retry();
    }
}

QString SharingStatus::invitation(const QString &key) const
{
    return codeText(u"key"_s, key);
}

QString SharingStatus::pairing(const QString &token) const
{
    return codeText(u"pairing"_s, token);
}

QString SharingStatus::codeText(const QString &name, const QString &secret) const
{
    QJsonObject json{{name, secret}};
    if (!m_facts.addresses.isEmpty()) {
        json[u"url"_s] = m_facts.addresses.constFirst();
    }
    if (!m_facts.fingerprint.isEmpty()) {
        json[u"fingerprint"_s] = QString(m_facts.fingerprint).remove(u':');
    }
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

void SharingStatus::copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

} // namespace kinframe::ui
