// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/people_state.h"
#include "api/test_data.h"

#include <QHash>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

/// What people do with people over HTTP, and that no later recognition takes it back. Each test works on people of its
/// own; the last ones look at all of it together.
class CorrectionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nameAndRename();
    void detailsOfAPerson();
    void wrongDetailsChangeNothing_data();
    void wrongDetailsChangeNothing();
    void coverIsChosen();
    void mergeIsUndoneAndRedone();
    void splitStaysSplit();
    void faceMovesToAnother();
    void photosAreReassigned();
    void notAFaceIsGone();
    void boxIsDrawn();
    void rejectedSuggestionIsNotAskedAgain();
    void recognitionTakesNothingBack();
    void restartTakesNothingBack();
    void everyActCanBeUndone();
    void cleanupTestCase();

private:
    [[nodiscard]] QString photo(const QString &name) const { return m_ids.value(name); }
    [[nodiscard]] QString personWith(const QString &name, qsizetype face = 0) const
    {
        return personIn(m_client, photo(name), face);
    }
    [[nodiscard]] QJsonObject state() const { return peopleState(m_client, m_ids.values()); }
    [[nodiscard]] QString lastAct() const
    {
        const QJsonArray acts = m_client.get(u"/api/history?size=1"_s).object().value("items"_L1).toArray();
        return acts.first().toObject().value("id"_L1).toString();
    }

    KinframeProcess m_kinframe;
    HttpClient m_client;
    QHash<QString, QString> m_ids; ///< of photos, by their file names
    QJsonObject m_first;           ///< the state before any correction
    QString m_rejected;
    QString m_rejectedOther;
};

void CorrectionsTest::initTestCase()
{
    if (const QString reason = missingModels(); !reason.isEmpty()) {
        QSKIP(qPrintable(reason));
    }
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_client = m_kinframe.client();
    for (const QString &file : testFiles(u"photos"_s) + testFiles(u"groups"_s)) {
        const HttpAnswer added = m_client.upload(file.section(u'/', -1), bytesOf(file));
        QVERIFY2(added.status == 201, added.text().constData());
        m_ids.insert(file.section(u'/', -1), added.object().value("id"_L1).toString());
    }
    QVERIFY2(waitUntilIdle(m_client), m_kinframe.log().constData());
    m_first = state();
    QVERIFY(m_first.value("people"_L1).toObject().size() >= 15);
}

void CorrectionsTest::nameAndRename()
{
    const QString id = personWith(u"Serena_Williams_0001.jpg"_s);
    for (const QString &name : {u"Serena"_s, u"Serena Williams 塞雷娜"_s}) {
        const HttpAnswer answer = m_client.put(u"/api/people/"_s + id, {{u"name"_s, name}});
        QVERIFY2(answer.status == 200, answer.text().constData());
        QCOMPARE(answer.object().value("id"_L1).toString(), id);
        QCOMPARE(answer.object().value("name"_L1).toString(), name);
        QCOMPARE(personOf(m_client, id).value("name"_L1).toString(), name);
    }
    const QJsonArray found =
        m_client.get(u"/api/people?name=%E5%A1%9E%E9%9B%B7"_s).object().value("people"_L1).toArray();
    QCOMPARE(found.size(), 1);
    const QJsonArray named =
        m_client.get(u"/api/asset/"_s + photo(u"Serena_Williams_0003.jpg"_s)).object().value("people"_L1).toArray();
    QCOMPARE(named.first().toObject().value("name"_L1).toString(), u"Serena Williams 塞雷娜"_s);
}

void CorrectionsTest::detailsOfAPerson()
{
    const QString path = u"/api/people/"_s + personWith(u"Jackie_Chan_0002.jpg"_s);
    const HttpAnswer answer = m_client.put(path, {{u"name"_s, u"Jackie Chan"_s},
                                                  {u"birthDate"_s, u"1954-04-07"_s},
                                                  {u"isFavorite"_s, true},
                                                  {u"isHidden"_s, true}});
    QVERIFY2(answer.status == 200, answer.text().constData());
    for (const QJsonObject &person : {answer.object(), m_client.get(path).object()}) {
        QCOMPARE(person.value("name"_L1).toString(), u"Jackie Chan"_s);
        QCOMPARE(person.value("birthDate"_L1).toString(), u"1954-04-07"_s);
        QCOMPARE(person.value("isFavorite"_L1).toBool(), true);
        QCOMPARE(person.value("isHidden"_L1).toBool(), true);
    }
    QCOMPARE(m_client.get(u"/api/people?name=Jackie"_s).object().value("people"_L1).toArray().size(), 0);
    QCOMPARE(m_client.get(u"/api/people"_s).object().value("hidden"_L1).toInt(), 1);
    QCOMPARE(m_client.get(u"/api/people?name=Jackie&withHidden=true"_s).object().value("people"_L1).toArray().size(),
             1);
}

