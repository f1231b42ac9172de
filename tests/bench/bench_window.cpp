// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_window use FOLDER BEGAN: opens the window over a large library and uses it. BEGAN is when the process was
// started, in ns since 1970. Prints as JSON how long that took: until the window could be used, the frames while it
// scrolls, and what people do with people.
// bench_window images FOLDER BEGAN: of a library without people, only the photos: how they scroll in both layouts.
// bench_window renders FOLDER BEGAN: makes a render of 10,000 frames whose pictures are the library's photos, opens it,
// and scrolls through them.
// bench_window import FOLDER PHOTOS: imports photos in the window of a new library, looks for faces, and closes it.
// Prints the longest time for which the window stood still meanwhile, and what it did in that time.
#include "render/task_rows.h"
#include "storage/database.h"
#include "ui/base/context.h"
#include "ui/images/timeline_model.h"
#include "ui/people/people_acts.h"
#include "ui/people/people_model.h"
#include "ui/people/person_items.h"
#include "ui/shell/stall_watch.h"
#include "ui/window/window_driver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

using namespace kinframe;
using namespace kinframe::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;
constexpr int acts = 20; ///< of each kind

[[noreturn]] void stop(const QString &reason)
{
    std::fprintf(stderr, "bench_window: %s\n", qPrintable(reason));
    std::exit(1);
}

/// Looks each time when something has happened, and not in between: what is measured is not waited for.
template <typename Condition>
void await(const char *what, const Condition &isSo, int ms = patienceMs)
{
    QElapsedTimer timer;
    timer.start();
    QTimer alarm;
    alarm.start(1000);
    while (!isSo()) {
        if (timer.elapsed() > ms) {
            stop(QString::fromUtf8(what) + u" does not come"_s);
        }
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

template <typename Condition>
double msUntil(const char *what, const Condition &isSo)
{
    QElapsedTimer timer;
    timer.start();
    await(what, isSo);
    return double(timer.nsecsElapsed()) / 1e6;
}

double atShare(std::vector<double> values, double share)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[std::min(values.size() - 1, std::size_t(share * double(values.size())))];
}

/// `VmRSS` or `VmHWM`, in MB; 0 where the system does not say.
double memoryMb(const QByteArray &name)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QByteArrayList lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(QByteArray(name + ':'))) {
            return line.mid(name.size() + 1).trimmed().split(' ').constFirst().toDouble() * 1024 / 1e6;
        }
    }
    return 0;
}

/// The visible grid of the window that has rows; null where there is none yet.
QQuickItem *gridIn(QQuickItem &item)
{
    if (!item.isVisible()) {
        return nullptr;
    }
    if (item.property("columns").isValid() && item.property("contentY").isValid() &&
        item.property("total").toInt() > 0) {
        return &item;
    }
    for (QQuickItem *child : item.childItems()) {
        if (QQuickItem *found = gridIn(*child)) {
            return found;
        }
    }
    return nullptr;
}

class WindowBench
{
public:
    explicit WindowBench(const QString &folder)
        : m_driver(folder)
    {
    }

    /// `place`: the page by which the window can be used.
    void start(qint64 beganNs, const QString &place)
    {
        if (!m_driver.start()) {
            stop(u"the window does not open"_s);
        }
        await("the library", [this] { return !m_driver.places().isEmpty(); });
        m_driver.go(place);
        await("a page with something", [this] { return grid() != nullptr; });
        awaitFrame();
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        m_report[u"usable_ms"_s] = double(std::chrono::nanoseconds(now).count() - beganNs) / 1e6;
        m_report[u"start_mb"_s] = memoryMb("VmRSS");
    }

    /// Scrolls as a wheel and then as a hasty hand does, drawing as fast as it goes.
    void scroll(const QString &place)
    {
        m_driver.go(place);
        await("a grid", [this] { return grid() != nullptr; });
        QQuickItem *shown = grid();
        std::vector<double> frames;
        QElapsedTimer frame;
        int count = 0;
        constexpr int framesOfEach = 300;
        constexpr double slowStep = 30;
        constexpr double hastyStep = 400;
        const auto swapped = QObject::connect(m_driver.window(), &QQuickWindow::frameSwapped, [&] {
            if (frame.isValid()) {
                frames.push_back(double(frame.nsecsElapsed()) / 1e6);
            }
            frame.start();
            const double step = ++count < framesOfEach ? slowStep : hastyStep;
            shown->setProperty("contentY", shown->property("contentY").toDouble() + step);
        });
        shown->setProperty("contentY", 1);
        await("the end of scrolling", [&] { return count >= 2 * framesOfEach; });
        QObject::disconnect(swapped);
        m_frames.insert(m_frames.end(), frames.begin(), frames.end());
    }

