// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/metadata_parts.h"
#include "media/metadata_text.h"
#include "media/write_parts.h"

#include <QByteArrayView>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

// Whoever drew a box drew it larger or smaller than others do; the same head still shares this much.
constexpr double sameHead = 0.3;
// The same box, with other rounding.
constexpr double sameBox = 0.95;
constexpr int decimals = 6; // a hundredth of a pixel in the largest pictures

/// Where a kind of region stands in the tree of values.
struct Layout
{
    const char *root; ///< key of the structure that holds the list
    const char *list; ///< of the list in it
};
constexpr Layout workingGroup{"Xmp.mwg-rs.Regions", "Xmp.mwg-rs.Regions/mwg-rs:RegionList"};
constexpr Layout microsoft{"Xmp.MP.RegionInfo", "Xmp.MP.RegionInfo/MPRI:Regions"};
constexpr char workingGroupSize[] = "Xmp.mwg-rs.Regions/mwg-rs:AppliedToDimensions";
constexpr char workingGroupWidth[] = "Xmp.mwg-rs.Regions/mwg-rs:AppliedToDimensions/stDim:w";
constexpr char workingGroupHeight[] = "Xmp.mwg-rs.Regions/mwg-rs:AppliedToDimensions/stDim:h";
constexpr char workingGroupUnit[] = "Xmp.mwg-rs.Regions/mwg-rs:AppliedToDimensions/stDim:unit";

using Values = std::vector<std::pair<std::string, std::string>>; ///< path below an item, and text

std::string numberText(double number)
{
    return QString::number(number, 'f', decimals).toStdString();
}

Exiv2::XmpTextValue textValue(const std::string &text)
{
    Exiv2::XmpTextValue value;
    value.value_ = text;
    return value;
}

Exiv2::XmpTextValue structValue()
{
    Exiv2::XmpTextValue value;
    value.setXmpStruct();
    return value;
}

/// One region as it is written: its values by their paths below the item.
struct Item
{
    std::vector<std::pair<std::string, Exiv2::Xmpdatum>> values;
    std::optional<FaceRegion> region; ///< upright, where it can be understood
};

/// A list of regions, taken out of the values and put back changed.
class RegionList
{
public:
    RegionList(Exiv2::XmpData &xmp, const Layout &layout)
        : m_xmp(xmp)
        , m_layout(layout)
        , m_item(std::string(layout.list).append("["))
    {
        for (const Exiv2::Xmpdatum &datum : xmp) {
            const std::string key = datum.key();
            if (key.compare(0, m_item.size(), m_item) == 0) {
                const std::size_t end = key.find(']', m_item.size());
                const int number = end == std::string::npos
                                       ? 0
                                       : QByteArrayView(key).sliced(m_item.size(), end - m_item.size()).toInt();
                if (number > 0) {
                    m_items[number].values.emplace_back(key.substr(end + 1), datum);
                }
            }
        }
    }

    [[nodiscard]] std::map<int, Item> &items() { return m_items; }

    /// The values of one item alone, as item 1, with those that are about all.
    [[nodiscard]] std::vector<RegionValue> valuesOf(const Item *item) const
    {
        std::vector<RegionValue> values;
        const auto add = [&](const std::string &path, const Exiv2::Xmpdatum &datum) {
            values.push_back({withoutPrefixes(path), cleanText(QByteArrayView(datum.toString()))});
        };
        for (const Exiv2::Xmpdatum &datum : m_xmp) {
            const std::string key = datum.key();
            if (isBelow(key, m_layout.root) && key.compare(0, m_item.size(), m_item) != 0) {
                add(datum.tagName(), datum);
            }
        }
        if (item != nullptr) {
            const std::string first = m_item.substr(m_item.find('.', 4) + 1) + "1]";
            for (const auto &[path, datum] : item->values) {
                add(first + path, datum);
            }
        }
        return values;
    }

