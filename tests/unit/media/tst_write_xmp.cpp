// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/metadata.h"
#include "media/write_xmp.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::media;

namespace {

constexpr RegionFrame plainFrame{4000, 3000, 1};

FaceRegion face(const QString &name, double x, double y, double width = 0.1, double height = 0.2)
{
    return {FaceRegion::Kind::Face, name, x, y, width, height};
}

WrittenMetadata everything()
{
    WrittenMetadata written;
    written.rating = 4;
    written.keywords = {u"London"_s, u"海"_s, u"a & b <c>"_s};
    written.title = u"A “title” & more"_s;
    written.description = u"第一行\nSecond line"_s;
    written.faces = std::vector{face(u"张三"_s, 0.1, 0.2), face({}, 0.5, 0.5), face(u"Ann & Bob"_s, 0.7, 0.3)};
    return written;
}

/// What a sidecar says of a picture of that frame.
Metadata read(const QByteArray &text, const RegionFrame &frame = plainFrame)
{
    Metadata picture;
    picture.width = frame.width;
    picture.height = frame.height;
    picture.orientation = frame.orientation;
    const auto metadata = readSidecarText(text, u"a.xmp"_s, picture);
    return metadata ? *metadata : Metadata();
}

QByteArray updated(const QByteArray &former, const WrittenMetadata &written, const RegionFrame &frame = plainFrame)
{
    const auto text = updatedXmp(former, written, frame, u"a.xmp"_s);
    return text ? *text : QByteArray("failed");
}

/// Words of another program around what is given.
QByteArray sidecar(const QByteArray &inside)
{
    return "<?xpacket begin='\xEF\xBB\xBF' id='W5M0MpCehiHzreSzNTczkc9d'?>\n<x:xmpmeta xmlns:x='adobe:ns:meta/'>"
           "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' "
           "xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/' "
           "xmlns:lr='http://ns.adobe.com/lightroom/1.0/' xmlns:crs='http://ns.adobe.com/camera-raw-settings/1.0/' "
           "xmlns:mwg-rs='http://www.metadataworkinggroup.com/schemas/regions/' "
           "xmlns:stDim='http://ns.adobe.com/xap/1.0/sType/Dimensions#' "
           "xmlns:stArea='http://ns.adobe.com/xmp/sType/Area#' xmlns:MP='http://ns.microsoft.com/photo/1.2/' "
           "xmlns:MPRI='http://ns.microsoft.com/photo/1.2/t/RegionInfo#' "
           "xmlns:MPReg='http://ns.microsoft.com/photo/1.2/t/Region#' xmlns:own='http://example.org/own/'>" +
           inside + "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end='w'?>";
}

QByteArray region(const QByteArray &name, const QByteArray &type, const QByteArray &area, const QByteArray &more = {})
{
    return "<rdf:li rdf:parseType='Resource'>" +
           (name.isEmpty() ? QByteArray() : "<mwg-rs:Name>" + name + "</mwg-rs:Name>") + "<mwg-rs:Type>" + type +
           "</mwg-rs:Type><mwg-rs:Area " + area + " stArea:unit='normalized'/>" + more + "</rdf:li>";
}

QByteArray area(double x, double y, double width, double height)
{
    return "stArea:x='" + QByteArray::number(x) + "' stArea:y='" + QByteArray::number(y) + "' stArea:w='" +
           QByteArray::number(width) + "' stArea:h='" + QByteArray::number(height) + "'";
}

QByteArray regions(const QByteArray &list, int width = 4000, int height = 3000)
{
    return "<mwg-rs:Regions rdf:parseType='Resource'><mwg-rs:AppliedToDimensions stDim:w='" +
           QByteArray::number(width) + "' stDim:h='" + QByteArray::number(height) +
           "' stDim:unit='pixel'/><mwg-rs:RegionList><rdf:Bag>" + list +
           "</rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>";
}

bool isNear(const FaceRegion &a, const FaceRegion &b)
{
    const auto close = [](double x, double y) { return std::abs(x - y) < 1e-5; };
    return a.kind == b.kind && a.name == b.name && close(a.x, b.x) && close(a.y, b.y) && close(a.width, b.width) &&
           close(a.height, b.height);
}

QStringList namesOf(const Metadata &metadata)
{
    QStringList names;
    for (const FaceRegion &region : metadata.regions) {
        names << region.name;
    }
    names.sort();
    return names;
}

} // namespace

class WriteXmpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadAgain_data();
    void whatIsWrittenIsReadAgain();
    void nothingToSayIsNothing();
    void theSameAgainIsTheSameBytes();
    void whatOthersWroteStays();
    void whatIsTakenAwayGoes();
    void aRejectStaysOne();
    void pathsOfKeywordsStayWithTheirKeyword();
    void regionsOfOthersStay();
    void renamedAndRejectedFacesFollow();
    void whoeverTurnedThePictureFirstIsUnderstood();
    void boxesOfAnotherCropGo();
    void unknownFacesLeaveTheRegionsAlone();
    void microsoftsRegionsFollow();
    void whatIsNoXmpIsLeftAlone();
    void knowsWhatAFileSaysAlready();
};

