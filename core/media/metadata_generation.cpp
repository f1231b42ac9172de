// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/metadata_generation.h"

#include "base/log.h"
#include "media/generation/comfyui.h"
#include "media/generation/read_generation.h"
#include "media/generation/text_bytes.h"

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

struct Tag
{
    const char *key;
    QString name;
};

} // namespace

void addSourceTexts(SourceTexts &texts, const Exiv2::ExifData &exif, const Exiv2::XmpData &xmp)
{
    if (!exif.empty()) {
        const ExifIndex index(exif);
        // Pillow puts the comment where the camera's name is, under a tag that has no name there.
        for (const char *key : {"Exif.Photo.UserComment", "Exif.Image.0x9286"}) {
            if (const auto *datum = index.find(key)) {
                texts.add(u"UserComment"_s, userCommentText(textBytes(*datum)));
            }
        }
        for (const auto &[key, name] :
             {Tag{"Exif.Image.ImageDescription", u"ImageDescription"_s}, Tag{"Exif.Image.Make", u"Make"_s},
              Tag{"Exif.Image.Model", u"Model"_s}, Tag{"Exif.Image.Software", u"Software"_s}}) {
            if (const auto *datum = index.find(key)) {
                texts.add(name, textOfBytes(textBytes(*datum)));
            }
        }
    }
    if (!xmp.empty()) {
        const XmpIndex index(xmp);
        for (const auto &[key, name] :
             {Tag{"Xmp.exif.UserComment", u"UserComment"_s}, Tag{"Xmp.dc.description", u"ImageDescription"_s}}) {
            if (const auto *datum = index.find(key)) {
                texts.add(name, QString::fromStdString(datum->toString(0)));
            }
        }
    }
}

void addGeneration(Metadata &metadata, SourceTexts &texts, const QString &path)
{
    metadata.generation = readGeneration(texts);
    for (const QString &problem : texts.problems()) {
        qCInfo(logMedia).noquote() << "How" << path << "was generated cannot be read as a whole:" << problem;
    }
    for (const auto field : {&Metadata::make, &Metadata::model, &Metadata::description}) {
        if (isComfyUiTag(metadata.*field)) {
            (metadata.*field).clear();
        }
    }
}

} // namespace kinframe::media