    /// Until the frames of a large render are drawn.
    void openRender()
    {
        constexpr int frames = 10'000;
        const ui::Context *context = ui::Context::of(qmlEngine(m_driver.window()));
        const auto task = context->services().library.database.write(
            [user = context->userId()](storage::Transaction &transaction) -> Result<qint64> {
                // Any file will do for the scene: nothing renders it.
                transaction.run("INSERT INTO render_file(owner_id, blob_id, file_name, created_at, used_at) SELECT ?1, "
                                "min(id), 'long.blend', 1, 1 FROM blob",
                                user);
                render::NewTask wanted;
                wanted.ownerId = user;
                wanted.sceneFileId = transaction.db().lastInsertId();
                wanted.sceneMd5 = QByteArray(16, 'm');
                wanted.request.unionId = u"bench"_s;
                wanted.request.sceneKey = u"projects/bench/long.blend"_s;
                wanted.request.totalFrames = frames;
                wanted.runner = u"local"_s;
                const qint64 id = render::insertTask(transaction, wanted);
                transaction.run("UPDATE render_frame SET state = 2, render_ms = 900 + number, asset_id = (SELECT "
                                "min(id) + number % 1000 FROM asset) WHERE task_id = ?1",
                                id);
                transaction.run("UPDATE render_task SET state = 4 WHERE id = ?1", id);
                return id;
            });
        if (!task) {
            stop(task.error().forLog());
        }
        m_driver.open(u"renders"_s, {{u"task"_s, *task}});
        m_report[u"frames_ms"_s] =
            msUntil("the frames", [&] { return grid() != nullptr && grid()->property("total").toInt() == frames; });
        awaitFrame();
    }

    /// All rows of the list are known, in both layouts; what the longest stall is until then, and by the change of
    /// layout.
    void readWhole()
    {
        const ui::Context *context = ui::Context::of(qmlEngine(m_driver.window()));
        const auto photos = context->services().library.database.read([](storage::Connection &db) -> Result<qint64> {
            storage::Statement row = db.prepare("SELECT count(*) FROM asset");
            return row.step() ? row.int64(0) : 0;
        });
        const ui::StallWatch stalls({});
        m_report[u"whole_ms"_s] =
            msUntil("all photos", [&] { return grid()->property("total").toInt() == photos.value_or(0); });
        awaitFrame();
        m_report[u"whole_stall_ms"_s] = stalls.longestMs();
        m_report[u"whole_mb"_s] = memoryMb("VmRSS");
        const ui::StallWatch others({});
        for (int i = 0; i < acts; ++i) {
            changeLayout();
        }
        m_report[u"layout_ms"_s] = others.longestMs();
    }

    void changeLayout()
    {
        const bool before = grid()->property("isJustified").toBool();
        m_driver.key(Qt::Key_J);
        if (grid()->property("isJustified").toBool() == before) {
            stop(u"the key for the layout has changed"_s);
        }
        awaitFrame();
    }

    /// Until the first photos that a filter finds are drawn.
    void narrow()
    {
        auto *photos = modelOf<ui::TimelineModel>();
        const int all = photos->count();
        const auto isRead = [&] { return photos->status() == ui::ListModel::Status::Ready && photos->count() > 0; };
        static const QStringList filters{u"is_favorite eq true"_s, u"width lt 1200"_s,
                                         u"width ge 1440 and height lt 900"_s, u"created_at lt 2015-01-01T00:00:00Z"_s,
                                         u"contains(file_name, '77')"_s};
        std::vector<double> times;
        for (const QString &filter : filters) {
            QElapsedTimer timer;
            timer.start();
            photos->setQuery(filter);
            await("the photos of a filter", isRead);
            awaitFrame();
            times.push_back(double(timer.nsecsElapsed()) / 1e6);
            photos->setQuery({});
            await("all photos again", [&] { return photos->count() == all; });
            awaitFrame();
        }
        m_report[u"filter_ms"_s] = atShare(times, 1);
        m_report[u"filter_median_ms"_s] = atShare(times, 0.5);
    }

    void noteMemory(const QString &name) { m_report[name] = memoryMb("VmRSS"); }

    void top() { grid()->setProperty("contentY", 0); }