void WriteXmpTest::whatIsWrittenIsReadAgain_data()
{
    QTest::addColumn<int>("orientation");
    for (int orientation = 1; orientation <= 8; ++orientation) {
        QTest::addRow("orientation %d", orientation) << orientation;
    }
}

void WriteXmpTest::whatIsWrittenIsReadAgain()
{
    QFETCH(const int, orientation);
    const RegionFrame frame{4000, 3000, orientation};
    const WrittenMetadata written = everything();
    const QByteArray text = updated({}, written, frame);
    const Metadata metadata = read(text, frame);
    QCOMPARE(metadata.rating, 4);
    QCOMPARE(metadata.keywords, written.keywords);
    QCOMPARE(metadata.title, written.title);
    QCOMPARE(metadata.description, written.description);
    QCOMPARE(metadata.regions.size(), 2U);
    QVERIFY(isNear(metadata.regions[0], written.faces->at(0)));
    QVERIFY(isNear(metadata.regions[1], written.faces->at(2)));
    // The standard wants the stored pixels, whatever way up they are shown.
    QVERIFY(text.contains("4000") && text.contains("3000"));
    QVERIFY(written.isSaidBy(metadata));
    QCOMPARE(updated(text, written, frame), text);
}

void WriteXmpTest::nothingToSayIsNothing()
{
    WrittenMetadata written;
    QCOMPARE(updated({}, written), QByteArray());
    written.faces = std::vector{face({}, 0.1, 0.1)};
    QCOMPARE(updated({}, written), QByteArray());
    QVERIFY(!written.saysAnything());
}

void WriteXmpTest::theSameAgainIsTheSameBytes()
{
    const QByteArray foreign = sidecar("<xmp:Rating>4</xmp:Rating><dc:subject><rdf:Bag><rdf:li>b</rdf:li>"
                                       "<rdf:li>A</rdf:li></rdf:Bag></dc:subject>" +
                                       regions(region("Ann", "Face", area(0.15, 0.3, 0.1, 0.2))));
    WrittenMetadata written;
    written.rating = 4;
    written.keywords = {u"a"_s, u"b"_s};
    written.faces = std::vector{face(u"Ann"_s, 0.1001, 0.2001)};
    QCOMPARE(updated(foreign, written), foreign);
}

void WriteXmpTest::whatOthersWroteStays()
{
    const QByteArray foreign =
        sidecar("<xmp:Rating>2</xmp:Rating><xmp:Label>Red</xmp:Label><crs:Exposure2012>+0.35</crs:Exposure2012>"
                "<own:History><rdf:Seq><rdf:li rdf:parseType='Resource'><own:Step>crop</own:Step></rdf:li></rdf:Seq>"
                "</own:History><dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Old</rdf:li><rdf:li xml:lang='de-DE'>Alt"
                "</rdf:li></rdf:Alt></dc:title>");
    const QByteArray text = updated(foreign, everything());
    const Metadata metadata = read(text);
    QCOMPARE(metadata.rating, 4);
    QCOMPARE(metadata.title, everything().title);
    for (const char *kept : {"Red", "+0.35", "crop", "de-DE", ">Alt<", "http://example.org/own/"}) {
        QVERIFY2(text.contains(kept), kept);
    }
    QVERIFY(!text.contains(">Old<"));
}

void WriteXmpTest::whatIsTakenAwayGoes()
{
    const QByteArray text = updated({}, everything());
    WrittenMetadata nothing;
    nothing.faces = everything().faces;
    for (FaceRegion &face : *nothing.faces) {
        face.name.clear();
    }
    const Metadata metadata = read(updated(text, nothing));
    QVERIFY(!metadata.rating);
    QVERIFY(metadata.keywords.isEmpty());
    QVERIFY(metadata.title.isEmpty() && metadata.description.isEmpty());
    QVERIFY(metadata.regions.empty());
}

void WriteXmpTest::aRejectStaysOne()
{
    const QByteArray foreign = sidecar("<xmp:Rating>-1</xmp:Rating>");
    QVERIFY(read(updated(foreign, {})).rejected);
    WrittenMetadata rated;
    rated.rating = 4.5;
    const QByteArray text = updated(foreign, rated);
    QVERIFY(text.contains("\"4.5\"") || text.contains(">4.5<"));
}

void WriteXmpTest::pathsOfKeywordsStayWithTheirKeyword()
{
    const QByteArray foreign =
        sidecar("<lr:hierarchicalSubject><rdf:Bag><rdf:li>Places|Europe|London</rdf:li><rdf:li>People|Friends</rdf:li>"
                "</rdf:Bag></lr:hierarchicalSubject>");
    WrittenMetadata written;
    written.keywords = {u"london"_s};
    const Metadata metadata = read(updated(foreign, written));
    QCOMPARE(metadata.keywords, QStringList{u"london"_s});
    QCOMPARE(metadata.keywordPaths, QStringList{u"Places/Europe/London"_s});
}

