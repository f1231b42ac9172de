// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "soak/soak_calls.h"

#include <QJsonArray>

#include <algorithm>

namespace kinframe::test {

using namespace Qt::StringLiterals;

bool SoakCalls::expect(const QString &kind, const HttpAnswer &answer, std::initializer_list<int> statuses)
{
    record.addCall(kind, answer.ms);
    if (std::find(statuses.begin(), statuses.end(), answer.status) != statuses.end()) {
        return true;
    }
    problem(kind, QString::fromUtf8(answer.text().left(400)));
    return false;
}

bool SoakCalls::expect(const QString &kind, bool isSo, const SoakFile &file, const HttpAnswer &answer)
{
    if (!isSo) {
        problem(kind, u"of picture %1, %2: %3"_s.arg(file.number)
                          .arg(file.id, QString::fromUtf8(answer.body.isValidUtf8() ? answer.text().left(1500)
                                                                                    : QByteArray("other bytes"))));
    }
    return isSo;
}

void SoakCalls::problem(const QString &kind, const QString &what)
{
    record.addProblem(u"%1, %2: %3"_s.arg(name, kind, what));
}

QJsonObject idsOf(const SoakFile &file, const QJsonObject &more)
{
    QJsonObject body = more;
    body.insert(u"ids"_s, QJsonArray{file.id});
    return body;
}

} // namespace kinframe::test
