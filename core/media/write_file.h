// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/digest.h"
#include "base/result.h"
#include "media/file_type.h"
#include "media/write_xmp.h"

#include <QString>

#include <optional>

namespace kinframe::media {

/// Writes the values into the picture file itself, XMP first, and where they stand already in older places there too.
/// It is done on a copy beside the file, which takes its place only after it was read back and shown to be the same
/// picture to the bit; the file is the old or the new one at any moment. Gives the digests of the new bytes, nothing
/// where the file says it all already. Only for formats of canWriteInto, else Unsupported. FileChanged where somebody
/// else wrote to the file meanwhile; FileDamaged where the copy is not what it must be; DiskFull, DiskReadOnly. From
/// any thread.
[[nodiscard]] Result<std::optional<Digests>> writeIntoPicture(const QString &path, const FileType &type,
                                                              const WrittenMetadata &written);

} // namespace kinframe::media
