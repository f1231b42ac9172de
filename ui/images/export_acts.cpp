// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/export_acts.h"

#include "base/ids.h"
#include "library/asset.h"
#include "library/originals.h"
#include "storage/blob_store.h"
#include "storage/database.h"
#include "ui/base/ask_on.h"
#include "ui/base/context.h"
#include "ui/base/load_picture.h"
#include "ui/base/selection.h"
#include "ui/base/sentences.h"
#include "ui/images/act_progress.h"

#include <QClipboard>
#include <QDir>
#include <QDrag>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLocale>
#include <QMimeData>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QQmlEngine>
#include <QQuickWindow>

#include <chrono>
#include <memory>

namespace kinframe::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Of copies for other programs: more belongs into a folder, with a bar that shows how far it is.
constexpr qint64 mostHandedOver = 2'000'000'000;
// No program takes more at once, and a list of a million files would be held up in this one.
constexpr int mostFiles = 5000;
// Of a picture on the clipboard, pixels: no screen shows more, and every program that looks at it copies it.
constexpr int longestCopied = 4096;
constexpr auto longWait = 1000ms;

QMimeData *mimeOf(const QStringList &files)
{
    QList<QUrl> urls;
    for (const QString &file : files) {
        urls << QUrl::fromLocalFile(file);
    }
    auto *data = new QMimeData;
    data->setUrls(urls);
    return data;
}

/// How many are dragged, below the mouse.
QPixmap countSign(qsizetype count)
{
    constexpr QSize size(44, 28);
    constexpr int radius = 8;
    QPixmap sign(size);
    sign.fill(Qt::transparent);
    QPainter painter(&sign);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QGuiApplication::palette().highlight());
    painter.drawRoundedRect(QRect({}, size), radius, radius);
    painter.setPen(QGuiApplication::palette().highlightedText().color());
    painter.drawText(QRect({}, size), Qt::AlignCenter, QLocale().toString(count));
    return sign;
}

QString textOfProblems(const library::ExportDone &outcome)
{
    const auto &[name, error] = outcome.problems.front();
    return ExportActs::tr("%n photo(s) could not be exported, “%1” first: %2", nullptr, int(outcome.problems.size()))
        .arg(name, sentenceOf(error));
}

} // namespace

ExportActs::ExportActs(Context *context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    m_pool.setMaxThreadCount(1);
    if (m_context) {
        // What was handed over in earlier runs has been taken long ago.
        m_pool.start([folder = outFolder()] { QDir(folder).removeRecursively(); });
    }
}

ExportActs::~ExportActs()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

ExportActs *ExportActs::create(QQmlEngine *engine, QJSEngine *)
{
    return new ExportActs(Context::of(engine));
}

QString ExportActs::outFolder() const
{
    return m_context->services().library.blobs.temporaryFolder() + u"/out"_s;
}

template <typename Work, typename Done>
void ExportActs::run(Work work, Done done)
{
    // What ends early is told as well.
    askOn(
        m_pool, this, this, [work = std::move(work), stop = m_stop.get_token()]() mutable { return work(stop); },
        std::move(done));
}

QString ExportActs::pathOf(const QUrl &folder) const
{
    return QDir::toNativeSeparators(folder.toLocalFile());
}

void ExportActs::exportTo(const QVariant &what, const QString &folder, Format format, int longSide, bool withSidecars)
{
    if (!m_context) {
        return;
    }
    const QString path = QDir::fromNativeSeparators(folder.trimmed());
    if (!QDir::isAbsolutePath(path)) {
        Q_EMIT failed(tr("“%1” is not the whole path of a folder. Choose one.").arg(folder));
        return;
    }
    const library::ExportOptions options{path, library::ExportFormat(format), longSide, withSidecars};
    ++m_exports;
    Q_EMIT busyChanged();
    run(
        [services = m_context->services(), user = m_context->userId(), choice = AssetChoice(what),
         options](const std::stop_token &closing) {
            library::ExportDone outcome;
            const auto uuids = choice.uuids(services, user);
            if (!uuids) {
                outcome.error = uuids.error();
                return outcome;
            }
            std::stop_source stop;
            const std::stop_callback onClosing(closing, [&stop] { stop.request_stop(); });
            TaskInfo info;
            info.kind = u"photos"_s;
            info.title = u"exporting"_s;
            info.total = qint64(uuids->size());
            ActProgress progress(services.progress, std::move(info), stop);
            return library::exportFiles(
                services.library, user, *uuids, options, [&](qint64 over, qint64) { progress.advance(over); },
                stop.get_token());
        },
        [this, path](const library::ExportDone &outcome) { finish(outcome, path); });
}

void ExportActs::finish(const library::ExportDone &outcome, const QString &folder)
{
    --m_exports;
    Q_EMIT busyChanged();
    if (outcome.photos > 0 || (!outcome.error && outcome.problems.empty())) {
        Q_EMIT done(
            tr("%n photo(s) exported to “%1”", nullptr, int(outcome.photos)).arg(QDir::toNativeSeparators(folder)));
    }
    if (!outcome.problems.empty()) {
        Q_EMIT failed(textOfProblems(outcome));
    }
    if (outcome.error && outcome.error->code != ErrorCode::Canceled) {
        Q_EMIT failed(sentenceOf(*outcome.error));
    }
}