void CorrectionsTest::wrongDetailsChangeNothing_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("field");
    QTest::newRow("birth date") << QJsonObject{{u"birthDate"_s, u"7 April"_s}} << u"birthDate"_s;
    QTest::newRow("unborn") << QJsonObject{{u"birthDate"_s, u"2999-01-01"_s}} << u"birthDate"_s;
    QTest::newRow("hidden") << QJsonObject{{u"isHidden"_s, u"yes"_s}} << u"isHidden"_s;
    QTest::newRow("long name") << QJsonObject{{u"name"_s, QString(201, u'x')}} << u"name"_s;
    QTest::newRow("name and colour") << QJsonObject{{u"name"_s, u"Fine"_s}, {u"color"_s, u"red"_s}} << u"color"_s;
}

void CorrectionsTest::wrongDetailsChangeNothing()
{
    QFETCH(QJsonObject, body);
    QFETCH(QString, field);
    const QString path = u"/api/people/"_s + personWith(u"Kofi_Annan_0001.jpg"_s);
    const QJsonObject before = m_client.get(path).object();
    const HttpAnswer answer = m_client.put(path, body);
    QVERIFY2(answer.status == 400, answer.text().constData());
    QVERIFY2(answer.message().contains(field), answer.text().constData());
    QCOMPARE(m_client.get(path).object(), before);
}

void CorrectionsTest::coverIsChosen()
{
    const QString person = personWith(u"Halle_Berry_0001.jpg"_s);
    const QString path = u"/api/people/"_s + person;
    QSet<QByteArray> pictures;
    for (const QString &name : {u"Halle_Berry_0001.jpg"_s, u"Halle_Berry_0002.jpg"_s}) {
        const HttpAnswer answer = m_client.put(path, {{u"featureFaceAssetId"_s, photo(name)}});
        QVERIFY2(answer.status == 200, answer.text().constData());
        const HttpAnswer picture = m_client.get(path + u"/thumbnail"_s);
        QVERIFY2(picture.status == 200, picture.text().constData());
        pictures.insert(picture.body);
    }
    QCOMPARE(pictures.size(), 2);
    const HttpAnswer wrong = m_client.put(path, {{u"featureFaceAssetId"_s, photo(u"biden.jpg"_s)}});
    QVERIFY2(wrong.status == 400, wrong.text().constData());
}

void CorrectionsTest::mergeIsUndoneAndRedone()
{
    const QString into = personWith(u"Laura_Bush_0001.jpg"_s);
    const QString other = personWith(u"Vicente_Fox_0001.jpg"_s);
    QCOMPARE(m_client.put(u"/api/people/"_s + other, {{u"name"_s, u"Vicente"_s}}).status, 200);
    const QJsonObject before = state();
    const QStringList faces = facesOf(m_client, into) + facesOf(m_client, other);
    const HttpAnswer merged = m_client.post(u"/api/people/%1/merge"_s.arg(into), {{u"ids"_s, QJsonArray{other}}});
    QVERIFY2(merged.status == 200, merged.text().constData());
    QCOMPARE(merged.array(), QJsonArray({QJsonObject{{u"id"_s, other}, {u"success"_s, true}}}));
    const QJsonObject after = state();
    QCOMPARE(facesOf(m_client, into).size(), faces.size());
    QCOMPARE(personWith(u"Vicente_Fox_0004.jpg"_s), into);
    // Who knows only the old id goes on finding them, and a group without a name takes the one there is.
    QCOMPARE(personOf(m_client, other).value("id"_L1).toString(), into);
    QCOMPARE(personOf(m_client, into).value("name"_L1).toString(), u"Vicente"_s);
    QCOMPARE(m_client.get(u"/api/person/%1/assets"_s.arg(other)).object(),
             m_client.get(u"/api/person/%1/assets"_s.arg(into)).object());

    const QString undo = u"/api/history/%1/undo"_s.arg(lastAct());
    const HttpAnswer undone = m_client.post(undo);
    QVERIFY2(undone.status == 200, undone.text().constData());
    QVERIFY(undone.object().value("undoneAt"_L1).isString());
    QCOMPARE(state(), before);
    QCOMPARE(m_client.post(undo).status, 409);
    QCOMPARE(state(), before);
    const HttpAnswer redone = m_client.post(u"/api/history/%1/redo"_s.arg(lastAct()));
    QVERIFY2(redone.status == 200, redone.text().constData());
    QCOMPARE(state(), after);
    QCOMPARE(m_client.post(undo).status, 200);
    QCOMPARE(state(), before);
}

