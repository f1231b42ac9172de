// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/stack_acts.h"

#include "storage/database.h"
#include "ui/base/context.h"
#include "ui/base/sentences.h"
#include "ui/base/undo_stack.h"
#include "ui/images/asset_choice.h"

#include <QQmlEngine>

#include <algorithm>
#include <optional>

namespace kinframe::ui {
namespace {

struct Done
{
    StackArrangement before;
    StackArrangement after;
};

Result<Done> doIt(const Services &services, qint64 userId, const StackArrangement &wanted)
{
    return services.library.database.write([&](storage::Transaction &transaction) -> Result<Done> {
        auto before = arrange(transaction, services, userId, wanted);
        if (!before) {
            return failed(before);
        }
        return Done{std::move(*before), wanted};
    });
}

void erase(std::vector<QUuid> &photos, const QUuid &photo)
{
    std::erase(photos, photo);
}

} // namespace

StackActs::StackActs(Context *context, UndoStack *undoStack, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_undoStack(undoStack)
{
}

StackActs *StackActs::create(QQmlEngine *engine, QJSEngine *)
{
    return new StackActs(Context::of(engine), UndoStack::create(engine, nullptr));
}

void StackActs::stack(const QVariant &what)
{
    const Wish wish = [](const StackArrangement &now, const std::vector<QUuid> &named) -> StackArrangement {
        std::vector<QUuid> together = named;
        std::ranges::copy_if(now.photos, std::back_inserter(together),
                             [&](const QUuid &photo) { return std::ranges::find(named, photo) == named.end(); });
        return {now.photos, {std::move(together)}};
    };
    act(what, wish,
        [](const StackArrangement &done) { return tr("%n photo(s) stacked", nullptr, int(done.photos.size())); });
}

void StackActs::unstack(const QVariant &what)
{
    const Wish wish = [](const StackArrangement &now, const std::vector<QUuid> &) -> StackArrangement {
        return {now.photos, {}};
    };
    act(what, wish, [](const StackArrangement &done) {
        return tr("%n photo(s) not stacked any more", nullptr, int(done.photos.size()));
    });
}

void StackActs::makeCover(const QString &assetId)
{
    const Wish wish = [](const StackArrangement &now, const std::vector<QUuid> &named) {
        StackArrangement wanted = now;
        for (std::vector<QUuid> &stack : wanted.stacks) {
            erase(stack, named.front());
            stack.insert(stack.begin(), named.front());
        }
        return wanted;
    };
    act(assetId, wish, [](const StackArrangement &) { return tr("The stack has another cover"); });
}

void StackActs::takeOut(const QString &assetId)
{
    const Wish wish = [](const StackArrangement &now, const std::vector<QUuid> &named) {
        StackArrangement wanted = now;
        for (std::vector<QUuid> &stack : wanted.stacks) {
            erase(stack, named.front());
        }
        return wanted;
    };
    act(assetId, wish, [](const StackArrangement &) { return tr("Photo taken out of its stack"); });
}

void StackActs::act(const QVariant &what, const Wish &wish, const Say &say)
{
    if (!m_context) {
        return;
    }
    const auto work = [services = m_context->services(), user = m_context->userId(), chosen = AssetChoice(what),
                       wish]() -> Result<std::optional<Done>> {
        const auto named = chosen.uuids(services, user);
        if (!named) {
            return kinframe::failed(named);
        }
        const auto now = services.library.database.read(
            [&](storage::Connection &db) -> Result<StackArrangement> { return arrangementOf(db, user, *named); });
        if (!now) {
            return kinframe::failed(now);
        }
        if (now->photos.empty()) {
            return std::optional<Done>();
        }
        const StackArrangement wanted = wish(*now, *named);
        if (wanted.stacks == now->stacks) {
            return std::optional<Done>();
        }
        auto done = doIt(services, user, wanted);
        return done ? Result<std::optional<Done>>(std::move(*done)) : kinframe::failed(done);
    };
    m_context->ask(this, work, [this, say, doing = m_undoStack->begin()](const Result<std::optional<Done>> &done) {
        if (!done) {
            Q_EMIT failed(sentenceOf(done.error()));
        } else if (!*done) {
            Q_EMIT failed(tr("None of these photos is in a stack that this would change."));
        } else {
            doing->push({say((*done)->after), [this, before = (*done)->before] { lay(before); },
                         [this, after = (*done)->after] { lay(after); }});
        }
    });
}

/// Undoing, and doing again.
void StackActs::lay(const StackArrangement &wanted)
{
    m_context->ask(
        this,
        [services = m_context->services(), user = m_context->userId(), wanted] { return doIt(services, user, wanted); },
        [this](const Result<Done> &done) {
            if (!done) {
                Q_EMIT failed(sentenceOf(done.error()));
            }
        });
}

} // namespace kinframe::ui
