// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/with_session.h"

#include "library/backup.h"
#include "library/library_folder.h"

#include <QFileInfo>

namespace kinframe::app {

using namespace Qt::StringLiterals;

int runStatus(const Invocation &invocation)
{
    return withSession(invocation, [](Session &session) {
        return withAnswer(session.api().get(u"/api/status"_s), [](const QJsonValue &status) {
            printJson(status);
            return Done;
        });
    });
}

int runBackup(const Invocation &invocation)
{
    if (invocation.words.size() != 1) {
        return wrongWords(u"backup DIR"_s);
    }
    const QJsonObject body{{u"path"_s, QFileInfo(invocation.words.first()).absoluteFilePath()}};
    return withSession(invocation, [&](Session &session) {
        const auto done = sendWithProgress(session.api(), "POST", u"/api/library/backup"_s, body, u"backup"_s);
        return withAnswer(done, [](const QJsonValue &json) {
            const QJsonObject report = json.toObject();
            printLine(u"%1 files in the backup, %2 of them new: %3"_s.arg(report.value("blobs"_L1).toInteger())
                          .arg(report.value("copied"_L1).toInteger())
                          .arg(report.value("snapshot"_L1).toString()));
            for (const QJsonValue lost : report.value("lost"_L1).toArray()) {
                const QJsonObject file = lost.toObject();
                const QStringList names = file.value("names"_L1).toVariant().toStringList();
                printLine(u"lost\t%1\t%2"_s.arg(file.value("hash"_L1).toString(), names.join(u", "_s)));
            }
            if (!report.value("isWhole"_L1).toBool()) {
                printError(report.value("message"_L1).toString());
                return Failed;
            }
            return Done;
        });
    });
}

// The one command that does not open the library: it must lie still while it is replaced.
int runRestore(const Invocation &invocation)
{
    if (invocation.words.size() != 1) {
        return wrongWords(u"restore DIR"_s);
    }
    auto folder = library::LibraryFolder::open(invocation.data);
    if (!folder) {
        return fail(folder.error());
    }
    ProgressBar bar(u"restore"_s);
    const auto restored = library::restoreLibrary(QFileInfo(invocation.words.first()).absoluteFilePath(), **folder,
                                                  [&bar](qint64 done, qint64 total) { bar.show({}, done, total); }, {});
    if (!restored) {
        return fail(restored.error());
    }
    printLine(u"Restored to "_s + (*folder)->root());
    return Done;
}

int runCheck(const Invocation &invocation)
{
    return withSession(invocation, [](Session &session) {
        const auto checked = sendWithProgress(session.api(), "POST", u"/api/library/check"_s, {}, u"check"_s);
        return withAnswer(checked, [](const QJsonValue &json) {
            const QJsonObject report = json.toObject();
            for (const QString &list : {u"databaseProblems"_s, u"missing"_s, u"damaged"_s, u"unknown"_s}) {
                for (const QJsonValue item : report.value(list).toArray()) {
                    printLine(list + u'\t' + item.toString());
                }
            }
            const bool isWell = report.value("isWell"_L1).toBool();
            printLine(u"%1 files checked: %2"_s.arg(report.value("blobsChecked"_L1).toInteger())
                          .arg(isWell ? u"all is well"_s : u"problems found"_s));
            return isWell ? Done : Failed;
        });
    });
}

} // namespace kinframe::app
