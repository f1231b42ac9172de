// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "writeback_fixture.h"

#include "library/folders.h"
#include "library/open_metadata.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;
using library::Importer;
using library::Settings;
using test::contents;
using test::face;
namespace setting = library::setting;

/// What other programs write into sidecars.
class ReadSidecarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<test::WriteBackFixture>(); }
    void whatOthersWriteIsReadAndKept();
    void whatPeopleSaidOutranksIt();
    void peopleMarkedElsewhereAreLookedAtFirst();
    void ourOwnSidecarsAreNobodyElses();
    void aSidecarThatIsNoXmpIsLeftAlone();
    void theRawFilesSidecarIsNotTaken();

private:
    std::unique_ptr<test::WriteBackFixture> m;
};

void ReadSidecarTest::whatOthersWriteIsReadAndKept()
{
    m->turnOn();
    const auto photo = m->addPhoto(m->jpeg(10));
    m->tag(photo, u"old"_s);
    QVERIFY(m->run("UPDATE asset SET rating = 3")); // As its file might have said.
    QVERIFY(m->writeBack(photo));
    m->replaceInSidecar("xmp:Rating=\"3\"", "xmp:Rating=\"5\" xmp:Label=\"Red\"");
    m->replaceInSidecar("<rdf:li>old</rdf:li>", "<rdf:li>new</rdf:li>");
    QVERIFY(m->writeBack(photo));
    QCOMPARE(m->asset(photo.uuid)->rating, 5);
    QCOMPARE(m->tags(photo), QStringList{u"new"_s});
    QVERIFY(contents(m->sidecar()).contains("Red"));
    m->rate(photo, 1);
    QVERIFY(m->writeBack(photo));
    QCOMPARE(m->said().rating, 1);
    QVERIFY(contents(m->sidecar()).contains("Red"));
}

void ReadSidecarTest::whatPeopleSaidOutranksIt()
{
    m->turnOn();
    const auto photo = m->addPhoto(m->jpeg(10));
    m->tag(photo, u"old"_s);
    m->rate(photo, 3);
    QVERIFY(m->writeBack(photo));
    m->tag(photo, u"mine"_s);
    m->replaceInSidecar("xmp:Rating=\"3\"", "xmp:Rating=\"5\"");
    m->replaceInSidecar("<rdf:li>old</rdf:li>", "<rdf:li>old</rdf:li><rdf:li>theirs</rdf:li>");
    QVERIFY(m->writeBack(photo));
    QCOMPARE(m->asset(photo.uuid)->rating, 3);
    QCOMPARE(m->said().rating, 3);
    QCOMPARE(m->tags(photo), (QStringList{u"mine"_s, u"old"_s, u"theirs"_s}));
    QCOMPARE(m->said().keywords.size(), 3);
    // Taken away here, it is not brought back from there.
    const auto asset = *m->asset(photo.uuid);
    QVERIFY(m->change([&](storage::Transaction &transaction) -> Result<void> {
        library::MetadataEdit edit;
        edit.values = {{u"tag_theirs"_s, QJsonValue::Null}, {u"title"_s, u"标题"_s}};
        const auto edited = library::editMetadata(transaction, *m->services, asset, edit);
        return edited ? Result<void>{} : Result<void>(failed(edited));
    }));
    QVERIFY(m->writeBack(photo));
    QCOMPARE(m->said().title, u"标题"_s);
    m->replaceInSidecar("<rdf:li>old</rdf:li>", "<rdf:li>theirs</rdf:li>");
    QVERIFY(m->writeBack(photo));
    QCOMPARE(m->tags(photo), QStringList{u"mine"_s});
}

void ReadSidecarTest::peopleMarkedElsewhereAreLookedAtFirst()
{
    m->turnOn();
    const auto photo = m->addPhoto(m->jpeg(10));
    m->faces = {face(u"Ann"_s)};
    QVERIFY(m->writeBack(photo));
    QVERIFY(m->run("DELETE FROM job"));
    m->replaceInSidecar("Ann", "Zoe");
    QVERIFY(m->writeBack(photo));
    QCOMPARE(m->said().regions.front().name, u"Zoe"_s);
    QCOMPARE(m->number("SELECT count(*) FROM job WHERE kind = 'process' AND subject = ?1", photo.uuid), 1);
}

void ReadSidecarTest::ourOwnSidecarsAreNobodyElses()
{
    m->turnOn();
    m->file = m->writeJpeg(u"a.jpg"_s, 10);
    const auto folder =
        *library::Folders(*m->services).add(m->owner, m->path(u"photos"_s), Importer::Placement::InPlace);
    QVERIFY(m->scan(folder));
    const auto photo = *m->add(m->file, Importer::Placement::InPlace);
    QVERIFY(m->process(photo));
    QVERIFY(m->run("UPDATE asset SET rating = 3"));
    QVERIFY(m->writeBack(photo));
    QVERIFY(m->run("DELETE FROM job"));
    QVERIFY(m->scan(folder));
    QCOMPARE(m->jobsFor(photo), 0);
    // Read also where nothing is written.
    QVERIFY(Settings(*m->services).set(setting::writeBackSidecars, false));
    m->replaceInSidecar("xmp:Rating=\"3\"", "xmp:Rating=\"5\"");
    QVERIFY(m->scan(folder));
    QCOMPARE(m->jobsFor(photo), 1);
    QVERIFY(m->writeBack(photo));
    QCOMPARE(m->asset(photo.uuid)->rating, 5);
}

void ReadSidecarTest::aSidecarThatIsNoXmpIsLeftAlone()
{
    m->turnOn();
    const auto photo = m->addPhoto(m->jpeg(10));
    QVERIFY(replaceFile(m->sidecar(), "notes of mine"));
    m->rate(photo, 3);
    const auto refused = m->writeBack(photo);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::FileDamaged);
    QCOMPARE(contents(m->sidecar()), QByteArray("notes of mine"));
    QCOMPARE(m->asset(photo.uuid)->rating, 3);
}

void ReadSidecarTest::theRawFilesSidecarIsNotTaken()
{
    m->turnOn();
    const auto photo = m->addPhoto(m->jpeg(10));
    m->write(u"a.cr2"_s, "raw");
    const QString shared = m->write(u"a.xmp"_s, "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
                                                "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                                                "<rdf:Description rdf:about='' xmlns:xmp='http://ns.adobe.com/xap/1.0/'"
                                                " xmp:Label='Red'/></rdf:RDF></x:xmpmeta>");
    const QByteArray before = contents(shared);
    m->rate(photo, 3);
    QVERIFY(m->writeBack(photo));
    QCOMPARE(contents(shared), before);
    QCOMPARE(m->said().rating, 3);
    QVERIFY(contents(m->sidecar()).contains("Red"));
    // Alone, the picture goes on with the one it has.
    QVERIFY(QFile::remove(m->path(u"photos/a.cr2"_s)));
    QVERIFY(QFile::remove(m->sidecar()));
    m->rate(photo, 4);
    QVERIFY(m->writeBack(photo));
    QVERIFY(!QFile::exists(m->sidecar()));
    QCOMPARE(m->said(shared).rating, 4);
}

QTEST_GUILESS_MAIN(ReadSidecarTest)
#include "tst_read_sidecar.moc"
