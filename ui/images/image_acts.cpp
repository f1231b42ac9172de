// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/image_acts.h"

#include "storage/database.h"
#include "storage/sql_text.h"
#include "ui/base/context.h"
#include "ui/base/sentences.h"
#include "ui/base/undo_stack.h"
#include "ui/images/act_progress.h"
#include "ui/images/fact_values.h"
#include "ui/images/stack_arrangement.h"

#include <QQmlEngine>
#include <QSet>

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

/// Whether that column, yes or no, is yes of all of them.
bool areAll(std::string_view column, storage::Connection &db, const std::vector<QUuid> &assets)
{
    storage::Statement row = db.prepare(storage::joined({"SELECT ", column, " FROM asset WHERE uuid = ?1"}));
    return std::ranges::all_of(assets, [&](const QUuid &asset) {
        row.reset();
        row.bindAll(asset);
        return !row.step() || row.boolean(0); // What is gone says nothing.
    });
}

ImageChange favouring(bool isFavourite)
{
    ImageChange change;
    change.edit.isFavorite = isFavourite;
    return change;
}

QString favouriteText(const ImageChange &change, int count)
{
    return change.edit.isFavorite.value_or(false)
               ? ImageActs::tr("%n photo(s) added to the favourites", nullptr, count)
               : ImageActs::tr("%n photo(s) taken out of the favourites", nullptr, count);
}

ImageChange archiving(bool isArchived)
{
    return ImageChange{isArchived ? ImageChange::Kind::Archive : ImageChange::Kind::Unarchive};
}

QString archiveText(const ImageChange &change, int count)
{
    return change.kind == ImageChange::Kind::Archive
               ? ImageActs::tr("%n photo(s) archived", nullptr, count)
               : ImageActs::tr("%n photo(s) taken out of the archive", nullptr, count);
}

/// A stack is put aside as one.
Result<std::vector<QUuid>> meant(const Services &services, qint64 userId, const std::vector<QUuid> &named,
                                 const ImageChange &change)
{
    if (change.kind != ImageChange::Kind::Archive && change.kind != ImageChange::Kind::Unarchive) {
        return named;
    }
    return services.library.database.read(
        [&](storage::Connection &db) -> Result<std::vector<QUuid>> { return withTheirStacks(db, userId, named); });
}

QString titleOf(const ImageChange &change)
{
    switch (change.kind) {
    case ImageChange::Kind::Trash:
        return u"trashing"_s;
    case ImageChange::Kind::Restore:
        return u"restoring"_s;
    case ImageChange::Kind::Turn:
        return u"turning"_s;
    case ImageChange::Kind::DeleteForGood:
        return u"deleting"_s;
    case ImageChange::Kind::Archive:
    case ImageChange::Kind::Unarchive:
    case ImageChange::Kind::Edit:
    case ImageChange::Kind::Metadata:
    case ImageChange::Kind::Tags:
        break;
    }
    return u"editing"_s;
}

/// All are of one kind.
ChangesDone applyVisibly(const Services &services, qint64 userId, const ImageChanges &changes,
                         const std::stop_source &stop)
{
    if (changes.empty()) {
        return {};
    }
    TaskInfo info;
    info.kind = u"photos"_s;
    info.title = titleOf(changes.front().second);
    info.total = qint64(changes.size());
    ActProgress progress(services.progress, std::move(info), stop);
    return applyChanges(services, userId, changes, stop.get_token(), [&](qint64 over) { progress.advance(over); });
}

/// Those of them that were done.
ImageChanges doneOf(const ImageChanges &changes, const ChangesDone &done)
{
    QSet<QUuid> assets;
    for (const auto &[asset, undoing] : done.undoing) {
        assets.insert(asset);
    }
    ImageChanges some;
    std::ranges::copy_if(changes, std::back_inserter(some),
                         [&](const ImageChanges::value_type &change) { return assets.contains(change.first); });
    return some;
}

} // namespace

