// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/downloads/download_picker.h"

#include <QTest>

using namespace kinframe::transfer;
using namespace Qt::StringLiterals;

class DownloadPickerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_rows.clear();
        m_fetches = 0;
        m_picker.emplace([this](const QString &queue, DownloadGroup group, qint64 after) {
            ++m_fetches;
            std::vector<DownloadRow> found;
            for (const DownloadRow &row : m_rows) {
                const bool isNext = row.task.queue == queue && row.task.group == group && row.task.id > after;
                if (isNext && found.size() < 3) {
                    found.push_back(row);
                }
            }
            return found;
        });
    }
    void inOrder();
    void queuesTakeTurns();
    void blockedOnesHoldNobodyUp();
    void newAndChanged();

private:
    void add(qint64 id, const QString &queue, DownloadGroup group = DownloadGroup::Image)
    {
        DownloadRow row;
        row.task.id = id;
        row.task.queue = queue;
        row.task.group = group;
        m_rows.push_back(row);
        m_picker->hasNew(queue, group);
    }
    [[nodiscard]] qint64 next(const QString &blocked = {})
    {
        const auto row = m_picker->take([&](const QString &queue, DownloadGroup) { return queue != blocked; });
        return row ? row->task.id : 0;
    }
    std::vector<DownloadRow> m_rows;
    int m_fetches = 0;
    std::optional<DownloadPicker> m_picker;
};

void DownloadPickerTest::inOrder()
{
    for (int id = 1; id <= 7; ++id) {
        add(id, u"a"_s);
    }
    for (int id = 1; id <= 7; ++id) {
        QCOMPARE(next(), id);
    }
    QCOMPARE(next(), 0);
    QCOMPARE(m_fetches, 4); // Three at a time, and once in vain.
    QCOMPARE(next(), 0);
    QCOMPARE(m_fetches, 4);
}

void DownloadPickerTest::queuesTakeTurns()
{
    for (int id = 1; id <= 6; ++id) {
        add(id, u"many"_s);
    }
    add(7, u"few"_s);
    add(8, u"few"_s);
    QList<qint64> order;
    for (qint64 id = next(); id != 0; id = next()) {
        order << id;
    }
    QCOMPARE(order.size(), 8);
    QVERIFY(order.indexOf(7) <= 2);
    QVERIFY(order.indexOf(8) <= 4);
}

void DownloadPickerTest::blockedOnesHoldNobodyUp()
{
    add(1, u"away"_s);
    add(2, u"here"_s, DownloadGroup::Video);
    QCOMPARE(next(u"away"_s), 2);
    QCOMPARE(next(u"away"_s), 0);
    QCOMPARE(next(), 1);
}

void DownloadPickerTest::newAndChanged()
{
    add(5, u"a"_s);
    QCOMPARE(next(), 5);
    add(6, u"a"_s);
    QCOMPARE(next(), 6);
    QCOMPARE(next(), 0);
    m_picker->hasChanged(u"a"_s, DownloadGroup::Image); // Number 5 is to be tried again.
    QCOMPARE(next(), 5);
    m_picker->forget();
    QCOMPARE(next(), 0);
}

QTEST_GUILESS_MAIN(DownloadPickerTest)
#include "tst_download_picker.moc"