    /// Puts these in place of what was there, below a root that `head` fills. None at all: the root goes too.
    template <typename Head>
    void replace(const std::vector<Item> &kept, const std::vector<Values> &added, Head head)
    {
        const std::string list = m_layout.list;
        eraseBelow(list);
        if (kept.empty() && added.empty()) {
            eraseBelow(m_layout.root);
            return;
        }
        addOnce(m_layout.root, structValue());
        head();
        Exiv2::XmpTextValue bag;
        bag.setXmpArrayType(Exiv2::XmpValue::xaBag);
        m_xmp.add(Exiv2::XmpKey(list), &bag);
        int number = 0;
        for (const Item &item : kept) {
            const std::string key = m_item + std::to_string(++number) + "]";
            for (const auto &[path, datum] : item.values) {
                m_xmp.add(Exiv2::XmpKey(key + path), &datum.value());
            }
        }
        for (const Values &item : added) {
            const std::string key = m_item + std::to_string(++number) + "]";
            const Exiv2::XmpTextValue itemValue = structValue();
            m_xmp.add(Exiv2::XmpKey(key), &itemValue);
            for (const auto &[path, text] : item) {
                const Exiv2::XmpTextValue value = textValue(text);
                m_xmp.add(Exiv2::XmpKey(key + path), &value);
            }
        }
    }

    void addOnce(const std::string &key, const Exiv2::XmpTextValue &value)
    {
        const Exiv2::XmpKey xmpKey(key);
        if (m_xmp.findKey(xmpKey) == m_xmp.end()) {
            m_xmp.add(xmpKey, &value);
        }
    }

    void eraseBelow(const std::string &root)
    {
        for (auto datum = m_xmp.begin(); datum != m_xmp.end();) {
            datum = isBelow(datum->key(), root) ? m_xmp.erase(datum) : datum + 1;
        }
    }

private:
    [[nodiscard]] static bool isBelow(const std::string &key, const std::string &root)
    {
        return key.compare(0, root.size(), root) == 0 &&
               (key.size() == root.size() || key[root.size()] == '/' || key[root.size()] == '[');
    }

    Exiv2::XmpData &m_xmp;
    Layout m_layout;
    std::string m_item; ///< the key of an item up to its number
    std::map<int, Item> m_items;
};

/// Which of the regions that are written stay, and which faces are to be added.
struct Plan
{
    std::vector<Item> kept;
    std::vector<FaceRegion> added;
    bool changesAnything = false;
};

bool isNamedFace(const FaceRegion &face)
{
    return face.kind == FaceRegion::Kind::Face && !face.name.isEmpty();
}

Plan planFor(std::map<int, Item> items, const std::vector<FaceRegion> &faces)
{
    Plan plan;
    std::copy_if(faces.begin(), faces.end(), std::back_inserter(plan.added), isNamedFace);
    for (auto &[number, item] : items) {
        if (!item.region || item.region->kind != FaceRegion::Kind::Face) {
            plan.kept.push_back(std::move(item));
            continue;
        }
        const FaceRegion &region = *item.region;
        const auto said = std::find_if(plan.added.begin(), plan.added.end(), [&](const FaceRegion &face) {
            return face.name == region.name && overlapOf(face, region) >= sameBox;
        });
        if (said != plan.added.end()) {
            plan.added.erase(said);
            plan.kept.push_back(std::move(item));
            continue;
        }
        // A box without a name that nobody has named here either may mean something to whoever drew it.
        const bool isOurs = std::any_of(faces.begin(), faces.end(), [&](const FaceRegion &face) {
            return overlapOf(face, region) >= sameHead && !(face.name.isEmpty() && region.name.isEmpty());
        });
        if (isOurs) {
            plan.changesAnything = true;
        } else {
            plan.kept.push_back(std::move(item));
        }
    }
    plan.changesAnything = plan.changesAnything || !plan.added.empty();
    return plan;
}

