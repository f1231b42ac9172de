// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ids.h"
#include "storage/database.h"
#include "support/patience.h"
#include "ui/base/context.h"
#include "ui/window/made_library.h"
#include "ui/window/window_driver.h"

#include <QDir>
#include <QGuiApplication>
#include <QQmlEngine>
#include <QQuickWindow>
#include <QSettings>
#include <QTest>

using namespace kinframe;
using namespace kinframe::tests;
using namespace Qt::StringLiterals;

/// As a person works with people: by what stands on the buttons, and by keys.
class TestPeoplePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aGroupIsNamedInPlace();
    void aKnownNameOffersToMerge();
    void questionsAreAnsweredByKeys();
    void manyAreMergedAtOnce();
    void searchFindsNames();
    void facesArePutRight();
    void theHistoryTakesBack();
    void strictnessIsLookedAt();
    void aNarrowWindowShowsItAll();
    void photosOfAPersonAreWorkedWith();
    void aPhotoOfAPersonIsFoundAmongAll();
    void delHidesSomebody();
    void manyQuestionsAreChosenWithKeys();

private:
    template <typename... Values>
    qint64 number(const char *sql, const Values &...values) const;
    [[nodiscard]] QString text(const char *sql) const;
    void write(const char *sql);
    /// Asks whether two groups without names are one person.
    void ask();
    /// The named one who is first in the grid.
    [[nodiscard]] QString first() const;
    void openFirst();
    /// Whether what has the keyboard has that property.
    [[nodiscard]] bool hasKeyboard(const char *property) const;
    QString m_library;
    std::unique_ptr<WindowDriver> m;
};

void TestPeoplePages::initTestCase()
{
    QGuiApplication::setQuitOnLastWindowClosed(false);
    QGuiApplication::setApplicationName(u"kinframe"_s);
    qputenv("LC_ALL", "C.UTF-8");
    qunsetenv("KINFRAME_MODELS");
}

void TestPeoplePages::init()
{
    m_library = makeLibrary({.photos = 40, .people = 12, .named = 4});
    // What moves would only make the test wait.
    QSettings(m_library + u"/window.ini"_s, QSettings::IniFormat).setValue(u"window/reducedMotion"_s, true);
    m = std::make_unique<WindowDriver>(m_library);
    QVERIFY(m->start());
    QTRY_COMPARE(m->state().status(), ui::LibraryState::Status::Ready);
    WindowDriver::hearWarnings();
    m->go(u"people"_s);
    QVERIFY(m->waitFor(u"Not named yet"_s));
}

void TestPeoplePages::cleanup()
{
    m.reset();
    QCOMPARE(WindowDriver::warnings(), QStringList());
    QDir(m_library).removeRecursively();
}

template <typename... Values>
qint64 TestPeoplePages::number(const char *sql, const Values &...values) const
{
    const ui::Context *context = ui::Context::of(qmlEngine(m->window()));
    return context->services()
        .library.database
        .read([&](storage::Connection &db) -> Result<qint64> {
            storage::Statement row = db.prepare(sql);
            row.bindAll(values...);
            return row.step() ? row.int64(0) : -1;
        })
        .value_or(-1);
}

QString TestPeoplePages::text(const char *sql) const
{
    const ui::Context *context = ui::Context::of(qmlEngine(m->window()));
    return context->services()
        .library.database
        .read([&](storage::Connection &db) -> Result<QString> {
            storage::Statement row = db.prepare(sql);
            return row.step() ? row.text(0) : QString();
        })
        .value_or(QString());
}

void TestPeoplePages::write(const char *sql)
{
    const ui::Context *context = ui::Context::of(qmlEngine(m->window()));
    QVERIFY(context->services().library.database.write([&](storage::Transaction &transaction) -> Result<void> {
        transaction.run(sql);
        return {};
    }));
    context->services().events.publish({u"person.changed"_s, {}, {}, {}});
}

void TestPeoplePages::ask()
{
    write("INSERT INTO suggestion(uuid, owner_id, other_person_id, person_id, similarity, created_at) "
          "SELECT randomblob(16), owner_id, max(id), min(id), 0.4, 0 FROM person WHERE name = '' AND EXISTS (SELECT 1 "
          "FROM face WHERE person_id = person.id)");
    QVERIFY(m->waitFor(u"Same person?"_s));
}

QString TestPeoplePages::first() const
{
    return text(
        "SELECT p.name FROM person p JOIN face f ON f.person_id = p.id WHERE p.name <> '' GROUP BY p.id ORDER BY "
        "count(DISTINCT f.asset_id) DESC, p.id LIMIT 1");
}