    /// From the top to the end and back as somebody drags the scroll bar, and a look at what is there now and then.
    void scrub()
    {
        QQuickItem *shown = grid();
        const double end = shown->property("contentHeight").toDouble() - shown->height();
        constexpr int stops = 200;
        QElapsedTimer frame;
        for (int i = 0; i <= stops; ++i) {
            frame.start();
            shown->setProperty("contentY", std::round(end * i / stops));
            awaitFrame();
            m_frames.push_back(double(frame.nsecsElapsed()) / 1e6);
        }
    }

    void useWithPeople()
    {
        m_driver.go(u"people"_s);
        await("a grid", [this] { return grid() != nullptr; });
        const auto *people = modelOf<ui::PeopleModel>();
        if (people == nullptr || people->namedCount() + 10 * acts > people->rowCount({})) {
            stop(u"there are too few people in the library"_s);
        }
        ui::PeopleActs *does = ui::PeopleActs::of(people);
        // Somewhere among those without a name.
        const int first = people->namedCount() + 5 * acts;
        QMetaObject::invokeMethod(grid(), "positionAt", Q_ARG(int, first));
        awaitFrame();
        // Who stands before them stays where they are; one of them may come to another line.
        const QStringList neighbours = people->idsAt({first - 1, first - 2, first - 3, first - 4, first - 5});
        std::vector<double> naming;
        std::vector<double> merging;
        for (int i = 0; i < acts; ++i) {
            const QString id = people->idAt(first + i);
            const QString name = u"Somebody "_s + QString::number(i);
            const std::vector<double> before = placesOf(*people, neighbours);
            does->rename(id, name);
            naming.push_back(msUntil("a name", [&] { return people->nameAt(people->rowOfPerson(id)) == name; }));
            std::vector<double> moves = placesOf(*people, neighbours);
            std::ranges::transform(moves, before, moves.begin(), [](double a, double b) { return std::abs(a - b); });
            m_movedPx = std::max(m_movedPx, atShare(moves, 0.5));
        }
        for (int i = 0; i < acts; ++i) {
            const QString into = people->idAt(first + acts);
            const QString other = people->idAt(first + acts + 1);
            does->merge(into, {other});
            merging.push_back(msUntil("a merge", [&] { return people->rowOfPerson(other) < 0; }));
        }
        m_report[u"name_ms"_s] = atShare(naming, 1);
        m_report[u"merge_ms"_s] = atShare(merging, 1);
        reject(*does, people->idAt(0));
    }

    [[nodiscard]] QJsonObject report()
    {
        m_report[u"frames"_s] = double(m_frames.size());
        m_report[u"frame_p99_ms"_s] = atShare(m_frames, 0.99);
        m_report[u"frame_longest_ms"_s] = atShare(m_frames, 1);
        m_report[u"peak_mb"_s] = memoryMb("VmHWM");
        m_report[u"moved_px"_s] = m_movedPx;
        return m_report;
    }

    void quit()
    {
        if (!m_driver.quit(patienceMs)) {
            stop(u"the window does not close"_s);
        }
    }

private:
    [[nodiscard]] QQuickItem *grid() const
    {
        return m_driver.window() != nullptr ? gridIn(*m_driver.window()->contentItem()) : nullptr;
    }

    /// What the visible grid shows; null where it shows something else.
    template <typename Model>
    [[nodiscard]] Model *modelOf() const
    {
        const QQuickItem *shown = grid();
        return shown != nullptr ? qobject_cast<Model *>(shown->property("model").value<QObject *>()) : nullptr;
    }

    void awaitFrame() const
    {
        bool isDrawn = false;
        const auto drawn = QObject::connect(m_driver.window(), &QQuickWindow::frameSwapped, [&] { isDrawn = true; });
        m_driver.window()->update();
        await("a frame", [&] { return isDrawn; });
        QObject::disconnect(drawn);
    }

    /// Where they stand in the window, from its top.
    [[nodiscard]] std::vector<double> placesOf(const ui::PeopleModel &people, const QStringList &ids) const
    {
        std::vector<double> places;
        for (const QString &id : ids) {
            QRectF rect;
            QMetaObject::invokeMethod(grid(), "rectOf", Q_RETURN_ARG(QRectF, rect), Q_ARG(int, people.rowOfPerson(id)));
            places.push_back(rect.y());
        }
        return places;
    }

    void reject(ui::PeopleActs &does, const QString &person)
    {
        m_driver.open(u"people"_s, {{u"person"_s, person}});
        if (!m_driver.click(u"Faces"_s)) {
            stop(u"the page of a person has changed"_s);
        }
        const auto faces = [this] { return modelOf<ui::PersonFaces>(); };
        await("their faces", [&] { return faces() != nullptr && faces()->rowCount({}) > acts; });
        std::vector<double> times;
        for (int i = 0; i < acts; ++i) {
            const QStringList face = faces()->faceIdsAt({i});
            const int before = faces()->rowCount({});
            does.rejectFaces(person, face);
            times.push_back(msUntil("a rejection", [&] { return faces()->rowCount({}) < before; }));
        }
        m_report[u"reject_ms"_s] = atShare(times, 1);
    }

