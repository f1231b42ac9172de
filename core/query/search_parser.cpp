// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search_parser.h"

#include "query/limits.h"
#include "query/query_error.h"

namespace kinframe::query {
namespace {

using namespace Qt::StringLiterals;

struct Piece
{
    QString text;
    qsizetype position = 0;
    bool isPhrase = false;
    bool isBracket = false;

    [[nodiscard]] bool isWord(QLatin1StringView word) const { return !isPhrase && !isBracket && text == word; }
    [[nodiscard]] bool is(char16_t bracket) const { return isBracket && text == QChar(bracket); }
};

std::vector<Piece> piecesOf(QStringView text)
{
    std::vector<Piece> pieces;
    for (qsizetype at = 0; at < text.size();) {
        const QChar first = text[at];
        if (first.isSpace()) {
            ++at;
            continue;
        }
        qsizetype end = at + 1;
        if (first == u'(' || first == u')') {
            pieces.push_back({QString(first), at, false, true});
        } else if (first == u'"') {
            end = text.indexOf(u'"', at + 1);
            end = end < 0 ? text.size() : end;
            pieces.push_back({text.mid(at + 1, end - at - 1).toString(), at, true, false});
            ++end;
        } else {
            while (end < text.size() && !text[end].isSpace() && text[end] != u'(' && text[end] != u')') {
                ++end;
            }
            pieces.push_back({text.mid(at, end - at).toString(), at, false, false});
        }
        at = end;
    }
    return pieces;
}

class SearchParser
{
public:
    SearchParser(std::vector<Piece> pieces, qsizetype end, TreeBuilder &builder)
        : m_pieces(std::move(pieces))
        , m_end(end)
        , m_builder(builder)
    {
    }

    NodePtr whole()
    {
        NodePtr tree = alternatives();
        if (tree && m_at < m_pieces.size()) {
            return m_builder.fail(m_pieces[m_at].position, u"an opening bracket before it"_s);
        }
        return tree;
    }

private:
    NodePtr alternatives()
    {
        NodePtr left = conjunction();
        while (left && isOperator("OR"_L1)) {
            ++m_at;
            left = m_builder.joined(Kind::Or, left, conjunction());
        }
        return left;
    }

    NodePtr conjunction()
    {
        NodePtr left = term();
        while (left && m_at < m_pieces.size() && !m_pieces[m_at].is(u')') && !isOperator("OR"_L1)) {
            if (isOperator("AND"_L1)) {
                ++m_at;
            }
            left = m_builder.joined(Kind::And, left, term());
        }
        return left;
    }

    NodePtr term()
    {
        if (m_at >= m_pieces.size() || m_pieces[m_at].is(u')')) {
            return m_builder.fail(m_at < m_pieces.size() ? m_pieces[m_at].position : m_end, u"a word"_s);
        }
        const Piece &piece = m_pieces[m_at];
        if (isOperator("NOT"_L1)) {
            ++m_at;
            return deeper([&] { return m_builder.negated(piece.position, term()); });
        }
        ++m_at;
        if (!piece.isBracket) {
            return m_builder.search(piece.position, piece.text);
        }
        NodePtr inner = deeper([this] { return alternatives(); });
        if (inner && m_at >= m_pieces.size()) {
            return m_builder.fail(m_end, u"a closing bracket"_s);
        }
        ++m_at;
        return inner;
    }

    // The word, where something follows that it can be an operator for.
    [[nodiscard]] bool isOperator(QLatin1StringView word) const
    {
        return m_at + 1 < m_pieces.size() && m_pieces[m_at].isWord(word) && !m_pieces[m_at + 1].is(u')');
    }

    template <typename Work>
    NodePtr deeper(Work work)
    {
        if (++m_depth > mostDepth) {
            return m_builder.failWith(tooMuch(m_builder.target(), mostDepth, u"levels within each other"_s));
        }
        NodePtr node = work();
        --m_depth;
        return node;
    }

    std::vector<Piece> m_pieces;
    size_t m_at = 0;
    int m_depth = 0;
    qsizetype m_end;
    TreeBuilder &m_builder;
};

} // namespace

NodePtr parseSearch(QStringView text, TreeBuilder &builder)
{
    return SearchParser(piecesOf(text), text.size(), builder).whole();
}

} // namespace kinframe::query
