// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/metadata_exiv2.h"

#include "base/files.h"
#include "base/log.h"

#include <cmath>
#include <mutex>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

void writeLog(int, const char *text)
{
    // Half of the world's files are a little wrong; that is for who looks for the reason, not for everybody's log.
    qCDebug(logMedia).noquote() << "Exiv2:" << QString::fromUtf8(text).trimmed();
}

void lockXmp(void *mutex, bool lock)
{
    auto *recursive = static_cast<std::recursive_mutex *>(mutex);
    if (lock) {
        recursive->lock();
    } else {
        recursive->unlock();
    }
}

std::unique_ptr<Exiv2::Image> openImage(const QString &path)
{
#if defined(Q_OS_WIN) && (EXIV2_TEST_VERSION(0, 28, 0) || defined(EXV_UNICODE_PATH))
    const std::wstring name = path.toStdWString();
#else
    const std::string name = path.toStdString();
#endif
    // A FileIo, for a name alone could also be taken for a URL or for standard input.
#if EXIV2_TEST_VERSION(0, 28, 0)
    return Exiv2::ImageFactory::open(std::make_unique<Exiv2::FileIo>(name));
#else
    return std::unique_ptr<Exiv2::Image>(
        Exiv2::ImageFactory::open(Exiv2::BasicIo::AutoPtr(new Exiv2::FileIo(name))).release());
#endif
}

bool isUnknownType(const std::exception &error)
{
    const auto *ours = dynamic_cast<const Exiv2::Error *>(&error);
#if EXIV2_TEST_VERSION(0, 28, 0)
    return ours != nullptr && ours->code() == Exiv2::ErrorCode::kerFileContainsUnknownImageType;
#else
    return ours != nullptr &&
           (ours->code() == Exiv2::kerFileContainsUnknownImageType || ours->code() == Exiv2::kerUnsupportedImageType);
#endif
}

bool isEarlyEnd(const std::exception &error)
{
    const auto *ours = dynamic_cast<const Exiv2::Error *>(&error);
#if EXIV2_TEST_VERSION(0, 28, 0)
    return ours != nullptr && ours->code() == Exiv2::ErrorCode::kerInputDataReadFailed;
#else
    return ours != nullptr && ours->code() == Exiv2::kerInputDataReadFailed;
#endif
}

} // namespace

void prepareExiv2()
{
    static const bool done = [] {
        // Never destroyed: a worker may still be reading when the program ends.
        static auto *mutex = new std::recursive_mutex;
        Exiv2::LogMsg::setHandler(writeLog);
        Exiv2::LogMsg::setLevel(Exiv2::LogMsg::warn);
        Exiv2::XmpParser::initialize(lockXmp, mutex);
#if defined(EXV_ENABLE_BMFF) && !EXIV2_TEST_VERSION(0, 28, 0)
        Exiv2::enableBMFF(true);
#endif
        return true;
    }();
    static_cast<void>(done);
}

Error exiv2Failure(const QString &path, const std::exception &error)
{
    const ErrorCode code = isEarlyEnd(error) ? ErrorCode::FileTruncated : ErrorCode::FileDamaged;
    return Error{code, {{u"path"_s, path}, {u"reason"_s, u"metadata"_s}}, QString::fromUtf8(error.what())};
}

Result<std::unique_ptr<Exiv2::Image>> openWithExiv2(const QString &path)
{
    prepareExiv2();
    if (const auto file = openForReading(path); !file) {
        return failed(file);
    }
    try {
        std::unique_ptr<Exiv2::Image> image = openImage(path);
        // Videos are FFmpeg's: Exiv2's readers for them are old and unused elsewhere.
        if (image && QByteArray::fromStdString(image->mimeType()).startsWith("video/")) {
            return std::unique_ptr<Exiv2::Image>();
        }
        if (image) {
            image->readMetadata();
        }
        return image;
    } catch (const std::exception &error) {
        if (isUnknownType(error)) {
            return std::unique_ptr<Exiv2::Image>();
        }
        return tl::unexpected(exiv2Failure(path, error));
    }
}

std::optional<double> finiteNumber(const Exiv2::Metadatum &datum, int index)
{
    if (index < 0 || qint64(datum.count()) <= index) {
        return std::nullopt;
    }
    switch (datum.typeId()) {
    case Exiv2::unsignedRational:
    case Exiv2::signedRational: {
        const bool isSigned = datum.typeId() == Exiv2::signedRational;
        const Exiv2::Rational value = datum.toRational(index);
        if (value.second == 0) {
            return std::nullopt;
        }
        // Exiv2 hands unsigned rationals out as signed ones.
        const double numerator = isSigned ? double(value.first) : double(std::uint32_t(value.first));
        const double denominator = isSigned ? double(value.second) : double(std::uint32_t(value.second));
        return numerator / denominator;
    }
    default: {
        const double value = double(datum.toFloat(index));
        return std::isfinite(value) ? std::optional(value) : std::nullopt;
    }
    }
}

std::optional<qint64> integerNumber(const Exiv2::Metadatum &datum, int index)
{
    if (index < 0 || qint64(datum.count()) <= index) {
        return std::nullopt;
    }
#if EXIV2_TEST_VERSION(0, 28, 0)
    const qint64 value = datum.toInt64(index);
#else
    const qint64 value = datum.toLong(index);
#endif
    return datum.value().ok() ? std::optional(value) : std::nullopt;
}

QByteArray valueBytes(const Exiv2::Metadatum &datum)
{
    QByteArray bytes(qsizetype(datum.size()), Qt::Uninitialized);
    if (!bytes.isEmpty()) {
        const auto written = datum.copy(reinterpret_cast<Exiv2::byte *>(bytes.data()), Exiv2::littleEndian);
        bytes.truncate(qsizetype(written));
    }
    return bytes;
}

QByteArray textBytes(const Exiv2::Metadatum &datum)
{
    const auto *text = dynamic_cast<const Exiv2::StringValueBase *>(&datum.value());
    return text != nullptr ? QByteArray::fromStdString(text->value_) : valueBytes(datum);
}

} // namespace kinframe::media
