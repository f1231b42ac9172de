// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/grid_layout.h"
#include "ui/base/selection.h"
#include "ui/base/slots.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QTimer>
#include <qqml.h>

#include <optional>

namespace kinframe::ui {

class GridHeaders;

/// The part of a long grid that is on screen, as a model for a Repeater in a Flickable: its rows are delegates in use,
/// each with a place and with all roles of the item it shows. Also what the keyboard and the mouse need to know of the
/// whole grid. GUI thread.
class GridWindow : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(kinframe::ui::SectionedModel *source READ source WRITE setSource NOTIFY sourceChanged)
    Q_PROPERTY(kinframe::ui::Selection *selection READ selection WRITE setSelection NOTIFY selectionChanged)
    Q_PROPERTY(double width READ width WRITE setWidth NOTIFY measuresChanged)
    Q_PROPERTY(double cell READ cell WRITE setCell NOTIFY measuresChanged)
    Q_PROPERTY(double caption READ caption WRITE setCaption NOTIFY measuresChanged)
    Q_PROPERTY(double gap READ gap WRITE setGap NOTIFY measuresChanged)
    Q_PROPERTY(double header READ header WRITE setHeader NOTIFY measuresChanged)
    Q_PROPERTY(bool isJustified READ isJustified WRITE setJustified NOTIFY measuresChanged)
    Q_PROPERTY(bool isScrubbing READ isScrubbing WRITE setScrubbing NOTIFY scrubbingChanged)
    Q_PROPERTY(double origin READ origin NOTIFY originChanged)
    Q_PROPERTY(double top READ top WRITE setTop NOTIFY viewChanged)
    Q_PROPERTY(double viewHeight READ viewHeight WRITE setViewHeight NOTIFY viewChanged)
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY currentChanged)
    Q_PROPERTY(double contentHeight READ contentHeight NOTIFY arranged)
    Q_PROPERTY(int columns READ columns NOTIFY arranged)
    Q_PROPERTY(int total READ total NOTIFY arranged)
    Q_PROPERTY(QAbstractListModel *headers READ headers CONSTANT)

public:
    /// Roles beside those of the source.
    enum Role { ItemIndex = Qt::UserRole + 1000, CellX, CellY, CellWidth, CellHeight, IsSelected, IsCurrent };
    Q_ENUM(Role)

    explicit GridWindow(QObject *parent = nullptr);

    [[nodiscard]] SectionedModel *source() const { return m_source; }
    void setSource(SectionedModel *source);
    [[nodiscard]] Selection *selection() const { return m_selection; }
    void setSelection(Selection *selection);
    [[nodiscard]] double width() const { return m_measures.width; }
    void setWidth(double width);
    [[nodiscard]] double cell() const { return m_measures.cell; }
    void setCell(double cell);
    [[nodiscard]] double caption() const { return m_measures.caption; }
    void setCaption(double caption);
    [[nodiscard]] double gap() const { return m_measures.gap; }
    void setGap(double gap);
    [[nodiscard]] double header() const { return m_measures.header; }
    void setHeader(double header);
    [[nodiscard]] bool isJustified() const { return m_measures.isJustified; }
    void setJustified(bool isJustified);
    /// Somebody drags the view past thousands: what it shows is asked for when it rests.
    [[nodiscard]] bool isScrubbing() const { return m_isScrubbing; }
    void setScrubbing(bool isScrubbing);
    /// The height from which the role `cellY` counts: drawing knows no pixels beyond sixteen million.
    [[nodiscard]] double origin() const { return m_origin; }
    /// The height at which the view begins.
    [[nodiscard]] double top() const { return m_top; }
    void setTop(double top);
    [[nodiscard]] double viewHeight() const { return m_viewHeight; }
    void setViewHeight(double height);
    /// The item with the keyboard's focus; -1: none.
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int item);
    [[nodiscard]] double contentHeight() const { return m_layout.height(); }
    [[nodiscard]] int columns() const { return m_layout.columns(); }
    [[nodiscard]] int total() const { return m_layout.count(); }
    [[nodiscard]] QAbstractListModel *headers() const;
    [[nodiscard]] const GridLayout &layout() const { return m_layout; }

    [[nodiscard]] Q_INVOKABLE QRectF rectOf(int item) const { return m_layout.cellAt(item); }
    [[nodiscard]] Q_INVOKABLE int itemAt(double x, double y) const { return m_layout.itemAt({x, y}); }
    [[nodiscard]] Q_INVOKABLE QList<int> itemsIn(const QRectF &area) const;
    /// So many lines above (negative) or below; one who goes on keeps to the place where he began.
    [[nodiscard]] Q_INVOKABLE int moved(int item, int lines);
    /// So many views above or below; the end where there are no more.
    [[nodiscard]] Q_INVOKABLE int paged(int item, int pages);
    /// The heading of what is at that height.
    [[nodiscard]] Q_INVOKABLE QString titleAt(double y) const;
    /// Whether all, some or none of a section is selected.
    [[nodiscard]] Q_INVOKABLE Qt::CheckState markOf(int section) const;
    /// Selects all of a section, or none of it where all were.
    Q_INVOKABLE void toggleSection(int section);

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_SIGNAL void sourceChanged();
    Q_SIGNAL void selectionChanged();
    Q_SIGNAL void measuresChanged();
    Q_SIGNAL void scrubbingChanged();
    Q_SIGNAL void originChanged();
    Q_SIGNAL void viewChanged();
    Q_SIGNAL void currentChanged();
    Q_SIGNAL void arranged();
    Q_SIGNAL void moveTo(double top); ///< the view should begin there, so that what is seen stays in its place

