// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/verified_files.h"

#include "base/clock.h"
#include "base/digest.h"
#include "base/files.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>

namespace kinframe::models {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 longestState = 1024 * 1024;
/// A file that was changed a moment ago may change again without its time telling.
constexpr qint64 settledAfterMs = 2'000;
constexpr int waitForOthersMs = 1'000;

} // namespace

VerifiedFiles::VerifiedFiles(QString stateFile)
    : m_stateFile(std::move(stateFile))
    , m_entries(load())
{
}

Result<QByteArray> VerifiedFiles::sha256Of(const QString &path)
{
    const QFileInfo info(path);
    const QString name = info.absoluteFilePath();
    const qint64 changed = info.lastModified().toMSecsSinceEpoch();
    {
        const std::scoped_lock lock(m_mutex);
        const auto known = m_entries.find(name);
        if (known != m_entries.end() && info.isFile() && known->second.size == info.size() &&
            known->second.changedMs == changed) {
            return known->second.sha256;
        }
    }
    Sha256 hash;
    const auto read = readWhole(path, [&hash](QByteArrayView bytes) -> Result<void> {
        hash.add(bytes);
        return {};
    });
    if (!read) {
        return failed(read);
    }
    const Entry entry{info.size(), changed, hash.finish()};
    if (wallMs() - changed > settledAfterMs) {
        remember(name, entry);
    }
    return entry.sha256;
}

VerifiedFiles::Entries VerifiedFiles::load() const
{
    Entries entries;
    const auto bytes = readSmallFile(m_stateFile, longestState);
    const QJsonObject state = bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
    for (auto it = state.begin(); it != state.end(); ++it) {
        const QJsonObject fields = it.value().toObject();
        const QByteArray sha256 = QByteArray::fromHex(fields[u"sha256"_s].toString().toLatin1());
        if (sha256.size() == 32) {
            entries[it.key()] = {fields[u"size"_s].toInteger(-1), fields[u"changed"_s].toInteger(-1), sha256};
        }
    }
    return entries;
}

/// Where it cannot be written down, the file is only read once more at the next start.
void VerifiedFiles::remember(const QString &path, const Entry &entry)
{
    const std::scoped_lock guard(m_mutex);
    m_entries[path] = entry;
    QLockFile others(m_stateFile + u".lock"_s);
    if (!makeFolder(QFileInfo(m_stateFile).path()) || !others.tryLock(waitForOthersMs)) {
        return;
    }
    // Another process may have learned of other files meanwhile.
    Entries all = load();
    all.insert(m_entries.begin(), m_entries.end());
    all[path] = entry;
    QJsonObject state;
    for (const auto &[name, each] : all) {
        if (QFileInfo::exists(name)) {
            state[name] = QJsonObject{{u"size"_s, each.size},
                                      {u"changed"_s, each.changedMs},
                                      {u"sha256"_s, QString::fromLatin1(each.sha256.toHex())}};
        }
    }
    (void)replaceFile(m_stateFile, QJsonDocument(state).toJson());
}

} // namespace kinframe::models
