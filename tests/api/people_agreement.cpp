// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/people_agreement.h"

namespace kinframe::test {

Agreement agreementOf(const QList<JudgedFace> &faces)
{
    double claimed = 0;
    double same = 0;
    double correct = 0;
    for (qsizetype i = 0; i < faces.size(); ++i) {
        for (qsizetype j = i + 1; j < faces.size(); ++j) {
            if (faces[i].name.isEmpty() && faces[j].name.isEmpty()) {
                continue;
            }
            const bool isOne = faces[i].name == faces[j].name;
            const bool isCalledOne = faces[i].person == faces[j].person;
            same += isOne;
            claimed += isCalledOne;
            correct += isOne && isCalledOne;
        }
    }
    return {claimed > 0 ? correct / claimed : 1, same > 0 ? correct / same : 1};
}

} // namespace kinframe::test
