// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/screenshot_scenes.h"

#include "library/asset.h"
#include "library/open_metadata.h"
#include "storage/database.h"
#include "ui/window/screenshot_hands.h"

#include <QDropEvent>
#include <QMimeData>
#include <QTemporaryDir>

namespace kinframe::tests {
namespace {

using namespace Qt::StringLiterals;

class Actor : public Hands
{
public:
    using Hands::Hands;

    void write(const char *sql) const
    {
        const ui::Services &services = context().services();
        if (!services.library.database.write([&](storage::Transaction &transaction) -> Result<void> {
                transaction.run(sql);
                return {};
            })) {
            qFatal("cannot write");
        }
        services.events.publish({u"person.changed"_s, {}, {}, {}});
        QTest::qWait(300);
    }
    /// The oldest photo is said to be made by a program, with long words.
    void generate() const
    {
        const ui::Services &services = context().services();
        library::MetadataEdit edit;
        edit.values = {{u"generator"_s, u"ComfyUI"_s},
                       {u"model"_s, u"sd_xl_base_1.0"_s},
                       {u"prompt"_s, u"a lighthouse on a cliff above a stormy sea, dramatic light, "_s.repeated(6)},
                       {u"negative_prompt"_s, u"blurry, low quality"_s},
                       {u"seed"_s, qint64(9007199254740993)},
                       {u"steps"_s, 30},
                       {u"cfg_scale"_s, 7.5},
                       {u"sampler"_s, u"dpmpp_2m"_s},
                       {u"loras"_s, u"detail:0.8, style"_s},
                       {u"client"_s, u"Anna & Sons"_s},
                       {u"is_final"_s, true},
                       {u"task_id"_s, u"b1946ac9-2f6e"_s},
                       {u"frame_number"_s, 12}};
        if (!services.library.database.write([&](storage::Transaction &transaction) -> Result<void> {
                storage::Statement row =
                    transaction.prepare("SELECT id FROM asset WHERE trashed_at IS NULL ORDER BY created_at LIMIT 1");
                const auto asset = row.step() ? library::findAssetById(transaction.db(), row.int64(0)) : std::nullopt;
                if (!asset) {
                    return fail(ErrorCode::Internal);
                }
                const auto edited = library::editMetadata(transaction, services.library, *asset, edit);
                return edited ? Result<void>() : failed(edited);
            })) {
            qFatal("cannot say how it was made");
        }
        QTest::qWait(300);
    }
    /// The one with a name who is in most photos.
    [[nodiscard]] QString first() const
    {
        return *context().services().library.database.read([](storage::Connection &db) -> Result<QString> {
            storage::Statement row = db.prepare("SELECT p.name FROM person p JOIN face f ON f.person_id = p.id WHERE "
                                                "p.name <> '' GROUP BY p.id ORDER BY count(DISTINCT f.asset_id) DESC, "
                                                "p.id LIMIT 1");
            row.step();
            return row.text(0);
        });
    }
    /// Files are held over the window.
    void hover() const
    {
        static QMimeData data;
        data.setUrls({QUrl::fromLocalFile(u"/home/alex/Pictures"_s)});
        QDragEnterEvent enter({300, 300}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(driver().window(), &enter);
        QDragMoveEvent move({310, 300}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(driver().window(), &move);
    }
    /// A scene with files that are not there is let go over the window.
    void dropScene() const
    {
        static const QTemporaryDir folder;
        QFile file(folder.filePath(u"harbour_night.ma"_s));
        const QByteArray text = "//Maya ASCII 2024 scene\nrequires maya \"2024\";\n"
                                "createNode file -n \"wood\";\n\tsetAttr \".ftn\" -type \"string\" "
                                "\"Z:/textures/planks/wood_dark_4k.<UDIM>.exr\";\n"
                                "createNode file -n \"sky\";\n\tsetAttr \".ftn\" -type \"string\" "
                                "\"$HDRI/harbour_sunset_8k.exr\";\n// End of harbour_night.ma\n";
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            qFatal("cannot write a scene");
        }
        file.close();
        driver().drop({file.fileName()}, {300, 300});
        expect(u"First frame"_s);
    }
    /// All of a long page is in sight.
    void grow() const
    {
        driver().window()->resize(1280, 2400);
        QTest::qWait(50);
    }
    void hoverNoMore() const
    {
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(driver().window(), &leave);
    }
};

constexpr auto askAboutMany =
    "INSERT INTO suggestion(uuid, owner_id, other_person_id, person_id, similarity, created_at) "
    "SELECT randomblob(16), a.owner_id, max(a.id, b.id), min(a.id, b.id), 0.4, 0 FROM person a JOIN person b ON b.id > "
    "a.id WHERE (a.name = '' OR b.name = '') AND EXISTS (SELECT 1 FROM face WHERE person_id = a.id) AND EXISTS (SELECT "
    "1 FROM face WHERE person_id = b.id) LIMIT 9";
constexpr auto lengthenAName =
    "UPDATE person SET name = 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh von und zu Hohenzollern' WHERE id "
    "= (SELECT id FROM person WHERE name <> '' ORDER BY id DESC LIMIT 1)";

void addPeople(QList<Scene> &scenes, const Actor &a)
{
    const auto escape = [a] { a.escape(1); };
    scenes << Scene{u"people-naming"_s,
                    [a] {
                        a.go(u"people"_s);
                        a.click(u"Add a name"_s);
                        a.type(u"i"_s);
                    },
                    [a] { a.escape(2); }};
    scenes << Scene{u"people-known-name"_s,
                    [a] {
                        a.click(u"Add a name"_s);
                        a.type(a.first());
                        a.key(Qt::Key_Return);
                    },
                    escape};
    scenes << Scene{u"people-selected"_s,
                    [a] {
                        a.click(a.first());
                        a.key(Qt::Key_Right, Qt::ShiftModifier);
                        a.key(Qt::Key_Right, Qt::ShiftModifier);
                    },
                    escape};
    scenes << Scene{u"people-menu"_s, [a] { a.click(u"More"_s); }, escape};
    scenes << Scene{u"people-strictness"_s,
                    [a] {
                        a.click(u"More"_s);
                        a.click(u"How strict to be…"_s);
                        a.key(Qt::Key_Left);
                        a.key(Qt::Key_Left);
                    },
                    escape};
    scenes << Scene{u"people-long-name"_s, [a] { a.write(lengthenAName); }, {}};
    scenes << Scene{u"people-nobody"_s,
                    [a] {
                        a.key(Qt::Key_F, Qt::ControlModifier);
                        a.type(u"qqq"_s);
                    },
                    escape};
    scenes << Scene{u"people-question"_s, [a] { a.write(askAboutMany); }, {}};
    scenes << Scene{u"people-questions"_s,
                    [a] {
                        a.click(u"Answer many…"_s);
                        a.key(Qt::Key_Space);
                    },
                    [a] {
                        a.escape(2);
                        a.write("DELETE FROM suggestion");
                    }};
}

void addPerson(QList<Scene> &scenes, const Actor &a)
{
    const auto escape = [a] { a.escape(1); };
    scenes << Scene{u"person-photos"_s,
                    [a] {
                        a.click(a.first());
                        a.key(Qt::Key_Return);
                    },
                    {}};
    scenes << Scene{u"person-photo-selected"_s, [a] { a.key(Qt::Key_Right); }, escape};
    scenes << Scene{u"person-details"_s, [a] { a.key(Qt::Key_I); }, [a] { a.key(Qt::Key_I); }};
    scenes << Scene{u"person-faces"_s, [a] { a.click(u"Faces"_s); }, {}};
    scenes << Scene{u"person-faces-chosen"_s,
                    [a] {
                        a.key(Qt::Key_Right);
                        a.key(Qt::Key_Right, Qt::ShiftModifier);
                    },
                    {}};
    scenes << Scene{u"person-move"_s,
                    [a] {
                        a.key(Qt::Key_M);
                        a.type(u"a"_s);
                    },
                    [a] { a.escape(2); }};
    scenes << Scene{u"person-menu"_s, [a] { a.click(u"More"_s); }, escape};
    scenes << Scene{u"person-birth-date"_s,
                    [a] {
                        a.click(u"More"_s);
                        a.click(u"Birth date…"_s);
                    },
                    escape};
    scenes << Scene{u"person-history"_s,
                    [a] {
                        a.key(Qt::Key_L);
                        a.key(Qt::Key_L);
                        a.click(u"What was done"_s);
                    },
                    [a] {
                        a.click(u"What was done"_s);
                        a.key(Qt::Key_Left, Qt::AltModifier);
                    }};
}

void addImages(QList<Scene> &scenes, const Actor &a)
{
    const auto escape = [a] { a.escape(1); };
    scenes << Scene{u"images-selected"_s,
                    [a] {
                        a.go(u"images"_s);
                        a.key(Qt::Key_Right);
                        a.key(Qt::Key_Right, Qt::ShiftModifier);
                        a.key(Qt::Key_Down, Qt::ShiftModifier);
                    },
                    {}};
    scenes << Scene{u"images-details"_s, [a] { a.key(Qt::Key_I); }, [a] { a.key(Qt::Key_I); }};
    scenes << Scene{u"images-menu"_s, [a] { a.key(Qt::Key_Menu); }, escape};
    scenes << Scene{u"images-tags"_s,
                    [a] {
                        a.key(Qt::Key_T);
                        QTest::qWait(300);
                        for (const QString &tag : {u"sea"_s, u"New York"_s, u"holidays"_s}) {
                            a.type(tag);
                            a.key(Qt::Key_Return);
                        }
                        a.type(u"s"_s);
                    },
                    [a] {
                        a.escape(1);
                        a.click(u"Save"_s);
                    }};
    scenes << Scene{u"images-properties"_s,
                    [a] {
                        a.key(Qt::Key_P);
                        QTest::qWait(300);
                        a.type(u"rating"_s);
                        a.key(Qt::Key_Return);
                        a.type(u"7"_s);
                        a.key(Qt::Key_Return);
                        a.click(u"One more property"_s);
                        a.type(u"ra"_s);
                    },
                    [a] { a.escape(2); }};
    scenes << Scene{u"images-export"_s,
                    [a] {
                        a.key(Qt::Key_E, Qt::ControlModifier);
                        QTest::qWait(300);
                        a.type(u"/home/alex/Pictures"_s);
                        a.click(u"JPEG"_s);
                    },
                    escape};
    scenes << Scene{u"images-details-generated"_s,
                    [a] {
                        a.key(Qt::Key_End);
                        a.generate();
                        a.key(Qt::Key_I);
                    },
                    [a] { a.key(Qt::Key_I); }};
    scenes << Scene{u"images-compare"_s,
                    [a] {
                        a.key(Qt::Key_Left, Qt::ShiftModifier);
                        a.key(Qt::Key_C);
                        a.key(Qt::Key_4);
                    },
                    {}};
    scenes << Scene{u"images-compare-enlarged"_s,
                    [a] {
                        a.key(Qt::Key_Plus);
                        a.key(Qt::Key_Plus);
                        a.key(Qt::Key_Plus);
                    },
                    [a] {
                        a.key(Qt::Key_Escape);
                        a.key(Qt::Key_Home);
                        a.key(Qt::Key_Right, Qt::ShiftModifier);
                    }};
    scenes << Scene{u"images-undo"_s, [a] { a.key(Qt::Key_Delete); }, {}};
    scenes << Scene{u"images-trash"_s, [a] { a.click(u"Trash"_s); }, {}};
    scenes << Scene{u"images-delete-question"_s,
                    [a] {
                        a.key(Qt::Key_Home);
                        a.key(Qt::Key_Delete);
                        QTest::qWait(200);
                    },
                    [a] {
                        a.escape(2);
                        a.click(u"Videos"_s);
                    }};
    scenes << Scene{u"images-no-videos"_s, [] {}, [a] { a.click(u"All"_s); }};
    scenes << Scene{u"images-filter"_s,
                    [a] {
                        a.key(Qt::Key_F, Qt::ControlModifier);
                        a.click(u"asText"_s);
                        a.type(u"width>=100&!is_nsfw&created_at>=2010-01-01T00:00:00Z"_s);
                        a.key(Qt::Key_Return);
                        a.click(u"asText"_s);
                        QTest::qWait(300);
                    },
                    {}};
    scenes << Scene{u"images-filter-condition"_s, [a] { a.click(u"adder"_s); }, escape};
    scenes << Scene{u"images-filter-saved"_s,
                    [a] {
                        a.click(u"saved"_s);
                        a.type(u"Best of all"_s);
                    },
                    escape};
    scenes << Scene{u"images-order"_s, [a] { a.click(u"Order"_s); }, escape};
    scenes << Scene{u"images-filter-text"_s,
                    [a] {
                        a.click(u"asText"_s);
                        a.key(Qt::Key_A, Qt::ControlModifier);
                        a.type(u"width ge 100 and cam"_s);
                        QTest::qWait(300);
                    },
                    [a] {
                        a.escape(1);
                        a.click(u"clear"_s);
                        a.key(Qt::Key_Escape);
                        QTest::qWait(300);
                    }};
    scenes << Scene{u"viewer"_s,
                    [a] {
                        a.key(Qt::Key_Home);
                        a.key(Qt::Key_Return);
                    },
                    {}};
    scenes << Scene{u"viewer-faces"_s, [a] { a.key(Qt::Key_F); }, {}};
    scenes << Scene{u"viewer-naming"_s,
                    [a] {
                        a.key(Qt::Key_B);
                        a.key(Qt::Key_Return);
                        a.type(u"a"_s);
                    },
                    [a] { a.escape(2); }};
    scenes << Scene{u"viewer-details"_s, [a] { a.key(Qt::Key_I); }, [a] { a.key(Qt::Key_I); }};
    scenes << Scene{u"viewer-menu"_s, [a] { a.click(u"More"_s); }, [a] { a.escape(2); }};
}

void addSettings(QList<Scene> &scenes, const Actor &a)
{
    for (const QString &section : {u"folders"_s, u"sharing"_s, u"models"_s, u"work"_s, u"renders"_s, u"writeback"_s,
                                   u"appearance"_s, u"language"_s, u"storage"_s, u"about"_s}) {
        scenes << Scene{u"settings-"_s + section,
                        [a, section] {
                            a.open(u"settings"_s, {{u"section"_s, section}});
                        },
                        {}};
    }
    scenes << Scene{u"window-drop"_s, [a] { a.hover(); }, [a] { a.hoverNoMore(); }};
}

void addVideos(QList<Scene> &scenes, const Actor &a)
{
    scenes << Scene{u"renders-done"_s,
                    [a] {
                        a.key(Qt::Key_End);
                        a.key(Qt::Key_Return);
                    },
                    {}};
    scenes << Scene{u"renders-save-video"_s, [a] { a.key(Qt::Key_E, Qt::ControlModifier); }, {}};
    scenes << Scene{u"renders-video-saved"_s,
                    [a] {
                        static const QTemporaryDir folder;
                        a.key(Qt::Key_Tab);
                        a.key(Qt::Key_A, Qt::ControlModifier);
                        a.type(folder.path());
                        a.key(Qt::Key_Return);
                        a.expect(u"Show"_s);
                    },
                    {}};
    scenes << Scene{u"renders-video-replace"_s,
                    [a] {
                        a.key(Qt::Key_E, Qt::ControlModifier);
                        a.key(Qt::Key_Return);
                    },
                    [a] {
                        a.escape(2);
                        a.key(Qt::Key_Backspace);
                    }};
}

void addRenders(QList<Scene> &scenes, const Actor &a)
{
    const auto escape = [a] { a.escape(1); };
    scenes << Scene{u"renders-all"_s,
                    [a] {
                        a.go(u"renders"_s);
                        a.key(Qt::Key_Home);
                        a.key(Qt::Key_Down);
                    },
                    {}};
    scenes << Scene{u"renders-menu"_s, [a] { a.key(Qt::Key_Menu); }, escape};
    scenes << Scene{u"renders-cancel-question"_s, [a] { a.key(Qt::Key_Delete); }, escape};
    scenes << Scene{u"renders-one"_s, [a] { a.key(Qt::Key_Return); }, {}};
    scenes << Scene{u"renders-one-no-log"_s, [a] { a.key(Qt::Key_G); },
                    [a] {
                        a.key(Qt::Key_G);
                        a.key(Qt::Key_Backspace);
                    }};
    scenes << Scene{u"renders-failed"_s,
                    [a] {
                        a.key(Qt::Key_Down);
                        a.key(Qt::Key_Down);
                        a.key(Qt::Key_Return);
                    },
                    {}};
    scenes << Scene{u"renders-frame-menu"_s, [a] { a.key(Qt::Key_Menu); },
                    [a] {
                        a.escape(1);
                        a.key(Qt::Key_Backspace);
                    }};
    addVideos(scenes, a);
    scenes << Scene{u"renders-states"_s, [a] { a.click(u"All"_s); }, escape};
    scenes << Scene{u"renders-some"_s,
                    [a] {
                        a.click(u"All"_s);
                        a.click(u"Failed (1)"_s);
                    },
                    {}};
    scenes << Scene{u"renders-none"_s,
                    [a] {
                        a.key(Qt::Key_F, Qt::ControlModifier);
                        a.type(u"zzz"_s);
                    },
                    [a] { a.click(u"Show all"_s); }};
    scenes << Scene{u"renders-submit"_s, [a] { a.dropScene(); }, escape};
    scenes << Scene{u"renders-settings"_s, [a] { a.open(u"settings"_s, {{u"section"_s, u"renders"_s}}); }, {}};
    scenes << Scene{u"renders-settings-cluster"_s,
                    [a] {
                        a.click(u"On a cluster run by Slurm"_s);
                        a.click(u"changeCluster"_s);
                        a.click(u"Test the connection"_s);
                        QTest::qWait(500);
                    },
                    escape};
    scenes << Scene{u"renders-settings-end"_s,
                    [a] {
                        for (int i = 0; i < 24; ++i) {
                            a.key(Qt::Key_Tab);
                        }
                    },
                    {}};
    scenes << Scene{u"renders-settings-store"_s,
                    [a] {
                        a.grow();
                        a.click(u"In an object store, too"_s);
                    },
                    [a] {
                        a.escape(1);
                        a.go(u"renders"_s);
                    }};
    scenes << Scene{u"renders-progress"_s, [a] { a.click(u"Progress"_s); }, escape};
}

} // namespace

QList<Scene> renderScenesOf(WindowDriver &driver)
{
    QList<Scene> scenes;
    addRenders(scenes, Actor(driver));
    return scenes;
}

QList<Scene> scenesOf(WindowDriver &driver)
{
    const Actor actor(driver);
    QList<Scene> scenes;
    addPeople(scenes, actor);
    addPerson(scenes, actor);
    addImages(scenes, actor);
    addSettings(scenes, actor);
    return scenes;
}

} // namespace kinframe::tests
