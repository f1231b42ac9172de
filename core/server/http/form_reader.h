// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/body_reader.h"
#include "server/http/multipart.h"

namespace kinframe::http {

/// Reads a multipart form: text fields into memory, files to the disk, hashed on the way.
class FormReader final : public BodyReader, private MultipartSink
{
public:
    [[nodiscard]] static Result<std::unique_ptr<FormReader>> make(QByteArrayView contentType, const Limits &limits,
                                                                  const QString &spoolFolder);

    [[nodiscard]] Result<void> finish(RequestParts &parts) override;

protected:
    [[nodiscard]] Result<void> take(QByteArrayView bytes) override;

private:
    FormReader(const QByteArray &boundary, const Limits &limits, QString spoolFolder);

    Result<void> partBegin(const PartHeaders &headers) override;
    Result<void> partData(QByteArrayView bytes) override;
    Result<void> partEnd() override;

    MultipartParser m_parser;
    QString m_spoolFolder;
    qint64 m_textLimit;
    qint64 m_textBytes = 0;
    Form m_form;
    PartHeaders m_part;
    QByteArray m_text;
    std::shared_ptr<SpooledFile> m_file;
};

} // namespace kinframe::http
