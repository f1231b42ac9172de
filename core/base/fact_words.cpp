// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/fact_words.h"

#include "base/fact_expectations.h"

#include <QRegularExpression>
#include <QtGlobal>

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace kinframe {
namespace {

using namespace Qt::StringLiterals;
using Words = std::span<const char *const>;

// What a thing is called that is not there, and what somebody may not do.
constexpr std::array whats{
    QT_TRANSLATE_NOOP("Fact", "album"),
    QT_TRANSLATE_NOOP("Fact", "tag"),
    QT_TRANSLATE_NOOP("Fact", "stack"),
    QT_TRANSLATE_NOOP("Fact", "memory"),
    QT_TRANSLATE_NOOP("Fact", "use that photo"),
    QT_TRANSLATE_NOOP("Fact", "download"),
    QT_TRANSLATE_NOOP("Fact", "server"),
    QT_TRANSLATE_NOOP("Fact", "face"),
    QT_TRANSLATE_NOOP("Fact", "file"),
    QT_TRANSLATE_NOOP("Fact", "folder"),
    QT_TRANSLATE_NOOP("Fact", "history entry"),
    QT_TRANSLATE_NOOP("Fact", "image"),
    QT_TRANSLATE_NOOP("Fact", "import"),
    QT_TRANSLATE_NOOP("Fact", "job"),
    QT_TRANSLATE_NOOP("Fact", "key"),
    QT_TRANSLATE_NOOP("Fact", "API key"),
    QT_TRANSLATE_NOOP("Fact", "kind of work"),
    QT_TRANSLATE_NOOP("Fact", "model"),
    QT_TRANSLATE_NOOP("Fact", "path"),
    QT_TRANSLATE_NOOP("Fact", "person"),
    QT_TRANSLATE_NOOP("Fact", "photo"),
    QT_TRANSLATE_NOOP("Fact", "picture of the face"),
    QT_TRANSLATE_NOOP("Fact", "preview"),
    QT_TRANSLATE_NOOP("Fact", "setting"),
    QT_TRANSLATE_NOOP("Fact", "session"),
    QT_TRANSLATE_NOOP("Fact", "suggestion"),
    QT_TRANSLATE_NOOP("Fact", "task"),
    QT_TRANSLATE_NOOP("Fact", "thumbnail"),
    QT_TRANSLATE_NOOP("Fact", "upload"),
    QT_TRANSLATE_NOOP("Fact", "name"),
    QT_TRANSLATE_NOOP("Fact", "user"),
    QT_TRANSLATE_NOOP("Fact", "administer this library"),
    QT_TRANSLATE_NOOP("Fact", "ask for the key without using one"),
    QT_TRANSLATE_NOOP("Fact", "call it from pages of “%1”"),
    QT_TRANSLATE_NOOP("Fact", "give a key more rights than your own"),
    QT_TRANSLATE_NOOP("Fact", "make keys for others"),
    QT_TRANSLATE_NOOP("Fact", "set the password of an admin"),
    QT_TRANSLATE_NOOP("Fact", "device"),
    QT_TRANSLATE_NOOP("Fact", "pair this device"),
    QT_TRANSLATE_NOOP("Fact", "set a password with an API key"),
    QT_TRANSLATE_NOOP("Fact", "name files of this computer from elsewhere"),
    QT_TRANSLATE_NOOP("Fact", "have files outside of the allowed folders looked at"),
    QT_TRANSLATE_NOOP("Fact", "scene"),
    QT_TRANSLATE_NOOP("Fact", "frame"),
    QT_TRANSLATE_NOOP("Fact", "attempt"),
    QT_TRANSLATE_NOOP("Fact", "hardware"),
    QT_TRANSLATE_NOOP("Fact", "name"),
    QT_TRANSLATE_NOOP("Fact", "render with commands"),
    QT_TRANSLATE_NOOP("Fact", "give renderers further arguments"),
    QT_TRANSLATE_NOOP("Fact", "reach it as “%1”"),
    QT_TRANSLATE_NOOP("Fact", "properties, values and operators"),
    QT_TRANSLATE_NOOP("Fact", "levels within each other"),
    QT_TRANSLATE_NOOP("Fact", "any and all within each other"),
    QT_TRANSLATE_NOOP("Fact", "values in a list"),
    QT_TRANSLATE_NOOP("Fact", "values in all lists"),
    QT_TRANSLATE_NOOP("Fact", "characters of a pattern"),
    QT_TRANSLATE_NOOP("Fact", "properties to order by"),
};

constexpr std::array halves{
    QT_TRANSLATE_NOOP("Fact", "image"),
    QT_TRANSLATE_NOOP("Fact", "video"),
};

// What the text of an error has more of, where there is more to say.
constexpr std::array additions{
    QT_TRANSLATE_NOOP("Fact", ", and %1 were cancelled"),
};

constexpr std::array reasons{
    QT_TRANSLATE_NOOP("Fact", "the photo is there already"),
    QT_TRANSLATE_NOOP("Fact", "there is a tag “%1” already"),
    QT_TRANSLATE_NOOP("Fact", "the video is a part of a live photo"),
    QT_TRANSLATE_NOOP("Fact", "the photo is the one that its stack shows"),
    QT_TRANSLATE_NOOP("Fact", "there is a server of that name"),
    QT_TRANSLATE_NOOP("Fact", "that is another user or another library; add it as one of its own"),
    QT_TRANSLATE_NOOP("Fact", "not JSON"),
    QT_TRANSLATE_NOOP("Fact", "an asset without an id"),
    QT_TRANSLATE_NOOP("Fact", "one item is too large"),
    QT_TRANSLATE_NOOP("Fact", "the answer is not whole"),
    QT_TRANSLATE_NOOP("Fact", "something follows the answer"),
    QT_TRANSLATE_NOOP("Fact", "an empty answer"),
    QT_TRANSLATE_NOOP("Fact", "no token came"),
    QT_TRANSLATE_NOOP("Fact", "it does not say who we are"),
    QT_TRANSLATE_NOOP("Fact", "not a picture"),
    QT_TRANSLATE_NOOP("Fact", "it wants the whole list again and again"),
    QT_TRANSLATE_NOOP("Fact", "it has ended"),
    QT_TRANSLATE_NOOP("Fact", "it is being saved"),
    QT_TRANSLATE_NOOP("Fact", "it runs"),
    QT_TRANSLATE_NOOP("Fact", "it has not failed"),
    QT_TRANSLATE_NOOP("Fact", "“%1” is being downloaded already"),
    QT_TRANSLATE_NOOP("Fact", "every name is taken"),
    QT_TRANSLATE_NOOP("Fact", "permission denied"),
    QT_TRANSLATE_NOOP("Fact", "the task has not begun"),
    QT_TRANSLATE_NOOP("Fact", "the task is being rendered"),
    QT_TRANSLATE_NOOP("Fact", "the task is paused"),
    QT_TRANSLATE_NOOP("Fact", "the task is completed"),
    QT_TRANSLATE_NOOP("Fact", "the task has failed"),
    QT_TRANSLATE_NOOP("Fact", "the task was cancelled"),
    QT_TRANSLATE_NOOP("Fact", "the frame waits to be rendered"),
    QT_TRANSLATE_NOOP("Fact", "the frame is being rendered"),
    QT_TRANSLATE_NOOP("Fact", "the work space of the task has been removed"),
    QT_TRANSLATE_NOOP("Fact", "the work space of the task is being removed"),
    QT_TRANSLATE_NOOP("Fact", "some of it cannot be removed"),
    QT_TRANSLATE_NOOP("Fact", "no frame of the task has failed"),
    QT_TRANSLATE_NOOP("Fact", "no frame of the task is rendered"),
    QT_TRANSLATE_NOOP("Fact", "the task is not finished"),
    QT_TRANSLATE_NOOP("Fact", "its last frames are still being stored"),
    QT_TRANSLATE_NOOP("Fact", "what its last processes have left is still being put away"),
    QT_TRANSLATE_NOOP("Fact", "it is not an ordinary file"),
    QT_TRANSLATE_NOOP("Fact", "it is not readable"),
    QT_TRANSLATE_NOOP("Fact", "it is damaged"),
    QT_TRANSLATE_NOOP("Fact", "its bytes have changed"),
    QT_TRANSLATE_NOOP("Fact", "“%1” exists already"),
    QT_TRANSLATE_NOOP("Fact", "its database is damaged"),
    QT_TRANSLATE_NOOP("Fact", "it holds no finished snapshot"),
    QT_TRANSLATE_NOOP("Fact", "the file %1 is missing in it"),
    QT_TRANSLATE_NOOP("Fact", "metadata"),
    QT_TRANSLATE_NOOP("Fact", "XMP"),
    QT_TRANSLATE_NOOP("Fact", "no frame can be decoded"),
    QT_TRANSLATE_NOOP("Fact", "its size is %1 x %2"),
    QT_TRANSLATE_NOOP("Fact", "its header is not where it belongs"),
    QT_TRANSLATE_NOOP("Fact", "its header has the wrong size"),
    QT_TRANSLATE_NOOP("Fact", "BMP: its data does not fit its header"),
    QT_TRANSLATE_NOOP("Fact", "EXR: its header is invalid"),
    QT_TRANSLATE_NOOP("Fact", "EXR: its data is invalid, or it has no colours"),
    QT_TRANSLATE_NOOP("Fact", "GIF: there is no picture in it"),
    QT_TRANSLATE_NOOP("Fact", "GIF: its first frame is invalid"),
    QT_TRANSLATE_NOOP("Fact", "TIFF: its picture data is invalid"),
    QT_TRANSLATE_NOOP("Fact", "WebP: it wants more memory than there is"),
    QT_TRANSLATE_NOOP("Fact", "WebP: its picture data is invalid"),
    QT_TRANSLATE_NOOP("Fact", "WebP: its first frame is invalid"),
    QT_TRANSLATE_NOOP("Fact", "it is not an OpenVINO network"),
    QT_TRANSLATE_NOOP("Fact", "it has too many layers or one of them twice"),
    QT_TRANSLATE_NOOP("Fact", "a number is missing"),
    QT_TRANSLATE_NOOP("Fact", "its layers are not connected as they should be"),
    QT_TRANSLATE_NOOP("Fact", "its description is too large"),
    QT_TRANSLATE_NOOP("Fact", "it is too large, has no result or goes round in a circle"),
    QT_TRANSLATE_NOOP("Fact", "its input or its result is not what it should be"),
    QT_TRANSLATE_NOOP("Fact", "its answer has no head"),
    QT_TRANSLATE_NOOP("Fact", "its answer %1 holds no file"),
    QT_TRANSLATE_NOOP("Fact", "its answer is longer than %1 bytes"),
    QT_TRANSLATE_NOOP("Fact", "its headers are longer than %1 bytes"),
    QT_TRANSLATE_NOOP("Fact", "it redirects more than %1 times"),
    QT_TRANSLATE_NOOP("Fact", "its redirect does not end"),
    QT_TRANSLATE_NOOP("Fact", "it redirects to an address that is not of the web"),
    QT_TRANSLATE_NOOP("Fact", "it redirects from a secure address to an open one"),
    QT_TRANSLATE_NOOP("Fact", "it redirects what was sent to another server"),
    QT_TRANSLATE_NOOP("Fact", "it holds no private key without a password"),
    QT_TRANSLATE_NOOP("Fact", "it holds no certificate in PEM"),
    QT_TRANSLATE_NOOP("Fact", "its key is no private key without a password"),
    QT_TRANSLATE_NOOP("Fact", "its key belongs to another certificate"),
    QT_TRANSLATE_NOOP("Fact", "the address “%1” is taken"),
    QT_TRANSLATE_NOOP("Fact", "several users are called “%1”; give the e-mail address"),
    QT_TRANSLATE_NOOP("Fact", "the owner of this library stays an admin"),
    QT_TRANSLATE_NOOP("Fact", "the owner of this library cannot be deleted"),
    QT_TRANSLATE_NOOP("Fact", "the face has no name yet"),
    QT_TRANSLATE_NOOP("Fact", "it is undone already"),
    QT_TRANSLATE_NOOP("Fact", "it is not undone"),
    QT_TRANSLATE_NOOP("Fact", "it cannot be stopped or has ended"),
    QT_TRANSLATE_NOOP("Fact", "another file has the same MD5"),
    QT_TRANSLATE_NOOP("Fact", "the upload goes on at byte %1"),
    QT_TRANSLATE_NOOP("Fact", "the upload is whole already"),
    QT_TRANSLATE_NOOP("Fact", "it cannot be reached"),
    QT_TRANSLATE_NOOP("Fact", "an object cannot be fetched"),
    QT_TRANSLATE_NOOP("Fact", "it answered %1"),
    QT_TRANSLATE_NOOP("Fact", "it is a folder"),
    QT_TRANSLATE_NOOP("Fact", "it went away while it was read"),
    QT_TRANSLATE_NOOP("Fact", "it is empty"),
    QT_TRANSLATE_NOOP("Fact", "its packing is damaged"),
    QT_TRANSLATE_NOOP("Fact", "it is too large for an Unreal project"),
    QT_TRANSLATE_NOOP("Fact", "it is no Unreal project"),
    QT_TRANSLATE_NOOP("Fact", "its Blender header is damaged"),
    QT_TRANSLATE_NOOP("Fact", "it is a Maya binary file; save it as Maya ASCII (.ma) and send that"),
    QT_TRANSLATE_NOOP("Fact", "it is neither Maya ASCII (.ma, .ma.gz) nor Blender (.blend) nor an Unreal project"),
    QT_TRANSLATE_NOOP("Fact", "too many scenes wait for Blender"),
    QT_TRANSLATE_NOOP("Fact", "it was interrupted"),
    QT_TRANSLATE_NOOP("Fact", "it took longer than %1 seconds"),
    QT_TRANSLATE_NOOP("Fact", "it ended with code %1"),
    QT_TRANSLATE_NOOP("Fact", "its answer was not understood"),
    QT_TRANSLATE_NOOP("Fact", "Use: kinframe %1"),
    QT_TRANSLATE_NOOP("Fact", "There is no command “%1”"),
    QT_TRANSLATE_NOOP("Fact", "serve takes no further words"),
    QT_TRANSLATE_NOOP("Fact", "--port takes a number from 0 to 65535"),
    QT_TRANSLATE_NOOP("Fact", "--size takes a number from 1 to 1000"),
    QT_TRANSLATE_NOOP("Fact", "it ends too early"),
    QT_TRANSLATE_NOOP("Fact", "it cannot be decoded"),
    QT_TRANSLATE_NOOP("Fact", "it is a video"),
    QT_TRANSLATE_NOOP("Fact", "it was there before it was rendered"),
    QT_TRANSLATE_NOOP("Fact", "it is not what its name says"),
    QT_TRANSLATE_NOOP("Fact", "it has %1 pixels instead of %2"),
    QT_TRANSLATE_NOOP("Fact", "its format is %1 instead of %2"),
    QT_TRANSLATE_NOOP("Fact", "it is being rendered already"),
    QT_TRANSLATE_NOOP("Fact", "it is being tested already"),
    QT_TRANSLATE_NOOP("Fact", "it does not answer"),
    QT_TRANSLATE_NOOP("Fact", "it went away without a word"),
    QT_TRANSLATE_NOOP("Fact", "signal %1"),
    QT_TRANSLATE_NOOP("Fact", "more than %1 MB"),
};

// What stands for a value that is too long to be shown; the more special before the more general.
constexpr std::array values{
    QT_TRANSLATE_NOOP("Fact", "a video"),
    QT_TRANSLATE_NOOP("Fact", "a raw file without a preview"),
    QT_TRANSLATE_NOOP("Fact", "outside"),
    QT_TRANSLATE_NOOP("Fact", "more than %1 bytes with the other fields"),
    QT_TRANSLATE_NOOP("Fact", "more than %1 bytes"),
    QT_TRANSLATE_NOOP("Fact", "more than %1"),
    QT_TRANSLATE_NOOP("Fact", "%1 characters long"),
    QT_TRANSLATE_NOOP("Fact", "%1 characters"),
    QT_TRANSLATE_NOOP("Fact", "%1 bytes"),
    QT_TRANSLATE_NOOP("Fact", "given more than once"),
    QT_TRANSLATE_NOOP("Fact", "given %1 times"),
    QT_TRANSLATE_NOOP("Fact", "missing"),
    QT_TRANSLATE_NOOP("Fact", "a name"),
    QT_TRANSLATE_NOOP("Fact", "ambiguous"),
    QT_TRANSLATE_NOOP("Fact", "not a path"),
    QT_TRANSLATE_NOOP("Fact", "with a fragment"),
    QT_TRANSLATE_NOOP("Fact", "for another host than the Host header"),
    QT_TRANSLATE_NOOP("Fact", "not HTTP"),
    QT_TRANSLATE_NOOP("Fact", "a line that ends with LF alone"),
    QT_TRANSLATE_NOOP("Fact", "a folded header"),
    QT_TRANSLATE_NOOP("Fact", "a plain request"),
    QT_TRANSLATE_NOOP("Fact", "of several lines"),
    QT_TRANSLATE_NOOP("Fact", "not the present one"),
};

Words wordsOf(QStringView key)
{
    if (key == u"what") {
        return whats;
    }
    if (key == u"expected") {
        return factExpectations;
    }
    if (key == u"reason") {
        return reasons;
    }
    if (key == u"half") {
        return halves;
    }
    if (key == u"more") {
        return additions;
    }
    return key == u"value" ? Words(values) : Words();
}

/// The numbers and names in the fact where it is that word with its places filled; nothing where it is not.
std::optional<QStringList> placesOf(const QString &fact, const char *word)
{
    QString pattern = QRegularExpression::escape(QString::fromUtf8(word));
    for (const QString &place : {u"\\%1"_s, u"\\%2"_s}) {
        pattern.replace(place, u"(.+)"_s);
    }
    const auto match = QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(fact);
    return match.hasMatch() ? std::optional(match.capturedTexts().mid(1)) : std::nullopt;
}

} // namespace

QString factIn(QStringView key, const QString &fact, Language language)
{
    for (const char *word : wordsOf(key)) {
        const QString english = QString::fromUtf8(word);
        if (fact == english) {
            return translated("Fact", word, language);
        }
        const auto places = english.contains(u"%1"_s) ? placesOf(fact, word) : std::nullopt;
        if (places) {
            const QString text = translated("Fact", word, language);
            // Both at once: a name may look like a place.
            return places->size() == 2 ? text.arg(places->at(0), places->at(1)) : text.arg(places->at(0));
        }
    }
    return fact;
}

} // namespace kinframe
