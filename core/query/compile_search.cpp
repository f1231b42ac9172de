// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Words in any text that people gave or see: names, tags, prompts, notes, people.
#include "query/compiler.h"

#include "base/search_folding.h"

namespace kinframe::query {
namespace {

using namespace Qt::StringLiterals;

std::string has(const std::string &text, const std::string &words)
{
    return "kf_contains_any_case(" + text + ", " + words + ')';
}

// Whether the words are in the metadata of the asset: the long way, for what the index does not have yet.
std::string isIn(const std::string &asset, const std::string &words)
{
    return '(' + has(asset + ".file_name", words) + " OR coalesce(" + has(asset + ".model", words) +
           ", 0) OR EXISTS (SELECT 1 FROM asset_tag WHERE asset_id = " + asset + ".id AND " + has("tag", words) +
           ") OR EXISTS (SELECT 1 FROM prop WHERE asset_id = " + asset +
           ".id AND txt IS NOT NULL AND num IS NULL AND " + has("txt", words) + "))";
}

} // namespace

std::string Compiler::facesNamed(const std::string &words) const
{
    return "FROM face WHERE owner_id = " + m_owner +
           " AND is_dismissed = 0 AND person_id IN (SELECT id FROM person WHERE owner_id = " + m_owner + " AND " +
           has("name", words) + ')';
}

std::string Compiler::searchedSet(const QString &words)
{
    const std::string wanted = m_bindings.add(words);
    QString folded = foldedForSearch(words);
    std::string indexed;
    if (isLongEnoughToLookUp(folded)) {
        const std::string phrase = m_bindings.add(u'"' + folded.replace(u'"', "\"\""_L1) + u'"');
        indexed = "SELECT rowid AS id FROM search_index WHERE search_index MATCH " + phrase;
    } else {
        indexed = "SELECT id FROM search_text WHERE instr(text, " + m_bindings.add(folded) + ") > 0";
    }
    return indexed +
           " AND rowid NOT IN (SELECT asset_id FROM search_stale) UNION ALL SELECT s.id FROM search_stale CROSS JOIN "
           "asset "
           "s ON s.id = search_stale.asset_id WHERE s.owner_id = " +
           m_owner + " AND " + isIn("s", wanted) + " UNION ALL SELECT asset_id " + facesNamed(wanted);
}

std::string Compiler::search(const QString &words)
{
    m_usesAsset = true;
    if (m_usesSets) {
        return "a.id IN (" + searchedSet(words) + ')';
    }
    m_readsRows = true;
    const std::string wanted = m_bindings.add(words);
    return "(CASE WHEN EXISTS (SELECT 1 FROM search_stale WHERE asset_id = a.id) THEN " + isIn("a", wanted) +
           " ELSE EXISTS (SELECT 1 FROM search_text WHERE id = a.id AND instr(text, " +
           m_bindings.add(foldedForSearch(words)) + ") > 0) END OR EXISTS (SELECT 1 " + facesNamed(wanted) +
           " AND asset_id = a.id))";
}

} // namespace kinframe::query
