// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/render_door.h"

#include "base/error_json.h"
#include "base/language.h"
#include "server/http/reply.h"
#include "server/http/status.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;

enum RenderCode {
    ParameterError = 1000,
    FieldMissing = 1001,
    FieldFormat = 1002,
    ResourceNotFound = 2000,
    TaskNotFound = 2001,
    FileNotFound = 2002,
    ResourceConflict = 3000,
    TaskExists = 3001,
    NotPermitted = 4000,
    NoAccess = 4001,
    InternalError = 5000,
    DatabaseError = 5001,
    StoreError = 5002,
    EngineError = 5003,
};

struct CodeName
{
    int code;
    int status;
    const char *name; ///< what `message` says
};

constexpr std::array codeNames{
    CodeName{ParameterError, 400, QT_TRANSLATE_NOOP("Render", "A parameter is wrong")},
    CodeName{FieldMissing, 400, QT_TRANSLATE_NOOP("Render", "A required field is missing")},
    CodeName{FieldFormat, 400, QT_TRANSLATE_NOOP("Render", "A field has the wrong format")},
    CodeName{ResourceNotFound, 404, QT_TRANSLATE_NOOP("Render", "There is no such thing")},
    CodeName{TaskNotFound, 404, QT_TRANSLATE_NOOP("Render", "There is no such task")},
    CodeName{FileNotFound, 404, QT_TRANSLATE_NOOP("Render", "There is no such file")},
    CodeName{ResourceConflict, 409, QT_TRANSLATE_NOOP("Render", "This cannot be done now")},
    CodeName{TaskExists, 409, QT_TRANSLATE_NOOP("Render", "The task exists already")},
    CodeName{NotPermitted, 403, QT_TRANSLATE_NOOP("Render", "This is not permitted")},
    CodeName{NoAccess, 403, QT_TRANSLATE_NOOP("Render", "No access to this")},
    CodeName{InternalError, 500, QT_TRANSLATE_NOOP("Render", "Internal error")},
    CodeName{DatabaseError, 500, QT_TRANSLATE_NOOP("Render", "Database error")},
    CodeName{StoreError, 500, QT_TRANSLATE_NOOP("Render", "Object store error")},
    CodeName{EngineError, 500, QT_TRANSLATE_NOOP("Render", "Render engine error")},
};

int codeOfKind(const Error &error)
{
    switch (error.kind()) {
    case ErrorKind::NotFound:
        return error.fact(u"what"_s) == "task"_L1   ? TaskNotFound
               : error.fact(u"what"_s) == "file"_L1 ? FileNotFound
                                                    : ResourceNotFound;
    case ErrorKind::Conflict:
        return ResourceConflict;
    case ErrorKind::Forbidden:
        return NotPermitted;
    case ErrorKind::Internal:
        return InternalError;
    case ErrorKind::BadInput:
    case ErrorKind::Unauthorized:
    case ErrorKind::TooLarge:
    case ErrorKind::RateLimited:
    case ErrorKind::Unsupported:
    case ErrorKind::Unavailable:
    case ErrorKind::NoSpace:
    case ErrorKind::Canceled:
        break; // The status says it; so too of files that cannot be read.
    }
    return 0;
}

int codeOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::MissingField:
        return FieldMissing;
    case ErrorCode::InvalidArgument:
        return FieldFormat;
    case ErrorCode::UnknownField:
    case ErrorCode::ReadOnlyField:
    case ErrorCode::TooMany:
    case ErrorCode::WrongUse:
    case ErrorCode::QueryInvalid:
        return ParameterError;
    case ErrorCode::FileNotFound:
        return FileNotFound;
    case ErrorCode::TaskExists:
        return TaskExists;
    case ErrorCode::NotYours:
        return NoAccess;
    case ErrorCode::DatabaseFailed:
    case ErrorCode::DatabaseDamaged:
        return DatabaseError;
    case ErrorCode::StoreFailed:
        return StoreError;
    case ErrorCode::EngineMissing:
    case ErrorCode::EngineFailed:
    case ErrorCode::RenderNoLicence:
    case ErrorCode::RenderNoMemory:
    case ErrorCode::RenderTextureMissing:
    case ErrorCode::RenderFileMissing:
    case ErrorCode::RenderSceneUnreadable:
    case ErrorCode::RenderScriptFailed:
    case ErrorCode::RenderDiskFull:
    case ErrorCode::RenderNoCamera:
    case ErrorCode::RenderDeviceFailed:
    case ErrorCode::RenderOptionUnknown:
    case ErrorCode::RenderCrashed:
    case ErrorCode::RenderFailed:
    case ErrorCode::FrameNotWritten:
    case ErrorCode::FrameBad:
    case ErrorCode::FramesFailed:
    case ErrorCode::TestFrameFailed:
    case ErrorCode::TaskTimedOut:
    case ErrorCode::FrameTimedOut:
    case ErrorCode::EngineSilent:
    case ErrorCode::WorkerLost:
        return EngineError;
    default:
        return codeOfKind(error);
    }
}

