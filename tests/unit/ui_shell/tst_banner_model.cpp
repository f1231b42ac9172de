// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/banner_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace kinframe::ui;
using namespace Qt::StringLiterals;

namespace {

const Error modelMissing{ErrorCode::ModelMissing, {{u"model"_s, u"faces"_s}}, {}};

Error diskFull(const QString &missing)
{
    return {ErrorCode::DiskFull, {{u"path"_s, u"/library"_s}, {u"missing"_s, missing}}, {}};
}

int remedyAt(const BannerModel &model, int row)
{
    return model.data(model.index(row), BannerModel::Remedy).toInt();
}

} // namespace

class TestBannerModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEachTroubleOnce();
    void offersTheRemedy();
    void staysWhileNumbersChange();
    void dismissedStaysAway();
};

void TestBannerModel::showsEachTroubleOnce()
{
    BannerModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show({modelMissing, modelMissing, diskFull(u"1 GB"_s)});
    QCOMPARE(model.rowCount({}), 2);
    QVERIFY(model.data(model.index(1), BannerModel::Text).toString().contains(u"1 GB"_s));
    model.show({});
    QCOMPARE(model.rowCount({}), 0);
}

void TestBannerModel::offersTheRemedy()
{
    BannerModel model;
    const auto away = [](const QString &path) { return Error{ErrorCode::FolderAway, {{u"path"_s, path}}, {}}; };
    model.show({modelMissing, away(u"/a"_s), away(u"/b"_s), diskFull(u"1 GB"_s)});
    QCOMPARE(remedyAt(model, 0), int(BannerModel::FetchModels));
    QCOMPARE(remedyAt(model, 1), int(BannerModel::ShowFolders));
    QCOMPARE(remedyAt(model, 2), int(BannerModel::ShowFolders));
    QCOMPARE(remedyAt(model, 3), int(BannerModel::NoRemedy));
}

void TestBannerModel::staysWhileNumbersChange()
{
    BannerModel model;
    model.show({diskFull(u"1 GB"_s)});
    const QPersistentModelIndex shown(model.index(0));
    QSignalSpy reset(&model, &BannerModel::modelReset);
    model.show({diskFull(u"2 GB"_s)});
    QCOMPARE(reset.count(), 0);
    QVERIFY(shown.data(BannerModel::Text).toString().contains(u"2 GB"_s));
}

void TestBannerModel::dismissedStaysAway()
{
    BannerModel model;
    model.show({diskFull(u"1 GB"_s), modelMissing});
    model.dismiss(0);
    QCOMPARE(model.rowCount({}), 1);
    model.show({diskFull(u"3 GB"_s), modelMissing});
    QCOMPARE(model.rowCount({}), 1);
    QCOMPARE(remedyAt(model, 0), int(BannerModel::FetchModels));
    model.dismiss(9); // Nothing there: nothing happens.
}

QTEST_GUILESS_MAIN(TestBannerModel)
#include "tst_banner_model.moc"
