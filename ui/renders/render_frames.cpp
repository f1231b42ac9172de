// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renders/render_frames.h"

#include "base/error_json.h"
#include "base/ids.h"
#include "ui/base/sentences.h"
#include "ui/renders/render_texts.h"
#include "ui/renders/render_watch.h"

#include <QLocale>

#include <algorithm>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using render::FrameState;

bool lacksPicture(const FrameView &frame)
{
    return frame.state == FrameState::Completed && frame.picture.isNull();
}

QString problemOf(const FrameView &frame)
{
    return frame.error.isEmpty() ? QString() : sentenceOf(errorFromJsonText(frame.error));
}

} // namespace

void RenderFrames::begin()
{
    m_watch = new RenderWatch(this);
    connect(m_watch, &RenderWatch::changed, this, [this](const QSet<qint64> &tasks, bool pictures) {
        if (tasks.contains(m_taskId) || pictures) {
            reload();
        }
    });
}

void RenderFrames::setTaskId(int taskId)
{
    if (taskId == m_taskId) {
        return;
    }
    m_taskId = taskId;
    m_question.drop();
    m_isReading = false;
    m_isStale = false;
    show({});
    setStatus(Status::Unloaded);
    Q_EMIT taskIdChanged();
    if (isComplete()) {
        reload();
    }
}

void RenderFrames::reload()
{
    if (!context() || m_taskId == 0) {
        return;
    }
    // Of thousands of frames each answer comes, however fast they end.
    m_isStale = m_isReading;
    if (m_isReading) {
        return;
    }
    if (status() != Status::Ready) {
        setStatus(Status::Loading);
    }
    m_isReading = true;
    m_question.ask(
        *context(), this,
        [&services = context()->services(), userId = context()->userId(), id = m_taskId](const std::stop_token &stop) {
            return framesOf(services, userId, id, stop);
        },
        [this](Result<std::vector<FrameView>> frames) {
            m_isReading = false;
            if (!frames) {
                setFailed(frames.error());
                return;
            }
            update(std::move(*frames));
            setStatus(Status::Ready);
            if (m_isStale) {
                reload();
            }
        });
}

void RenderFrames::update(std::vector<FrameView> frames)
{
    if (!std::ranges::equal(frames, m_frames, {}, &FrameView::number, &FrameView::number)) {
        show(std::move(frames));
        return;
    }
    const auto count = int(frames.size());
    for (int row = 0; row < count; ++row) {
        int end = row;
        while (end < count && m_frames[size_t(end)] != frames[size_t(end)]) {
            m_frames[size_t(end)] = std::move(frames[size_t(end)]);
            ++end;
        }
        if (end > row) {
            Q_EMIT dataChanged(index(row), index(end - 1));
            row = end;
        }
    }
    settle();
}

void RenderFrames::show(std::vector<FrameView> frames)
{
    if (frames.empty() && m_frames.empty()) {
        return;
    }
    beginResetModel();
    m_frames = std::move(frames);
    m_sections.clear();
    if (!m_frames.empty()) {
        m_sections.push_back({{}, 0, int(m_frames.size())});
    }
    endResetModel();
    settle();
    Q_EMIT sectionsChanged();
}

void RenderFrames::settle()
{
    if (m_watch != nullptr) {
        m_watch->setAwaitingPictures(std::ranges::any_of(m_frames, lacksPicture));
    }
}

int RenderFrames::rowOf(qint64 key) const
{
    const auto found = std::ranges::lower_bound(m_frames, key, {}, &FrameView::number);
    return found == m_frames.end() || found->number != key ? -1 : int(found - m_frames.begin());
}

int RenderFrames::frameAt(int row) const
{
    return row >= 0 && row < int(m_frames.size()) ? m_frames[size_t(row)].number : -1;
}

QList<int> RenderFrames::framesAt(const QList<int> &rows) const
{
    QList<int> numbers;
    for (const int row : rows) {
        if (const int number = frameAt(row); number >= 0) {
            numbers.push_back(number);
        }
    }
    return numbers;
}

QString RenderFrames::problemAt(int row) const
{
    return frameAt(row) >= 0 ? problemOf(m_frames[size_t(row)]) : QString();
}

QString RenderFrames::factsAt(int row) const
{
    if (frameAt(row) < 0) {
        return {};
    }
    const FrameView &frame = m_frames[size_t(row)];
    QString text = tr("Frame %1").arg(frame.number) + u" · "_s + signOf(frame.state).text;
    if (frame.isTest) {
        text += u" · "_s + tr("test frame");
    }
    if (frame.renderMs) {
        text += u" · "_s + spanText(*frame.renderMs);
    }
    if (!frame.node.isEmpty()) {
        text += u" · "_s + tr("on %1").arg(frame.node);
    }
    if (frame.retries > 0) {
        text += u" · "_s + tr("tried %n time(s) more", nullptr, frame.retries);
    }
    return text;
}

bool RenderFrames::hasPicture(int row) const
{
    return frameAt(row) >= 0 && !m_frames[size_t(row)].picture.isNull();
}

int RenderFrames::rowOfInterest() const
{
    for (const FrameState state : {FrameState::Failed, FrameState::Rendering}) {
        const auto found = std::ranges::find(m_frames, state, &FrameView::state);
        if (found != m_frames.end()) {
            return int(found - m_frames.begin());
        }
    }
    for (int row = count() - 1; row > 0; --row) {
        if (m_frames[size_t(row)].state == FrameState::Completed) {
            return row;
        }
    }
    return m_frames.empty() ? -1 : 0;
}

int RenderFrames::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_frames.size());
}

QVariant RenderFrames::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const FrameView &frame = m_frames[size_t(index.row())];
    switch (role) {
    case NumberRole:
        return frame.number;
    case StateTextRole:
        return signOf(frame.state).text;
    case StateIconRole:
        return signOf(frame.state).icon;
    case StateToneRole:
        return signOf(frame.state).tone;
    case PictureRole:
        return thumbnailOf(frame.picture, frame.pictureStamp);
    case AssetIdRole:
        return frame.picture.isNull() ? QString() : toText(frame.picture);
    case TestRole:
        return frame.isTest;
    case TimeRole:
        return frame.renderMs ? spanText(*frame.renderMs) : QString();
    case ProblemRole:
        return problemOf(frame);
    case BusyRole:
        return frame.state == FrameState::Rendering;
    case Qt::DisplayRole:
        return tr("Frame %1").arg(frame.number);
    default:
        return {};
    }
}

QHash<int, QByteArray> RenderFrames::roleNames() const
{
    return {{NumberRole, "frameNumber"},  {StateTextRole, "stateText"}, {StateIconRole, "stateIcon"},
            {StateToneRole, "stateTone"}, {PictureRole, "picture"},     {AssetIdRole, "assetId"},
            {TestRole, "isTest"},         {TimeRole, "timeText"},       {ProblemRole, "problemText"},
            {BusyRole, "isBusy"}};
}

} // namespace kinframe::ui
