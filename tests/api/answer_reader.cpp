// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/answer_reader.h"

namespace kinframe::test {
namespace {

QByteArray headerOf(QByteArrayView head, QByteArrayView name)
{
    for (QByteArrayView rest = head; !rest.isEmpty();) {
        const qsizetype end = rest.indexOf(QByteArrayView("\r\n"));
        const QByteArrayView line = end < 0 ? rest : rest.first(end);
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0) {
            return line.sliced(colon + 1).toByteArray().trimmed();
        }
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 2);
    }
    return {};
}

/// How long a chunked body at the front of the bytes is; -1 while it is not whole.
qsizetype chunkedLength(QByteArrayView bytes)
{
    for (qsizetype at = 0;;) {
        const qsizetype lineEnd = bytes.indexOf(QByteArrayView("\r\n"), at);
        if (lineEnd < 0) {
            return -1;
        }
        const qsizetype size = bytes.sliced(at, lineEnd - at).toByteArray().toLongLong(nullptr, 16);
        at = lineEnd + 2 + size + 2;
        if (at > bytes.size()) {
            return -1;
        }
        if (size == 0) {
            return at;
        }
    }
}

} // namespace

void AnswerReader::add(QByteArrayView bytes)
{
    m_bytes.append(bytes);
    while (!m_isBroken && takeAnswer()) {
    }
}

bool AnswerReader::takeAnswer()
{
    const qsizetype headEnd = m_bytes.indexOf("\r\n\r\n");
    if (headEnd < 0) {
        return false;
    }
    const QByteArrayView head = QByteArrayView(m_bytes).first(headEnd);
    const int status = head.size() > 12 ? head.sliced(9, 3).toByteArray().toInt() : 0;
    m_isBroken = !head.startsWith("HTTP/1.1 ") || status < 100 || status > 599;
    if (m_isBroken) {
        return false;
    }
    const qsizetype bodyStart = headEnd + 4;
    const bool isBodiless = status < 200 || status == 204 || status == 304;
    qsizetype bodySize = isBodiless ? 0 : headerOf(head, "Content-Length").toLongLong();
    if (headerOf(head, "Transfer-Encoding") == "chunked") {
        bodySize = chunkedLength(QByteArrayView(m_bytes).sliced(bodyStart));
    }
    if (bodySize < 0 || m_bytes.size() < bodyStart + bodySize) {
        return false;
    }
    m_bytes.remove(0, bodyStart + bodySize);
    if (status >= 200) {
        m_statuses.push_back(status);
    }
    return !m_bytes.isEmpty();
}

} // namespace kinframe::test
