// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <initializer_list>
#include <utility>
#include <vector>

namespace kinframe {

/// What went wrong, as a thing that code can test for. One row of error_texts.cpp says what each means to a person.
enum class ErrorCode {
    // What the caller asked for cannot be done as asked.
    InvalidArgument,
    MissingField,
    UnknownField,
    ReadOnlyField,
    NotFound,
    Unauthorized,
    WrongLogin,
    Forbidden,
    Conflict,
    TooLarge,
    TooMany,
    QuotaExceeded,
    RateLimited,
    Unsupported,
    WrongUse,
    QueryInvalid,
    QueryTooComplex,
    QueryTooSlow,
    Canceled,
    // Files that people give us.
    FileEmpty,
    FileIsDirectory,
    FileNotFound,
    FileUnreadable,
    FileVanished,
    FileChanged,
    FileTruncated,
    FileDamaged,
    FileNotMedia,
    ImageTooLarge,
    CodecTooOld,
    FolderAway,
    FolderTaken,
    FolderOther,
    // This computer.
    DiskFull,
    DiskReadOnly,
    DiskFailed,
    PortInUse,
    AddressUnavailable,
    NoDisplay,
    LibraryBusy,
    LibraryNotFound,
    DatabaseNewer,
    DatabaseDamaged,
    DatabaseFailed,
    BackupInvalid,
    BackupIncomplete,
    // Models.
    ModelMissing,
    ModelWrongHash,
    ModelUnreadable,
    // Other servers.
    NetworkFailed,
    NetworkTimeout,
    RemoteRefused,
    RemoteNotFound,
    RemoteUnauthorized,
    RemoteUntrusted,
    RemoteInvalid,
    RemoteChecksum,
    DownloadFolder,
    LivePhotoIncomplete,
    AlreadyHere,
    RemoteCertificate,
    RemoteWrongLogin,
    RemoteWrongKey,
    RemoteForbidden,
    RemoteNotLibrary,
    RemoteTooOld,
    KeychainRefused,
    // Renders.
    NotYours,
    TaskExists,
    StoreFailed,
    EngineMissing,
    EngineFailed,
    RenderNoLicence,
    RenderNoMemory,
    RenderTextureMissing,
    RenderFileMissing,
    RenderSceneUnreadable,
    RenderScriptFailed,
    RenderDiskFull,
    RenderNoCamera,
    RenderDeviceFailed,
    RenderOptionUnknown,
    RenderCrashed,
    RenderFailed,
    FrameNotWritten,
    FrameBad,
    FramesFailed,
    TestFrameFailed,
    TaskTimedOut,
    FrameTimedOut,
    EngineSilent,
    WorkerLost,
    RunnerTooSmall,
    RenderedWithLess,
    SceneMissing,
    SceneUnreadable,
    // Ours.
    Timeout,
    ShuttingDown,
    Internal,
};

/// The family of an error; the HTTP layer and the exit codes are made from it, in one place each.
enum class ErrorKind {
    BadInput,
    NotFound,
    Unauthorized,
    Forbidden,
    Conflict,
    TooLarge,
    RateLimited,
    Unsupported,
    Unavailable,
    NoSpace,
    Canceled,
    Internal,
};

/// A failure as a value: the code, the facts its sentence names (`path`, `expected`, …) and a detail for the log only.
struct Error
{
    using Facts = std::vector<std::pair<QString, QString>>;

    ErrorCode code = ErrorCode::Internal;
    Facts facts;
    QString detail;

    [[nodiscard]] ErrorKind kind() const;
    /// The code's stable name, for example `file_truncated`: in API answers, the database and the log.
    [[nodiscard]] QString name() const;
    /// The fact of that name, or an empty string.
    [[nodiscard]] QString fact(const QString &key) const;
    /// One line of everything, for the log.
    [[nodiscard]] QString forLog() const;
};

[[nodiscard]] ErrorKind kindOf(ErrorCode code);
[[nodiscard]] QString nameOf(ErrorCode code);
/// The code with that stable name; Internal where there is none.
[[nodiscard]] ErrorCode errorCodeOf(const QString &name);

} // namespace kinframe
