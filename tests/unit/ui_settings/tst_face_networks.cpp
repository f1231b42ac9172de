// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/patience.h"
#include "ui/settings/face_networks.h"
#include "window_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;
using ui::FaceNetworks;

class TestFaceNetworks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void allThatThereAre();
    void whatIsMissingCanBeFetched();
    void oneThatIsMissingCannotBeUsed();
    void lookingAgainCountsThePhotos();

private:
    int rowOf(const QString &name)
    {
        for (int row = 0; row < m_networks->count(); ++row) {
            if (m_networks->data(m_networks->index(row), FaceNetworks::NameRole).toString() == name) {
                return row;
            }
        }
        return -1;
    }
    QVariant at(int row, FaceNetworks::Role role) { return m_networks->data(m_networks->index(row), role); }

    std::unique_ptr<test::WindowFixture> m;
    std::unique_ptr<FaceNetworks> m_networks;
};

void TestFaceNetworks::init()
{
    m_networks.reset();
    m = std::make_unique<test::WindowFixture>();
    m_networks = m->make<FaceNetworks>();
    new QAbstractItemModelTester(m_networks.get(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                 m_networks.get());
    m_networks->componentComplete();
    QTRY_COMPARE(m_networks->status(), FaceNetworks::Status::Ready);
}

void TestFaceNetworks::allThatThereAre()
{
    const auto &manifest = models::Manifest::builtIn();
    QCOMPARE(m_networks->count(), int(manifest.models.size()));
    int used = 0;
    for (const models::Model &model : manifest.models) {
        const int row = rowOf(model.name);
        QVERIFY(row >= 0);
        QCOMPARE(at(row, FaceNetworks::IsUsedRole).toBool(), model.usual);
        used += at(row, FaceNetworks::IsUsedRole).toBool() ? 1 : 0;
        QVERIFY(at(row, FaceNetworks::LicenceRole).toString().contains(model.licence));
        QVERIFY(at(row, FaceNetworks::DetailRole).toString().contains(model.name));
    }
    QCOMPARE(used, 2);
}

void TestFaceNetworks::whatIsMissingCanBeFetched()
{
    for (int row = 0; row < m_networks->count(); ++row) {
        QVERIFY(!at(row, FaceNetworks::IsHereRole).toBool());
        // Either it can be fetched, or it says where to put it.
        QCOMPARE(at(row, FaceNetworks::CanFetchRole).toBool(), at(row, FaceNetworks::ProblemRole).toString().isEmpty());
    }
    QVERIFY(m_networks->fetching().isEmpty());
}

void TestFaceNetworks::oneThatIsMissingCannotBeUsed()
{
    const QString name = at(0, FaceNetworks::NameRole).toString();
    m_networks->choose(name);
    QVERIFY(m_networks->isMeasuring());
    QTRY_VERIFY(!m_networks->isMeasuring());
    QVERIFY(!m_networks->actErrorText().isEmpty());
}

void TestFaceNetworks::lookingAgainCountsThePhotos()
{
    QSignalSpy told(m_networks.get(), &FaceNetworks::lookingAgain);
    m_networks->lookAgain();
    QTRY_VERIFY(!m_networks->isMeasuring());
    // Without models nothing can be looked for; that is said.
    QVERIFY(told.count() == 1 || !m_networks->actErrorText().isEmpty());
}

QTEST_GUILESS_MAIN(TestFaceNetworks)
#include "tst_face_networks.moc"
