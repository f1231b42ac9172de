// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/immich_forms.h"

#include <QCryptographicHash>

namespace kinframe::test {
namespace {

const QByteArray boundary = "--------immich-0123456789";

} // namespace

QByteArray immichFormType()
{
    return "multipart/form-data; boundary=" + boundary;
}

QByteArray immichForm(const FormFields &fields, const QByteArray &fileName)
{
    QByteArray body;
    for (const auto &[name, value] : fields) {
        const bool isFile = name == "assetData" || name == "sidecarData";
        const QByteArray file = name == "sidecarData" ? fileName + ".xmp" : fileName;
        body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + '"' +
                (isFile ? "; filename=\"" + file + "\"\r\nContent-Type: application/octet-stream" : QByteArray()) +
                "\r\n\r\n" + value + "\r\n";
    }
    return body + "--" + boundary + "--\r\n";
}

FormFields uploadFields(const QByteArray &bytes, const QByteArray &name)
{
    return {{"deviceAssetId", name},
            {"deviceId", "phone"},
            {"fileCreatedAt", "2024-05-06T07:08:09.000Z"},
            {"fileModifiedAt", "2024-05-06T07:08:09.000Z"},
            {"isFavorite", "false"},
            {"duration", "0:00:00.000000"},
            {"assetData", bytes}};
}

HttpAnswer sendForm(const HttpClient &client, const FormFields &fields, const QByteArray &fileName)
{
    return client.send("POST", QStringLiteral("/api/assets"), immichForm(fields, fileName), immichFormType());
}

QByteArray sha1Of(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1);
}

QString idOf(const HttpAnswer &answer)
{
    return answer.object().value(QLatin1String("id")).toString();
}

} // namespace kinframe::test