void TestPeoplePages::openFirst()
{
    QVERIFY(m->click(first()));
    m->key(Qt::Key_Return);
    QVERIFY(m->waitForNo(u"Not named yet"_s));
    QVERIFY(m->waitFor(u"Faces"_s));
    QVERIFY(m->waitFor(u"pictures"_s));
}

bool TestPeoplePages::hasKeyboard(const char *property) const
{
    const QQuickItem *item = m->window()->activeFocusItem();
    return item != nullptr && item->property(property).isValid();
}

void TestPeoplePages::aGroupIsNamedInPlace()
{
    const qint64 named = number("SELECT count(*) FROM person WHERE name <> ''");
    QVERIFY(m->click(first()));
    m->key(Qt::Key_End);
    m->key(Qt::Key_Left);
    m->key(Qt::Key_F2);
    m->type(u"Zoe Zwart"_s);
    m->key(Qt::Key_Return);
    QTRY_COMPARE(number("SELECT count(*) FROM person WHERE name = 'Zoe Zwart'"), 1);
    QVERIFY(m->waitFor(u"Zoe Zwart"_s));
    // Whoever comes next is named next.
    m->key(Qt::Key_F2);
    m->type(u"Yann Young"_s);
    m->key(Qt::Key_Return);
    QTRY_COMPARE(number("SELECT count(*) FROM person WHERE name = 'Yann Young'"), 1);
    QCOMPARE(number("SELECT count(*) FROM person WHERE name = 'Zoe Zwart'"), 1);
    QVERIFY(m->waitFor(u"Yann Young"_s));
    m->key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m->waitForNo(u"Yann Young"_s));
    m->key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(number("SELECT count(*) FROM person WHERE name <> ''"), named);
    QVERIFY(m->waitForNo(u"Zoe Zwart"_s));
    m->key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(number("SELECT count(*) FROM person WHERE name = 'Zoe Zwart'"), 1);
    QVERIFY(m->click(u"Zoe Zwart"_s));
    m->key(Qt::Key_F2);
    m->type(u"Nobody"_s);
    m->key(Qt::Key_Escape);
    m->key(Qt::Key_Escape); // thought better of
    QVERIFY(m->waitFor(u"Zoe Zwart"_s));
    QCOMPARE(number("SELECT count(*) FROM person WHERE name = 'Nobody'"), 0);
}

void TestPeoplePages::aKnownNameOffersToMerge()
{
    const QString known = first();
    QVERIFY(m->click(u"Add a name"_s));
    m->type(known);
    m->key(Qt::Key_Return);
    QVERIFY(m->waitFor(u"Is this the same person?"_s));
    m->key(Qt::Key_Escape);
    QVERIFY(m->waitForNo(u"Is this the same person?"_s));
    QTRY_VERIFY(hasKeyboard("columns")); // the grid
    QVERIFY(m->click(u"Add a name"_s));
    m->type(known);
    m->key(Qt::Key_Return);
    QVERIFY(m->waitFor(u"Is this the same person?"_s));
    QCOMPARE(number("SELECT count(*) FROM person WHERE merged_into IS NOT NULL"), 0);
    QVERIFY(m->click(u"Yes, merge them"_s));
    QTRY_COMPARE(number("SELECT count(*) FROM person WHERE merged_into IS NOT NULL"), 1);
    QCOMPARE(number("SELECT count(*) FROM person WHERE name = ?1", known), 1);
    QVERIFY(m->waitForNo(u"Is this the same person?"_s));
    m->key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(number("SELECT count(*) FROM person WHERE merged_into IS NOT NULL"), 0);
}

void TestPeoplePages::questionsAreAnsweredByKeys()
{
    ask();
    m->key(Qt::Key_Y);
    QTRY_COMPARE(number("SELECT count(*) FROM person WHERE merged_into IS NOT NULL"), 1);
    QVERIFY(m->waitForNo(u"Same person?"_s));
    m->key(Qt::Key_Z);
    QTRY_COMPARE(number("SELECT count(*) FROM person WHERE merged_into IS NOT NULL"), 0);
    QVERIFY(m->waitFor(u"Same person?"_s));
    m->key(Qt::Key_S);
    QVERIFY(m->waitForNo(u"Same person?"_s));
    m->key(Qt::Key_Z);
    QVERIFY(m->waitFor(u"Same person?"_s));
    m->key(Qt::Key_N);
    QTRY_COMPARE(number("SELECT count(*) FROM person_distinct"), 1);
    QTRY_COMPARE(number("SELECT count(*) FROM suggestion"), 0);
    QVERIFY(m->waitForNo(u"Same person?"_s));
}

