// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/engine/openvino_ir.h"

#include <QMap>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace kinframe::faces {

namespace {

// The network we know has 476 layers in 226 kB.
constexpr qsizetype largestXml = 4 << 20;
constexpr std::size_t mostLayers = 4096;

class IrReader
{
public:
    explicit IrReader(QByteArrayView xml)
        : m_bytes(QByteArray::fromRawData(xml.data(), xml.size()))
        , m_xml(m_bytes)
    {
    }

    Result<IrGraph> read()
    {
        if (!m_xml.readNextStartElement() || m_xml.name() != "net"_L1)
            return unreadableModel(u"it is not an OpenVINO network"_s);
        while (m_reason.isEmpty() && m_xml.readNextStartElement()) {
            if (m_xml.name() == "layers"_L1)
                readLayers();
            else if (m_xml.name() == "edges"_L1)
                readEdges();
            else
                m_xml.skipCurrentElement();
        }
        if (m_xml.hasError() && m_reason.isEmpty())
            m_reason = m_xml.errorString();
        if (m_reason.isEmpty())
            connectLayers();
        if (!m_reason.isEmpty())
            return unreadableModel(m_reason);
        return std::move(m_graph);
    }

private:
    struct Edge
    {
        int from;
        int to;
        int port;
    };

    void readLayers()
    {
        while (m_reason.isEmpty() && m_xml.readNextStartElement()) {
            if (m_xml.name() == "layer"_L1)
                readLayer();
            else
                m_xml.skipCurrentElement();
        }
    }

    void readLayer()
    {
        const int id = number("id"_L1);
        if (m_graph.layers.size() == mostLayers || m_indexOf.contains(id)) {
            m_reason = u"it has too many layers or one of them twice"_s;
            return;
        }
        m_indexOf.insert(id, static_cast<int>(m_graph.layers.size()));
        IrLayer layer;
        layer.type = m_xml.attributes().value("type"_L1).toString();
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == "data"_L1)
                for (const QXmlStreamAttribute &attribute : m_xml.attributes())
                    layer.attributes.insert(attribute.name().toString(), attribute.value().toString());
            m_xml.skipCurrentElement();
        }
        m_graph.layers.push_back(std::move(layer));
    }

    void readEdges()
    {
        while (m_reason.isEmpty() && m_xml.readNextStartElement()) {
            m_edges.push_back({number("from-layer"_L1), number("to-layer"_L1), number("to-port"_L1)});
            m_xml.skipCurrentElement();
        }
    }

    int number(QLatin1StringView attribute)
    {
        bool ok = false;
        const int value = m_xml.attributes().value(attribute).toInt(&ok);
        if (!ok || value < 0)
            m_reason = u"a number is missing"_s;
        return value;
    }

    void connectLayers()
    {
        std::vector<QMap<int, int>> inputs(m_graph.layers.size());
        for (const Edge &edge : m_edges) {
            const int from = m_indexOf.value(edge.from, -1);
            const int to = m_indexOf.value(edge.to, -1);
            if (from < 0 || to < 0 || inputs[static_cast<std::size_t>(to)].contains(edge.port)) {
                m_reason = u"its layers are not connected as they should be"_s;
                return;
            }
            inputs[static_cast<std::size_t>(to)].insert(edge.port, from);
        }
        for (std::size_t i = 0; i < inputs.size(); ++i)
            m_graph.layers[i].inputs.assign(inputs[i].cbegin(), inputs[i].cend());
    }

    QByteArray m_bytes;
    QXmlStreamReader m_xml;
    QString m_reason;
    QHash<int, int> m_indexOf;
    std::vector<Edge> m_edges;
    IrGraph m_graph;
};

} // namespace

Result<IrGraph> readIrGraph(QByteArrayView xml)
{
    if (xml.size() > largestXml)
        return unreadableModel(u"its description is too large"_s);
    return IrReader(xml).read();
}

Failure unreadableModel(const QString &reason)
{
    return fail(ErrorCode::ModelUnreadable, {{u"reason"_s, reason}});
}

} // namespace kinframe::faces
