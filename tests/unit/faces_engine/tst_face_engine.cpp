// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "face_testing.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::faces;
using namespace kinframe::faces::test;

class FaceEngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void countsFaces_data();
    void countsFaces();
    void turnedPhotoGivesTheSameFaces();
    void measuresInPixelsOfTheOriginal();
    void smallFacesAreFoundButNotEmbedded();
    void transparencyMakesNoDifference();
    void drawnBoxFindsTheSameFace();
    void drawnBoxWithoutAFaceIsKept();
    void refusesWhatIsNoPicture();
    void saysWhatIsWrongWithAModel();

private:
    std::vector<FaceFound> facesIn(const media::Pixels &picture);

    std::unique_ptr<FaceEngine> m_engine;
};

void FaceEngineTest::initTestCase()
{
    if (!hasModelsAndPhotos())
        QSKIP("KINFRAME_MODELS or KINFRAME_TESTDATA is not set.");
    auto engine = FaceEngine::load(installedModels());
    QVERIFY2(engine, engine ? "" : qPrintable(engine.error().forLog()));
    m_engine = std::move(*engine);
}

std::vector<FaceFound> FaceEngineTest::facesIn(const media::Pixels &picture)
{
    auto faces = m_engine->analyse(picture, picture.width, picture.height);
    return faces ? std::move(*faces) : std::vector<FaceFound>();
}

void FaceEngineTest::countsFaces_data()
{
    QTest::addColumn<QString>("photo");
    QTest::addColumn<int>("count");
    const std::vector<std::pair<const char *, int>> counts{
        {"groups/Pumkins1.jpg", 2},
        {"groups/Pumkins2.jpg", 1},
        {"groups/Pumpkins3.jpg", 3},
        {"groups/codingsprint2009-01.jpg", 10},
        // Six show their faces; of a seventh person there is only an arm.
        {"groups/codingsprint2009-02.jpg", 6},
        {"groups/codingsprint2009-03.jpg", 3},
        {"groups/kit_with_rose.jpg", 2},
        {"groups/obama_and_biden.jpg", 3},
        {"groups/portrait.jpg", 2},
        {"groups/portrait-orientation-6.jpg", 2},
        {"groups/two_people.jpg", 2},
        {"groups/wedding.jpg", 1},
        {"noface/silver_fir.jpg", 0},
        {"noface/tanners_ridge.jpg", 0},
        {"noface/wood_anemones.jpg", 0},
        // Blossoms that one look at the picture takes for a face (0.76) and another does not (0.52).
        {"noface/flowers_19.jpg", 0},
        {"gps/IMG_3439.jpg", 0},
        {"gps/IMG_9975.jpeg", 0},
        {"gps/St_James_Park.jpg", 0},
        // A statue has a face; the leaves around it have none, though one look sees some.
        {"gps/IMG_4547.jpg", 1},
        // A face at the very edge, cut in half.
        {"photos/Barack_Obama/obama_partial_face.jpg", 1},
        // The dark suit beside the face looks like a face to single looks.
        {"photos/Joe_Biden/biden2.jpg", 1},
    };
    for (const auto &[photo, count] : counts)
        QTest::newRow(photo) << QString::fromLatin1(photo) << count;
}

void FaceEngineTest::countsFaces()
{
    QFETCH(QString, photo);
    QFETCH(int, count);
    if (photoPath(photo).isEmpty())
        QSKIP("This photo is not among the test data.");
    const auto picture = readPhoto(photoPath(photo));
    const auto faces = m_engine->analyse(picture, picture.width, picture.height);
    QVERIFY(faces);
    QCOMPARE(static_cast<int>(faces->size()), count);
    for (const FaceFound &found : *faces) {
        const Box &box = found.face.box;
        QVERIFY(box.x >= 0 && box.y >= 0 && box.x + box.width <= 1.0001f && box.y + box.height <= 1.0001f);
        QVERIFY(found.face.score >= 0.65f && found.face.score <= 1);
        QVERIFY(found.quality > 0 && found.quality <= 1);
        QCOMPARE(found.embedding.isEmpty(), found.face.sizePixels < leastRecognisedSize);
        if (!found.embedding.isEmpty()) {
            QCOMPARE(static_cast<int>(found.embedding.values.size()), m_engine->model().dimensions);
            QVERIFY(std::abs(cosine(found.embedding.values, found.embedding.values) - 1) < 1e-4f);
        }
    }
}

