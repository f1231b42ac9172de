// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/deadline.h"

namespace kinframe::http {

using namespace Qt::StringLiterals;

Refusal Deadline::refusal(int route) const
{
    Refusal refusal;
    refusal.status = 408;
    refusal.route = route;
    refusal.mustClose = true;
    refusal.error = {ErrorCode::Timeout, {{u"seconds"_s, QString::number((m_span.count() + 999) / 1000)}}, {}};
    return refusal;
}

} // namespace kinframe::http