Values workingGroupItem(const FaceRegion &face, int orientation)
{
    const FaceRegion stored = storedRegion(face, orientation);
    return {{"/mwg-rs:Name", cleanText(QStringView(face.name)).toStdString()},
            {"/mwg-rs:Type", "Face"},
            {"/mwg-rs:Area/stArea:x", numberText(stored.x + stored.width / 2)},
            {"/mwg-rs:Area/stArea:y", numberText(stored.y + stored.height / 2)},
            {"/mwg-rs:Area/stArea:w", numberText(stored.width)},
            {"/mwg-rs:Area/stArea:h", numberText(stored.height)},
            {"/mwg-rs:Area/stArea:unit", "normalized"}};
}

/// The region as it was, with its box on the stored pixels.
Item redrawn(Item item, int orientation)
{
    if (!item.region) {
        return item;
    }
    const Values values = workingGroupItem(*item.region, orientation);
    for (auto &[path, datum] : item.values) {
        const QString plain = withoutPrefixes(path);
        for (const auto &[ownPath, text] : values) {
            if (plain.startsWith("/Area/"_L1) && plain == withoutPrefixes(ownPath)) {
                const Exiv2::XmpTextValue value = textValue(text);
                datum.setValue(&value);
            }
        }
    }
    return item;
}

void writeWorkingGroup(Exiv2::XmpData &xmp, const std::vector<FaceRegion> &faces, const RegionFrame &frame)
{
    RegionList list(xmp, workingGroup);
    const RegionsDrawn drawn = workingGroupDrawnOn(list.valuesOf(nullptr), frame);
    for (auto &[number, item] : list.items()) {
        const auto regions = workingGroupRegions(list.valuesOf(&item), frame);
        if (!regions.empty()) {
            item.region = regions.front();
        }
    }
    Plan plan = planFor(list.items(), faces);
    if (!plan.changesAnything) {
        return;
    }
    if (drawn == RegionsDrawn::Elsewhere) {
        plan.kept.clear(); // Boxes of another crop would point anywhere in this picture.
    } else if (drawn == RegionsDrawn::OnUpright) {
        for (Item &item : plan.kept) {
            item = redrawn(std::move(item), frame.orientation);
        }
    }
    std::vector<Values> added;
    for (const FaceRegion &face : plan.added) {
        added.push_back(workingGroupItem(face, frame.orientation));
    }
    list.replace(plan.kept, added, [&] {
        if (plan.kept.empty() || drawn != RegionsDrawn::OnStored) {
            list.eraseBelow(workingGroupSize); // Else what stays may count in pixels of it.
        }
        list.addOnce(workingGroupSize, structValue());
        list.addOnce(workingGroupWidth, textValue(std::to_string(frame.width)));
        list.addOnce(workingGroupHeight, textValue(std::to_string(frame.height)));
        list.addOnce(workingGroupUnit, textValue("pixel"));
    });
}

void writeMicrosoft(Exiv2::XmpData &xmp, const std::vector<FaceRegion> &faces, const RegionFrame &frame)
{
    RegionList list(xmp, microsoft);
    if (list.items().empty()) {
        return;
    }
    for (auto &[number, item] : list.items()) {
        const auto regions = microsoftRegions(list.valuesOf(&item), frame);
        if (!regions.empty()) {
            item.region = regions.front();
        }
    }
    const Plan plan = planFor(list.items(), faces);
    if (!plan.changesAnything) {
        return;
    }
    std::vector<Values> added;
    for (const FaceRegion &face : plan.added) {
        const FaceRegion stored = storedRegion(face, frame.orientation);
        added.push_back({{"/MPReg:Rectangle", numberText(stored.x) + ", " + numberText(stored.y) + ", " +
                                                  numberText(stored.width) + ", " + numberText(stored.height)},
                         {"/MPReg:PersonDisplayName", cleanText(QStringView(face.name)).toStdString()}});
    }
    list.replace(plan.kept, added, [] {});
}

} // namespace

void writeXmpRegions(Exiv2::XmpData &xmp, const std::vector<FaceRegion> &faces, const RegionFrame &frame)
{
    writeWorkingGroup(xmp, faces, frame);
    writeMicrosoft(xmp, faces, frame);
}

} // namespace kinframe::media
