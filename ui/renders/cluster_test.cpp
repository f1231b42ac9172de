// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renders/cluster_test.h"

#include "ui/renders/cluster_form.h"
#include "ui/renders/slow_work.h"

namespace kinframe::ui {

void ClusterTest::run(const QVariantMap &cluster)
{
    Context *context = Context::of(this);
    if (context == nullptr || m_state == State::Running) {
        return;
    }
    const auto settings = slurmSettingsOf(cluster);
    if (!settings) {
        show(State::Failed, problemOf(settings.error()));
        return;
    }
    show(State::Running, {});
    SlowWork::of(*context).ask(
        this, [settings = *settings] { return render::testSlurm(settings); },
        [this, asked = ++m_asked](const Result<render::SlurmFound> &found) {
            if (asked == m_asked) {
                show(found ? State::Good : State::Failed, found ? foundText(*found) : testProblemOf(found.error()));
            }
        });
}

void ClusterTest::clear()
{
    ++m_asked;
    show(State::Idle, {});
}

void ClusterTest::show(State state, const QString &text)
{
    m_state = state;
    m_text = text;
    Q_EMIT changed();
}

} // namespace kinframe::ui
