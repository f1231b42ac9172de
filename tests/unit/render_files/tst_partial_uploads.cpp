// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ids.h"
#include "render/files/partial_uploads.h"
#include "support/library_fixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;
using render::PieceChecksum;
using render::PieceEnd;

class TestPartialUploads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void piecesBecomeAFile();
    void aBrokenPieceCountsAsFarAsItCame();
    void aCheckedPieceCountsWholeOrNotAtAll();
    void aMarkOfADeadProgramIsSettled();
    void aLaterWriterTakesOver();
    void nothingGrowsBeyondItsSize();
    void aWholeFileIsRecordedWhenAskedFor();
    void whatCannotBeRecordedNowStays();
    void wrongBytesGo();
    void usersAreHeldToLimits();
    void whatIsOldGoes();
    void aForgottenFileGoes();
    void whatIsWholeNeedsItsPiecesNoMore();

private:
    static constexpr qint64 day = 86'400'000;

    render::PartialState begin(qint64 size, const render::FileFacts &facts = {})
    {
        return m_uploads->create(m->owner.userId, size, {}, facts).value();
    }
    auto write(const QUuid &upload, qint64 offset, const std::optional<PieceChecksum> &checksum = {})
    {
        return m_uploads->write(m->owner.userId, upload, offset, -1, checksum);
    }
    /// A whole piece.
    Result<render::PartialState> send(const QUuid &upload, qint64 offset, const QByteArray &bytes)
    {
        auto writer = write(upload, offset);
        if (!writer) {
            return failed(writer);
        }
        if (auto added = (*writer)->add(bytes); !added) {
            return failed(added);
        }
        if (auto finished = (*writer)->finish(); !finished) {
            return failed(finished);
        }
        const auto digests = (*writer)->digests();
        writer->reset();
        return m_uploads->settle(m->owner.userId, upload, digests);
    }
    [[nodiscard]] qint64 offsetOf(const QUuid &upload)
    {
        const auto state = m_uploads->state(m->owner.userId, upload);
        return state ? state->offset : -1;
    }
    [[nodiscard]] QString pathOf(const QUuid &upload) const { return m->path(u"uploads/"_s + toText(upload)); }
    void restart(const render::PartialLimits &limits = {})
    {
        m_uploads = std::make_unique<render::PartialUploads>(
            *m_files, render::PartialSetup{m->path(u"uploads"_s), limits, [this] { return m_now; }});
    }

    std::unique_ptr<test::LibraryFixture> m;
    std::unique_ptr<render::Files> m_files;
    std::unique_ptr<render::PartialUploads> m_uploads;
    qint64 m_now = 0;
};

void TestPartialUploads::init()
{
    m_uploads.reset();
    m_files.reset();
    m = std::make_unique<test::LibraryFixture>();
    m_now = wallMs();
    m_files = std::make_unique<render::Files>(*m->services, render::FilesSetup{m->path(u"objects"_s)});
    restart();
}

void TestPartialUploads::piecesBecomeAFile()
{
    render::FileFacts facts;
    facts.fileName = u"wolf.ma"_s;
    facts.key = u"projects/wolf.ma"_s;
    const QUuid upload = begin(6, facts).upload.uuid;
    QCOMPARE(send(upload, 0, "abc")->offset, 3);
    const auto whole = send(upload, 3, "def");
    QVERIFY(whole && whole->upload.fileId);
    const auto file = m_files->fileOfKey({m->owner.userId, false}, facts.key);
    QVERIFY(file);
    QCOMPARE(file->id, *whole->upload.fileId);
    QCOMPARE(file->fileName, u"wolf.ma"_s);
    QFile stored(*m_files->pathOf(*file));
    QVERIFY(stored.open(QIODevice::ReadOnly));
    QCOMPARE(stored.readAll(), QByteArray("abcdef"));
    QVERIFY(!QFile::exists(pathOf(upload)));
    QCOMPARE(offsetOf(upload), 6);
}

