// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Queries that the package odata-query builds, each with what a filter of JavaScript finds among the same records.
import odataQuery from 'odata-query';

const build = odataQuery.default ?? odataQuery;

const isKnown = (value) => value !== undefined && value !== null;
const has = (record, tag) => record.tags.includes(tag);

// A name, what is built, and which records it is true for.
const conditions = [
    ['a bound', { rating: { ge: 4 } }, (r) => isKnown(r.rating) && r.rating >= 4],
    ['two bounds of one property', { rating: { ge: 2, lt: 4 } }, (r) => isKnown(r.rating) && r.rating >= 2 && r.rating < 4],
    ['two properties', { rating: { gt: 1 }, steps: { le: 20 } }, (r) => isKnown(r.rating) && r.rating > 1 && r.steps <= 20],
    ['a number', { steps: 7 }, (r) => r.steps === 7],
    ['not a number', { rating: { ne: 3 } }, (r) => r.rating !== 3],
    ['a text', { note: 'plain' }, (r) => r.note === 'plain'],
    ['a quote', { note: "it's" }, (r) => r.note === "it's"],
    ['marks of URLs', { note: { eq: '猫 & dog + 100% #1' } }, (r) => r.note === '猫 & dog + 100% #1'],
    ['Chinese', { note: { contains: '长城' } }, (r) => isKnown(r.note) && r.note.includes('长城')],
    ['a part', { model: { contains: 'diffusion' } }, (r) => r.model.includes('diffusion')],
    ['a beginning', { model: { startswith: 'stable' } }, (r) => r.model.startsWith('stable')],
    ['an end', { model: { endswith: 'v2' } }, (r) => r.model.endsWith('v2')],
    ['a beginning and an end', { model: { startswith: 'dream', endswith: 'v1' } },
        (r) => r.model.startsWith('dream') && r.model.endsWith('v1')],
    ['true', { custom_flag: true }, (r) => r.custom_flag === true],
    ['false', { custom_flag: false }, (r) => r.custom_flag === false],
    ['not true', { custom_flag: { ne: true } }, (r) => r.custom_flag !== true],
    ['null', { note: null }, (r) => !isKnown(r.note)],
    ['not null', { note: { ne: null } }, (r) => isKnown(r.note)],
    ['or', { or: [{ steps: 1 }, { steps: 2 }, { rating: 5 }] }, (r) => r.steps === 1 || r.steps === 2 || r.rating === 5],
    ['and', { and: [{ steps: { gt: 5 } }, { model: { contains: 'dream' } }] }, (r) => r.steps > 5 && r.model.includes('dream')],
    ['or in and', { and: [{ or: [{ steps: { lt: 5 } }, { steps: { gt: 25 } }] }, { custom_flag: true }] },
        (r) => (r.steps < 5 || r.steps > 25) && r.custom_flag === true],
    ['not, of what may be missing', { not: { rating: { gt: 3 } } }, (r) => !(isKnown(r.rating) && r.rating > 3)],
    ['not or', { not: { or: [{ steps: 1 }, { steps: 2 }] } }, (r) => r.steps !== 1 && r.steps !== 2],
    ['in, numbers', { steps: { in: [1, 3, 5, 100] } }, (r) => [1, 3, 5].includes(r.steps)],
    ['in, texts', { sampler: { in: ['Euler a', 'DDIM'] } }, (r) => ['Euler a', 'DDIM'].includes(r.sampler)],
    ['lower case', { 'tolower(note)': 'plain' }, (r) => isKnown(r.note) && r.note.toLowerCase() === 'plain'],
    ['upper case of letters beyond ASCII', { 'toupper(note)': 'ÉCLAIR' },
        (r) => isKnown(r.note) && r.note.toUpperCase() === 'ÉCLAIR'],
    ['length', { 'length(note)': { gt: 8 } }, (r) => isKnown(r.note) && r.note.length > 8],
    ['where a part is', { "indexof(note,'l')": 1 }, (r) => isKnown(r.note) && r.note.indexOf('l') === 1],
    ['a part cut out', { 'substring(model,0,5)': 'dream' }, (r) => r.model.slice(0, 5) === 'dream'],
    ['calculated', { 'steps mul 2': { gt: 50 } }, (r) => r.steps * 2 > 50],
    ['the rest of a division', { 'steps mod 3': 0 }, (r) => r.steps % 3 === 0],
    ['rounded', { 'round(rating)': 4 }, (r) => isKnown(r.rating) && Math.round(r.rating) === 4],
    ['rounded down', { 'floor(cfg_scale)': 7 }, (r) => Math.floor(r.cfg_scale) === 7],
    ['a fraction', { cfg_scale: 7.5 }, (r) => r.cfg_scale === 7.5],
    ['beyond 2^53', { seed: { type: 'raw', value: '9007199254740993' } }, (r) => r.seed === '9007199254740993'],
    ['a date', { created_at: { ge: new Date('2024-06-01T00:00:00Z') } },
        (r) => new Date(r.created_at) >= new Date('2024-06-01T00:00:00Z')],
    ['a span of time', { created_at: { ge: new Date('2024-02-01T00:00:00Z'), lt: new Date('2024-03-01T00:00:00Z') } },
        (r) => new Date(r.created_at) >= new Date('2024-02-01T00:00:00Z') && new Date(r.created_at) < new Date('2024-03-01T00:00:00Z')],
    ['a year', { 'year(created_at)': 2023 }, (r) => new Date(r.created_at).getUTCFullYear() === 2023],
    ['a month', { 'month(created_at)': 2 }, (r) => new Date(r.created_at).getUTCMonth() === 1],
    ['a tag', ["tags/any(t: t eq 'landscape')"], (r) => has(r, 'landscape')],
    ['a tag and a bound', ["tags/any(t: t eq 'landscape')", { rating: { ge: 3 } }],
        (r) => has(r, 'landscape') && isKnown(r.rating) && r.rating >= 3],
    ['a tag of Chinese', ["tags/any(t: t eq '风景')"], (r) => has(r, '风景')],
    ['no such tag', ["not tags/any(t: t eq 'nsfw')"], (r) => !has(r, 'nsfw')],
    ['the key of a tag', { tag_landscape: true }, (r) => has(r, 'landscape')],
    ['people, where nobody is known', { people: { any: [{ name: 'x' }] } }, () => false],
    ['an unknown property', { nobody_set_this: { gt: 1 } }, () => false],
];