const CodeName *nameOf(int code)
{
    for (const CodeName &name : codeNames) {
        if (name.code == code) {
            return &name;
        }
    }
    return nullptr;
}

/// What `message` says of failures that have a name but no number; empty for others.
QString nameWithoutNumber(ErrorCode code, Language language)
{
    switch (code) {
    case ErrorCode::SceneMissing:
        return translated("Render", QT_TRANSLATE_NOOP("Render", "The scene file does not exist"), language);
    case ErrorCode::SceneUnreadable:
        return translated("Render", QT_TRANSLATE_NOOP("Render", "The scene file cannot be read"), language);
    default:
        return {};
    }
}

/// All that is wrong with the input, see severalErrors(): or the one failure, where it is about a field.
std::vector<Error> fieldErrors(const Error &error)
{
    std::vector<Error> errors;
    for (const QJsonValue told : QJsonDocument::fromJson(error.fact(u"errors"_s).toUtf8()).array()) {
        errors.push_back(errorFromJson(told.toObject()));
    }
    if (errors.empty() && !error.fact(u"field"_s).isEmpty()) {
        errors.push_back(error);
    }
    return errors;
}

QJsonObject fieldJson(const Error &error, Language language)
{
    const auto factOrNull = [&](const QString &key) {
        const QString fact = error.fact(key);
        return fact.isEmpty() ? QJsonValue() : QJsonValue(fact);
    };
    return {{u"field"_s, error.fact(u"field"_s)},
            {u"value"_s, factOrNull(u"value"_s)},
            {u"expected"_s, factOrNull(error.fact(u"expected"_s).isEmpty() ? u"limit"_s : u"expected"_s)},
            {u"message"_s, textOf(error, language)}};
}

http::Reply renderError(const Error &error, const http::ErrorContext &context)
{
    const QString sentence = textOf(error, context.language);
    const int code = renderCodeOf(error, context.status);
    const CodeName *name = nameOf(code);
    const QString shortName = name != nullptr ? translated("Render", name->name, context.language)
                                              : nameWithoutNumber(error.code, context.language);
    QJsonArray errors;
    QStringList sentences;
    for (const Error &one : fieldErrors(error)) {
        errors.append(fieldJson(one, context.language));
        sentences.append(textOf(one, context.language));
    }
    QJsonObject body{{u"code"_s, code},
                     {u"message"_s, shortName.isEmpty() ? sentence : shortName},
                     {u"detail"_s, sentences.isEmpty() ? sentence : sentences.join(u' ')},
                     {u"errors"_s, errors},
                     {u"correlationId"_s, context.requestId}};
    bool isNumber = false;
    if (const qint64 id = error.fact(u"id"_s).toLongLong(&isNumber); isNumber && code == TaskExists) {
        body.insert(u"data"_s, QJsonObject{{u"id"_s, id}}); // the first task's
    }
    return http::Reply::json(body, context.status);
}

} // namespace

int renderCodeOf(const Error &error, int status)
{
    const int code = codeOf(error);
    const CodeName *name = nameOf(code);
    return name != nullptr && name->status == status ? code : status;
}

int renderCodeOf(const Error &error)
{
    const int code = codeOf(error);
    return nameOf(code) != nullptr ? code : http::statusOf(error);
}

std::shared_ptr<const http::Door> renderDoor()
{
    static const auto door = std::make_shared<const http::Door>(
        http::Door{Language::Chinese,
                   renderError,
                   {"/api/tasks", "/api/files", "/api/scene", "/api/hardware-configs", "/api/render-setup"}});
    return door;
}

} // namespace kinframe::server
