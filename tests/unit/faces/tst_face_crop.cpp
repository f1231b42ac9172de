// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/people_fixture.h"

#include "faces/face_crop.h"
#include "media/decode.h"
#include "media/encode.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace kinframe;

/// The little pictures of faces that stand for people.
class FaceCropTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<test::PeopleFixture>(); }
    void aSmallFaceIsCutFromTheOriginal_data();
    void aSmallFaceIsCutFromTheOriginal();
    void withoutTheOriginalThePreviewMustDo();

private:
    static constexpr int width = 4000;
    static constexpr int height = 3000;

    /// Stripes of one pixel, which a preview cannot show any more.
    static QByteArray striped()
    {
        media::Pixels pixels = media::Pixels::make(width, height);
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x) {
                std::fill_n(pixels.row(y) + x * 3, 3, std::uint8_t(x % 2 == 0 ? 0 : 255));
            }
        }
        return *media::encodeJpeg(pixels, 90);
    }
    /// A photo with a face of that size in the middle of it.
    faces::Face faceOf(int size)
    {
        m_photo = *m->upload(striped());
        (void)m->process(m_photo);
        faces::Detection found = m->face(1);
        found.found.face.box = {0.5F, 0.5F, float(size) / width, float(size) / height};
        m->find(m_photo, {found});
        return m->faceIn(m_photo);
    }
    static media::Pixels decoded(const QByteArray &jpeg)
    {
        return media::decodeBytes(jpeg, {}, *media::sniffBytes(jpeg, {}), 1, {})->pixels;
    }
    /// Between the darkest and the lightest pixel of the row in the middle.
    static int contrast(const media::Pixels &pixels)
    {
        const std::uint8_t *row = pixels.row(pixels.height / 2);
        const auto [least, most] = std::minmax_element(row, row + pixels.width * 3);
        return *most - *least;
    }
    std::unique_ptr<test::PeopleFixture> m;
    library::Registered m_photo;
};

void FaceCropTest::aSmallFaceIsCutFromTheOriginal_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("side");
    QTest::addColumn<bool>("isSharp");
    // With half its size on each side of it.
    QTest::newRow("large on the preview") << 600 << 256 << false;
    QTest::newRow("large on the original") << 128 << 256 << true;
    QTest::newRow("small on both") << 60 << 120 << true;
}

void FaceCropTest::aSmallFaceIsCutFromTheOriginal()
{
    QFETCH(int, size);
    QFETCH(int, side);
    QFETCH(bool, isSharp);
    const auto crop = faces::cropOfFace(*m->services, faceOf(size));
    QVERIFY(crop);
    const media::Pixels pixels = decoded(*crop);
    QCOMPARE(pixels.width, side);
    QCOMPARE(pixels.height, side);
    QVERIFY2((contrast(pixels) > 150) == isSharp, qPrintable(QString::number(contrast(pixels))));
}

void FaceCropTest::withoutTheOriginalThePreviewMustDo()
{
    const faces::Face face = faceOf(128);
    QVERIFY(m->blobs->remove(m->asset(m_photo.uuid)->sha256));
    const auto crop = faces::cropOfFace(*m->services, face);
    QVERIFY(crop);
    QCOMPARE(decoded(*crop).width, 92); // 256 * 1440 / 4000
}

QTEST_GUILESS_MAIN(FaceCropTest)
#include "tst_face_crop.moc"
