// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renders/frame_log.h"

#include "ui/base/sentences.h"
#include "ui/renders/render_reads.h"
#include "ui/renders/render_watch.h"

#include <QClipboard>
#include <QGuiApplication>

#include <chrono>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The end of a log says what went wrong; logs of hundreds of megabytes there are as well.
constexpr qint64 mostShown = 512 * 1024;
constexpr qint64 mostAtOnce = 256 * 1024;
// Nothing tells of lines that a renderer writes.
constexpr auto lookAgain = 1s;

Result<render::FrameLog> readLog(const Services &services, qint64 userId, qint64 taskId, int frame,
                                 render::Tasks::LogPart part, bool isFirst)
{
    const auto caller = callerOf(services, userId);
    if (!caller) {
        return failed(caller);
    }
    if (isFirst) {
        auto whole = services.tasks->log(*caller, taskId, frame, {part.attempt, 0, 0});
        if (!whole) {
            return whole;
        }
        part.offset = std::max<qint64>(0, whole->size - mostShown);
    }
    part.limit = mostAtOnce;
    return services.tasks->log(*caller, taskId, frame, part);
}

} // namespace

FrameLog::FrameLog(QObject *parent)
    : ListModel(parent)
{
    m_poll.setInterval(lookAgain);
    m_poll.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, &FrameLog::reload);
}

void FrameLog::begin()
{
    const auto *watch = new RenderWatch(this);
    connect(watch, &RenderWatch::changed, this, [this](const QSet<qint64> &tasks) {
        if (tasks.contains(m_taskId)) {
            reload();
        }
    });
}

void FrameLog::setTaskId(int taskId)
{
    const bool isOther = taskId != m_taskId;
    m_taskId = taskId;
    startAnew(isOther);
}

void FrameLog::setFrame(int frame)
{
    const bool isOther = frame != m_frame;
    m_frame = frame;
    if (isOther) {
        m_attempt = 0;
    }
    startAnew(isOther);
}

void FrameLog::setAttempt(int attempt)
{
    const bool isOther = attempt != m_attempt;
    m_attempt = attempt;
    startAnew(isOther);
}

void FrameLog::setOn(bool isOn)
{
    const bool isOther = isOn != m_isOn;
    m_isOn = isOn;
    startAnew(isOther);
}

void FrameLog::startAnew(bool isOther)
{
    if (!isOther) {
        return;
    }
    clear();
    m_attempts = 0;
    Q_EMIT askedChanged();
    Q_EMIT factsChanged();
    if (isComplete()) {
        reload();
    }
}

void FrameLog::clear()
{
    m_question.drop();
    m_poll.stop();
    m_isReading = false;
    m_isStale = false;
    m_isGrowing = false;
    m_shown = 0;
    m_from = -1;
    m_next = 0;
    m_open.clear();
    if (!m_lines.isEmpty()) {
        beginResetModel();
        m_lines.clear();
        endResetModel();
    }
    setStatus(Status::Unloaded);
}

void FrameLog::reload()
{
    if (!context() || !m_isOn || m_taskId == 0 || m_frame < 0) {
        return;
    }
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
        [&services = context()->services(), userId = context()->userId(), task = m_taskId, frame = m_frame,
         part = render::Tasks::LogPart{m_attempt, m_next, 0}, isFirst = m_from < 0](const std::stop_token &) {
            return readLog(services, userId, task, frame, part, isFirst);
        },
        [this](const Result<render::FrameLog> &part) {
            m_isReading = false;
            if (!part) {
                setFailed(part.error());
                return;
            }
            take(*part);
        });
}

void FrameLog::take(const render::FrameLog &part)
{
    const bool isOther = m_from >= 0 && (part.attempt != m_shown || part.offset != m_next);
    if (isOther) {
        // Another attempt has begun, and its log with it.
        clear();
        reload();
        return;
    }
    if (m_from < 0) {
        m_from = part.offset;
    }
    m_attempts = part.attempts;
    m_shown = part.attempt;
    m_isGrowing = part.isGrowing;
    m_next = part.offset + part.text.size();
    append(part.text);
    setStatus(Status::Ready);
    Q_EMIT factsChanged();
    if (m_isStale || (m_next < part.size && !part.text.isEmpty())) {
        reload();
    } else if (m_isGrowing) {
        m_poll.start();
    }
}

void FrameLog::append(const QByteArray &text)
{
    if (text.isEmpty()) {
        return;
    }
    const bool hadOpen = !m_open.isEmpty();
    m_open += text;
    QStringList lines;
    qsizetype from = 0;
    for (qsizetype end = m_open.indexOf('\n'); end >= 0; end = m_open.indexOf('\n', from)) {
        QByteArrayView line = QByteArrayView(m_open).sliced(from, end - from);
        if (line.endsWith('\r')) {
            line.chop(1);
        }
        lines += QString::fromUtf8(line);
        from = end + 1;
    }
    m_open.remove(0, from);
    if (!m_open.isEmpty()) {
        lines += QString::fromUtf8(m_open);
    }
    if (hadOpen) {
        // The last row was only the beginning of its line.
        m_lines.last() = lines.takeFirst();
        Q_EMIT dataChanged(index(count() - 1), index(count() - 1));
    }
    if (!lines.isEmpty()) {
        beginInsertRows({}, count(), count() + int(lines.size()) - 1);
        m_lines += lines;
        endInsertRows();
    }
}

QString FrameLog::skippedText() const
{
    return m_from > 0 ? tr("The first %1 of this log are not shown.").arg(bytesText(m_from)) : QString();
}

void FrameLog::copy() const
{
    QGuiApplication::clipboard()->setText(m_lines.join(u'\n'));
}

int FrameLog::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant FrameLog::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    return role == LineRole || role == Qt::DisplayRole ? QVariant(m_lines[index.row()]) : QVariant();
}

QHash<int, QByteArray> FrameLog::roleNames() const
{
    return {{LineRole, "line"}};
}

} // namespace kinframe::ui
