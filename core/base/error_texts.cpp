// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_texts.h"

#include <QtGlobal>

#include <array>

namespace kinframe {
namespace {

using enum ErrorCode;
using Kind = ErrorKind;

constexpr std::array texts{
    ErrorText{InvalidArgument, "invalid_argument", Kind::BadInput,
              QT_TRANSLATE_NOOP("Error", "“{field}” is {value}, but it must be {expected}.")},
    ErrorText{MissingField, "missing_field", Kind::BadInput,
              QT_TRANSLATE_NOOP("Error", "“{field}” is missing; it must be {expected}.")},
    ErrorText{UnknownField, "unknown_field", Kind::BadInput,
              QT_TRANSLATE_NOOP("Error", "“{field}” is not known here; leave it out.")},
    ErrorText{ReadOnlyField, "read_only_field", Kind::BadInput,
              QT_TRANSLATE_NOOP("Error", "“{field}” is found out by Kinframe and cannot be set; leave it out.")},
    ErrorText{NotFound, "not_found", Kind::NotFound,
              QT_TRANSLATE_NOOP("Error", "There is no {what} “{id}” here. It may have been deleted.")},
    ErrorText{Unauthorized, "unauthorized", Kind::Unauthorized,
              QT_TRANSLATE_NOOP("Error", "Sign in first: this needs a key, a token or a session that is valid.")},
    ErrorText{WrongLogin, "wrong_login", Kind::Unauthorized,
              QT_TRANSLATE_NOOP("Error", "The e-mail address or the password is not right. Try again.")},
    ErrorText{
        Forbidden, "forbidden", Kind::Forbidden,
        QT_TRANSLATE_NOOP("Error", "You may not do this. Ask the owner of this library for the right to {what}.")},
    ErrorText{Conflict, "conflict", Kind::Conflict, QT_TRANSLATE_NOOP("Error", "This cannot be done now: {reason}.")},
    ErrorText{TooLarge, "too_large", Kind::TooLarge,
              QT_TRANSLATE_NOOP("Error", "“{field}” has {value}, but at most {limit} are accepted.")},
    ErrorText{TooMany, "too_many", Kind::BadInput,
              QT_TRANSLATE_NOOP("Error",
                                "“{field}” has {value} entries, but at most {limit} are accepted. Send it in parts.")},
    ErrorText{QuotaExceeded, "quota_exceeded", Kind::BadInput,
              QT_TRANSLATE_NOOP("Error",
                                "The quota has been exceeded: with this, your photos would take {value} of the "
                                "{limit} that you have here. Delete some for good, or ask an admin of this "
                                "library for more room.")},
    ErrorText{RateLimited, "rate_limited", Kind::RateLimited,
              QT_TRANSLATE_NOOP("Error", "Too many requests. Try again in {seconds} seconds.")},
    ErrorText{Unsupported, "unsupported", Kind::Unsupported,
              QT_TRANSLATE_NOOP("Error", "“{value}” is not supported here; use {expected}.")},
    ErrorText{WrongUse, "wrong_use", Kind::BadInput, QT_TRANSLATE_NOOP("Error", "{reason}. See “kinframe --help”.")},
    ErrorText{QueryInvalid, "query_invalid", Kind::BadInput,
              QT_TRANSLATE_NOOP("Error", "“{field}” is not understood from character {position} on: expected there is "
                                         "{expected}.")},
    ErrorText{QueryTooComplex, "query_too_complex", Kind::BadInput,
              QT_TRANSLATE_NOOP("Error", "“{field}” is too much for one query: at most {limit} {what} are accepted.")},
    ErrorText{QueryTooSlow, "query_too_slow", Kind::BadInput,
              QT_TRANSLATE_NOOP("Error", "This query takes longer than {seconds} seconds and was stopped. Ask for "
                                         "fewer images with it, or with simpler conditions.")},
    ErrorText{Canceled, "canceled", Kind::Canceled, QT_TRANSLATE_NOOP("Error", "This was cancelled.")},
    ErrorText{FileEmpty, "file_empty", Kind::BadInput,
              QT_TRANSLATE_NOOP("Error", "“{path}” is empty. Copy it again from where it came.")},
    ErrorText{FileIsDirectory, "file_is_directory", Kind::BadInput,
              QT_TRANSLATE_NOOP("Error", "“{path}” is a folder. Give a file in it.")},
    ErrorText{FileNotFound, "file_not_found", Kind::NotFound,
              QT_TRANSLATE_NOOP("Error", "“{path}” does not exist. Check the name.")},
    ErrorText{FileUnreadable, "file_unreadable", Kind::BadInput,
              QT_TRANSLATE_NOOP("Error", "“{path}” cannot be read: {reason}. Check its permissions.")},
    ErrorText{FileVanished, "file_vanished", Kind::BadInput,
              QT_TRANSLATE_NOOP(
                  "Error", "“{path}” went away while it was read. If it lies on a removable disk, connect it again.")},
    ErrorText{FileChanged, "file_changed", Kind::Conflict,
              QT_TRANSLATE_NOOP("Error", "“{path}” changed while it was read. Try again when nothing writes to it.")},
    ErrorText{FileTruncated, "file_truncated", Kind::BadInput,
              QT_TRANSLATE_NOOP("Error", "“{path}” ends too early: it was not copied whole. Copy it again.")},
    ErrorText{FileDamaged, "file_damaged", Kind::BadInput,
              QT_TRANSLATE_NOOP("Error", "“{path}” is damaged and cannot be shown: {reason}. Copy it again.")},
    ErrorText{FileNotMedia, "file_not_media", Kind::Unsupported,
              QT_TRANSLATE_NOOP(
                  "Error", "“{path}” is neither a picture nor a video that Kinframe knows, whatever its name says.")},
    ErrorText{
        ImageTooLarge, "image_too_large", Kind::BadInput,
        QT_TRANSLATE_NOOP(
            "Error", "“{path}” claims to be {width} x {height} pixels; more than {limit} megapixels are not opened.")},
    ErrorText{CodecTooOld, "codec_too_old", Kind::Unsupported,
              QT_TRANSLATE_NOOP("Error", "“{path}” is kept, but the installed {library} {installed} cannot show it; "
                                         "{library} {needed} or newer can.")},
    ErrorText{FolderAway, "folder_away", Kind::NotFound,
              QT_TRANSLATE_NOOP("Error", "“{path}” is not there. Connect its drive, or show where the folder is now.")},
    ErrorText{FolderTaken, "folder_taken", Kind::Conflict,
              QT_TRANSLATE_NOOP("Error", "“{path}” is, holds or lies in “{other}”, which is in use already. Choose "
                                         "another folder.")},
    ErrorText{FolderOther, "folder_other", Kind::Conflict,
              QT_TRANSLATE_NOOP("Error",
                                "The photos of “{path}” are not in “{other}”. Choose the folder that holds them now.")},
    ErrorText{DiskFull, "disk_full", Kind::NoSpace,
              QT_TRANSLATE_NOOP("Error", "The disk with “{path}” is full. Free at least {missing} and try again.")},
    ErrorText{
        DiskReadOnly, "disk_read_only", Kind::Internal,
        QT_TRANSLATE_NOOP("Error", "“{path}” cannot be written. Check the permissions of the folder and the disk.")},
    ErrorText{DiskFailed, "disk_failed", Kind::Internal,
              QT_TRANSLATE_NOOP("Error", "The disk reported an error with “{path}”: {reason}. Check the disk.")},
    ErrorText{PortInUse, "port_in_use", Kind::Conflict,
              QT_TRANSLATE_NOOP("Error", "Port {port} is used by another program. Choose another with --port.")},
    ErrorText{AddressUnavailable, "address_unavailable", Kind::BadInput,
              QT_TRANSLATE_NOOP(
                  "Error", "This computer has no address “{address}”. Use 127.0.0.1, or an address of this computer.")},
    ErrorText{NoDisplay, "no_display", Kind::Unavailable,
              QT_TRANSLATE_NOOP("Error", "There is no screen to show the window on. Start the server alone with: "
                                         "kinframe serve")},
    ErrorText{LibraryBusy, "library_busy", Kind::Conflict,
              QT_TRANSLATE_NOOP("Error", "The library “{path}” is in use by another Kinframe. Close it first.")},
    ErrorText{LibraryNotFound, "library_not_found", Kind::NotFound,
              QT_TRANSLATE_NOOP("Error", "There is no library in “{path}”. Give its folder with --data.")},
    ErrorText{DatabaseNewer, "database_newer", Kind::Conflict,
              QT_TRANSLATE_NOOP("Error", "The library was written by a newer Kinframe (version {found}; this one knows "
                                         "{known}). Install the newer one.")},
    ErrorText{
        DatabaseDamaged, "database_damaged", Kind::Internal,
        QT_TRANSLATE_NOOP(
            "Error",
            "The database “{path}” is damaged. Your photos are safe; restore the database with “kinframe restore”.")},
    ErrorText{DatabaseFailed, "database_failed", Kind::Internal,
              QT_TRANSLATE_NOOP("Error", "The database did not do what was asked: {reason}.")},
    ErrorText{BackupInvalid, "backup_invalid", Kind::BadInput,
              QT_TRANSLATE_NOOP("Error", "“{path}” is not a whole backup: {reason}. Choose another.")},
    ErrorText{BackupIncomplete, "backup_incomplete", Kind::Conflict,
              QT_TRANSLATE_NOOP("Error", "The backup is done, but not whole: {files} are damaged or missing in the "
                                         "library. All else is in it. Look for them in an older backup.")},
    ErrorText{ModelMissing, "model_missing", Kind::Unavailable,
              QT_TRANSLATE_NOOP("Error", "The face models are not here yet. Get them with “kinframe models fetch”.")},
    ErrorText{
        ModelWrongHash, "model_wrong_hash", Kind::Unavailable,
        QT_TRANSLATE_NOOP(
            "Error", "The model “{path}” is not the file it should be. Delete it, then run “kinframe models fetch”.")},
    ErrorText{
        ModelUnreadable, "model_unreadable", Kind::Unavailable,
        QT_TRANSLATE_NOOP("Error", "The model “{path}” cannot be loaded: {reason}. Run “kinframe models fetch”.")},
    ErrorText{NetworkFailed, "network_failed", Kind::Unavailable,
              QT_TRANSLATE_NOOP("Error", "“{host}” cannot be reached: {reason}. Check the network.")},
    ErrorText{NetworkTimeout, "network_timeout", Kind::Unavailable,
              QT_TRANSLATE_NOOP("Error", "“{host}” did not answer in time. Try again later.")},
    ErrorText{RemoteRefused, "remote_refused", Kind::Unavailable,
              QT_TRANSLATE_NOOP("Error", "“{host}” answered {status}. Try again later.")},
    ErrorText{RemoteNotFound, "remote_not_found", Kind::NotFound,
              QT_TRANSLATE_NOOP("Error", "“{url}” is no longer there.")},
    ErrorText{RemoteUnauthorized, "remote_unauthorized", Kind::Unavailable,
              QT_TRANSLATE_NOOP("Error", "“{host}” does not accept the sign-in any more. Sign in to it again.")},
    ErrorText{RemoteUntrusted, "remote_untrusted", Kind::Unavailable,
              QT_TRANSLATE_NOOP("Error", "“{host}” could not prove that it is who it says: {reason}. Check its address "
                                         "and the clock of this computer.")},
    ErrorText{RemoteInvalid, "remote_invalid", Kind::Unavailable,
              QT_TRANSLATE_NOOP("Error", "“{host}” did not answer as it should: {reason}. Check its address.")},
    ErrorText{RemoteChecksum, "remote_checksum", Kind::Unavailable,
              QT_TRANSLATE_NOOP("Error", "What came from “{host}” is not what was expected. Try again later.")},
    ErrorText{RemoteCertificate, "remote_certificate", Kind::Unavailable,
              QT_TRANSLATE_NOOP("Error",
                                "“{host}” shows a certificate that this computer does not trust: {reason}. Its "
                                "SHA-256 fingerprint is {fingerprint}. If its owner shows you the same one, "
                                "trust it for this server.")},
    ErrorText{RemoteWrongLogin, "remote_wrong_login", Kind::BadInput,
              QT_TRANSLATE_NOOP("Error", "“{host}” does not know this e-mail address with this password. Check both.")},
    ErrorText{RemoteWrongKey, "remote_wrong_key", Kind::BadInput,
              QT_TRANSLATE_NOOP("Error", "“{host}” does not know this API key. Make one there and copy it whole.")},
    ErrorText{RemoteForbidden, "remote_forbidden", Kind::BadInput,
              QT_TRANSLATE_NOOP("Error", "“{host}” does not let this API key {what}. Give it the permission there, or "
                                         "use another key.")},
    ErrorText{RemoteNotLibrary, "remote_not_library", Kind::BadInput,
              QT_TRANSLATE_NOOP("Error", "“{url}” is neither a Kinframe nor an Immich server. Check the address.")},
    ErrorText{
        RemoteTooOld, "remote_too_old", Kind::Unsupported,
        QT_TRANSLATE_NOOP("Error", "“{host}” has version {version}; {needed} or newer is needed. Update it first.")},
    ErrorText{KeychainRefused, "keychain_refused", Kind::Unavailable,
              QT_TRANSLATE_NOOP("Error", "The keychain of this computer did not do what was asked: {reason}. Unlock it "
                                         "and try again.")},
    ErrorText{DownloadFolder, "download_folder", Kind::Internal,
              QT_TRANSLATE_NOOP("Error", "Nothing can be saved in “{path}”: {reason}. Choose another folder for "
                                         "downloads.")},
    ErrorText{LivePhotoIncomplete, "live_photo_incomplete", Kind::Unavailable,
              QT_TRANSLATE_NOOP("Error", "The other half of this live photo ({half}) could not be fetched, so nothing "
                                         "of it was saved. Try again.")},
    ErrorText{AlreadyHere, "already_here", Kind::Conflict,
              QT_TRANSLATE_NOOP("Error", "“{path}” is in your library already, so it was not fetched again.")},
    ErrorText{NotYours, "not_yours", Kind::Forbidden,
              QT_TRANSLATE_NOOP("Error", "This {what} belongs to somebody else. Ask for it whom it belongs to.")},
    ErrorText{TaskExists, "task_exists", Kind::Conflict,
              QT_TRANSLATE_NOOP("Error", "Task {id} was made with this Idempotency-Key already. Use another key for "
                                         "another task.")},
    ErrorText{StoreFailed, "store_failed", Kind::Internal,
              QT_TRANSLATE_NOOP("Error",
                                "The object store “{store}” did not do what was asked: {reason}. Check its settings.")},
    ErrorText{EngineMissing, "engine_missing", Kind::Internal,
              QT_TRANSLATE_NOOP("Error", "The render engine “{engine}” is not here: it was looked for at “{path}”. "
                                         "Install it, or say in the settings where it is.")},
    ErrorText{EngineFailed, "engine_failed", Kind::Internal,
              QT_TRANSLATE_NOOP("Error", "The render engine “{engine}” failed: {reason}. Its log says more.")},
    ErrorText{SceneMissing, "scene_missing", Kind::BadInput,
              QT_TRANSLATE_NOOP("Error", "The scene “{path}” does not exist. Check the path.")},
    ErrorText{SceneUnreadable, "scene_unreadable", Kind::BadInput,
              QT_TRANSLATE_NOOP("Error", "The scene “{path}” cannot be read: {reason}.")},
    ErrorText{RenderNoLicence, "render_no_licence", Kind::Unavailable,
              QT_TRANSLATE_NOOP(
                  "Error", "The renderer has no licence: “{reason}”. Check its licence server, then render again.")},
    ErrorText{RenderNoMemory, "render_no_memory", Kind::Unavailable,
              QT_TRANSLATE_NOOP(
                  "Error", "The memory was not enough: “{reason}”. Ask for more memory, or make the scene smaller.")},
    ErrorText{
        RenderTextureMissing, "render_texture_missing", Kind::BadInput,
        QT_TRANSLATE_NOOP(
            "Error", "A texture of the scene is missing: “{reason}”. Upload it and name it among the task's files.")},
    ErrorText{
        RenderFileMissing, "render_file_missing", Kind::BadInput,
        QT_TRANSLATE_NOOP("Error",
                          "A file of the scene is missing: “{reason}”. Upload it and name it among the task's files.")},
    ErrorText{RenderSceneUnreadable, "render_scene_unreadable", Kind::BadInput,
              QT_TRANSLATE_NOOP(
                  "Error",
                  "The renderer cannot open the scene: “{reason}”. Save it again with the version that renders it.")},
    ErrorText{RenderScriptFailed, "render_script_failed", Kind::BadInput,
              QT_TRANSLATE_NOOP(
                  "Error", "A script of the scene or its plug-ins failed: “{reason}”. Mend it, then render again.")},
    ErrorText{RenderDiskFull, "render_disk_full", Kind::NoSpace,
              QT_TRANSLATE_NOOP(
                  "Error", "The disk that is rendered to is full: “{reason}”. Free space on it, then render again.")},
    ErrorText{RenderNoCamera, "render_no_camera", Kind::BadInput,
              QT_TRANSLATE_NOOP("Error",
                                "The scene has no camera to render with: “{reason}”. Give it one, or name another.")},
    ErrorText{
        RenderDeviceFailed, "render_device_failed", Kind::Unavailable,
        QT_TRANSLATE_NOOP(
            "Error", "The graphics card failed: “{reason}”. Check its driver and its memory, or render without it.")},
    ErrorText{RenderOptionUnknown, "render_option_unknown", Kind::Unsupported,
              QT_TRANSLATE_NOOP("Error", "This renderer does not have what the scene asks for: “{reason}”. Turn it off "
                                         "in the scene, or use a renderer that has it.")},
    ErrorText{RenderCrashed, "render_crashed", Kind::Internal,
              QT_TRANSLATE_NOOP("Error", "The renderer crashed: “{reason}”. Its log says more.")},
    ErrorText{RenderFailed, "render_failed", Kind::Internal,
              QT_TRANSLATE_NOOP("Error", "The renderer failed: “{reason}”. Its log says more.")},
    ErrorText{
        FrameNotWritten, "frame_not_written", Kind::Internal,
        QT_TRANSLATE_NOOP(
            "Error", "The renderer said that all is well, but wrote no picture of frame {frame}. Its log says more.")},
    ErrorText{FrameBad, "frame_bad", Kind::Internal,
              QT_TRANSLATE_NOOP(
                  "Error", "The picture “{path}” of the renderer is not whole: {reason}. Render the frame again.")},
    ErrorText{FramesFailed, "frames_failed", Kind::Internal,
              QT_TRANSLATE_NOOP("Error", "{failed} of {total} frames failed{more}. Each that failed says why.")},
    ErrorText{TestFrameFailed, "test_frame_failed", Kind::Internal,
              QT_TRANSLATE_NOOP("Error", "The test frame {frame} failed, so the other frames were not rendered: "
                                         "{reason}")},
    ErrorText{TaskTimedOut, "task_timed_out", Kind::Internal,
              QT_TRANSLATE_NOOP("Error", "The task took longer than the {seconds} seconds that it was given. Give it "
                                         "more time, then render the rest.")},
    ErrorText{FrameTimedOut, "frame_timed_out", Kind::Internal,
              QT_TRANSLATE_NOOP("Error", "The frame took longer than the {seconds} seconds that it was given. Give it "
                                         "more time, then render it again.")},
    ErrorText{EngineSilent, "engine_silent", Kind::Internal,
              QT_TRANSLATE_NOOP("Error",
                                "The renderer has said nothing for {seconds} seconds and was ended. Render the "
                                "frame again; if it hangs again, look at its log.")},
    ErrorText{WorkerLost, "worker_lost", Kind::Internal,
              QT_TRANSLATE_NOOP("Error", "The process or the computer that rendered this frame went away. Render it "
                                         "again.")},
    ErrorText{RunnerTooSmall, "runner_too_small", Kind::Unavailable,
              QT_TRANSLATE_NOOP("Error",
                                "It asks for {ram} GB of memory and {gpus} graphics cards; here are {ram_here} "
                                "GB and {gpus_here}. It waits. Ask for less, or let the settings render it "
                                "here anyway.")},
    ErrorText{RenderedWithLess, "rendered_with_less", Kind::Unavailable,
              QT_TRANSLATE_NOOP("Error", "It asked for {ram} GB of memory and {gpus} graphics cards, and is rendered "
                                         "with what is here: {ram_here} GB and {gpus_here}.")},
    ErrorText{Timeout, "timeout", Kind::Unavailable,
              QT_TRANSLATE_NOOP("Error", "This took longer than {seconds} seconds and was stopped. Try again.")},
    ErrorText{ShuttingDown, "shutting_down", Kind::Unavailable,
              QT_TRANSLATE_NOOP("Error", "Kinframe is closing. Try again when it runs.")},
    ErrorText{Internal, "internal", Kind::Internal,
              QT_TRANSLATE_NOOP("Error", "Something went wrong inside Kinframe. The log says what; please report it.")},
};

} // namespace

std::span<const ErrorText> errorTexts()
{
    return texts;
}

const ErrorText &errorText(ErrorCode code)
{
    for (const ErrorText &text : texts) {
        if (text.code == code) {
            return text;
        }
    }
    return texts.back();
}

} // namespace kinframe
