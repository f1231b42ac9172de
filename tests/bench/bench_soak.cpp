// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "soak/soak_run.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

/// bench_soak [SECONDS [WARMUP]]: 64 clients of one server for that long (300), after so many seconds (60) in which
/// their libraries fill. Prints a summary, then a line for each kind of call; fails where anything was wrong.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    SoakRun::Plan plan;
    plan.warmUpSeconds = argc > 2 ? app.arguments().at(2).toInt() : 60;
    plan.seconds = argc > 1 ? app.arguments().at(1).toInt() : 300;
    SoakRun soak(plan);
    if (soak.start()) {
        soak.run();
        soak.check();
    }
    const auto print = [](const QJsonObject &object) {
        std::printf("%s\n", QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
    };
    print(soak.summary());
    for (const QJsonValue kind : soak.kinds()) {
        print(kind.toObject());
    }
    for (const QString &problem : soak.problems()) {
        std::fprintf(stderr, "%s\n", qPrintable(problem));
    }
    return soak.problems().isEmpty() ? 0 : 1;
}