void ExportActs::handOver(const QVariant &what, const std::function<void(const QStringList &files)> &take)
{
    if (!m_context) {
        return;
    }
    if (const auto *selection = what.value<Selection *>(); selection && selection->count() > mostFiles) {
        Q_EMIT failed(tr("These are more than %n photo(s). Export them to a folder instead.", nullptr, mostFiles));
        return;
    }
    run(
        [services = m_context->services(), user = m_context->userId(), choice = AssetChoice(what),
         folder = outFolder()](const std::stop_token &stop) -> Result<QStringList> {
            const auto uuids = choice.uuids(services, user);
            return uuids ? library::namedFiles(services.library, user, *uuids, folder, mostHandedOver, stop)
                         : kinframe::failed(uuids);
        },
        [this, take](const Result<QStringList> &files) {
            if (files) {
                take(*files);
            } else if (files.error().code == ErrorCode::TooLarge) {
                Q_EMIT failed(
                    tr("These are more than %1. Export them to a folder instead.").arg(bytesText(mostHandedOver)));
            } else {
                Q_EMIT failed(sentenceOf(files.error()));
            }
        });
}

void ExportActs::copyFiles(const QVariant &what)
{
    const AssetChoice choice(what);
    handOver(what, [this, choice](const QStringList &files) {
        const auto finished = [this, files](const QImage &picture) {
            QMimeData *data = mimeOf(files);
            if (!picture.isNull()) {
                data->setImageData(picture);
            }
            QGuiApplication::clipboard()->setMimeData(data);
            Q_EMIT done(tr("%n photo(s) copied", nullptr, int(files.size())));
        };
        if (files.size() != 1) {
            finished({});
            return;
        }
        run(
            [services = m_context->services(), user = m_context->userId(), choice](const std::stop_token &stop) {
                const auto uuids = choice.uuids(services, user);
                return uuids && !uuids->empty()
                           ? loadPicture(services, user, u"full/"_s + toText(uuids->front()), longestCopied, stop)
                           : Result<QImage>(QImage());
            },
            [finished](const Result<QImage> &picture) { finished(picture.value_or(QImage())); });
    });
}

void ExportActs::copyLines(const QVariant &what, const std::function<Result<QStringList>(const Uuids &)> &linesOf,
                           const QString &sentence)
{
    if (!m_context) {
        return;
    }
    run(
        [services = m_context->services(), user = m_context->userId(), choice = AssetChoice(what),
         linesOf](const std::stop_token &) -> Result<QStringList> {
            const auto uuids = choice.uuids(services, user);
            return uuids ? linesOf(*uuids) : kinframe::failed(uuids);
        },
        [this, sentence](const Result<QStringList> &lines) {
            if (lines) {
                QGuiApplication::clipboard()->setText(lines->join(u'\n'));
                Q_EMIT done(sentence);
            } else {
                Q_EMIT failed(sentenceOf(lines.error()));
            }
        });
}

void ExportActs::copyPaths(const QVariant &what)
{
    if (!m_context) {
        return;
    }
    const auto pathsOf = [services = m_context->services(), user = m_context->userId()](const Uuids &uuids) {
        return services.library.database.read([&](storage::Connection &db) -> Result<QStringList> {
            QStringList paths;
            for (const QUuid &uuid : uuids) {
                const auto asset = library::findAsset(db, user, uuid);
                const auto path = asset ? library::locateBlob(db, services.library.blobs, asset->blobId) : QString();
                if (!path) {
                    return kinframe::failed(path);
                }
                paths << QDir::toNativeSeparators(*path);
            }
            return paths;
        });
    };
    copyLines(what, pathsOf, tr("Path copied"));
}

void ExportActs::copyHashes(const QVariant &what)
{
    if (!m_context) {
        return;
    }
    const auto hashesOf = [services = m_context->services(), user = m_context->userId()](const Uuids &uuids) {
        return services.library.database.read([&](storage::Connection &db) -> Result<QStringList> {
            QStringList hashes;
            for (const QUuid &uuid : uuids) {
                if (const auto asset = library::findAsset(db, user, uuid)) {
                    hashes << QString::fromLatin1(asset->sha256.toHex());
                }
            }
            return hashes;
        });
    };
    copyLines(what, hashesOf, tr("SHA-256 copied"));
}

void ExportActs::copyText(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT done(tr("Copied"));
}

void ExportActs::dragOut(const QVariant &what, QQuickItem *from)
{
    QElapsedTimer since;
    since.start();
    handOver(what, [this, from = QPointer(from), since](const QStringList &files) {
        if (!from || !from->window() || files.isEmpty()) {
            return;
        }
        if (!(QGuiApplication::mouseButtons() & Qt::LeftButton)) {
            // Who let go at once did not mean it; who waited is to know.
            if (since.elapsed() > longWait.count()) {
                Q_EMIT done(tr("The copies for other programs are ready now. Drag the photos once more."));
            }
            return;
        }
        if (QQuickItem *grabber = from->window()->mouseGrabberItem()) {
            grabber->ungrabMouse(); // The release goes to whoever takes the files.
        }
        auto *drag = new QDrag(from); // Deletes itself.
        drag->setMimeData(mimeOf(files));
        drag->mimeData()->setData(u"application/x-kinframe"_s,
                                  QByteArrayLiteral("1")); // The window does not take its own.
        drag->setPixmap(countSign(files.size()));
        drag->exec(Qt::CopyAction);
    });
}

} // namespace kinframe::ui