private:
    template <typename Value>
    void setMeasure(Value GridLayout::Measures::*measure, Value value);
    void arrange();
    /// Keeps what the person looks at in its place while rows come and go above it.
    void rearrange();
    /// Keeps what is in the middle there while all cells get other places.
    void remeasure();
    void keepCurrent();
    /// The items are where they are: the view begins at about `top`.
    void showFrom(double top);
    /// An item in view, and how far below the top of the view it is.
    struct Seen
    {
        int item = 0;
        qint64 key = 0;
        double offset = 0;
    };
    [[nodiscard]] std::vector<Seen> seenItems() const;
    /// Where the view must begin for the items that were seen to stay where they are.
    [[nodiscard]] double topFor(const std::vector<Seen> &seen) const;
    /// What keeps its place, and how far its middle is below the top of the view.
    struct Held
    {
        qint64 key = 0;
        double offset = 0;
    };
    [[nodiscard]] std::optional<Held> heldItem() const;
    [[nodiscard]] std::vector<int> rowsOfSlots() const;
    [[nodiscard]] GridLayout::Range visibleItems() const;
    void showVisible();
    void moveOrigin();
    void wantVisible();
    [[nodiscard]] bool hasOtherShapes(int first, int last) const;
    [[nodiscard]] const Section *sectionAt(int section) const;
    void tellItems(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles);
    void tellAll(const QList<int> &roles);

    QPointer<SectionedModel> m_source;
    QPointer<Selection> m_selection;
    GridLayout m_layout;
    GridLayout::Measures m_measures;
    Slots m_slots;
    GridHeaders *m_headers;
    std::optional<Held> m_held; ///< until the person scrolls, so that many small changes do not add up
    QTimer m_rest;
    QTimer m_growing;
    bool m_isScrubbing = false;
    bool m_isArranging = false;
    bool m_isReadAnew = false; ///< any row may show something else
    int m_aimed = -1;          ///< the item that the keyboard came to on its way up or down, and the place it keeps to
    double m_aim = 0;
    double m_origin = 0;
    double m_top = 0;
    double m_viewHeight = 0;
    int m_current = -1;
    qint64 m_currentKey = -1;
    std::vector<qint64> m_keys; ///< of the items in the slots, as they were when they were shown
};

} // namespace kinframe::ui
