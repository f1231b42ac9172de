// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/first_run.h"

#include "storage/database.h"
#include "ui/base/context.h"
#include "ui/base/preferences.h"

#include <QDir>
#include <QStandardPaths>

#include <algorithm>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;

const QString doneKey = u"firstRun/done"_s;

struct Look
{
    bool isUnused = false;
    QList<QUrl> folders;
};

/// Waits for the disk.
QList<QUrl> pictureFolders()
{
    QList<QUrl> folders;
    for (const QString &path : QStandardPaths::standardLocations(QStandardPaths::PicturesLocation)) {
        const bool isHome = QDir(path) == QDir::home();
        if (!isHome && QDir(path).exists() && !QDir(path).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot)) {
            folders.push_back(QUrl::fromLocalFile(path));
        }
    }
    return folders;
}

Result<Look> lookAt(storage::Database &database)
{
    return database.read([](storage::Connection &db) -> Result<Look> {
        storage::Statement statement =
            db.prepare("SELECT NOT EXISTS (SELECT 1 FROM asset) AND NOT EXISTS (SELECT 1 FROM folder) AND "
                       "NOT EXISTS (SELECT 1 FROM import_run WHERE state <> 3)");
        statement.step();
        return Look{statement.boolean(0), pictureFolders()};
    });
}

} // namespace

void FirstRun::componentComplete()
{
    Context *context = Context::of(this);
    if (context == nullptr || Preferences::of(this)->value(doneKey, false).toBool()) {
        return;
    }
    context->ask(
        this, [&database = context->services().library.database] { return lookAt(database); },
        [this](const Result<Look> &look) {
            if (look) {
                m_suggestions = look->folders;
                m_isNeeded = look->isUnused;
                Q_EMIT changed();
            }
        });
    // Photos may also come from elsewhere: from a phone, from the command line.
    connect(context, &Context::happened, this, [this](const std::vector<Event> &events) {
        const auto isPhoto = [](const Event &event) { return event.type == "asset.added"_L1; };
        if (m_isNeeded && std::ranges::any_of(events, isPhoto)) {
            m_isNeeded = false;
            Q_EMIT changed();
        }
    });
}

void FirstRun::finish()
{
    Preferences::of(this)->setValue(doneKey, true);
    m_isNeeded = false;
    Q_EMIT changed();
}

QString FirstRun::pathOf(const QUrl &folder)
{
    const QString path = QDir::toNativeSeparators(folder.toLocalFile());
    const QString home = QDir::toNativeSeparators(QDir::homePath());
    return path.startsWith(home + QDir::separator()) ? u'~' + path.mid(home.size()) : path;
}

} // namespace kinframe::ui
