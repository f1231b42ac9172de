// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/strictness_preview.h"

#include "base/ids.h"
#include "faces/recognition.h"
#include "faces/strictness.h"
#include "storage/database.h"
#include "ui/base/sentences.h"

#include <QPointer>

#include <algorithm>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;

/// Hands what a thread of the preview says over to it, unless it has gone or been asked something else.
template <typename Call>
void tell(StrictnessPreview *preview, const std::stop_token &stop, Call call)
{
    QMetaObject::invokeMethod(
        preview,
        [stop, call] {
            if (!stop.stop_requested()) {
                call();
            }
        },
        Qt::QueuedConnection);
}

} // namespace

StrictnessPreview::StrictnessPreview(QObject *parent)
    : ListModel(parent)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
}

StrictnessPreview::~StrictnessPreview()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

int StrictnessPreview::least() const
{
    return faces::leastStrictness;
}

int StrictnessPreview::most() const
{
    return faces::mostStrictness;
}

void StrictnessPreview::begin()
{
    if (!context()) {
        return;
    }
    m_reading.ask(
        *context(), this,
        [&database = context()->services().library.database,
         userId = context()->userId()](const std::stop_token &stop) {
            return database.read(
                [userId](storage::Connection &db) -> Result<int> { return faces::strictnessOf(db, userId); }, stop);
        },
        [this](const Result<int> &strictness) {
            if (!strictness) {
                setFailed(strictness.error());
                return;
            }
            m_applied = *strictness;
            m_isKnown = true;
            Q_EMIT appliedChanged();
            m_strictness = m_applied;
            Q_EMIT strictnessChanged();
            workOut();
        });
}

void StrictnessPreview::setStrictness(int strictness)
{
    const int bounded = std::clamp(strictness, least(), most());
    if (bounded != m_strictness && m_isKnown) {
        m_strictness = bounded;
        Q_EMIT strictnessChanged();
        workOut();
    }
}

void StrictnessPreview::reload()
{
    if (m_isKnown) {
        workOut();
    }
}

void StrictnessPreview::cancel()
{
    m_stop.request_stop();
    if (status() == Status::Loading) {
        setStatus(Status::Unloaded);
    }
}

void StrictnessPreview::workOut()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_progress = 0;
    Q_EMIT progressChanged();
    setStatus(Status::Loading);
    m_pool.start([this, services = &context()->services(), userId = context()->userId(), strictness = m_strictness,
                  stop = m_stop.get_token()] {
        const auto models = services->recognition.models();
        if (!models) {
            tell(this, stop, [this, error = models.error()] { show(Failure(error)); });
            return;
        }
        const auto onProgress = [this, stop](double done) {
            tell(this, stop, [this, done] {
                m_progress = done;
                Q_EMIT progressChanged();
            });
        };
        auto preview = faces::previewStrictness(services->library, userId, faces::traitsOf(models->kind), strictness,
                                                onProgress, stop);
        tell(this, stop, [this, preview] { show(preview); });
    });
}

void StrictnessPreview::show(const Result<faces::StrictnessPreview> &preview)
{
    if (!preview) {
        setFailed(preview.error());
        return;
    }
    beginResetModel();
    m_preview = *preview;
    endResetModel();
    Q_EMIT countChanged();
    Q_EMIT previewed();
    setStatus(Status::Ready);
}

void StrictnessPreview::apply()
{
    context()->ask(
        this,
        [services = &context()->services(), userId = context()->userId(), strictness = m_strictness]() -> Result<int> {
            auto chosen = faces::chooseStrictness(services->library, userId, strictness);
            return chosen ? Result<int>(strictness) : Result<int>(failed(chosen));
        },
        [this](const Result<int> &strictness) {
            if (!strictness) {
                Q_EMIT wentWrong(sentenceOf(strictness.error()));
                return;
            }
            m_applied = *strictness;
            Q_EMIT appliedChanged();
        });
}

const faces::StrictnessPreview::Group &StrictnessPreview::groupAt(int row) const
{
    return isJoin(row) ? m_preview.joins[size_t(row)] : m_preview.parts[size_t(row) - m_preview.joins.size()];
}

QString StrictnessPreview::textOf(int row) const
{
    const faces::StrictnessPreview::Group &group = groupAt(row);
    QString name;
    for (const faces::PreviewedPerson &person : group.people) {
        name = name.isEmpty() ? person.name : name;
    }
    const int total = int(group.total);
    if (isJoin(row)) {
        return name.isEmpty() ? tr("%n groups would become one", nullptr, total)
                              : tr("%n group(s) would join “%1”", nullptr, total - 1).arg(name);
    }
    return name.isEmpty() ? tr("One group would become %n", nullptr, total)
                          : tr("“%1” would become %n people", nullptr, total).arg(name);
}

int StrictnessPreview::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_preview.joins.size() + m_preview.parts.size());
}

QVariant StrictnessPreview::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const faces::StrictnessPreview::Group &group = groupAt(index.row());
    switch (role) {
    case JoinRole:
        return isJoin(index.row());
    case Qt::DisplayRole:
    case TextRole:
        return textOf(index.row());
    case CoversRole: {
        QStringList covers;
        for (const faces::PreviewedPerson &person : group.people) {
            covers.push_back(u"image://library/face/"_s + toText(person.cover));
        }
        return covers;
    }
    case MoreRole:
        return int(group.total) - int(group.people.size());
    default:
        return {};
    }
}

QHash<int, QByteArray> StrictnessPreview::roleNames() const
{
    return {{JoinRole, "isJoin"}, {TextRole, "sentence"}, {CoversRole, "covers"}, {MoreRole, "more"}};
}

} // namespace kinframe::ui
