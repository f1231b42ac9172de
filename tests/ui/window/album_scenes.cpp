// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/screenshot_hands.h"
#include "ui/window/screenshot_scenes.h"

#include "albums/kept_album.h"
#include "storage/database.h"

namespace kinframe::tests {
namespace {

using namespace Qt::StringLiterals;

class AlbumHands : public Hands
{
public:
    using Hands::Hands;

    /// Of so many photos behind the first `from` of the library, as a client makes it.
    void make(const QString &name, int from, int photos, const QString &description = {}) const
    {
        const ui::Services &services = context().services();
        const qint64 user = context().userId();
        const auto made = services.library.database.write([&](storage::Transaction &transaction) -> Result<void> {
            albums::AlbumEdit edit;
            edit.name = name;
            edit.description = description;
            std::vector<QUuid> assets;
            storage::Statement row = transaction.prepare("SELECT uuid FROM asset WHERE trashed_at IS NULL ORDER BY "
                                                         "created_at DESC, id LIMIT ?1 OFFSET ?2");
            row.bindAll(qint64(photos), qint64(from));
            while (row.step()) {
                assets.push_back(row.uuid(0));
            }
            const auto album = albums::createAlbum(transaction, user, edit, assets);
            if (!album) {
                return failed(album);
            }
            albums::tellOfAlbum(transaction, services.events, album->uuid);
            return {};
        });
        if (!made) {
            qFatal("cannot make an album");
        }
    }
};

} // namespace

QList<Scene> albumScenesOf(WindowDriver &driver)
{
    const AlbumHands a(driver);
    QList<Scene> scenes;
    scenes << Scene{u"albums-none"_s,
                    [a] {
                        a.go(u"images"_s);
                        a.key(Qt::Key_A, Qt::ShiftModifier);
                        a.expect(u"No albums yet"_s);
                    },
                    {}};
    scenes << Scene{u"albums-new"_s, [a] { a.click(u"New album"_s); }, [a] { a.escape(1); }};
    scenes << Scene{u"albums-one"_s,
                    [a] {
                        a.make(u"Garden"_s, 4, 9);
                        a.expect(u"Garden"_s);
                    },
                    {}};
    scenes << Scene{u"albums"_s,
                    [a] {
                        a.make(u"Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh von und zu Hohenzollern"_s, 30,
                               20);
                        a.make(u"Not begun"_s, 0, 0);
                        a.make(u"Summer by the sea"_s, 12, 60,
                               u"Two weeks in the old house above the harbour, with everybody who could come. The "
                               "first days were cold; then we hardly left the water."_s);
                        for (int i = 1; i < 12; ++i) {
                            a.make(u"Sunday walk %1"_s.arg(i), 5 * i, 3 + i);
                        }
                        a.expect(u"Sunday walk 11"_s);
                    },
                    {}};
    scenes << Scene{u"albums-selected"_s,
                    [a] {
                        a.key(Qt::Key_Home);
                        a.key(Qt::Key_Right, Qt::ShiftModifier);
                        a.key(Qt::Key_Right, Qt::ShiftModifier);
                    },
                    [a] { a.escape(1); }};
    scenes << Scene{u"albums-naming"_s,
                    [a] {
                        a.key(Qt::Key_Home);
                        a.key(Qt::Key_F2);
                    },
                    [a] { a.escape(1); }};
    scenes << Scene{u"albums-undo"_s, [a] { a.key(Qt::Key_Delete); }, [a] { a.key(Qt::Key_Z, Qt::ControlModifier); }};
    scenes << Scene{u"albums-search"_s,
                    [a] {
                        a.key(Qt::Key_F, Qt::ControlModifier);
                        a.type(u"sea"_s);
                        a.expect(u"Summer by the sea"_s);
                    },
                    {}};
    scenes << Scene{u"album"_s,
                    [a] {
                        a.key(Qt::Key_Tab);
                        a.click(u"Summer by the sea"_s);
                        a.key(Qt::Key_Return);
                        a.expect(u"albumTitle"_s);
                    },
                    {}};
    scenes << Scene{u"album-selected"_s,
                    [a] {
                        a.key(Qt::Key_Home);
                        a.key(Qt::Key_Right, Qt::ShiftModifier);
                    },
                    {}};
    scenes << Scene{u"album-menu"_s, [a] { a.key(Qt::Key_Menu); }, [a] { a.escape(2); }};
    scenes << Scene{u"album-description"_s, [a] { a.key(Qt::Key_E); }, [a] { a.escape(1); }};
    scenes << Scene{u"album-add"_s,
                    [a] {
                        a.key(Qt::Key_Left, Qt::AltModifier);
                        a.key(Qt::Key_A, Qt::ShiftModifier);
                        a.key(Qt::Key_A, Qt::ControlModifier);
                        a.key(Qt::Key_B);
                        a.expect(u"Sunday walk 11"_s);
                    },
                    {}};
    scenes << Scene{u"album-add-new"_s,
                    [a] {
                        a.type(u"walk"_s);
                        a.expect(u"New album “walk”"_s);
                    },
                    [a] { a.escape(2); }};
    return scenes;
}

} // namespace kinframe::tests