void TestPeoplePages::manyAreMergedAtOnce()
{
    QVERIFY(m->click(first()));
    m->key(Qt::Key_A, Qt::ControlModifier);
    QVERIFY(m->waitFor(u"Merge"_s));
    const qint64 people = number("SELECT count(*) FROM person WHERE merged_into IS NULL");
    QVERIFY(people > 4);
    QVERIFY(m->click(u"Merge"_s));
    QTRY_COMPARE(number("SELECT count(*) FROM person WHERE merged_into IS NULL"), 1);
    QVERIFY(m->waitForNo(u"Not named yet"_s));
    m->key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(number("SELECT count(*) FROM person WHERE merged_into IS NULL"), people);
    QVERIFY(m->waitFor(u"Not named yet"_s));
}

void TestPeoplePages::searchFindsNames()
{
    const QString name = first();
    m->key(Qt::Key_F, Qt::ControlModifier);
    m->type(name.left(5));
    QVERIFY(m->waitForNo(u"Not named yet"_s));
    QVERIFY(m->waitFor(name));
    m->type(u"qqq"_s);
    QVERIFY(m->waitFor(u"Nobody has that name"_s));
    m->key(Qt::Key_Escape);
    QVERIFY(m->waitFor(u"Not named yet"_s));
}

void TestPeoplePages::facesArePutRight()
{
    openFirst();
    QVERIFY(m->click(u"Faces"_s));
    m->key(Qt::Key_Right);
    QVERIFY(m->waitFor(u"1 chosen"_s));
    m->key(Qt::Key_Delete);
    QTRY_COMPARE(number("SELECT count(*) FROM face WHERE is_dismissed = 1"), 1);
    m->key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(number("SELECT count(*) FROM face WHERE is_dismissed = 1"), 0);
    m->key(Qt::Key_Right);
    QVERIFY(m->click(u"Not this person"_s));
    QTRY_COMPARE(number("SELECT count(*) FROM face_rejection"), 1);
    QVERIFY(m->waitForNo(u"Not this person"_s));
    m->key(Qt::Key_Right);
    QVERIFY(m->click(u"Move to…"_s));
    QVERIFY(m->waitFor(u"Cancel"_s));
    m->type(u"Somebody New"_s);
    QVERIFY(m->waitFor(u"Nobody has this name yet."_s));
    m->key(Qt::Key_Return);
    QTRY_COMPARE(number("SELECT count(*) FROM face f JOIN person p ON p.id = f.person_id WHERE p.name = 'Somebody "
                        "New' AND f.is_confirmed = 1"),
                 1);
    m->key(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(m->waitFor(u"Not named yet"_s));
    QVERIFY(m->waitFor(u"Somebody New"_s));
}

void TestPeoplePages::theHistoryTakesBack()
{
    openFirst();
    const QString name = first();
    m->key(Qt::Key_L);
    QTRY_COMPARE(number("SELECT count(*) FROM person WHERE is_favorite = 1"), 1);
    QVERIFY(m->click(u"What was done"_s));
    QVERIFY(m->waitFor(u"Changed whether “%1” is a favourite."_s.arg(name)));
    QVERIFY(m->waitFor(u"Today"_s));
    QVERIFY(m->click(u"Undo"_s));
    QTRY_COMPARE(number("SELECT count(*) FROM person WHERE is_favorite = 1"), 0);
}

void TestPeoplePages::strictnessIsLookedAt()
{
    QVERIFY(m->click(u"More"_s));
    QVERIFY(m->click(u"How strict to be…"_s));
    QVERIFY(m->waitFor(u"How strict to be"_s));
    QVERIFY(m->waitFor(u"Stricter"_s));
    QTRY_VERIFY(hasKeyboard("snapMode")); // the slider
    m->key(Qt::Key_Escape);
    QVERIFY(m->waitForNo(u"Stricter"_s));
}

void TestPeoplePages::aNarrowWindowShowsItAll()
{
    ask();
    m->window()->resize(480, 800);
    for (const QString &text : {u"Same person?"_s, u"Yes"_s, u"No"_s, u"Skip"_s, u"More"_s}) {
        QVERIFY2(m->waitFor(text), qPrintable(text));
        const QQuickItem *item = m->find(text);
        QTRY_VERIFY(item->mapToScene({item->width(), 0}).x() <= 480);
        QVERIFY(item->mapToScene({0, 0}).x() >= 0);
    }
}

void TestPeoplePages::photosOfAPersonAreWorkedWith()
{
    openFirst();
    m->key(Qt::Key_Right);
    QVERIFY(m->waitFor(u"1 selected"_s));
    m->key(Qt::Key_4);
    QTRY_COMPARE(number("SELECT count(*) FROM asset WHERE rating = 4"), 1);
    // For the photo that is chosen, not for the person.
    m->key(Qt::Key_L);
    QTRY_COMPARE(number("SELECT count(*) FROM asset WHERE is_favorite = 1 AND rating = 4"), 1);
    QCOMPARE(number("SELECT count(*) FROM person WHERE is_favorite = 1"), 0);
    m->key(Qt::Key_I);
    QVERIFY(m->waitFor(text("SELECT file_name FROM asset WHERE rating = 4")));
    m->key(Qt::Key_I);
    m->key(Qt::Key_Delete);
    QTRY_COMPARE(number("SELECT count(*) FROM asset WHERE trashed_at IS NOT NULL AND rating = 4"), 1);
    QVERIFY(m->waitForNo(u"1 selected"_s));
    m->key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(number("SELECT count(*) FROM asset WHERE trashed_at IS NOT NULL"), 0);
    m->key(Qt::Key_A, Qt::ControlModifier);
    QVERIFY(m->waitForNo(u"1 selected"_s));
    m->key(Qt::Key_I, Qt::ControlModifier);
    m->key(Qt::Key_L);
    QTRY_COMPARE(number("SELECT count(*) FROM person WHERE is_favorite = 1"), 1);
}

void TestPeoplePages::aPhotoOfAPersonIsFoundAmongAll()
{
    openFirst();
    m->key(Qt::Key_Right);
    m->key(Qt::Key_Return);
    QVERIFY(m->waitFor(u"stage"_s));
    // Of two pages that know these keys, only the one on top hears them.
    const qint64 favourites = number("SELECT count(*) FROM asset WHERE is_favorite = 1");
    m->key(Qt::Key_L);
    QTRY_VERIFY(number("SELECT count(*) FROM asset WHERE is_favorite = 1") != favourites);
    QCOMPARE(number("SELECT count(*) FROM person WHERE is_favorite = 1"), 0);
    m->key(Qt::Key_G);
    QTRY_VERIFY(m->find(u"photos"_s) != nullptr); // the page below
    QTRY_VERIFY(m->find(u"photos"_s)->property("total").toInt() > 0);
    QVERIFY(m->waitFor(u"stage"_s));
    m->key(Qt::Key_Escape);
    QVERIFY(m->waitForNo(u"stage"_s));
    QVERIFY(m->waitFor(u"Images"_s));
    const QQuickItem *grid = m->find(u"photos"_s);
    QVERIFY(grid != nullptr);
    QVERIFY(grid->property("current").toInt() >= 0);
    m->key(Qt::Key_Right);
    QVERIFY(m->waitFor(u"1 selected"_s));
}

void TestPeoplePages::delHidesSomebody()
{
    QVERIFY(m->click(first()));
    m->key(Qt::Key_Delete);
    QTRY_COMPARE(number("SELECT count(*) FROM person WHERE is_hidden = 1"), 1);
    QVERIFY(m->waitFor(u"Undo"_s));
    m->key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(number("SELECT count(*) FROM person WHERE is_hidden = 1"), 0);
}

void TestPeoplePages::manyQuestionsAreChosenWithKeys()
{
    write("INSERT INTO suggestion(uuid, owner_id, other_person_id, person_id, similarity, created_at) "
          "SELECT randomblob(16), a.owner_id, max(a.id, b.id), min(a.id, b.id), 0.4, 0 FROM person a JOIN person b ON "
          "b.id > a.id WHERE a.name = '' AND b.name = '' AND EXISTS (SELECT 1 FROM face WHERE person_id = a.id) AND "
          "EXISTS (SELECT 1 FROM face WHERE person_id = b.id) LIMIT 4");
    QVERIFY(m->click(u"Answer many…"_s));
    QVERIFY(m->waitFor(u"Same person?"_s));
    m->key(Qt::Key_Home);
    m->key(Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(m->waitFor(u"2 chosen"_s));
    m->key(Qt::Key_End, Qt::ShiftModifier);
    QVERIFY(m->waitFor(u"4 chosen"_s));
    m->key(Qt::Key_Escape);
    m->key(Qt::Key_Home);
    m->key(Qt::Key_Space);
    QVERIFY(m->waitFor(u"1 chosen"_s));
    m->key(Qt::Key_I, Qt::ControlModifier);
    QVERIFY(m->waitFor(u"3 chosen"_s));
    m->key(Qt::Key_N);
    QTRY_COMPARE(number("SELECT count(*) FROM person_distinct"), 3);
    QTRY_COMPARE(number("SELECT count(*) FROM suggestion"), 1);
}

QTEST_MAIN(TestPeoplePages)
#include "tst_people_pages.moc"
