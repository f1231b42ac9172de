// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/albums/album_acts.h"

#include "base/ids.h"
#include "ui/albums/album_texts.h"
#include "ui/base/context.h"
#include "ui/base/sentences.h"
#include "ui/images/act_progress.h"

#include <QPointer>
#include <QQmlEngine>

#include <algorithm>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;

AlbumChangesDone applyVisibly(const Services &services, qint64 userId, const AlbumChanges &changes,
                              const std::stop_source &stop)
{
    TaskInfo info;
    info.kind = u"photos"_s;
    info.title = u"editing"_s;
    info.total = qint64(changes.size());
    ActProgress progress(services.progress, std::move(info), stop);
    return applyChanges(services, userId, changes, stop.get_token(), [&](qint64 over) { progress.advance(over); });
}

/// Change by change, as many photos in each as are written at once.
template <typename Change>
AlbumChanges inParts(const QUuid &album, const std::vector<QUuid> &assets)
{
    AlbumChanges changes;
    for (size_t first = 0; first < assets.size(); first += photosAtOnce) {
        const size_t last = std::min(assets.size(), first + photosAtOnce);
        Change part;
        part.album = album;
        part.assets.assign(assets.begin() + qsizetype(first), assets.begin() + qsizetype(last));
        changes.push_back({std::move(part)});
    }
    return changes;
}

AlbumChanges edited(const QString &album, const albums::AlbumEdit &edit)
{
    return {{AlbumChange::Edit{QUuid::fromString(album), edit, false}}};
}

} // namespace

AlbumActs::AlbumActs(Context *context, UndoStack *undoStack, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_undoStack(undoStack)
    , m_line(context)
{
    connect(&m_line, &ActLine::busyChanged, this, &AlbumActs::busyChanged);
}

AlbumActs *AlbumActs::create(QQmlEngine *engine, QJSEngine *)
{
    return new AlbumActs(Context::of(engine), UndoStack::create(engine, nullptr));
}

void AlbumActs::make(const QString &name, const QVariant &what)
{
    const QString given = name.trimmed();
    const Choose choose = [given](const std::vector<QUuid> &assets) {
        albums::AlbumEdit edit;
        edit.name = given;
        AlbumChanges changes{{AlbumChange::Make{edit}}};
        std::ranges::move(inParts<AlbumChange::Add>({}, assets), std::back_inserter(changes));
        return changes;
    };
    change(what, choose, [this, given](const AlbumChangesDone &done) {
        Q_EMIT made(toText(done.made));
        return AlbumTexts::made(given);
    });
}

void AlbumActs::add(const QString &album, const QString &name, const QVariant &what)
{
    const Choose choose = [uuid = QUuid::fromString(album)](const std::vector<QUuid> &assets) {
        return inParts<AlbumChange::Add>(uuid, assets);
    };
    const int count = int(AssetChoice(what).count());
    change(what, choose, [this, name, count](const AlbumChangesDone &done) {
        if (done.photos == 0) {
            Q_EMIT said(AlbumTexts::allThere(count, name));
            return QString();
        }
        return AlbumTexts::added(int(done.photos), name);
    });
}

void AlbumActs::remove(const QString &album, const QString &name, const QVariant &what)
{
    const Choose choose = [uuid = QUuid::fromString(album)](const std::vector<QUuid> &assets) {
        return inParts<AlbumChange::Remove>(uuid, assets);
    };
    change(what, choose, [name](const AlbumChangesDone &done) {
        return done.photos > 0 ? AlbumTexts::removed(int(done.photos), name) : QString();
    });
}

void AlbumActs::rename(const QString &album, const QString &name)
{
    albums::AlbumEdit edit;
    edit.name = name.trimmed();
    change(edited(album, edit), [name](const AlbumChangesDone &) { return AlbumTexts::renamed(name.trimmed()); });
}

void AlbumActs::describe(const QString &album, const QString &description)
{
    albums::AlbumEdit edit;
    edit.description = description.trimmed();
    change(edited(album, edit), [](const AlbumChangesDone &) { return AlbumTexts::described(); });
}

void AlbumActs::setCover(const QString &album, const QVariant &what)
{
    const Choose choose = [album](const std::vector<QUuid> &assets) {
        albums::AlbumEdit edit;
        if (!assets.empty()) {
            edit.cover = assets.front();
        }
        return assets.empty() ? AlbumChanges() : edited(album, edit);
    };
    change(what, choose, [](const AlbumChangesDone &) { return AlbumTexts::covered(); });
}

void AlbumActs::setOldestFirst(const QString &album, bool isOldestFirst)
{
    albums::AlbumEdit edit;
    edit.isOldestFirst = isOldestFirst;
    change(edited(album, edit),
           [isOldestFirst](const AlbumChangesDone &) { return AlbumTexts::ordered(isOldestFirst); });
}

void AlbumActs::deleteAlbums(const QStringList &albums)
{
    AlbumChanges changes;
    for (const QString &album : albums) {
        changes.push_back({AlbumChange::Delete{QUuid::fromString(album)}});
    }
    change(changes, [](const AlbumChangesDone &done) { return AlbumTexts::deleted(int(done.albums)); });
}

void AlbumActs::change(const AlbumChanges &changes, const Say &say)
{
    change(
        {}, [changes](const std::vector<QUuid> &) { return changes; }, say);
}

void AlbumActs::change(const QVariant &what, const Choose &choose, const Say &say)
{
    if (!m_context) {
        return;
    }
    const auto work = [&services = m_context->services(), user = m_context->userId(), chosen = AssetChoice(what),
                       choose](const std::stop_source &stop) -> Result<AlbumChangesDone> {
        auto assets = chosen.uuids(services, user);
        if (!assets) {
            return kinframe::failed(assets);
        }
        return applyVisibly(services, user, choose(std::move(*assets)), stop);
    };
    enqueue(work, [this, say, doing = m_undoStack->begin()](const AlbumChangesDone &done) {
        if (done.error && done.albums == 0 && done.photos == 0) {
            return;
        }
        if (const QString text = say(done); !text.isEmpty()) {
            remember(*doing, text, done);
        }
    });
}

void AlbumActs::remember(UndoStack::Doing &doing, const QString &text, const AlbumChangesDone &done)
{
    // What takes it back is found out anew each time: photos may have come and gone between.
    const auto changes = std::make_shared<AlbumChanges>(done.undoing);
    const auto turn = [self = QPointer(this), changes] {
        if (self) {
            self->turnBack(changes);
        }
    };
    doing.push({text, turn, turn});
}

void AlbumActs::turnBack(const std::shared_ptr<AlbumChanges> &changes)
{
    // Looked at when its turn comes: the act before it may be the other direction.
    enqueue([&services = m_context->services(), user = m_context->userId(), changes](const std::stop_source &stop)
                -> Result<AlbumChangesDone> { return applyVisibly(services, user, *changes, stop); },
            [changes](const AlbumChangesDone &done) { *changes = done.undoing; });
}

void AlbumActs::enqueue(const Work &work, const std::function<void(const AlbumChangesDone &)> &finish)
{
    m_line.add(work, [this, finish](const Result<AlbumChangesDone> &outcome) {
        if (!outcome) {
            Q_EMIT failed(sentenceOf(outcome.error()));
            return;
        }
        finish(*outcome);
        if (outcome->error) {
            Q_EMIT failed(sentenceOf(*outcome->error));
        }
    });
}

} // namespace kinframe::ui
