// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/corpus_run.h"

#include "api/corpus_client.h"

#include <QEventLoop>

namespace kinframe::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int keptComplaints = 50;
constexpr char goodKind[] = "good request";

class Runner : public QObject
{
public:
    Runner(const CorpusRun &run, const CorpusTarget &target)
        : m_run(run)
        , m_requests(withGoodOnes(malformedCorpus(run.count, run.seed, target), target))
    {
    }

    CorpusSummary execute()
    {
        fill();
        if (m_open > 0) {
            m_loop.exec();
        }
        return m_summary;
    }

private:
    [[nodiscard]] std::vector<HostileRequest> withGoodOnes(std::vector<HostileRequest> hostile,
                                                           const CorpusTarget &target) const
    {
        const HostileRequest good{goodKind, Delivery::Whole, Expectation::Anything,
                                  "GET " + target.goodPath + " HTTP/1.1\r\nHost: " + target.host + "\r\n" +
                                      target.headers + "\r\n"};
        std::vector<HostileRequest> all;
        int left = m_run.goodEvery;
        for (HostileRequest &request : hostile) {
            all.push_back(std::move(request));
            if (--left == 0) {
                all.push_back(good);
                left = m_run.goodEvery;
            }
        }
        all.push_back(good);
        return all;
    }

    void fill()
    {
        while (m_next < m_requests.size() && m_open < m_run.inFlight) {
            ++m_open;
            auto *client = new CorpusClient(std::move(m_requests[m_next++]), m_run.host, m_run.port, m_run.patienceMs);
            // Queued: a client may end while it is being made.
            connect(
                client, &CorpusClient::finished, this, [this, client] { end(client); }, Qt::QueuedConnection);
        }
    }

    void end(CorpusClient *client)
    {
        record(*client);
        client->deleteLater();
        --m_open;
        fill();
        if (m_open == 0) {
            m_loop.quit();
        }
    }

    void record(const CorpusClient &client)
    {
        const HostileRequest &request = client.request();
        QString complaint = client.complaint();
        if (request.kind == goodKind) {
            ++m_summary.goodChecks;
            if (complaint.isEmpty() && client.statuses() != std::vector{200}) {
                complaint = u"was not answered 200"_s;
            }
        } else {
            ++m_summary.sent;
            ++m_summary.statuses[client.statuses().empty() ? 0 : client.statuses().front()];
        }
        if (!complaint.isEmpty() && ++m_summary.complaintCount <= keptComplaints) {
            const QByteArray start = request.bytes.first(std::min<qsizetype>(400, request.bytes.size()));
            m_summary.complaints.append(QLatin1String(request.kind) + u": "_s + complaint + u": "_s +
                                        QString::fromLatin1(start.toPercentEncoding(" /:;,=\"{}*?<>@[]")));
        }
    }

    CorpusRun m_run;
    std::vector<HostileRequest> m_requests;
    std::size_t m_next = 0;
    int m_open = 0;
    CorpusSummary m_summary;
    QEventLoop m_loop;
};

} // namespace

QString CorpusSummary::text() const
{
    QString line = u"%1 sent, %2 good checks, %3 complaints;"_s.arg(sent).arg(goodChecks).arg(complaintCount);
    for (auto status = statuses.begin(); status != statuses.end(); ++status) {
        line += u" %1: %2"_s.arg(status.key()).arg(status.value());
    }
    return line + u'\n' + complaints.join(u'\n');
}

CorpusSummary runCorpus(const CorpusRun &run, const CorpusTarget &target)
{
    return Runner(run, target).execute();
}

} // namespace kinframe::test
