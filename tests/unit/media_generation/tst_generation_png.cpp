// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/generation/png_texts.h"
#include "unit/media_generation/made_texts.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::media;
using namespace kinframe::media::test;

namespace {

SourceTexts textsOf(QByteArray bytes)
{
    QBuffer file(&bytes);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("The picture cannot be opened.");
    }
    SourceTexts texts;
    addPngTexts(file, texts);
    return texts;
}

/// A stream that unpacks to so many megabytes, a thousandth of it in the file.
QByteArray bomb(int megabytes)
{
    return packed(QByteArray(qsizetype(megabytes) * 1024 * 1024, 'a'));
}

} // namespace

class GenerationPngTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKindOfText_data();
    void readsEveryKindOfText();
    void readsTextsBehindThePixels();
    void readsCharsets();
    void keepsTheFirstOfAName();
    void skipsWhatNoGeneratorWrites();
    void toleratesWrongCheckSums();
    void survivesCutsAnywhere();
    void survivesDamageAnywhere();
    void refusesBombs();
    void refusesLargeTexts();
    void refusesManyTexts();
    void refusesBrokenChunks_data();
    void refusesBrokenChunks();
};

void GenerationPngTest::readsEveryKindOfText_data()
{
    QTest::addColumn<QByteArray>("chunks");
    const QByteArray text = "a cat\nSteps: 20";
    QTest::newRow("tEXt") << textChunk("parameters", text);
    QTest::newRow("zTXt") << packedTextChunk("parameters", packed(text));
    QTest::newRow("iTXt") << internationalChunk("parameters", text, Packing::None);
    QTest::newRow("packed iTXt") << internationalChunk("parameters", text, Packing::Zlib);
}

void GenerationPngTest::readsEveryKindOfText()
{
    QFETCH(const QByteArray, chunks);
    const SourceTexts texts = textsOf(png(chunks));
    QCOMPARE(texts.find("parameters"_L1), u"a cat\nSteps: 20"_s);
    QVERIFY(texts.problems().isEmpty());
}

void GenerationPngTest::readsTextsBehindThePixels()
{
    const SourceTexts texts = textsOf(png(textChunk("prompt", "{}"), textChunk("workflow", "{\"nodes\":[]}")));
    QCOMPARE(texts.find("prompt"_L1), u"{}"_s);
    QCOMPARE(texts.find("workflow"_L1), u"{\"nodes\":[]}"_s);
}

void GenerationPngTest::readsCharsets()
{
    const QByteArray utf8 = "caf\xc3\xa9, \xe7\x8c\xab \xf0\x9f\x90\x88";
    QCOMPARE(textsOf(png(textChunk("parameters", utf8))).find("parameters"_L1), u"café, 猫 🐈"_s);
    QCOMPARE(textsOf(png(textChunk("parameters", "caf\xe9"))).find("parameters"_L1), u"café"_s);
    const QByteArray withNul("a cat\0 and what is left over", 28);
    QCOMPARE(textsOf(png(textChunk("parameters", withNul))).find("parameters"_L1), u"a cat"_s);
}

void GenerationPngTest::keepsTheFirstOfAName()
{
    const QByteArray chunks =
        textChunk("parameters", "") + textChunk("parameters", "one") + textChunk("parameters", "two");
    QCOMPARE(textsOf(png(chunks)).find("parameters"_L1), u"one"_s);
}

void GenerationPngTest::skipsWhatNoGeneratorWrites()
{
    const SourceTexts texts = textsOf(png(textChunk("Author", "Ann") + packedTextChunk("Raw profile type exif", "x")));
    QVERIFY(texts.isEmpty());
    QVERIFY(texts.problems().isEmpty());
}

void GenerationPngTest::toleratesWrongCheckSums()
{
    QByteArray text = textChunk("parameters", "a cat");
    text.back() = char(text.back() ^ 1);
    QCOMPARE(textsOf(png(text)).find("parameters"_L1), u"a cat"_s);
}

void GenerationPngTest::survivesCutsAnywhere()
{
    const QByteArray whole = png(textChunk("parameters", "a cat") + packedTextChunk("prompt", packed("{}")));
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const SourceTexts texts = textsOf(whole.first(size));
        const QString text = texts.find("parameters"_L1);
        QVERIFY(text.isEmpty() || text == "a cat"_L1);
    }
}

