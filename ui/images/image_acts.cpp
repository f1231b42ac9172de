// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/image_acts.h"

#include "base/ids.h"
#include "storage/database.h"
#include "ui/base/context.h"
#include "ui/base/selection.h"
#include "ui/base/sentences.h"
#include "ui/base/undo_stack.h"

#include <QLocale>
#include <QQmlEngine>

#include <algorithm>

namespace kinframe::ui {

using namespace Qt::StringLiterals;

namespace {

struct Deletion
{
    int count = 0;
    int kept = 0;
    int inPlace = 0;
    qint64 bytes = 0;
};

Deletion describe(storage::Connection &db, const std::vector<QUuid> &assets)
{
    Deletion deletion;
    storage::Statement row = db.prepare("SELECT b.stored, b.size, b.refs FROM asset a JOIN blob b ON b.id = a.blob_id "
                                        "WHERE a.uuid = ?1");
    for (const QUuid &asset : assets) {
        row.reset();
        row.bindAll(asset);
        if (row.step()) {
            const bool isKept = row.boolean(0);
            ++deletion.count;
            ++(isKept ? deletion.kept : deletion.inPlace);
            deletion.bytes += isKept && row.int64(2) == 1 ? row.int64(1) : 0;
        }
    }
    return deletion;
}

} // namespace

ImageActs::ImageActs(Context *context, UndoStack *undoStack, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_undoStack(undoStack)
{
}

ImageActs *ImageActs::create(QQmlEngine *engine, QJSEngine *)
{
    return new ImageActs(Context::of(engine), UndoStack::create(engine, nullptr));
}

ImageActs::Chosen ImageActs::chosen(const QVariant &what)
{
    if (const auto *selection = what.value<Selection *>()) {
        return {selection->keys(), {}};
    }
    return {{}, uuidFromText(what.toString()).value_or(QUuid())};
}

void ImageActs::begin()
{
    ++m_running;
    Q_EMIT busyChanged();
}

void ImageActs::end()
{
    --m_running;
    Q_EMIT busyChanged();
}

void ImageActs::moveToTrash(const QVariant &what)
{
    change(what, {ImageChange::Kind::Trash},
           [](int count) { return tr("%n photo(s) moved to the trash", nullptr, count); });
}

void ImageActs::restore(const QVariant &what)
{
    change(what, {ImageChange::Kind::Restore}, [](int count) { return tr("%n photo(s) restored", nullptr, count); });
}

void ImageActs::setFavourite(const QVariant &what, bool isFavourite)
{
    ImageChange edit;
    edit.edit.isFavorite = isFavourite;
    change(what, edit, [isFavourite](int count) {
        return isFavourite ? tr("%n photo(s) added to the favourites", nullptr, count)
                           : tr("%n photo(s) taken out of the favourites", nullptr, count);
    });
}

void ImageActs::rate(const QVariant &what, int stars)
{
    ImageChange edit;
    edit.edit.rating = std::optional(double(stars));
    change(what, edit, [stars](int count) {
        return stars > 0 ? tr("%n photo(s) rated with %1", nullptr, count).arg(QString(stars, u'★'))
                         : tr("%n photo(s) without a rating now", nullptr, count);
    });
}

void ImageActs::turn(const QVariant &what, int quarterTurns)
{
    change(what, {ImageChange::Kind::Turn, {}, quarterTurns},
           [](int count) { return tr("%n photo(s) rotated", nullptr, count); });
}

void ImageActs::deleteForGood(const QVariant &what)
{
    change(what, {ImageChange::Kind::DeleteForGood}, {});
}

void ImageActs::change(const QVariant &what, const ImageChange &change, const Say &say)
{
    if (!m_context) {
        return;
    }
    begin();
    m_context->ask(
        this,
        [services = m_context->services(), user = m_context->userId(), chosen = chosen(what),
         change]() -> Result<std::pair<ImageChanges, ChangesDone>> {
            auto uuids =
                chosen.keys.empty() ? Result<std::vector<QUuid>>({chosen.one}) : uuidsOf(services, user, chosen.keys);
            if (!uuids) {
                return kinframe::failed(uuids);
            }
            ImageChanges changes;
            changes.reserve(uuids->size());
            std::ranges::transform(*uuids, std::back_inserter(changes),
                                   [&](const QUuid &uuid) { return std::pair(uuid, change); });
            ChangesDone done = applyChanges(services, user, changes);
            return std::pair(std::move(changes), std::move(done));
        },
        [this, say](Result<std::pair<ImageChanges, ChangesDone>> outcome) {
            end();
            if (!outcome) {
                Q_EMIT failed(sentenceOf(outcome.error()));
                return;
            }
            const auto &[changes, done] = *outcome;
            if (say && !done.undoing.empty()) {
                m_undoStack->push({say(int(done.done)), [this, undoing = done.undoing] { run(undoing); },
                                   [this, again = changes] { run(again); }});
            }
            finish(done);
        });
}

/// Undoing, and doing again.
void ImageActs::run(const ImageChanges &changes)
{
    begin();
    m_context->ask(
        this,
        [services = m_context->services(), user = m_context->userId(), changes] {
            return applyChanges(services, user, changes);
        },
        [this](const ChangesDone &done) {
            end();
            finish(done);
        });
}

void ImageActs::finish(const ChangesDone &done)
{
    if (done.error) {
        Q_EMIT failed(sentenceOf(*done.error));
    }
}

void ImageActs::describeDeletion(const QVariant &what)
{
    if (!m_context) {
        return;
    }
    m_context->ask(
        this,
        [services = m_context->services(), user = m_context->userId(), chosen = chosen(what)]() -> Result<Deletion> {
            auto uuids =
                chosen.keys.empty() ? Result<std::vector<QUuid>>({chosen.one}) : uuidsOf(services, user, chosen.keys);
            if (!uuids) {
                return kinframe::failed(uuids);
            }
            return services.library.database.read(
                [&](storage::Connection &db) -> Result<Deletion> { return describe(db, *uuids); });
        },
        [this](const Result<Deletion> &deletion) {
            if (!deletion) {
                Q_EMIT failed(sentenceOf(deletion.error()));
                return;
            }
            const QString size = QLocale().formattedDataSize(deletion->bytes, 1, QLocale::DataSizeTraditionalFormat);
            Q_EMIT deletionDescribed(deletion->count, deletion->kept, deletion->inPlace, size);
        });
}

} // namespace kinframe::ui
