// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/query_completion.h"

#include "query/print.h"
#include "query/property_map.h"
#include "query/proposals.h"
#include "storage/database.h"
#include "ui/images/filter_words.h"

namespace kinframe::ui {

using namespace Qt::StringLiterals;
using Place = query::WritingPlace;

QueryCompletion::QueryCompletion(QObject *parent)
    : ListModel(parent)
{
}

void QueryCompletion::setText(const QString &text)
{
    if (m_text != text) {
        m_text = text;
        change();
    }
}

void QueryCompletion::setCaret(int caret)
{
    if (m_caret != caret) {
        m_caret = caret;
        change();
    }
}

void QueryCompletion::setKind(Kind kind)
{
    if (m_kind != kind) {
        m_kind = kind;
        change();
    }
}

void QueryCompletion::setProperty(const QString &property)
{
    if (m_property != property) {
        m_property = property;
        change();
    }
}

/// Text and caret change together; both are looked at once.
void QueryCompletion::change()
{
    Q_EMIT textChanged();
    if (isComplete() && !m_isChanging) {
        m_isChanging = true;
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_isChanging = false;
                reload();
            },
            Qt::QueuedConnection);
    }
}

query::WritingPlace QueryCompletion::place() const
{
    switch (m_kind) {
    case Kind::Names:
        return {Place::Kind::Property, 0, m_text, {}, true};
    case Kind::Values:
        return {Place::Kind::Literal, 0, m_text, m_property, true};
    case Kind::Filter:
        break;
    }
    return query::placeAt(m_text, std::min<qsizetype>(m_caret, m_text.size()));
}

void QueryCompletion::reload()
{
    m_question.drop();
    const query::WritingPlace wanted = place();
    // What is offered for another place would be put there; for the same word it still holds while it is asked anew.
    if (wanted.kind != m_place.kind || wanted.from != m_place.from || wanted.property != m_place.property) {
        show({});
    }
    m_place = wanted;
    const bool isAsked = m_place.kind == Place::Kind::Property || m_place.kind == Place::Kind::Literal;
    if (!context() || !isAsked) {
        show(words(m_place));
        setStatus(Status::Ready);
        return;
    }
    setStatus(Status::Loading);
    m_question.ask(
        *context(), this,
        [services = context()->services(), user = context()->userId(), place = m_place](const std::stop_token &stop) {
            return services.library.database.read(
                [&](storage::Connection &db) -> Result<QStringList> {
                    return place.kind == Place::Kind::Property
                               ? query::proposedProperties(db, user, place.written)
                               : query::proposedValues(db, user, place.property, place.written);
                },
                stop);
        },
        [this](const Result<QStringList> &found) {
            if (!found) {
                show({});
                setFailed(found.error());
                return;
            }
            std::vector<Offer> offers;
            for (const QString &text : *found) {
                if (text != m_place.written || m_kind == Kind::Filter) {
                    offers.push_back(offerOf(text, m_place));
                }
            }
            show(std::move(offers));
            setStatus(Status::Ready);
        });
}

void QueryCompletion::show(std::vector<Offer> offers)
{
    beginResetModel();
    m_offers = std::move(offers);
    endResetModel();
}

QueryCompletion::Offer QueryCompletion::offerOf(const QString &text, const query::WritingPlace &place)
{
    if (place.kind == Place::Kind::Literal) {
        const bool isWord = place.isShort || kindOf(place.property) == PropertyKind::Flag;
        return {text, {}, isWord ? text : query::textOf(query::Value(text))};
    }
    const QString title = titleOfProperty(text);
    const QString note = title == text ? QString() : title;
    if (place.isShort) {
        return {text, note, text};
    }
    if (text == "tags"_L1) {
        return {text, note, u"tags/any(t: t eq '"_s};
    }
    if (query::hasNamedMembers(text)) {
        return {text, note, u"%1/any(%2: %2/name eq '"_s.arg(text, text.left(1))};
    }
    return {text, note, text + u' '};
}

/// What the language itself has for the place.
std::vector<QueryCompletion::Offer> QueryCompletion::words(const query::WritingPlace &place)
{
    const std::pair<const char *, QString> operators[] = {
        {"eq", tr("is")},      {"ne", tr("is not")},    {"ge", tr("at least")}, {"gt", tr("more than")},
        {"le", tr("at most")}, {"lt", tr("less than")}, {"in", tr("one of")},
    };
    const std::pair<const char *, QString> connectors[] = {{"and", tr("and also")}, {"or", tr("or else")}};
    std::vector<Offer> offers;
    const auto add = [&](const auto &list) {
        for (const auto &[word, note] : list) {
            if (const QString text = QLatin1StringView(word); text.startsWith(place.written, Qt::CaseInsensitive)) {
                offers.push_back({text, note, text + (text == "in"_L1 ? u" ('"_s : u" "_s)});
            }
        }
    };
    if (place.kind == Place::Kind::Operator) {
        add(operators);
    }
    if (place.kind == Place::Kind::Operator || place.kind == Place::Kind::Connector) {
        add(connectors);
    }
    return offers;
}

QVariantMap QueryCompletion::accepted(int row) const
{
    if (row < 0 || row >= rowCount({})) {
        return {{u"text"_s, m_text}, {u"caret"_s, m_caret}};
    }
    const QString &inserted = m_offers[size_t(row)].inserted;
    const qsizetype caret = std::min<qsizetype>(m_caret, m_text.size());
    QString after = m_text.sliced(caret);
    // The quote that closes what is being written is in what is put there.
    if (inserted.endsWith(u'\'') && after.startsWith(u'\'')) {
        after.remove(0, 1);
    }
    return {{u"text"_s, QString(m_text.left(m_place.from) + inserted + after)},
            {u"caret"_s, int(m_place.from + inserted.size())}};
}

QString QueryCompletion::titleAt(int row) const
{
    return row >= 0 && row < rowCount({}) ? m_offers[size_t(row)].title : QString();
}

int QueryCompletion::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_offers.size());
}

QVariant QueryCompletion::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Offer &offer = m_offers[size_t(index.row())];
    if (role == TitleRole) {
        // Among the words of the language it helps to know what they mean; elsewhere the title is what is taken.
        const bool isExplained = m_kind == Kind::Filter && !offer.note.isEmpty();
        return isExplained ? tr("%1 · %2").arg(offer.title, offer.note) : offer.title;
    }
    return role == NoteRole ? QVariant(offer.note) : QVariant();
}

QHash<int, QByteArray> QueryCompletion::roleNames() const
{
    return {{TitleRole, "title"}, {NoteRole, "note"}};
}

} // namespace kinframe::ui
