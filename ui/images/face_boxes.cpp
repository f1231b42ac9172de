// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/face_boxes.h"

#include "base/ids.h"
#include "faces/face.h"
#include "faces/person.h"
#include "library/asset.h"
#include "storage/database.h"
#include "ui/base/sentences.h"
#include "ui/base/undo_stack.h"

#include <QPointer>

#include <algorithm>

namespace kinframe::ui {

using namespace Qt::StringLiterals;

namespace {

faces::Box boxOf(const QRectF &rect)
{
    const QRectF inside = rect.normalized().intersected(QRectF(0, 0, 1, 1));
    return {float(inside.x()), float(inside.y()), float(inside.width()), float(inside.height())};
}

QUuid idOf(const QString &text)
{
    return uuidFromText(text).value_or(QUuid());
}

} // namespace

void FaceBoxes::begin()
{
    connect(context(), &Context::happened, this, &FaceBoxes::hear);
}

void FaceBoxes::setAssetId(const QString &id)
{
    if (m_assetId != id) {
        m_assetId = id;
        Q_EMIT assetIdChanged();
        show({});
        if (isComplete()) {
            reload();
        }
    }
}

void FaceBoxes::hear(const std::vector<Event> &events)
{
    const bool isMeant = std::ranges::any_of(events, [this](const Event &event) {
        return event.type == "person.changed"_L1 || toText(event.id) == m_assetId;
    });
    if (isMeant) {
        reload();
    }
}

Result<std::vector<FaceBoxes::Face>> FaceBoxes::read(const Services &services, qint64 userId, const QUuid &asset,
                                                     const std::stop_token &stop)
{
    return services.library.database.read(
        [&](storage::Connection &db) -> Result<std::vector<Face>> {
            std::vector<Face> faces;
            const auto found = library::findAsset(db, userId, asset);
            for (const faces::Face &face : found ? faces::facesOfAsset(db, found->id) : std::vector<faces::Face>()) {
                if (face.frameMs) {
                    continue; // It is in a frame of a video that is not the one that is shown.
                }
                const QRectF box(double(face.box.x), double(face.box.y), double(face.box.width),
                                 double(face.box.height));
                Face shown{toText(face.uuid), {}, {}, box, face.isConfirmed};
                if (const auto person = face.personId ? faces::findPersonById(db, *face.personId) : std::nullopt) {
                    shown.personId = toText(person->uuid);
                    shown.name = person->name;
                }
                faces.push_back(std::move(shown));
            }
            return faces;
        },
        stop);
}

void FaceBoxes::reload()
{
    const QUuid asset = idOf(m_assetId);
    if (!context() || asset.isNull()) {
        m_question.drop();
        return;
    }
    setStatus(Status::Loading);
    m_question.ask(
        *context(), this,
        [services = context()->services(), user = context()->userId(), asset](const std::stop_token &stop) {
            return read(services, user, asset, stop);
        },
        [this](Result<std::vector<Face>> faces) {
            if (!faces) {
                setFailed(faces.error());
                return;
            }
            show(std::move(*faces));
            setStatus(Status::Ready);
        });
}

/// The same faces keep their delegates, and with them what somebody is just writing into one.
void FaceBoxes::show(std::vector<Face> faces)
{
    const bool isSame = std::ranges::equal(faces, m_faces, {}, &Face::id, &Face::id);
    if (!isSame) {
        beginResetModel();
        m_faces = std::move(faces);
        endResetModel();
        return;
    }
    for (size_t row = 0; row < faces.size(); ++row) {
        if (!(faces[row] == m_faces[row])) {
            m_faces[row] = std::move(faces[row]);
            Q_EMIT dataChanged(index(int(row)), index(int(row)));
        }
    }
}

void FaceBoxes::act(const QString &text, const Work &work)
{
    if (!context()) {
        return;
    }
    Context &asked = *context();
    const auto complain = [self = QPointer(this)](const Error &error) {
        if (self) {
            Q_EMIT self->failed(sentenceOf(error));
        }
    };
    auto *stack = UndoStack::of(this);
    // The act stays undoable when the photo it was done in is not shown any more.
    asked.ask(
        stack, [services = asked.services(), user = asked.userId(), work] { return work(services, user); },
        [&asked, stack, text, complain, doing = stack->begin()](const Result<Acts> &acts) {
            if (!acts) {
                complain(acts.error());
                return;
            }
            const auto again = [&asked, stack, complain, acts = *acts](auto which) {
                return [&asked, stack, complain, acts, which] {
                    asked.ask(
                        stack,
                        [services = asked.services(), user = asked.userId(), acts, which] {
                            return which(services, user, acts);
                        },
                        [complain](const Result<void> &done) {
                            if (!done) {
                                complain(done.error());
                            }
                        });
                };
            };
            if (!acts->empty()) {
                doing->push({text, again(&undoActs), again(&redoActs)});
            }
        });
}

void FaceBoxes::setName(const QString &faceId, const QString &name, const QString &personId)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty() && personId.isEmpty()) {
        return;
    }
    act(tr("Named %1").arg(trimmed),
        [face = idOf(faceId), trimmed, person = idOf(personId)](const Services &services, qint64 user) {
            return nameFace(services, user, face, trimmed, person);
        });
}

void FaceBoxes::draw(const QRectF &box, const QString &name, const QString &personId)
{
    const QString trimmed = name.trimmed();
    act(trimmed.isEmpty() ? tr("Face drawn") : tr("%1 marked in the photo").arg(trimmed),
        [asset = idOf(m_assetId), box = boxOf(box), trimmed, person = idOf(personId)](
            const Services &services, qint64 user) { return drawFace(services, user, asset, box, trimmed, person); });
}

void FaceBoxes::reshape(const QString &faceId, const QRectF &box)
{
    act(tr("Face moved"), [face = idOf(faceId), box = boxOf(box)](const Services &services, qint64 user) {
        return reshapeFace(services, user, face, box);
    });
}

void FaceBoxes::dismiss(const QString &faceId)
{
    act(tr("Marked as not a face"),
        [face = idOf(faceId)](const Services &services, qint64 user) { return dismissFace(services, user, face); });
}

int FaceBoxes::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_faces.size());
}

QVariant FaceBoxes::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Face &face = m_faces[size_t(index.row())];
    switch (role) {
    case FaceIdRole:
        return face.id;
    case PersonIdRole:
        return face.personId;
    case NameRole:
        return face.name;
    case BoxRole:
        return face.box;
    case IsConfirmedRole:
        return face.isConfirmed;
    default:
        return {};
    }
}

QHash<int, QByteArray> FaceBoxes::roleNames() const
{
    return {{FaceIdRole, "faceId"},
            {PersonIdRole, "personId"},
            {NameRole, "name"},
            {BoxRole, "box"},
            {IsConfirmedRole, "isConfirmed"}};
}

} // namespace kinframe::ui
