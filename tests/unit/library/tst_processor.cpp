// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/library_fixture.h"

#include "base/error_json.h"
#include "library/processor.h"
#include "library/store_thumbnails.h"
#include "library/thumbnail_files.h"
#include "library/trash.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;
using library::AssetState;
using library::Importer;

namespace {

/// Does during the analysis what the test says.
class Meanwhile : public library::PictureAnalyser
{
public:
    explicit Meanwhile(std::function<void()> act)
        : m_act(std::move(act))
    {
    }
    Result<void> isReady() override { return {}; }
    Result<Effect> analyse(const library::Asset &, const media::Metadata &, std::span<const library::AnalysedPicture>,
                           std::any &, const std::stop_token &) override
    {
        ++calls;
        m_act();
        return Effect();
    }
    int calls = 0;

private:
    std::function<void()> m_act;
};

} // namespace

class ProcessorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<test::LibraryFixture>(); }
    void aBrokenPictureEndsAsFailed();
    void deletedWhileItWasReadItStaysDeleted();
    void deletedWhileItWasReadItLeavesNoThumbnails();
    void aLostFileFailsWithoutTheHostsPath();
    void aPictureGetsItsSizeThumbnailsAndStamp();
    void aTagThatWasTakenAwayStaysAway();
    void hiddenHalvesAreNotAnalysed();
    void aRawFileHasTheSizeOfItsPicture();

private:
    std::unique_ptr<test::LibraryFixture> m;
};

void ProcessorTest::aBrokenPictureEndsAsFailed()
{
    const auto broken = *m->upload(m->jpeg(10, 640, 480).first(300), u"holiday.jpg"_s);
    const qint64 stamp = m->stampOf(broken.uuid);
    QVERIFY(m->process(broken));
    const auto asset = *m->asset(broken.uuid);
    QCOMPARE(asset.state, AssetState::Failed);
    QVERIFY(asset.updatedAt > stamp);
    const Error error = errorFromJsonText(asset.error);
    QVERIFY(error.code == ErrorCode::FileTruncated || error.code == ErrorCode::FileDamaged);
    QVERIFY(!asset.error.contains(m->folder.path()));
}

void ProcessorTest::deletedWhileItWasReadItStaysDeleted()
{
    const auto added = *m->upload(m->jpeg(10));
    Meanwhile analyser([&] {
        QVERIFY(m->change([&](storage::Transaction &tx) {
            return library::Trash(*m->services).deleteForGood(tx, m->owner.userId, added.uuid);
        }));
    });
    QVERIFY(m->process(added, &analyser));
    QCOMPARE(analyser.calls, 1);
    QVERIFY(!m->asset(added.uuid));
    QVERIFY(m->process(added)); // A job for what is gone has nothing to do.
}

void ProcessorTest::deletedWhileItWasReadItLeavesNoThumbnails()
{
    const auto added = *m->upload(m->jpeg(10));
    const QByteArray sha256 = m->asset(added.uuid)->sha256;
    // Decoded already when it is deleted.
    QVERIFY(m->change([&](storage::Transaction &tx) {
        return library::Trash(*m->services).deleteForGood(tx, m->owner.userId, added.uuid);
    }));
    const media::Pixels poster = media::Pixels::make(64, 48);
    QVERIFY(library::storeThumbnails(*m->services, sha256, poster));
    for (const auto kind : {library::ThumbnailKind::Thumbnail, library::ThumbnailKind::Preview}) {
        QVERIFY(!QFileInfo::exists(library::thumbnailPath(m->services->thumbnailFolder, sha256, kind)));
    }
}

void ProcessorTest::aLostFileFailsWithoutTheHostsPath()
{
    const auto added = *m->upload(m->jpeg(10), u"holiday.jpg"_s);
    QVERIFY(m->blobs->remove(m->asset(added.uuid)->sha256));
    const auto refused = m->process(added);
    QVERIFY(!refused);
    library::Processor processor(*m->services, nullptr);
    jobs::Job job;
    job.userId = m->owner.userId;
    job.subject = added.uuid;
    QVERIFY(m->change([&](storage::Transaction &tx) { return processor.fail(tx, job, refused.error()); }));
    const auto asset = *m->asset(added.uuid);
    QCOMPARE(asset.state, AssetState::Failed);
    QCOMPARE(errorFromJsonText(asset.error).fact(u"path"_s), u"holiday.jpg"_s);
}

