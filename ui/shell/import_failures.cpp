// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/import_failures.h"

#include "base/ids.h"
#include "ui/base/sentences.h"

namespace kinframe::ui {
namespace {

constexpr int mostShown = 1000;

} // namespace

void ImportFailures::setRun(const QString &run)
{
    if (run != m_run) {
        m_run = run;
        Q_EMIT runChanged();
        if (isComplete()) {
            reload();
        }
    }
}

void ImportFailures::reload()
{
    const auto uuid = uuidFromText(m_run);
    if (context() == nullptr || !uuid) {
        return;
    }
    using Failures = std::vector<library::ImportFailure>;
    setStatus(Status::Loading);
    m_question.ask(
        *context(), this,
        [&database = context()->services().library.database, user = context()->userId(),
         id = *uuid](const std::stop_token &) -> Result<Failures> {
            const auto run = library::findImport(database, user, id);
            return run ? library::importFailures(database, run->id, {}, mostShown) : failed(run);
        },
        [this](Result<Failures> failures) {
            if (!failures) {
                setFailed(failures.error());
                return;
            }
            beginResetModel();
            m_failures = std::move(*failures);
            endResetModel();
            setStatus(Status::Ready);
        });
}

int ImportFailures::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_failures.size());
}

QVariant ImportFailures::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const library::ImportFailure &failure = m_failures[size_t(index.row())];
    switch (role) {
    case Path:
        return failure.path;
    case Sentence:
        return sentenceOf(failure.error);
    default:
        return {};
    }
}

QHash<int, QByteArray> ImportFailures::roleNames() const
{
    return {{Path, "path"}, {Sentence, "sentence"}};
}

} // namespace kinframe::ui
