// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching_fixture.h"

namespace kinframe::test {

using namespace Qt::StringLiterals;
using transfer::Downloads;
using transfer::NewDownload;

FetchingFixture::FetchingFixture()
{
    withoutProxies();
    transfer::DownloadsSetup setup;
    setup.retry.firstDelay = std::chrono::milliseconds(5);
    setup.retry.longestDelay = std::chrono::milliseconds(20);
    setup.spareBytes = 0;
    downloads = std::make_unique<Downloads>(Downloads::Parts{*database, events, downloader, &secrets}, setup);
    auto settings = *downloads->settings();
    settings.folder = gallery();
    (void)downloads->setSettings(settings);
    ui::Services all = context->services();
    all.downloads = downloads.get();
    context = std::make_unique<ui::Context>(all, owner.userId);
    context->attachTo(engine);
}

FetchingFixture::~FetchingFixture()
{
    // What it was asked is asked of the downloads.
    context.reset();
}

NewDownload FetchingFixture::wanted(const QString &name) const
{
    NewDownload one;
    one.url = server.url('/' + name.toLatin1());
    one.filename = name;
    return one;
}

std::vector<NewDownload> FetchingFixture::live(const QString &name) const
{
    NewDownload picture = wanted(name + u".heic"_s);
    picture.metaData = {{u"part"_s, u"image"_s}, {u"id"_s, name}};
    NewDownload video = wanted(name + u".mov"_s);
    video.metaData = {{u"part"_s, u"video"_s}, {u"id"_s, name}};
    return {picture, video};
}

void FetchingFixture::addMany(int count)
{
    std::vector<NewDownload> all;
    for (int number = 0; number < count; ++number) {
        all.push_back(wanted(u"IMG_%1.jpg"_s.arg(number, 5, 10, QLatin1Char('0'))));
    }
    (void)downloads->add(std::move(all));
}

void FetchingFixture::setStatus(const QString &taskId, transfer::DownloadStatus status, const QString &more)
{
    const QByteArray sql = "UPDATE download SET status = ?2" + more.toLatin1() + " WHERE task_id = ?1";
    (void)run(sql.constData(), taskId, int(status));
    tell(u"download.status"_s, taskId);
}

void FetchingFixture::tell(const QString &type, const QString &taskId, const QJsonObject &more)
{
    QJsonObject details = more;
    details.insert(u"taskId"_s, taskId);
    events.publish({type, {}, {}, details});
}

} // namespace kinframe::test
