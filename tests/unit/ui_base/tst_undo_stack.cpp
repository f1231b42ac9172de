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

private:
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

QTEST_APPLESS_MAIN(TestUndoStack)
#include "tst_undo_stack.moc"
