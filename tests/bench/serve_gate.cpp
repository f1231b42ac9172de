// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The gate alone, to be measured from outside: /json and /routed answer a small object, /file/{name} the files of the
// folder given, /upload spools a body. With "log" every request is logged to a file, as the program does. Ends when its
// input does.
#include "base/log.h"
#include "server/http/server.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QTemporaryDir>

#include <cstdio>

using namespace kinframe::http;
using namespace Qt::StringLiterals;

namespace {

Route route(const QByteArray &pattern, Way way, Handler handler)
{
    Route made{.method = "GET", .pattern = pattern, .handler = std::move(handler), .access = Access::Open};
    made.place = Place::Inline;
    made.way = way;
    return made;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        std::fputs("serve_gate FOLDER [THREADS] [log]\n", stderr);
        return 2;
    }
    const QTemporaryDir spool;
    if (arguments.contains(u"log"_s)) {
        kinframe::installLog(spool.filePath(u"log"_s));
    } else {
        QLoggingCategory::setFilterRules(u"kinframe.server.info=false"_s);
    }
    const Handler small = [](const Request &) {
        return Reply::json(QJsonObject{{u"id"_s, 4711}, {u"name"_s, u"IMG_1234.jpg"_s}, {u"isFavorite"_s, true}});
    };
    const Handler file = [folder = arguments[1]](const Request &request) {
        return Reply::file(
            {.path = folder + u'/' + request.argument("name"), .contentType = "image/jpeg", .etag = "\"a\""});
    };
    Route upload = route("/upload", Way::Straight, [](const Request &request) {
        return Reply::json(request.upload() ? request.upload()->digests().size : 0);
    });
    upload.method = "POST";
    upload.body = BodyKind::Raw;
    ServerOptions options;
    options.spoolFolder = spool.path();
    options.threads = arguments.size() > 2 ? arguments[2].toInt() : 0;
    options.limits.connections = 2000;
    options.routes = {route("/json", Way::Straight, small), route("/routed/{id}", Way::Routed, small),
                      route("/file/{name}", Way::Straight, file), upload};
    Server server(std::move(options));
    if (const auto started = server.start(); !started) {
        std::fprintf(stderr, "%s\n", qPrintable(started.error().forLog()));
        return 1;
    }
    std::printf("%d\n", int(server.port()));
    std::fflush(stdout);
    while (std::getchar() != EOF) {
    }
    return 0;
}