void CorrectionsTest::splitStaysSplit()
{
    const QString person = personWith(u"Junichiro_Koizumi_0002.jpg"_s);
    const QStringList faces = facesOf(m_client, person);
    QVERIFY(faces.size() >= 3);
    const QJsonArray taken{faces[0], faces[1]};
    const HttpAnswer split = m_client.post(u"/api/people/%1/split"_s.arg(person), {{u"faceIds"_s, taken}});
    QVERIFY2(split.status == 201, split.text().constData());
    const QString part = split.object().value("id"_L1).toString();
    QVERIFY(part != person && !part.isEmpty());
    QCOMPARE(facesOf(m_client, part).size(), 2);
    QCOMPARE(facesOf(m_client, person).size(), faces.size() - 2);
    const QJsonArray foreign{facesIn(m_client, photo(u"biden.jpg"_s)).first().value("id"_L1)};
    const HttpAnswer wrong = m_client.post(u"/api/people/%1/split"_s.arg(person), {{u"faceIds"_s, foreign}});
    QVERIFY2(wrong.status == 400, wrong.text().constData());
}

void CorrectionsTest::faceMovesToAnother()
{
    const QString from = personWith(u"Kofi_Annan_0003.jpg"_s);
    const QString face = facesIn(m_client, photo(u"Kofi_Annan_0003.jpg"_s)).first().value("id"_L1).toString();
    const HttpAnswer made = m_client.post(u"/api/people"_s, {{u"name"_s, u"Another Kofi"_s}});
    QVERIFY2(made.status == 201, made.text().constData());
    const QString to = made.object().value("id"_L1).toString();
    const HttpAnswer moved = m_client.put(u"/api/faces/"_s + to, {{u"id"_s, face}});
    QVERIFY2(moved.status == 200, moved.text().constData());
    QCOMPARE(facesOf(m_client, to), QStringList{face});
    QVERIFY(!facesOf(m_client, from).contains(face));
}

void CorrectionsTest::photosAreReassigned()
{
    const QString from = personWith(u"Megawati_Sukarnoputri_0002.jpg"_s);
    const QString asset = photo(u"Megawati_Sukarnoputri_0002.jpg"_s);
    const HttpAnswer made = m_client.post(u"/api/people"_s, {{u"name"_s, u"Not Megawati"_s}});
    const QString to = made.object().value("id"_L1).toString();
    const QJsonArray data{QJsonObject{{u"assetId"_s, asset}, {u"personId"_s, from}}};
    const HttpAnswer moved = m_client.put(u"/api/people/%1/reassign"_s.arg(to), {{u"data"_s, data}});
    QVERIFY2(moved.status == 200, moved.text().constData());
    QCOMPARE(photosOf(m_client, to), QStringList{asset});
    QVERIFY(!photosOf(m_client, from).contains(asset));
    const HttpAnswer again = m_client.put(u"/api/people/%1/reassign"_s.arg(to), {{u"data"_s, data}});
    QVERIFY2(again.status == 400 || again.status == 404, again.text().constData());
}

void CorrectionsTest::notAFaceIsGone()
{
    const QString asset = photo(u"Halle_Berry_0003.jpg"_s);
    const QList<QJsonObject> before = facesIn(m_client, asset);
    QCOMPARE(before.size(), 2);
    const QString face = before.last().value("id"_L1).toString();
    const HttpAnswer gone = m_client.send("DELETE", u"/api/faces/"_s + face, R"({"force":false})", "application/json");
    QVERIFY2(gone.status == 204, gone.text().constData());
    QCOMPARE(facesIn(m_client, asset).size(), 1);
    QVERIFY(m_client.remove(u"/api/faces/"_s + face).status >= 400);
}

