// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/undo_stack.h"

#include <QSignalSpy>
#include <QTest>

using namespace kinframe::ui;
using namespace Qt::StringLiterals;

class TestUndoStack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void backAndForth();
    void aNewActEndsRedoing();
    void someCannotBeDoneAgain();
    void keepsNoMoreThanAHundred();
    void anActThatIsBeingDoneIsUndoneAfterwards();
    void whatCameToNothingIsNotUndone();
    void undoneInTheRightOrder();
    void anUndoThatWaitsIsTakenBack();
    void goingOnKeepsWhatWasDone();
    void actsOutliveTheStack();

private:
    /// Done by another thread: the push is what its end leads to.
    void end(const std::shared_ptr<UndoStack::Doing> &doing, const QString &text);
    void add(const QString &text);
    std::unique_ptr<UndoStack> m_stack;
    QStringList m_done;
};

void TestUndoStack::init()
{
    m_stack = std::make_unique<UndoStack>(nullptr);
    m_done.clear();
}

void TestUndoStack::add(const QString &text)
{
    m_done.push_back(text);
    m_stack->push({text, [this] { m_done.removeLast(); }, [this, text] { m_done.push_back(text); }});
}

void TestUndoStack::backAndForth()
{
    const QSignalSpy undone(m_stack.get(), &UndoStack::undone);
    QVERIFY(!m_stack->canUndo());
    add(u"a"_s);
    add(u"b"_s);
    QCOMPARE(m_stack->undoText(), u"b"_s);
    m_stack->undo();
    m_stack->undo();
    m_stack->undo(); // nothing more
    QVERIFY(m_done.isEmpty());
    QCOMPARE(undone.size(), 2);
    m_stack->redo();
    QCOMPARE(m_done, QStringList{u"a"_s});
    QVERIFY(m_stack->canRedo());
}

void TestUndoStack::aNewActEndsRedoing()
{
    add(u"a"_s);
    m_stack->undo();
    add(u"b"_s);
    QVERIFY(!m_stack->canRedo());
    QCOMPARE(m_done, QStringList{u"b"_s});
}

void TestUndoStack::someCannotBeDoneAgain()
{
    m_stack->push({u"a"_s, [] {}, {}});
    m_stack->undo();
    QVERIFY(!m_stack->canRedo());
    m_stack->redo();
    QVERIFY(!m_stack->canUndo());
}

void TestUndoStack::keepsNoMoreThanAHundred()
{
    for (int i = 0; i < 130; ++i) {
        add(QString::number(i));
    }
    int undone = 0;
    for (; m_stack->canUndo(); ++undone) {
        m_stack->undo();
    }
    QCOMPARE(undone, 100);
}

void TestUndoStack::end(const std::shared_ptr<UndoStack::Doing> &doing, const QString &text)
{
    m_done.push_back(text);
    doing->push({text, [this, text] { m_done.removeOne(text); }, [this, text] { m_done.push_back(text); }});
}

void TestUndoStack::anActThatIsBeingDoneIsUndoneAfterwards()
{
    add(u"a"_s);
    const auto doing = m_stack->begin();
    QVERIFY(!m_stack->isAwaited());
    m_stack->undo();
    QVERIFY(m_stack->isAwaited());
    QCOMPARE(m_done, QStringList{u"a"_s}); // not the one before it
    const QSignalSpy undone(m_stack.get(), &UndoStack::undone);
    end(doing, u"b"_s);
    QCOMPARE(undone.size(), 1);
    QCOMPARE(m_done, QStringList{u"a"_s});
    QVERIFY(!m_stack->isAwaited());
    m_stack->redo();
    QCOMPARE(m_done, QStringList({u"a"_s, u"b"_s}));
}

void TestUndoStack::whatCameToNothingIsNotUndone()
{
    auto doing = m_stack->begin();
    QVERIFY(m_stack->canUndo());
    QVERIFY(m_stack->undoText().isEmpty());
    doing.reset();
    QVERIFY(!m_stack->canUndo());
    add(u"a"_s);
    doing = m_stack->begin();
    m_stack->undo();
    doing.reset();
    QVERIFY(!m_stack->isAwaited());
    QCOMPARE(m_done, QStringList{u"a"_s});
    QVERIFY(m_stack->canUndo());
}

void TestUndoStack::undoneInTheRightOrder()
{
    add(u"a"_s);
    const auto first = m_stack->begin();
    const auto second = m_stack->begin();
    for (int times = 0; times < 4; ++times) {
        m_stack->undo(); // the fourth finds nothing more
    }
    QVERIFY(!m_stack->canUndo());
    end(first, u"b"_s);
    QCOMPARE(m_done, QStringList{u"a"_s});
    end(second, u"c"_s);
    QCOMPARE(m_done, QStringList());
    QVERIFY(!m_stack->canUndo());
    QVERIFY(!m_stack->isAwaited());
}

void TestUndoStack::anUndoThatWaitsIsTakenBack()
{
    add(u"a"_s);
    const auto doing = m_stack->begin();
    QVERIFY(!m_stack->canRedo());
    m_stack->undo();
    m_stack->undo();
    m_stack->redo();
    m_stack->redo();
    m_stack->redo(); // nothing more
    QVERIFY(!m_stack->isAwaited());
    end(doing, u"b"_s);
    QCOMPARE(m_done, QStringList({u"a"_s, u"b"_s}));
}

void TestUndoStack::goingOnKeepsWhatWasDone()
{
    add(u"a"_s);
    const auto doing = m_stack->begin();
    m_stack->undo();
    m_stack->undo(); // waits for that
    const auto next = m_stack->begin();
    end(doing, u"b"_s);
    QCOMPARE(m_done, QStringList{u"a"_s});
    end(next, u"c"_s);
    QCOMPARE(m_done, QStringList({u"a"_s, u"c"_s}));
    m_stack->undo();
    QCOMPARE(m_done, QStringList{u"a"_s});
}

void TestUndoStack::actsOutliveTheStack()
{
    auto pushed = m_stack->begin();
    auto dropped = m_stack->begin();
    m_stack.reset();
    end(pushed, u"a"_s);
    dropped.reset();
    QCOMPARE(m_done, QStringList{u"a"_s});
}

QTEST_APPLESS_MAIN(TestUndoStack)
#include "tst_undo_stack.moc"