void GenerationPngTest::survivesDamageAnywhere()
{
    const QByteArray whole = png(internationalChunk("parameters", "a cat", Packing::Zlib) + textChunk("prompt", "{}"));
    for (qsizetype at = 0; at < whole.size(); ++at) {
        for (const char with : {'\0', '\xff', '\x7f'}) {
            QByteArray damaged = whole;
            damaged[at] = with;
            const SourceTexts texts = textsOf(damaged);
            QVERIFY(texts.find("parameters"_L1).size() < 100);
        }
    }
}

void GenerationPngTest::refusesBombs()
{
    const QByteArray stream = bomb(64);
    QVERIFY(stream.size() < 100 * 1024);
    QByteArray chunks;
    for (int i = 0; i < 50; ++i) {
        chunks += packedTextChunk("parameters", stream);
    }
    const SourceTexts texts = textsOf(png(chunks + textChunk("prompt", "{}")));
    QVERIFY(texts.isEmpty());
    QCOMPARE(texts.problems().size(), 2); // What they unpack to, and that there are too many.

    // One does not hide the others.
    const SourceTexts others = textsOf(png(packedTextChunk("parameters", stream) + textChunk("prompt", "{}")));
    QVERIFY(others.find("parameters"_L1).isEmpty());
    QCOMPARE(others.find("prompt"_L1), u"{}"_s);
    QCOMPARE(others.problems().size(), 1);
}

void GenerationPngTest::refusesLargeTexts()
{
    const QByteArray large(10 * 1024 * 1024, 'a');
    const SourceTexts texts = textsOf(png(textChunk("parameters", large) + textChunk("prompt", "{}")));
    QVERIFY(texts.find("parameters"_L1).isEmpty());
    QCOMPARE(texts.find("prompt"_L1), u"{}"_s);
    QCOMPARE(texts.problems().size(), 1);

    const QByteArray half(6 * 1024 * 1024, 'a');
    const SourceTexts together =
        textsOf(png(textChunk("parameters", half) + textChunk("prompt", half) + textChunk("workflow", half)));
    QCOMPARE(together.find("prompt"_L1).size(), half.size());
    QVERIFY(together.find("workflow"_L1).isEmpty());
    QCOMPARE(together.problems().size(), 1);
}

void GenerationPngTest::refusesManyTexts()
{
    QByteArray chunks;
    for (int i = 0; i < 1000; ++i) {
        chunks += textChunk("Author", "Ann");
    }
    const SourceTexts texts = textsOf(png(chunks + textChunk("parameters", "a cat")));
    QVERIFY(texts.isEmpty());
    QCOMPARE(texts.problems().size(), 1);
}

void GenerationPngTest::refusesBrokenChunks_data()
{
    QTest::addColumn<QByteArray>("chunks");
    QTest::addColumn<int>("problems");
    QTest::newRow("no keyword") << chunk("tEXt", "parameters") << 0;
    QTest::newRow("nothing") << chunk("tEXt", {}) + chunk("zTXt", {}) + chunk("iTXt", {}) << 0;
    QTest::newRow("no stream") << packedTextChunk("parameters", "not a stream") << 1;
    QTest::newRow("half a stream") << packedTextChunk("parameters", packed("a cat on a mat").first(8)) << 1;
    QTest::newRow("another method") << chunk("zTXt", QByteArray("parameters\0\1abc", 15)) << 1;
    QTest::newRow("no language") << chunk("iTXt", QByteArray("parameters\0\0\0en", 15)) << 1;
    QTest::newRow("unknown flag") << chunk("iTXt", QByteArray("parameters\0\7\0\0\0a", 16)) << 1;
    QTest::newRow("4 GB") << QByteArray("\xff\xff\xff\xfftEXtparameters\0a", 21) << 1;
}

void GenerationPngTest::refusesBrokenChunks()
{
    QFETCH(const QByteArray, chunks);
    QFETCH(const int, problems);
    const SourceTexts texts = textsOf(png(chunks));
    QVERIFY(texts.isEmpty());
    QCOMPARE(texts.problems().size(), problems);
}

QTEST_GUILESS_MAIN(GenerationPngTest)
#include "tst_generation_png.moc"