void TestPartialUploads::aBrokenPieceCountsAsFarAsItCame()
{
    const QUuid upload = begin(6).upload.uuid;
    {
        auto writer = write(upload, 0);
        QVERIFY(writer && (*writer)->add("abc"));
    }
    restart();
    QCOMPARE(offsetOf(upload), 3);
    QVERIFY(send(upload, 3, "def")->upload.fileId);
}

void TestPartialUploads::aCheckedPieceCountsWholeOrNotAtAll()
{
    const QUuid upload = begin(6).upload.uuid;
    QVERIFY(send(upload, 0, "ab"));
    const PieceChecksum checksum{QCryptographicHash::Md5, QCryptographicHash::hash("cdef", QCryptographicHash::Md5)};
    {
        auto broken = write(upload, 2, checksum);
        QVERIFY(broken && (*broken)->add("cd"));
        QCOMPARE(offsetOf(upload), 2);
    }
    QCOMPARE(offsetOf(upload), 2);
    {
        auto wrong = write(upload, 2, checksum);
        QVERIFY(wrong && (*wrong)->add("cdex"));
        QVERIFY((*wrong)->finish() == PieceEnd::Mismatch);
    }
    QCOMPARE(offsetOf(upload), 2);
    auto right = write(upload, 2, checksum);
    QVERIFY(right && (*right)->add("cd") && (*right)->add("ef"));
    QVERIFY((*right)->finish() == PieceEnd::Taken);
    right->reset();
    QCOMPARE(offsetOf(upload), 6);
}

void TestPartialUploads::aMarkOfADeadProgramIsSettled()
{
    const QUuid upload = begin(6).upload.uuid;
    QVERIFY(send(upload, 0, "abc"));
    QFile mark(pathOf(upload) + u".unchecked"_s);
    QVERIFY(mark.open(QIODevice::WriteOnly) && mark.write("1") == 1);
    mark.close();
    restart();
    QCOMPARE(offsetOf(upload), 1);
    QVERIFY(!mark.exists());
    QCOMPARE(QFile(pathOf(upload)).size(), 1);
}

void TestPartialUploads::aLaterWriterTakesOver()
{
    const QUuid upload = begin(6).upload.uuid;
    auto first = write(upload, 0);
    QVERIFY(first && (*first)->add("ab"));
    QCOMPARE(write(upload, 0).error().code, ErrorCode::Conflict);
    auto second = write(upload, 2);
    QVERIFY(second);
    QCOMPARE((*first)->add("xx").error().code, ErrorCode::Conflict);
    QVERIFY((*second)->add("cd") && (*second)->finish());
    QVERIFY(!(*first)->finish());
    first->reset();
    second->reset();
    QCOMPARE(offsetOf(upload), 4);
    QVERIFY(send(upload, 4, "ef")->upload.fileId);
}

void TestPartialUploads::nothingGrowsBeyondItsSize()
{
    const QUuid upload = begin(3).upload.uuid;
    QCOMPARE(m_uploads->write(m->owner.userId, upload, 0, 4, {}).error().code, ErrorCode::TooLarge);
    auto writer = write(upload, 0);
    QVERIFY(writer && (*writer)->add("abc"));
    QCOMPARE((*writer)->add("d").error().code, ErrorCode::TooLarge);
    writer->reset();
    QCOMPARE(offsetOf(upload), 3);
}

void TestPartialUploads::aWholeFileIsRecordedWhenAskedFor()
{
    const QUuid upload = begin(3).upload.uuid;
    {
        auto writer = write(upload, 0);
        QVERIFY(writer && (*writer)->add("abc") && (*writer)->finish());
    }
    restart(); // The program ended before it could be recorded.
    const auto state = m_uploads->settle(m->owner.userId, upload, std::nullopt);
    QVERIFY(state && state->upload.fileId);
    QCOMPARE(m_uploads->settle(m->owner.userId, upload, std::nullopt)->upload.fileId, state->upload.fileId);
}

