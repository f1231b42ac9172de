// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ids.h"
#include "support/patience.h"
#include "ui/images/face_boxes.h"
#include "window_fixture.h"

#include <QAbstractItemModelTester>
#include <QRectF>
#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace kinframe::ui;
using namespace Qt::StringLiterals;

class TestFaceBoxes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void facesFromLeftToRight();
    void namingAGroup();
    void namingAGroupAsSomebodyKnown();
    void namingAFaceOfSomebodyElse();
    void drawing();
    void drawingSomebodyNew();
    void reshaping();
    void dismissing();
    void namingKeepsTheRows();

private:
    [[nodiscard]] QVariant shown(int row, FaceBoxes::Role role) const { return m_boxes->index(row).data(role); }
    [[nodiscard]] QString faceId(int row) const { return shown(row, FaceBoxes::FaceIdRole).toString(); }
    [[nodiscard]] QString nameOf(int row) const { return shown(row, FaceBoxes::NameRole).toString(); }
    [[nodiscard]] int people() { return int(m->everybody().people.size()); }

    std::unique_ptr<test::WindowFixture> m;
    std::unique_ptr<FaceBoxes> m_boxes;
    library::Registered m_photo;
};

void TestFaceBoxes::init()
{
    m = std::make_unique<test::WindowFixture>();
    m_photo = m->photoOf({m->face(1, 0, 0.1F), m->face(2, 0, 0.6F)});
    m_boxes = m->make<FaceBoxes>();
    new QAbstractItemModelTester(m_boxes.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_boxes.get());
    m_boxes->setAssetId(toText(m_photo.uuid));
    m_boxes->componentComplete();
    QTRY_COMPARE(m_boxes->count(), 2);
}

void TestFaceBoxes::cleanup()
{
    m_boxes.reset();
    m.reset();
}

void TestFaceBoxes::facesFromLeftToRight()
{
    QVERIFY(qAbs(shown(0, FaceBoxes::BoxRole).toRectF().x() - 0.1) < 0.001);
    QVERIFY(qAbs(shown(1, FaceBoxes::BoxRole).toRectF().x() - 0.6) < 0.001);
    QCOMPARE(nameOf(0), QString());
    m_boxes->setAssetId(QString());
    QCOMPARE(m_boxes->count(), 0);
}

void TestFaceBoxes::namingAGroup()
{
    const auto other = m->photoOf({m->face(1, 1)});
    QCOMPARE(m->personIn(other), m->personIn(m_photo));
    m_boxes->setName(faceId(0), u" Anna "_s, {});
    QTRY_COMPARE(nameOf(0), u"Anna"_s);
    QCOMPARE(m->personIn(other), m->personIn(m_photo)); // the whole group has it
    m->undoStack().undo();
    QTRY_COMPARE(nameOf(0), QString());
    m->undoStack().redo();
    QTRY_COMPARE(nameOf(0), u"Anna"_s);
}

void TestFaceBoxes::namingAGroupAsSomebodyKnown()
{
    const auto other = m->photoOf({m->face(3)});
    const QUuid anna = m->personIn(other);
    (void)m->name(anna, u"Anna"_s);
    const int before = people();
    m_boxes->setName(faceId(0), u"anna"_s, {});
    QTRY_COMPARE(shown(0, FaceBoxes::PersonIdRole).toString(), toText(anna));
    QCOMPARE(people(), before - 1);
    m->undoStack().undo();
    QTRY_COMPARE(nameOf(0), QString());
    QCOMPARE(people(), before);
}

void TestFaceBoxes::namingAFaceOfSomebodyElse()
{
    const auto other = m->photoOf({m->face(1, 1)});
    const QUuid berta = m->personIn(m_photo, 0);
    (void)m->name(berta, u"Berta"_s);
    QTRY_COMPARE(nameOf(0), u"Berta"_s);
    m_boxes->setName(faceId(0), u"Clara"_s, {});
    QTRY_COMPARE(nameOf(0), u"Clara"_s);
    QCOMPARE(m->personIn(other), berta); // Berta stays who she is elsewhere
    QCOMPARE(m->person(berta)->name, u"Berta"_s);
    const int before = people();
    m->undoStack().undo(); // the face goes back, and nobody is called Clara
    QTRY_COMPARE(nameOf(0), u"Berta"_s);
    QTRY_COMPARE(people(), before - 1);
}

void TestFaceBoxes::drawing()
{
    (void)m->name(m->personIn(m_photo, 0), u"Anna"_s);
    const QRectF box(0.4, 0.5, 0.1, 0.2);
    m_boxes->draw(box, u"Anna"_s, {});
    QTRY_COMPARE(m_boxes->count(), 3);
    const QRectF drawn = shown(1, FaceBoxes::BoxRole).toRectF();
    QVERIFY(qAbs(drawn.x() - box.x()) < 0.001 && qAbs(drawn.height() - box.height()) < 0.001);
    QCOMPARE(nameOf(1), u"Anna"_s);
    m->undoStack().undo();
    QTRY_COMPARE(m_boxes->count(), 2);
    m->undoStack().redo();
    QTRY_COMPARE(m_boxes->count(), 3);
}

void TestFaceBoxes::drawingSomebodyNew()
{
    m_boxes->draw(QRectF(0.9, 0.9, 0.3, 0.3), u"Dora"_s, {}); // beyond the edge: cut to it
    QTRY_COMPARE(m_boxes->count(), 3);
    QCOMPARE(nameOf(2), u"Dora"_s);
    QVERIFY(shown(2, FaceBoxes::BoxRole).toRectF().right() <= 1.001);
    QSignalSpy failed(m_boxes.get(), &FaceBoxes::failed);
    m_boxes->draw(QRectF(2, 2, 1, 1), u"Dora"_s, {});
    QTRY_COMPARE(failed.size(), 1);
}

void TestFaceBoxes::reshaping()
{
    (void)m->name(m->personIn(m_photo, 0), u"Anna"_s);
    QTRY_COMPARE(nameOf(0), u"Anna"_s);
    const QString before = faceId(0);
    m_boxes->reshape(before, QRectF(0.2, 0.3, 0.2, 0.2));
    QTRY_VERIFY(faceId(0) != before && m_boxes->count() == 2);
    QCOMPARE(nameOf(0), u"Anna"_s);
    QVERIFY(qAbs(shown(0, FaceBoxes::BoxRole).toRectF().x() - 0.2) < 0.001);
    m->undoStack().undo();
    QTRY_COMPARE(faceId(0), before);
    QCOMPARE(m_boxes->count(), 2);
    QCOMPARE(nameOf(0), u"Anna"_s);
}

void TestFaceBoxes::dismissing()
{
    const QString gone = faceId(0);
    m_boxes->dismiss(gone);
    QTRY_COMPARE(m_boxes->count(), 1);
    m->undoStack().undo();
    QTRY_COMPARE(m_boxes->count(), 2);
    QCOMPARE(faceId(0), gone);
}

void TestFaceBoxes::namingKeepsTheRows()
{
    const QSignalSpy reset(m_boxes.get(), &QAbstractItemModel::modelReset);
    m_boxes->setName(faceId(1), u"Anna"_s, {});
    QTRY_COMPARE(nameOf(1), u"Anna"_s);
    QVERIFY(reset.isEmpty()); // or the field that somebody writes in would go
}

QTEST_GUILESS_MAIN(TestFaceBoxes)
#include "tst_face_boxes.moc"