void ProcessorTest::aPictureGetsItsSizeThumbnailsAndStamp()
{
    const auto added = *m->upload(m->jpeg(10, 640, 480));
    const qint64 stamp = m->stampOf(added.uuid);
    QVERIFY(m->process(added));
    const auto asset = *m->asset(added.uuid);
    QCOMPARE(asset.state, AssetState::Done);
    QVERIFY(asset.isReady);
    QCOMPARE(asset.width, 640);
    QCOMPARE(asset.height, 480);
    QVERIFY(asset.updatedAt > stamp);
    for (const auto kind : {library::ThumbnailKind::Thumbnail, library::ThumbnailKind::Preview}) {
        QVERIFY(QFileInfo(library::thumbnailPath(m->services->thumbnailFolder, asset.sha256, kind)).size() > 0);
    }
}

void ProcessorTest::aTagThatWasTakenAwayStaysAway()
{
    const QString file = m->writeJpeg(u"a.jpg"_s, 10);
    m->write(u"a.jpg.xmp"_s,
             R"(<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:subject><rdf:Bag><rdf:li>sea</rdf:li>
<rdf:li>sun</rdf:li></rdf:Bag></dc:subject></rdf:Description></rdf:RDF></x:xmpmeta>)"_ba);
    const auto added = *m->add(file, Importer::Placement::Copy);
    QVERIFY(m->process(added));
    QCOMPARE(m->number("SELECT count(*) FROM asset_tag"), 2);
    QVERIFY(m->run("DELETE FROM asset_tag WHERE tag = 'sea'"));
    QVERIFY(m->run("UPDATE asset SET rating = 4"));
    QVERIFY(m->process(added));
    QCOMPARE(m->number("SELECT count(*) FROM asset_tag"), 1);
    QCOMPARE(m->asset(added.uuid)->rating, 4.0);
}

void ProcessorTest::hiddenHalvesAreNotAnalysed()
{
    const auto added = *m->upload(m->jpeg(10));
    QVERIFY(m->run("UPDATE asset SET is_hidden = 1"));
    Meanwhile analyser([] {});
    QVERIFY(m->process(added, &analyser));
    QCOMPARE(analyser.calls, 0);
    QCOMPARE(m->asset(added.uuid)->state, AssetState::Done);
}

void ProcessorTest::aRawFileHasTheSizeOfItsPicture()
{
    const QString raw = QDir(qEnvironmentVariable("KINFRAME_TESTDATA")).filePath(u"raw/canon_eos_6d.dng"_s);
    if (qEnvironmentVariableIsEmpty("KINFRAME_TESTDATA") || !QFile::exists(raw)) {
        QSKIP("KINFRAME_TESTDATA names no folder with a raw file.");
    }
    const auto added = *m->add(raw, Importer::Placement::Copy);
    QVERIFY(m->process(added));
    QVERIFY2(m->asset(added.uuid)->isReady, qPrintable(m->asset(added.uuid)->error));
    // Its preview has 1024 x 683.
    QCOMPARE(m->asset(added.uuid)->width, 1224);
    QCOMPARE(m->asset(added.uuid)->height, 816);
    // Turned by a quarter: its tag Orientation (a SHORT) is 6 instead of 1.
    QFile file(raw);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray tag = QByteArray::fromHex("120103000100000001000000");
    QByteArray bytes = file.readAll();
    QCOMPARE(bytes.count(tag), 1);
    bytes.replace(tag, QByteArray::fromHex("120103000100000006000000"));
    const auto turned = *m->add(m->write(u"turned.dng"_s, bytes), Importer::Placement::Copy);
    QVERIFY(m->process(turned));
    QCOMPARE(m->asset(turned.uuid)->width, 816);
    QCOMPARE(m->asset(turned.uuid)->height, 1224);
}

QTEST_GUILESS_MAIN(ProcessorTest)
#include "tst_processor.moc"