void FaceEngineTest::turnedPhotoGivesTheSameFaces()
{
    const auto upright = facesIn(readPhoto(photoPath(u"groups/portrait.jpg"_s)));
    const auto turned = facesIn(readPhoto(photoPath(u"groups/portrait-orientation-6.jpg"_s)));
    QCOMPARE(upright.size(), std::size_t(2));
    QCOMPARE(turned.size(), std::size_t(2));
    for (std::size_t i = 0; i < upright.size(); ++i) {
        QVERIFY(overlapOf(upright[i].face.box, turned[i].face.box) > 0.9f);
        QVERIFY(cosine(upright[i].embedding.values, turned[i].embedding.values) > 0.9f);
    }
}

void FaceEngineTest::measuresInPixelsOfTheOriginal()
{
    const auto picture = readPhoto(photoPath(u"groups/two_people.jpg"_s));
    const auto whole = facesIn(picture);
    const auto half =
        m_engine->analyse(resized(picture, picture.width / 2, picture.height / 2), picture.width, picture.height);
    QVERIFY(half);
    QCOMPARE(half->size(), whole.size());
    for (std::size_t i = 0; i < whole.size(); ++i) {
        const auto &same = cosine((*half)[i].embedding.values, whole[0].embedding.values) >
                                   cosine((*half)[i].embedding.values, whole[1].embedding.values)
                               ? whole[0]
                               : whole[1];
        QVERIFY(cosine((*half)[i].embedding.values, same.embedding.values) > 0.9f);
        QVERIFY(overlapOf((*half)[i].face.box, same.face.box) > 0.7f);
        QVERIFY(std::abs((*half)[i].face.sizePixels / same.face.sizePixels - 1) < 0.1f);
    }
}

void FaceEngineTest::smallFacesAreFoundButNotEmbedded()
{
    const auto picture = readPhoto(photoPath(u"groups/two_people.jpg"_s));
    // The faces, 150 pixels wide in 1126, become 22 pixels wide.
    const auto small = facesIn(resized(picture, 165, 97));
    QCOMPARE(small.size(), std::size_t(2));
    for (const FaceFound &found : small) {
        QVERIFY(found.face.sizePixels < leastRecognisedSize);
        QVERIFY(found.embedding.isEmpty());
    }
}

void FaceEngineTest::transparencyMakesNoDifference()
{
    const auto picture = readPhoto(photoPath(u"groups/kit_with_rose.jpg"_s));
    auto transparent = media::Pixels::make(picture.width, picture.height, media::Pixels::Layout::Bgra);
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            std::copy_n(picture.row(y) + 3 * x, 3, transparent.row(y) + 4 * x);
            transparent.row(y)[4 * x + 3] = 17;
        }
    const auto opaque = facesIn(picture);
    const auto faces = facesIn(transparent);
    QCOMPARE(faces.size(), opaque.size());
    for (std::size_t i = 0; i < faces.size(); ++i)
        QVERIFY(cosine(faces[i].embedding.values, opaque[i].embedding.values) > 0.9999f);
}

void FaceEngineTest::drawnBoxFindsTheSameFace()
{
    const auto picture = readPhoto(photoPath(u"groups/obama_and_biden.jpg"_s));
    for (const FaceFound &found : facesIn(picture)) {
        // As a hand draws: a tenth too far to the left and a fifth too large.
        const Box &box = found.face.box;
        const Box drawn{box.x - box.width / 10, box.y, box.width * 1.2f, box.height * 1.2f};
        const auto again = m_engine->analyseBox(picture, drawn, picture.width, picture.height);
        QVERIFY(again);
        QVERIFY(std::abs(again->face.box.width - drawn.width) < 1e-4f);
        QVERIFY(again->face.score > 0.5f);
        QVERIFY(cosine(again->embedding.values, found.embedding.values) > 0.8f);
    }
}

