// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/people_agreement.h"
#include "api/test_data.h"
#include "support/named_photos.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

constexpr double leastRecall = 0.98;
constexpr unsigned seed = 2026;

/// In how many random orders the photos come, besides their own.
int randomOrders()
{
    return qEnvironmentVariableIntValue("KINFRAME_ORDERS");
}

/// Photos of one person hold one face, but for these, where others stand in the background.
qsizetype facesExpected(const QString &file)
{
    static const QHash<QString, qsizetype> several{
        {u"Gloria_Macapagal_Arroyo_0003.jpg"_s, 2},
        {u"Halle_Berry_0003.jpg"_s, 2},
        {u"Jackie_Chan_0001.jpg"_s, 2},
        {u"Jackie_Chan_0004.jpg"_s, 2},
        {u"Junichiro_Koizumi_0001.jpg"_s, 2},
        {u"Kofi_Annan_0004.jpg"_s, 2},
        {u"Laura_Bush_0002.jpg"_s, 2},
        {u"Laura_Bush_0004.jpg"_s, 3},
        {u"Megawati_Sukarnoputri_0001.jpg"_s, 2},
        {u"Megawati_Sukarnoputri_0003.jpg"_s, 2},
        {u"Vicente_Fox_0002.jpg"_s, 2},
    };
    const auto group = peopleFromTheLeft().find(file);
    return group != peopleFromTheLeft().end() ? group->size() : several.value(file.section(u'/', -1), 1);
}

double sizeOf(const QJsonObject &face)
{
    return std::min(face.value("boundingBoxX2"_L1).toDouble() - face.value("boundingBoxX1"_L1).toDouble(),
                    face.value("boundingBoxY2"_L1).toDouble() - face.value("boundingBoxY1"_L1).toDouble());
}

/// The faces of a photo with who they are: the largest of a photo of one person is that person.
QList<JudgedFace> judge(const QString &file, const QString &person, const QJsonArray &faces)
{
    QList<QJsonObject> sorted;
    for (const QJsonValue face : faces) {
        sorted.append(face.toObject());
    }
    const auto group = peopleFromTheLeft().find(file);
    QStringList names = group != peopleFromTheLeft().end() ? *group : QStringList{person};
    if (group == peopleFromTheLeft().end()) {
        std::sort(sorted.begin(), sorted.end(),
                  [](const QJsonObject &a, const QJsonObject &b) { return sizeOf(a) > sizeOf(b); });
    } else {
        std::sort(sorted.begin(), sorted.end(), [](const QJsonObject &a, const QJsonObject &b) {
            return a.value("boundingBoxX1"_L1).toDouble() < b.value("boundingBoxX1"_L1).toDouble();
        });
    }
    QList<JudgedFace> judged;
    for (qsizetype i = 0; i < sorted.size(); ++i) {
        // Faces that are too small to be told apart belong to nobody.
        if (sorted[i].value("personId"_L1).isString()) {
            judged.append({sorted[i].value("personId"_L1).toString(), names.value(i)});
        }
    }
    return judged;
}

} // namespace

/// Who is who in the known photos, without any correction by hand, however the photos come.
class PeopleAccuracyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void peopleAreFoundInAnyOrder_data();
    void peopleAreFoundInAnyOrder();

private:
    QList<NamedPhoto> m_photos;
};

void PeopleAccuracyTest::initTestCase()
{
    if (const QString reason = missingModels(); !reason.isEmpty()) {
        QSKIP(qPrintable(reason));
    }
    m_photos = namedPhotos({u"photos/"_s});
    QVERIFY(m_photos.size() >= 45);
    QStringList groups = peopleFromTheLeft().keys();
    groups.sort();
    for (const QString &file : groups) {
        m_photos.append({file, {}});
    }
}

void PeopleAccuracyTest::peopleAreFoundInAnyOrder_data()
{
    QTest::addColumn<int>("order");
    QTest::newRow("as listed") << 0;
    for (int order = 1; order <= randomOrders(); ++order) {
        QTest::addRow("random %d", order) << order;
    }
}

void PeopleAccuracyTest::peopleAreFoundInAnyOrder()
{
    QFETCH(int, order);
    QList<NamedPhoto> photos = m_photos;
    if (order > 0) {
        std::mt19937 random(seed + static_cast<unsigned>(order));
        std::shuffle(photos.begin(), photos.end(), random);
    }
    KinframeProcess kinframe;
    QVERIFY2(kinframe.start(), kinframe.log().constData());
    const HttpClient client = kinframe.client();
    QHash<QString, QString> ids;
    for (const NamedPhoto &photo : photos) {
        const HttpAnswer added = client.upload(photo.file.section(u'/', -1), bytesOf(testPath(photo.file)));
        QVERIFY2(added.status == 201, added.text().constData());
        ids.insert(photo.file, added.object().value("id"_L1).toString());
    }
    QVERIFY2(waitUntilIdle(client), kinframe.log().constData());
    QList<JudgedFace> judged;
    for (const NamedPhoto &photo : photos) {
        const HttpAnswer answer = client.get(u"/api/asset/"_s + ids.value(photo.file));
        QVERIFY2(answer.object().value("status"_L1).toString() == "done"_L1, answer.text().constData());
        const QJsonArray faces = answer.object().value("faces"_L1).toArray();
        QVERIFY2(faces.size() == facesExpected(photo.file),
                 qPrintable(u"%1: %2 faces"_s.arg(photo.file).arg(faces.size())));
        judged += judge(photo.file, photo.person, faces);
    }
    const Agreement agreement = agreementOf(judged);
    QCOMPARE(agreement.precision, 1.0);
    QVERIFY2(agreement.recall >= leastRecall, qPrintable(QString::number(agreement.recall)));
    QVERIFY2(kinframe.stop(), kinframe.log().constData());
}

QTEST_GUILESS_MAIN(PeopleAccuracyTest)
#include "tst_people_accuracy.moc"