    WindowDriver m_driver;
    QJsonObject m_report;
    std::vector<double> m_frames;
    double m_movedPx = 0;
};

/// What a person sees of an import of thousands, from the first file to the window's end.
QJsonObject importInWindow(const QString &folder, const QString &photos)
{
    auto driver = std::make_unique<WindowDriver>(folder);
    if (!driver->start()) {
        stop(u"the window does not open"_s);
    }
    await("the library", [&] { return driver->state().status() == ui::LibraryState::Status::Ready; });
    if (!driver->click(u"Skip"_s)) {
        stop(u"the first run has changed"_s);
    }
    driver->go(u"images"_s);
    // Making the pages is part of the start.
    QElapsedTimer settling;
    settling.start();
    await("rest", [&] { return settling.elapsed() > 2000; });
    ui::StallWatch stalls({});
    QElapsedTimer timer;
    timer.start();
    Q_EMIT driver->state().filesGiven({photos});
    const ui::Context *context = ui::Context::of(qmlEngine(driver->window()));
    if (!driver->click(u"Add"_s)) {
        stop(u"the question about files has changed"_s);
    }
    const auto open = [&] {
        const auto count = context->services().library.database.read([](storage::Connection &db) -> Result<qint64> {
            storage::Statement row =
                db.prepare("SELECT (SELECT count(*) FROM job) + (SELECT count(*) FROM import_run WHERE state = 0) + "
                           "(SELECT count(*) = 0 FROM import_run)");
            return row.step() ? row.int64(0) : 0;
        });
        return count.value_or(1) > 0;
    };
    // Asked on this thread, which is watched; a tenth of a millisecond.
    QElapsedTimer asked;
    asked.start();
    constexpr int longestMs = 900'000;
    await(
        "the end of the import",
        [&] {
            if (asked.elapsed() < 200) {
                return false;
            }
            asked.restart();
            return !open();
        },
        longestMs);
    const double seconds = double(timer.elapsed()) / 1000;
    const double importMs = stalls.longestMs();
    if (!driver->quit(patienceMs)) {
        stop(u"the window does not close"_s);
    }
    return {{u"seconds"_s, seconds},
            {u"stall_ms"_s, importMs},
            {u"stall_with_end_ms"_s, stalls.longestMs()},
            {u"asked"_s, double(stalls.count())}};
}

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication app(argc, argv);
    QGuiApplication::setQuitOnLastWindowClosed(false);
    QGuiApplication::setApplicationName(u"kinframe"_s);
    const QStringList words = QCoreApplication::arguments();
    const QString mode = words.value(1);
    if (words.size() != 4 || !QStringList{u"use"_s, u"images"_s, u"renders"_s, u"import"_s}.contains(mode)) {
        stop(u"usage: bench_window use|images|renders FOLDER BEGAN | import FOLDER PHOTOS"_s);
    }
    QJsonObject report;
    if (mode == u"use"_s) {
        WindowBench bench(words[2]);
        bench.start(words[3].toLongLong(), u"people"_s);
        bench.scroll(u"people"_s);
        bench.scroll(u"images"_s);
        bench.useWithPeople();
        report = bench.report();
        bench.quit();
    } else if (mode == u"images"_s) {
        WindowBench bench(words[2]);
        bench.start(words[3].toLongLong(), u"images"_s);
        bench.readWhole();
        for (int layout = 0; layout < 2; ++layout) {
            bench.top();
            bench.scroll(u"images"_s);
            bench.noteMemory(u"scrolled_mb_"_s + QString::number(layout));
            bench.scrub();
            bench.noteMemory(u"scrubbed_mb_"_s + QString::number(layout));
            bench.changeLayout();
        }
        bench.top();
        bench.narrow();
        report = bench.report();
        bench.quit();
    } else if (mode == u"renders"_s) {
        WindowBench bench(words[2]);
        bench.start(words[3].toLongLong(), u"images"_s);
        bench.openRender();
        bench.scroll(u"renders"_s);
        report = bench.report();
        bench.quit();
    } else {
        report = importInWindow(words[2], words[3]);
    }
    std::printf("%s\n", QJsonDocument(report).toJson(QJsonDocument::Compact).constData());
    return 0;
}
