// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/video_input.h"

#include "base/clock.h"
#include "base/files.h"
#include "base/log.h"
#include "media/video_truncation.h"

#include <QFileInfo>

extern "C" {
#include <libavformat/avformat.h>
#include <libavutil/log.h>
}

#include <mutex>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

// The containers of file_type.h, by the names of FFmpeg's readers.
constexpr auto knownContainers = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,flv,asf";

void writeLog(void *context, int level, const char *format, va_list arguments)
{
    if (level > AV_LOG_WARNING || !logMedia().isDebugEnabled()) {
        return;
    }
    char line[1024];
    int isFirst = 1;
    av_log_format_line(context, level, format, arguments, line, int(sizeof line), &isFirst);
    qCDebug(logMedia).noquote() << "FFmpeg:" << QString::fromUtf8(line).trimmed();
}

void prepareFfmpeg()
{
    static std::once_flag once;
    std::call_once(once, [] { av_log_set_callback(writeLog); });
}

int askWatch(void *watch)
{
    return static_cast<const VideoWatch *>(watch)->isOver() ? 1 : 0;
}

QString textOf(int code)
{
    char text[AV_ERROR_MAX_STRING_SIZE] = {};
    av_strerror(code, text, sizeof text);
    return QString::fromUtf8(text);
}

struct Options
{
    AVDictionary *values = nullptr;

    Options()
    {
        av_dict_set(&values, "format_whitelist", knownContainers, 0);
        av_dict_set(&values, "protocol_whitelist", "file", 0);
        // Enough for the odd camera that writes its sound late; a bound for what merely looks like a video.
        av_dict_set(&values, "probesize", "16777216", 0);
        av_dict_set(&values, "analyzeduration", "5000000", 0);
        av_dict_set(&values, "max_streams", "100", 0);
    }
    ~Options() { av_dict_free(&values); }
    Options(const Options &) = delete;
    Options &operator=(const Options &) = delete;
};

} // namespace

VideoWatch::VideoWatch(std::stop_token stop, int limitMs)
    : m_stop(std::move(stop))
    , m_deadlineMs(steadyMs() + limitMs)
    , m_limitMs(limitMs)
{
}

bool VideoWatch::isOver() const
{
    return m_stop.stop_requested() || steadyMs() >= m_deadlineMs;
}

Error VideoWatch::error() const
{
    if (m_stop.stop_requested()) {
        return Error{ErrorCode::Canceled, {}, {}};
    }
    return Error{ErrorCode::Timeout, {{u"seconds"_s, QString::number(m_limitMs / 1000)}}, {}};
}

void VideoInput::Closer::operator()(AVFormatContext *context) const
{
    avformat_close_input(&context);
}

VideoInput::VideoInput(QString path, std::unique_ptr<VideoWatch> watch)
    : m_path(std::move(path))
    , m_watch(std::move(watch))
{
}

VideoInput::VideoInput(VideoInput &&) noexcept = default;
VideoInput::~VideoInput() = default;

VideoInput &VideoInput::operator=(VideoInput &&other) noexcept
{
    // The old context first: closing it asks the old watch.
    m_context = std::move(other.m_context);
    m_watch = std::move(other.m_watch);
    m_path = std::move(other.m_path);
    return *this;
}

Result<VideoInput> VideoInput::open(const QString &path, std::stop_token stop, int limitMs)
{
    prepareFfmpeg();
    const auto file = openForReading(path);
    if (!file) {
        return failed(file);
    }
    if ((*file)->size() == 0) {
        return fail(ErrorCode::FileEmpty, {{u"path"_s, path}});
    }
    VideoInput input(path, std::make_unique<VideoWatch>(std::move(stop), limitMs));
    AVFormatContext *context = avformat_alloc_context();
    if (context == nullptr) {
        return fail(ErrorCode::Internal, {}, u"no memory for a video"_s);
    }
    context->interrupt_callback = {askWatch, input.m_watch.get()};
    // The protocol and the whole path are said, so that no name can be taken for an address or a pattern.
    const QByteArray name = "file:" + QFileInfo(path).absoluteFilePath().toUtf8();
    Options options;
    // Frees the context itself where it fails.
    if (const int code = avformat_open_input(&context, name.constData(), nullptr, &options.values); code < 0) {
        return tl::unexpected(input.failureOf(code));
    }
    input.m_context.reset(context);
    return input;
}

Result<void> VideoInput::analyse()
{
    const int code = avformat_find_stream_info(m_context.get(), nullptr);
    if (code < 0 || m_watch->isOver()) {
        return tl::unexpected(failureOf(code < 0 ? code : AVERROR_EXIT));
    }
    return {};
}

Result<AVStream *> VideoInput::pictures() const
{
    AVStream *best = nullptr;
    for (unsigned i = 0; i < m_context->nb_streams; ++i) {
        AVStream *stream = m_context->streams[i];
        const bool isVideo = stream->codecpar->codec_type == AVMEDIA_TYPE_VIDEO;
        if (!isVideo || (stream->disposition & AV_DISPOSITION_ATTACHED_PIC) != 0) {
            continue;
        }
        const bool isDefault = (stream->disposition & AV_DISPOSITION_DEFAULT) != 0;
        if (best == nullptr || (isDefault && (best->disposition & AV_DISPOSITION_DEFAULT) == 0)) {
            best = stream;
        }
    }
    if (best == nullptr) {
        return fail(ErrorCode::FileNotMedia, {{u"path"_s, m_path}});
    }
    return best;
}

Error VideoInput::failureOf(int code) const
{
    if (m_watch->isOver()) {
        return m_watch->error();
    }
    const bool early = code == AVERROR_EOF || videoEndsEarly(m_path);
    return Error{early ? ErrorCode::FileTruncated : ErrorCode::FileDamaged,
                 {{u"path"_s, m_path}, {u"reason"_s, textOf(code)}},
                 textOf(code)};
}

} // namespace kinframe::media