void FaceEngineTest::drawnBoxWithoutAFaceIsKept()
{
    const auto picture = readPhoto(photoPath(u"noface/tanners_ridge.jpg"_s));
    const auto found = m_engine->analyseBox(picture, {0.9f, 0.9f, 0.2f, 0.2f}, picture.width, picture.height);
    QVERIFY(found);
    QCOMPARE(found->face.score, 0.0f);
    QVERIFY(std::abs(found->face.box.width - 0.1f) < 1e-3f); // clipped to the picture
    QVERIFY(!found->embedding.isEmpty());
    QCOMPARE(found->quality, 0.0f);
}

void FaceEngineTest::refusesWhatIsNoPicture()
{
    const auto picture = readPhoto(photoPath(u"noface/silver_fir.jpg"_s));
    const auto codeOf = [](const auto &result) { return result ? ErrorCode::Internal : result.error().code; };
    QCOMPARE(codeOf(m_engine->analyse({}, 10, 10)), ErrorCode::InvalidArgument);
    QCOMPARE(codeOf(m_engine->analyse(picture, 0, 10)), ErrorCode::InvalidArgument);
    const float nan = std::numeric_limits<float>::quiet_NaN();
    for (const Box &box : {Box{1.5f, 0.2f, 0.1f, 0.1f}, Box{0.5f, 0.5f, 0, 0.1f}, Box{0.5f, 0.5f, -0.1f, 0.1f},
                           Box{nan, 0.5f, 0.1f, 0.1f}, Box{0.5f, 0.5f, nan, 0.1f}})
        QCOMPARE(codeOf(m_engine->analyseBox(picture, box, 100, 100)), ErrorCode::InvalidArgument);
    const auto pixel = media::Pixels::make(1, 1);
    std::fill_n(pixel.bytes.get(), 3, std::uint8_t(0));
    QVERIFY(m_engine->analyse(pixel, 1, 1)->empty());
}

void FaceEngineTest::saysWhatIsWrongWithAModel()
{
    const auto codeOf = [](const ModelFiles &files) {
        const auto engine = FaceEngine::load(files);
        return engine ? ErrorCode::Internal : engine.error().code;
    };
    const ModelFiles good = installedModels();
    QTemporaryDir folder;
    QCOMPARE(codeOf({folder.filePath(u"none.onnx"_s), good.recogniser, good.kind}), ErrorCode::ModelMissing);
    QCOMPARE(codeOf({good.detector, folder.filePath(u"none.xml"_s), good.kind}), ErrorCode::ModelMissing);
    QVERIFY(QFile::copy(good.recogniser, folder.filePath(u"alone.xml"_s)));
    QCOMPARE(codeOf({good.detector, folder.filePath(u"alone.xml"_s), good.kind}), ErrorCode::ModelMissing);
    QFile whole(good.detector);
    QVERIFY(whole.open(QIODevice::ReadOnly));
    QFile half(folder.filePath(u"half.onnx"_s));
    QVERIFY(half.open(QIODevice::WriteOnly));
    half.write(whole.read(whole.size() / 2));
    half.close();
    QCOMPARE(codeOf({half.fileName(), good.recogniser, good.kind}), ErrorCode::ModelUnreadable);
    // Networks in each other's place.
    const QString recogniser = modelPath(u"face-reidentification-retail-0095.onnx"_s);
    QCOMPARE(codeOf({recogniser, good.recogniser, good.kind}), ErrorCode::ModelUnreadable);
    QCOMPARE(codeOf({good.detector, good.detector, good.kind}), ErrorCode::ModelUnreadable);
    QCOMPARE(codeOf({good.detector, good.recogniser, RecogniserKind::SFace2021}), ErrorCode::ModelUnreadable);
}

QTEST_GUILESS_MAIN(FaceEngineTest)
#include "tst_face_engine.moc"