const byNumber = (left, right) => left.frame_number - right.frame_number;

// Whole queries: what is built, and the records in the order that is asked for.
const wholes = [
    ['ordered', { filter: { rating: { ge: 0 } }, orderBy: ['rating desc', 'frame_number'] },
        (all) => all.filter((r) => isKnown(r.rating)).sort((a, b) => b.rating - a.rating || byNumber(a, b))],
    ['nulls first', { orderBy: ['rating', 'frame_number'] },
        (all) => all.sort((a, b) => (a.rating ?? -1) - (b.rating ?? -1) || byNumber(a, b))],
    ['the first', { orderBy: 'frame_number', top: 5 }, (all) => all.sort(byNumber).slice(0, 5)],
    ['those behind', { orderBy: 'frame_number desc', top: 4, skip: 3 }, (all) => all.sort(byNumber).reverse().slice(3, 7)],
    ['counted', { filter: { steps: { gt: 10 } }, count: true, top: 2, orderBy: 'frame_number' },
        (all) => all.filter((r) => r.steps > 10).sort(byNumber).slice(0, 2), (all) => all.filter((r) => r.steps > 10).length],
    ['some fields', { filter: { steps: { le: 3 } }, select: ['frame_number', 'steps'], orderBy: 'frame_number' },
        (all) => all.filter((r) => r.steps <= 3).sort(byNumber)],
    ['a word', { search: 'éclair', orderBy: 'frame_number' },
        (all) => all.filter((r) => isKnown(r.note) && r.note.toLowerCase().includes('éclair')).sort(byNumber)],
];

export function queries(service, fetchJson) {
    const ask = (options) => () => fetchJson(`${service}images${build(options)}`);
    return [
        ...conditions.map(([name, filter, isWanted]) => ({
            name, ask: ask({ filter, orderBy: 'frame_number', top: 200 }),
            expected: (all) => all.filter(isWanted).sort(byNumber),
        })),
        ...wholes.map(([name, options, expected, total]) => ({ name, ask: ask(options), expected, total })),
    ];
}