void TestPartialUploads::whatCannotBeRecordedNowStays()
{
    const QUuid upload = begin(3).upload.uuid;
    QVERIFY(m->run("CREATE TRIGGER trouble BEFORE INSERT ON render_file BEGIN SELECT raise(ABORT, 'trouble'); END"));
    QVERIFY(!send(upload, 0, "abc"));
    QCOMPARE(offsetOf(upload), 3);
    QVERIFY(m->run("DROP TRIGGER trouble"));
    const auto state = m_uploads->settle(m->owner.userId, upload, std::nullopt);
    QVERIFY(state && state->upload.fileId);
    QVERIFY(!QFile::exists(pathOf(upload)));
    QVERIFY(QDir(m->blobs->temporaryFolder()).isEmpty());
}

void TestPartialUploads::wrongBytesGo()
{
    render::FileFacts facts;
    facts.md5 = QByteArray(16, 'a');
    const QUuid upload = begin(3, facts).upload.uuid;
    const auto refused = send(upload, 0, "abc");
    QVERIFY(!refused);
    QCOMPARE(refused.error().fact(u"field"_s), u"hash"_s);
    QCOMPARE(offsetOf(upload), -1);
    QVERIFY(!QFile::exists(pathOf(upload)));
    QVERIFY(QDir(m->blobs->temporaryFolder()).isEmpty());
}

void TestPartialUploads::usersAreHeldToLimits()
{
    render::PartialLimits limits;
    limits.fileBytes = 10;
    limits.bytes = 15;
    limits.uploads = 3;
    restart(limits);
    const auto errorOf = [&](qint64 userId, qint64 size) {
        const auto state = m_uploads->create(userId, size, {}, {});
        return state ? std::optional<ErrorCode>() : state.error().code;
    };
    QCOMPARE(errorOf(m->owner.userId, 11), ErrorCode::TooLarge);
    QCOMPARE(errorOf(m->owner.userId, 10), std::nullopt);
    QCOMPARE(errorOf(m->owner.userId, 6), ErrorCode::RateLimited);
    QCOMPARE(errorOf(m->owner.userId, 4), std::nullopt);
    QCOMPARE(errorOf(m->owner.userId, 0), std::nullopt);
    QCOMPARE(errorOf(m->owner.userId, 0), ErrorCode::RateLimited);
    QCOMPARE(errorOf(m->guest.userId, 10), std::nullopt);
    QCOMPARE(QDir(m->path(u"uploads"_s)).entryList(QDir::Files).size(), 4);
}

void TestPartialUploads::whatIsOldGoes()
{
    const QUuid old = begin(6).upload.uuid;
    QVERIFY(send(old, 0, "abc"));
    m_now += 4 * day;
    const QUuid fresh = begin(6).upload.uuid;
    QCOMPARE(*m_uploads->sweep(), 0);
    m_now += 4 * day;
    QCOMPARE(offsetOf(old), -1);
    QCOMPARE(*m_uploads->sweep(), 1);
    QVERIFY(!QFile::exists(pathOf(old)));
    QCOMPARE(offsetOf(fresh), 0);
    QVERIFY(QFile::exists(pathOf(fresh)));
}

void TestPartialUploads::aForgottenFileGoes()
{
    std::ignore = begin(6);
    const QUuid unknown = newUuid();
    QFile file(pathOf(unknown));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("abc") == 3);
    file.close();
    QCOMPARE(*m_uploads->sweep(), 0);
    QVERIFY(file.exists()); // It may just be made.
    m_now += 8 * day;
    QCOMPARE(*m_uploads->sweep(), 1);
    QVERIFY(!file.exists());
}

void TestPartialUploads::whatIsWholeNeedsItsPiecesNoMore()
{
    const QUuid whole = begin(6).upload.uuid;
    QVERIFY(send(whole, 0, "abcdef"));
    QVERIFY(!QFile::exists(pathOf(whole)));
    // As a program leaves it that ends before it removes the file.
    QFile file(pathOf(whole));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("abcdef") == 6);
    file.close();
    QCOMPARE(*m_uploads->sweep(), 0);
    QVERIFY(!file.exists());
    QCOMPARE(offsetOf(whole), 6);
}

QTEST_GUILESS_MAIN(TestPartialUploads)
#include "tst_partial_uploads.moc"