void CorrectionsTest::boxIsDrawn()
{
    const QString asset = photo(u"Serena_Williams_0002.jpg"_s);
    const QJsonObject shown = m_client.get(u"/api/asset/"_s + asset).object();
    const QString person = personWith(u"obama.jpg"_s);
    const QJsonObject box{{u"assetId"_s, asset},
                          {u"personId"_s, person},
                          {u"imageWidth"_s, shown.value("width"_L1)},
                          {u"imageHeight"_s, shown.value("height"_L1)},
                          {u"x"_s, 5},
                          {u"y"_s, 6},
                          {u"width"_s, 40},
                          {u"height"_s, 50}};
    const HttpAnswer drawn = m_client.post(u"/api/faces"_s, box);
    QVERIFY2(drawn.status == 201, drawn.text().constData());
    const QList<QJsonObject> faces = facesIn(m_client, asset);
    QCOMPARE(faces.size(), 2);
    QCOMPARE(faces.first().value("personId"_L1).toString(), person);
    QCOMPARE(faces.first().value("boundingBoxX1"_L1).toInt(), 5);
    QCOMPARE(faces.first().value("boundingBoxY2"_L1).toInt(), 56);
    QVERIFY(photosOf(m_client, person).contains(asset));
    QJsonObject outside = box;
    outside.insert(u"x"_s, shown.value("width"_L1).toInt() - 10);
    QCOMPARE(m_client.post(u"/api/faces"_s, outside).status, 400);
    QVERIFY(waitUntilIdle(m_client));
    QCOMPARE(facesIn(m_client, asset).size(), 2);
}

void CorrectionsTest::rejectedSuggestionIsNotAskedAgain()
{
    QVERIFY(waitUntilIdle(m_client));
    const QJsonArray asked = m_client.get(u"/api/suggestions"_s).object().value("items"_L1).toArray();
    QVERIFY2(!asked.isEmpty(), "The photos hold people who may be one; nobody asks.");
    const QJsonObject first = asked.first().toObject();
    m_rejected = first.value("person"_L1).toObject().value("id"_L1).toString();
    m_rejectedOther = first.value("other"_L1).toObject().value("id"_L1).toString();
    QVERIFY(m_rejected != m_rejectedOther);
    const QString path = u"/api/suggestions/%1/reject"_s.arg(first.value("id"_L1).toString());
    const HttpAnswer rejected = m_client.post(path);
    QVERIFY2(rejected.status == 204, rejected.text().constData());
    QCOMPARE(m_client.get(u"/api/suggestions"_s).object().value("total"_L1).toInt(), asked.size() - 1);
    QCOMPARE(m_client.post(path).status, 404);
}

void CorrectionsTest::recognitionTakesNothingBack()
{
    QVERIFY(waitUntilIdle(m_client));
    const QJsonObject before = state();
    const HttpAnswer begun = m_client.post(u"/api/recognition/run"_s);
    QVERIFY2(begun.status == 202, begun.text().constData());
    QCOMPARE(begun.object().value("photos"_L1).toInt(), m_ids.size());
    QVERIFY2(waitUntilIdle(m_client), m_kinframe.log().constData());
    const QJsonObject after = state();
    QCOMPARE(after.value("faces"_L1).toObject().keys(), before.value("faces"_L1).toObject().keys());
    QCOMPARE(after, before);
    const QJsonArray asked = m_client.get(u"/api/suggestions?size=1000"_s).object().value("items"_L1).toArray();
    for (const QJsonValue item : asked) {
        const QString one = item.toObject().value("person"_L1).toObject().value("id"_L1).toString();
        const QString other = item.toObject().value("other"_L1).toObject().value("id"_L1).toString();
        QVERIFY(QSet<QString>({one, other}) != QSet<QString>({m_rejected, m_rejectedOther}));
    }
}

void CorrectionsTest::restartTakesNothingBack()
{
    const QJsonObject before = state();
    QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_client = m_kinframe.client();
    QCOMPARE(state(), before);
}

void CorrectionsTest::everyActCanBeUndone()
{
    const QJsonArray acts = m_client.get(u"/api/history?size=1000"_s).object().value("items"_L1).toArray();
    QVERIFY(acts.size() >= 12);
    for (const QJsonValue value : acts) {
        const QJsonObject act = value.toObject();
        QVERIFY(!act.value("text"_L1).toString().isEmpty());
        if (act.value("undoneAt"_L1).isNull()) {
            const HttpAnswer undone = m_client.post(u"/api/history/%1/undo"_s.arg(act.value("id"_L1).toString()));
            QVERIFY2(undone.status == 200, undone.text().constData());
        }
    }
    QJsonObject now = state();
    // The cover that recognition would choose is the one that was there.
    QCOMPARE(now.value("faces"_L1), m_first.value("faces"_L1));
    QCOMPARE(now.value("people"_L1), m_first.value("people"_L1));
}

void CorrectionsTest::cleanupTestCase()
{
    if (m_kinframe.isRunning()) {
        QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
    }
}

QTEST_GUILESS_MAIN(CorrectionsTest)
#include "tst_corrections.moc"
