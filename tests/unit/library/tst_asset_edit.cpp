// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/asset_edit.h"
#include "support/library_fixture.h"

#include <QTest>

#include <limits>

using namespace kinframe;
using library::AssetEdit;

class TestAssetEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void changesWhatIsGiven();
    void givesWhatUndoesIt();
    void refusesWrongRatings();
    void isAChange();
    void onlyOnesOwn();

private:
    Result<AssetEdit> edit(const AssetEdit &edit, qint64 userId = 0);
    [[nodiscard]] library::Asset asset() { return *m->asset(m_photo.uuid); }

    std::unique_ptr<test::LibraryFixture> m;
    library::Registered m_photo;
};

void TestAssetEdit::init()
{
    m = std::make_unique<test::LibraryFixture>();
    m_photo = *m->upload(m->jpeg(10));
}

Result<AssetEdit> TestAssetEdit::edit(const AssetEdit &edit, qint64 userId)
{
    return m->change([&](storage::Transaction &transaction) {
        return library::editAsset(transaction, *m->services, userId == 0 ? m->owner.userId : userId, m_photo.uuid,
                                  edit);
    });
}

void TestAssetEdit::changesWhatIsGiven()
{
    AssetEdit favourite;
    favourite.isFavorite = true;
    QVERIFY(edit(favourite));
    QVERIFY(asset().isFavorite && !asset().rating);
    AssetEdit stars;
    stars.rating = 4.0;
    QVERIFY(edit(stars));
    QVERIFY(asset().isFavorite);
    QCOMPARE(asset().rating, std::optional(4.0));
}

void TestAssetEdit::givesWhatUndoesIt()
{
    AssetEdit both;
    both.isFavorite = true;
    both.rating = 3.0;
    const auto undoing = edit(both);
    QVERIFY(undoing);
    const auto again = edit(*undoing);
    QVERIFY(!asset().isFavorite && !asset().rating); // it had no rating, not one of 0
    QVERIFY(edit(*again));
    QVERIFY(asset().isFavorite);
    QCOMPARE(asset().rating, std::optional(3.0));
}

void TestAssetEdit::refusesWrongRatings()
{
    for (const double stars : {-1.0, 5.5, std::numeric_limits<double>::quiet_NaN()}) {
        AssetEdit wrong;
        wrong.isFavorite = true;
        wrong.rating = stars;
        const auto refused = edit(wrong);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
        QVERIFY(!asset().isFavorite && !asset().rating); // nothing of it was done
    }
}

void TestAssetEdit::isAChange()
{
    const qint64 before = m->stampOf(m_photo.uuid);
    QStringList told;
    const auto listening = m->events.subscribe([&](const Event &event) { told << event.type; });
    AssetEdit favourite;
    favourite.isFavorite = true;
    QVERIFY(edit(favourite));
    QVERIFY(m->stampOf(m_photo.uuid) > before);
    QCOMPARE(told, QStringList{QStringLiteral("asset.changed")});
}

void TestAssetEdit::onlyOnesOwn()
{
    AssetEdit favourite;
    favourite.isFavorite = true;
    const auto refused = edit(favourite, m->guest.userId);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NotFound);
    QVERIFY(!asset().isFavorite);
}

QTEST_GUILESS_MAIN(TestAssetEdit)
#include "tst_asset_edit.moc"