void WriteXmpTest::regionsOfOthersStay()
{
    const QByteArray foreign = sidecar(
        regions(region("Rex", "Pet", area(0.3, 0.3, 0.2, 0.2), "<mwg-rs:Description>a dog</mwg-rs:Description>") +
                region({}, "Face", area(0.55, 0.6, 0.1, 0.2)) + region("Zoe", "Face", area(0.9, 0.9, 0.1, 0.1))));
    WrittenMetadata written;
    written.faces = std::vector{face(u"Ann"_s, 0.1, 0.2), face({}, 0.5, 0.5)};
    const QByteArray text = updated(foreign, written);
    QCOMPARE(namesOf(read(text)), (QStringList{u""_s, u"Ann"_s, u"Rex"_s, u"Zoe"_s}));
    QVERIFY(text.contains("a dog"));
    QCOMPARE(updated(text, written), text);
}

void WriteXmpTest::renamedAndRejectedFacesFollow()
{
    WrittenMetadata written = everything();
    const QByteArray text = updated({}, written);
    written.faces->at(0).name = u"李四"_s;
    written.faces->at(2).name.clear();
    const Metadata metadata = read(updated(text, written));
    QCOMPARE(namesOf(metadata), QStringList{u"李四"_s});
    QVERIFY(isNear(metadata.regions[0], written.faces->at(0)));
}

void WriteXmpTest::whoeverTurnedThePictureFirstIsUnderstood()
{
    const RegionFrame frame{4000, 3000, 6};
    const QByteArray foreign = sidecar(regions(region("Zoe", "Face", area(0.8, 0.9, 0.1, 0.1)), 3000, 4000));
    const Metadata before = read(foreign, frame);
    WrittenMetadata written;
    written.faces = std::vector{face(u"Ann"_s, 0.1, 0.2)};
    const Metadata metadata = read(updated(foreign, written, frame), frame);
    QCOMPARE(metadata.regions.size(), 2U);
    QVERIFY(isNear(metadata.regions[0], before.regions[0]));
    QVERIFY(isNear(metadata.regions[1], written.faces->at(0)));
}

void WriteXmpTest::boxesOfAnotherCropGo()
{
    const QByteArray foreign = sidecar(regions(region("Zoe", "Face", area(0.8, 0.9, 0.1, 0.1)), 1000, 1000));
    WrittenMetadata written;
    written.faces = std::vector<FaceRegion>();
    QCOMPARE(updated(foreign, written), foreign);
    written.faces = std::vector{face(u"Ann"_s, 0.1, 0.2)};
    QCOMPARE(namesOf(read(updated(foreign, written))), QStringList{u"Ann"_s});
}

void WriteXmpTest::unknownFacesLeaveTheRegionsAlone()
{
    const QByteArray foreign = sidecar(regions(region("Zoe", "Face", area(0.8, 0.9, 0.1, 0.1))));
    WrittenMetadata written;
    written.rating = 3;
    QCOMPARE(namesOf(read(updated(foreign, written))), QStringList{u"Zoe"_s});
}

void WriteXmpTest::microsoftsRegionsFollow()
{
    const QByteArray foreign = sidecar(
        "<MP:RegionInfo rdf:parseType='Resource'><MPRI:Regions><rdf:Bag><rdf:li rdf:parseType='Resource'>"
        "<MPReg:Rectangle>0.1, 0.2, 0.1, 0.2</MPReg:Rectangle><MPReg:PersonDisplayName>Old</MPReg:PersonDisplayName>"
        "<MPReg:PersonEmailDigest>abc</MPReg:PersonEmailDigest></rdf:li></rdf:Bag></MPRI:Regions></MP:RegionInfo>");
    WrittenMetadata written;
    written.faces = std::vector{face(u"New"_s, 0.1, 0.2)};
    const QByteArray text = updated(foreign, written);
    QVERIFY(text.contains("PersonDisplayName"));
    QCOMPARE(text.count("New"), 2); // There, and in the standard's own place.
    QVERIFY(!text.contains("Old"));
    QCOMPARE(updated(text, written), text);
    written.faces->front().name = u"Old"_s;
    QVERIFY(updated(foreign, written).contains("abc"));
}

void WriteXmpTest::whatIsNoXmpIsLeftAlone()
{
    const auto refused = updatedXmp("this is no XMP", everything(), plainFrame, u"/photos/a.xmp"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::FileDamaged);
    QCOMPARE(refused.error().fact(u"path"_s), u"/photos/a.xmp"_s);
}

void WriteXmpTest::knowsWhatAFileSaysAlready()
{
    const WrittenMetadata written = everything();
    const Metadata said = read(updated({}, written));
    QVERIFY(written.isSaidBy(said));
    Metadata other = said;
    other.rating = 3;
    QVERIFY(!written.isSaidBy(other));
    other = said;
    other.keywords << u"more"_s;
    QVERIFY(!written.isSaidBy(other));
    other = said;
    other.regions.front().name = u"somebody else"_s;
    QVERIFY(!written.isSaidBy(other));
    other = said;
    other.regions.front().x += 0.2;
    QVERIFY(!written.isSaidBy(other));
}

QTEST_GUILESS_MAIN(WriteXmpTest)
#include "tst_write_xmp.moc"
