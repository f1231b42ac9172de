// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/fact_words.h"

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
    QT_TRANSLATE_NOOP("Fact", "name files of this computer from elsewhere"),
    QT_TRANSLATE_NOOP("Fact", "have files outside of the allowed folders looked at"),
    QT_TRANSLATE_NOOP("Fact", "scene"),
    QT_TRANSLATE_NOOP("Fact", "reach it as “%1”"),
    QT_TRANSLATE_NOOP("Fact", "properties, values and operators"),
    QT_TRANSLATE_NOOP("Fact", "levels within each other"),
    QT_TRANSLATE_NOOP("Fact", "any and all within each other"),
    QT_TRANSLATE_NOOP("Fact", "values in a list"),
    QT_TRANSLATE_NOOP("Fact", "values in all lists"),
    QT_TRANSLATE_NOOP("Fact", "characters of a pattern"),
    QT_TRANSLATE_NOOP("Fact", "properties to order by"),
};

constexpr std::array expectations{
    QT_TRANSLATE_NOOP("Fact", "a JSON object"),
    QT_TRANSLATE_NOOP("Fact", "JSON"),
    QT_TRANSLATE_NOOP("Fact", "JSON (%1 at byte %2)"),
    QT_TRANSLATE_NOOP("Fact", "a UUID"),
    QT_TRANSLATE_NOOP("Fact", "the UUID of a photo"),
    QT_TRANSLATE_NOOP("Fact", "a list of UUIDs"),
    QT_TRANSLATE_NOOP("Fact", "at least one id"),
    QT_TRANSLATE_NOOP("Fact", "a text"),
    QT_TRANSLATE_NOOP("Fact", "text in UTF-8"),
    QT_TRANSLATE_NOOP("Fact", "one line"),
    QT_TRANSLATE_NOOP("Fact", "a text of at most 200 characters"),
    QT_TRANSLATE_NOOP("Fact", "a text of 1 to 200 characters"),
    QT_TRANSLATE_NOOP("Fact", "at most %1 characters"),
    QT_TRANSLATE_NOOP("Fact", "of 8 to 256 characters"),
    QT_TRANSLATE_NOOP("Fact", "true or false"),
    QT_TRANSLATE_NOOP("Fact", "a whole number from %1 to %2"),
    QT_TRANSLATE_NOOP("Fact", "a number from 0 to 5"),
    QT_TRANSLATE_NOOP("Fact", "a number from %1 to %2"),
    QT_TRANSLATE_NOOP("Fact", "a whole number or null"),
    QT_TRANSLATE_NOOP("Fact", "a text or null"),
    QT_TRANSLATE_NOOP("Fact", "true, false or null"),
    QT_TRANSLATE_NOOP("Fact", "a text, a number, true, false or null"),
    QT_TRANSLATE_NOOP("Fact", "a text without NUL characters"),
    QT_TRANSLATE_NOOP("Fact", "a list of texts that are not empty"),
    QT_TRANSLATE_NOOP("Fact", "a name of 1 to %1 letters, digits and “_”"),
    QT_TRANSLATE_NOOP("Fact", "the name of a file"),
    QT_TRANSLATE_NOOP("Fact", "a JSON object for each file, in their order"),
    QT_TRANSLATE_NOOP("Fact", "a list of hashes"),
    QT_TRANSLATE_NOOP("Fact", "a time as ISO 8601"),
    QT_TRANSLATE_NOOP("Fact", "a past date as YYYY-MM-DD"),
    QT_TRANSLATE_NOOP("Fact", "a colour as #RRGGBB"),
    QT_TRANSLATE_NOOP("Fact", "an e-mail address"),
    QT_TRANSLATE_NOOP("Fact", "your present password"),
    QT_TRANSLATE_NOOP("Fact", "a permission, for example asset.read"),
    QT_TRANSLATE_NOOP("Fact", "a list of names of permissions"),
    QT_TRANSLATE_NOOP("Fact", "the name of a model"),
    QT_TRANSLATE_NOOP("Fact", "a list of names of models"),
    QT_TRANSLATE_NOOP("Fact", "a list of at most %1 names of models"),
    QT_TRANSLATE_NOOP("Fact", "files and folders"),
    QT_TRANSLATE_NOOP("Fact", "an absolute path of this computer"),
    QT_TRANSLATE_NOOP("Fact", "a list of 1 to %1 paths"),
    QT_TRANSLATE_NOOP("Fact", "a file in a multipart form"),
    QT_TRANSLATE_NOOP("Fact", "thumbnail or preview"),
    QT_TRANSLATE_NOOP("Fact", "a common picture format"),
    QT_TRANSLATE_NOOP("Fact", "a part of the picture"),
    QT_TRANSLATE_NOOP("Fact", "larger than nothing"),
    QT_TRANSLATE_NOOP("Fact", "a box inside the photo"),
    QT_TRANSLATE_NOOP("Fact", "a face or photo of this person"),
    QT_TRANSLATE_NOOP("Fact", "faces of this person"),
    QT_TRANSLATE_NOOP("Fact", "other people than the one they become"),
    QT_TRANSLATE_NOOP("Fact", "a list of people"),
    QT_TRANSLATE_NOOP("Fact", "a list of assetId and personId"),
    QT_TRANSLATE_NOOP("Fact", "a list of at most %1"),
    QT_TRANSLATE_NOOP("Fact", "an address"),
    QT_TRANSLATE_NOOP("Fact", "an http or https address"),
    QT_TRANSLATE_NOOP("Fact", "a word in capitals"),
    QT_TRANSLATE_NOOP("Fact", "an HTTP/1.1 request"),
    QT_TRANSLATE_NOOP("Fact", "a well-formed HTTP/1.1 request"),
    QT_TRANSLATE_NOOP("Fact", "lines that end with CR LF"),
    QT_TRANSLATE_NOOP("Fact", "headers of one line each"),
    QT_TRANSLATE_NOOP("Fact", "one host"),
    QT_TRANSLATE_NOOP("Fact", "the name of this server"),
    QT_TRANSLATE_NOOP("Fact", "the name or address of this server"),
    QT_TRANSLATE_NOOP("Fact", "one number"),
    QT_TRANSLATE_NOOP("Fact", "“chunked”, once, in HTTP/1.1, without Content-Length"),
    QT_TRANSLATE_NOOP("Fact", "no Content-Encoding"),
    QT_TRANSLATE_NOOP("Fact", "percent-encoded UTF-8"),
    QT_TRANSLATE_NOOP("Fact", "a path"),
    QT_TRANSLATE_NOOP("Fact", "a path of percent-encoded UTF-8"),
    QT_TRANSLATE_NOOP("Fact", "a path that begins with a slash"),
    QT_TRANSLATE_NOOP("Fact", "a path with a first slash"),
    QT_TRANSLATE_NOOP("Fact", "a path without a “#”"),
    QT_TRANSLATE_NOOP("Fact", "a path without . and .."),
    QT_TRANSLATE_NOOP("Fact", "a path of at most %1 segments"),
    QT_TRANSLATE_NOOP("Fact", "GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS"),
    QT_TRANSLATE_NOOP("Fact", "WebSocket, version 13"),
    QT_TRANSLATE_NOOP("Fact", "16 bytes in base64"),
    QT_TRANSLATE_NOOP("Fact", "in every part of a form"),
    QT_TRANSLATE_NOOP("Fact", "header lines of a form part (RFC 7578)"),
    QT_TRANSLATE_NOOP("Fact", "form-data with a name in UTF-8"),
    QT_TRANSLATE_NOOP("Fact", "a name such as UTF-8''na%C3%AFve.jpg (RFC 5987)"),
    QT_TRANSLATE_NOOP("Fact", "a boundary of 1 to 70 characters (RFC 2046)"),
    QT_TRANSLATE_NOOP("Fact", "a line end or two hyphens after a boundary"),
    QT_TRANSLATE_NOOP("Fact", "a form that begins with its boundary"),
    QT_TRANSLATE_NOOP("Fact", "a property, a value or a function"),
    QT_TRANSLATE_NOOP("Fact", "a property, any or all"),
    QT_TRANSLATE_NOOP("Fact", "a property"),
    QT_TRANSLATE_NOOP("Fact", "a property with one value"),
    QT_TRANSLATE_NOOP("Fact", "the name of a property"),
    QT_TRANSLATE_NOOP("Fact", "names of properties with commas between them"),
    QT_TRANSLATE_NOOP("Fact", "a function such as contains(model,'x')"),
    QT_TRANSLATE_NOOP("Fact", "%1 with %2 argument(s)"),
    QT_TRANSLATE_NOOP("Fact", "an operator"),
    QT_TRANSLATE_NOOP("Fact", "an operator or a closing bracket"),
    QT_TRANSLATE_NOOP("Fact", "a closing bracket"),
    QT_TRANSLATE_NOOP("Fact", "an opening bracket before it"),
    QT_TRANSLATE_NOOP("Fact", "a comma or a closing bracket"),
    QT_TRANSLATE_NOOP("Fact", "a list in brackets"),
    QT_TRANSLATE_NOOP("Fact", "a closing quote"),
    QT_TRANSLATE_NOOP("Fact", "a colon"),
    QT_TRANSLATE_NOOP("Fact", "a space or the end of the value"),
    QT_TRANSLATE_NOOP("Fact", "a condition"),
    QT_TRANSLATE_NOOP("Fact", "a text of 1 to 100 characters"),
    QT_TRANSLATE_NOOP("Fact", "a list of absolute paths"),
    QT_TRANSLATE_NOOP("Fact", "an object of names and texts"),
    QT_TRANSLATE_NOOP("Fact", "a list of objects with from and to, an absolute path"),
    QT_TRANSLATE_NOOP("Fact", "a number"),
    QT_TRANSLATE_NOOP("Fact", "a date"),
    QT_TRANSLATE_NOOP("Fact", "a time of day"),
    QT_TRANSLATE_NOOP("Fact", "a date with a time"),
    QT_TRANSLATE_NOOP("Fact", "a date or time that exists"),
    QT_TRANSLATE_NOOP("Fact", "a duration"),
    QT_TRANSLATE_NOOP("Fact", "a duration such as 'PT1H'"),
    QT_TRANSLATE_NOOP("Fact", "a variable"),
    QT_TRANSLATE_NOOP("Fact", "any or all"),
    QT_TRANSLATE_NOOP("Fact", "any or all of its members, as in tags/any(t: t eq 'x')"),
    QT_TRANSLATE_NOOP("Fact", "a regular expression"),
    QT_TRANSLATE_NOOP("Fact", "a word"),
    QT_TRANSLATE_NOOP("Fact", "asc, desc or a comma"),
    QT_TRANSLATE_NOOP("Fact", "numbers, or dates with durations"),
    QT_TRANSLATE_NOOP("Fact", "one of = != > >= < <= ~"),
    QT_TRANSLATE_NOOP("Fact", "a token that the same query gave"),
    QT_TRANSLATE_NOOP("Fact", "a whole number from 0"),
    QT_TRANSLATE_NOOP("Fact", "given once"),
    QT_TRANSLATE_NOOP("Fact", "asc or desc"),
    QT_TRANSLATE_NOOP("Fact", "one of: %1"),
    QT_TRANSLATE_NOOP("Fact", "a key such as projects/user/wolf.ma"),
    QT_TRANSLATE_NOOP("Fact", "a key that does not begin with assets/"),
    QT_TRANSLATE_NOOP("Fact", "%1, which the file has"),
    QT_TRANSLATE_NOOP("Fact", "32 hexadecimal digits (MD5)"),
    QT_TRANSLATE_NOOP("Fact", "a list of MD5s"),
    QT_TRANSLATE_NOOP("Fact", "the name of a bucket"),
    QT_TRANSLATE_NOOP("Fact", "a whole number of 64 bits (XXH64)"),
    QT_TRANSLATE_NOOP("Fact", "a number of bytes"),
    QT_TRANSLATE_NOOP("Fact", "names with values in base64"),
    QT_TRANSLATE_NOOP("Fact", "md5, sha1 or sha256 with its value in base64"),
    QT_TRANSLATE_NOOP("Fact", "at least one frame"),
    QT_TRANSLATE_NOOP("Fact", "letters, digits, - and _"),
    QT_TRANSLATE_NOOP("Fact", "an absolute path"),
    QT_TRANSLATE_NOOP("Fact", "a name that does not begin with -"),
    QT_TRANSLATE_NOOP("Fact", "an asset of the project"),
    QT_TRANSLATE_NOOP("Fact", "a name in braces"),
    QT_TRANSLATE_NOOP("Fact", "a name that this engine knows"),
};

constexpr std::array reasons{
    QT_TRANSLATE_NOOP("Fact", "permission denied"),
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
    QT_TRANSLATE_NOOP("Fact", "it is being rendered already"),
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
        return expectations;
    }
    if (key == u"reason") {
        return reasons;
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