ImageActs::ImageActs(Context *context, UndoStack *undoStack, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_undoStack(undoStack)
    , m_line(context)
{
    connect(&m_line, &ActLine::busyChanged, this, &ImageActs::busyChanged);
}

ImageActs *ImageActs::create(QQmlEngine *engine, QJSEngine *)
{
    return new ImageActs(Context::of(engine), UndoStack::create(engine, nullptr));
}

void ImageActs::enqueue(const Work &work, const Finish &finish)
{
    m_line.add(work, [this, finish](const Result<Outcome> &outcome) {
        if (!outcome) {
            Q_EMIT failed(sentenceOf(outcome.error()));
            return;
        }
        if (finish) {
            finish(*outcome);
        }
        tell(outcome->done);
    });
}

void ImageActs::tell(const ChangesDone &done)
{
    if (done.error) {
        Q_EMIT failed(sentenceOf(*done.error));
    } else if (done.refused > 0) {
        Q_EMIT failed(tr("%n photo(s) could not be changed: %1", nullptr, int(done.refused))
                          .arg(sentenceOf(done.refusal.value_or(Error()))));
    }
}

void ImageActs::moveToTrash(const QVariant &what)
{
    change(what, ImageChange{ImageChange::Kind::Trash},
           [](const ImageChange &, int count) { return tr("%n photo(s) moved to the trash", nullptr, count); });
}

void ImageActs::restore(const QVariant &what)
{
    change(what, ImageChange{ImageChange::Kind::Restore},
           [](const ImageChange &, int count) { return tr("%n photo(s) restored", nullptr, count); });
}

void ImageActs::setFavourite(const QVariant &what, bool isFavourite)
{
    change(what, favouring(isFavourite), favouriteText);
}

void ImageActs::toggleFavourite(const QVariant &what)
{
    const Choose choose = [](const Services &services, const std::vector<QUuid> &assets) -> Result<ImageChange> {
        return services.library.database.read([&](storage::Connection &db) -> Result<ImageChange> {
            return favouring(!areAll("is_favorite", db, assets));
        });
    };
    change(what, choose, favouriteText);
}

void ImageActs::setArchived(const QVariant &what, bool isArchived)
{
    change(what, archiving(isArchived), archiveText);
}

void ImageActs::toggleArchived(const QVariant &what)
{
    const Choose choose = [](const Services &services, const std::vector<QUuid> &assets) -> Result<ImageChange> {
        return services.library.database.read([&](storage::Connection &db) -> Result<ImageChange> {
            return archiving(!areAll("is_archived", db, assets));
        });
    };
    change(what, choose, archiveText);
}

void ImageActs::rate(const QVariant &what, int stars)
{
    ImageChange edit;
    edit.edit.rating = std::optional(double(stars));
    change(what, edit, [stars](const ImageChange &, int count) {
        return stars > 0 ? tr("%n photo(s) rated with %1", nullptr, count).arg(QString(stars, u'★'))
                         : tr("%n photo(s) without a rating now", nullptr, count);
    });
}

void ImageActs::turn(const QVariant &what, int quarterTurns)
{
    change(what, ImageChange{ImageChange::Kind::Turn, {}, quarterTurns},
           [](const ImageChange &, int count) { return tr("%n photo(s) rotated", nullptr, count); });
}

void ImageActs::edit(const QVariant &what, const QVariantList &properties)
{
    library::MetadataEdit edit;
    for (const QVariant &each : properties) {
        const QVariantMap property = each.toMap();
        const QString key = property.value(u"key"_s).toString();
        const auto kind = FactValues::Kind(property.value(u"kind"_s).toInt());
        if (const auto value = FactValues::value(key, kind, property.value(u"text"_s).toString())) {
            edit.values.emplace_back(key, *value);
        }
    }
    if (edit.values.empty()) {
        return;
    }
    ImageChange all{ImageChange::Kind::Metadata};
    all.metadata = std::make_shared<const library::MetadataEdit>(std::move(edit));
    change(what, all, [](const ImageChange &, int count) { return tr("%n photo(s) changed", nullptr, count); });
}

void ImageActs::changeTags(const QVariant &what, const QStringList &added, const QStringList &removed)
{
    if (added.isEmpty() && removed.isEmpty()) {
        return;
    }
    ImageChange edit{ImageChange::Kind::Tags};
    edit.tags = std::make_shared<const TagChange>(TagChange{added, removed});
    change(what, edit,
           [](const ImageChange &, int count) { return tr("Tags of %n photo(s) changed", nullptr, count); });
}

void ImageActs::deleteForGood(const QVariant &what)
{
    change(what, ImageChange{ImageChange::Kind::DeleteForGood}, Say());
}

void ImageActs::change(const QVariant &what, const ImageChange &change, const Say &say)
{
    const Choose choose = [change](const Services &, const std::vector<QUuid> &) -> Result<ImageChange> {
        return change;
    };
    this->change(what, choose, say);
}

void ImageActs::change(const QVariant &what, const Choose &choose, const Say &say)
{
    if (!m_context) {
        return;
    }
    const auto work = [services = m_context->services(), user = m_context->userId(), chosen = AssetChoice(what),
                       choose](const std::stop_source &stop) -> Result<Outcome> {
        const auto uuids = chosen.uuids(services, user);
        if (!uuids) {
            return kinframe::failed(uuids);
        }
        const auto change = choose(services, *uuids);
        if (!change) {
            return kinframe::failed(change);
        }
        const auto all = meant(services, user, *uuids, *change);
        if (!all) {
            return kinframe::failed(all);
        }
        Outcome outcome;
        outcome.changes.reserve(all->size());
        std::ranges::transform(*all, std::back_inserter(outcome.changes),
                               [&](const QUuid &uuid) { return std::pair(uuid, *change); });
        outcome.done = applyVisibly(services, user, outcome.changes, stop);
        return outcome;
    };
    enqueue(work, [this, say, doing = say ? m_undoStack->begin() : nullptr](const Outcome &outcome) {
        if (doing && !outcome.done.undoing.empty()) {
            doing->push({say(outcome.changes.front().second, int(outcome.done.done)),
                         [this, undoing = outcome.done.undoing] { run(undoing); },
                         [this, again = doneOf(outcome.changes, outcome.done)] { run(again); }});
        }
    });
}

/// Undoing, and doing again.
void ImageActs::run(const ImageChanges &changes)
{
    enqueue([services = m_context->services(), user = m_context->userId(),
             changes](const std::stop_source &stop) -> Result<Outcome> {
        return Outcome{changes, applyVisibly(services, user, changes, stop)};
    });
}

void ImageActs::describeDeletion(const QVariant &what)
{
    if (!m_context) {
        return;
    }
    m_context->ask(
        this,
        [services = m_context->services(), user = m_context->userId(),
         chosen = AssetChoice(what)]() -> Result<Deletion> {
            const auto uuids = chosen.uuids(services, user);
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
            Q_EMIT deletionDescribed(deletion->count, deletion->kept, deletion->inPlace, bytesText(deletion->bytes));
        });
}

} // namespace kinframe::ui
