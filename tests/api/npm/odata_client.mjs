// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Queries that the package @odata/client builds and sends, each with what a filter of JavaScript finds among the same
// records. It does not double the quotes of texts, nor encode marks of URLs; whoever uses it does.
import * as odataClient from '@odata/client';

const { OData, EdmV4 } = odataClient.default?.OData ? odataClient.default : odataClient;

const isKnown = (value) => value !== undefined && value !== null;
const time = (text) => EdmV4.DateTimeOffset.from(new Date(text));
const byNumber = (left, right) => left.frame_number - right.frame_number;

const conditions = [
    ['equal', (f) => f.field('steps').eq(7), (r) => r.steps === 7],
    ['not equal', (f) => f.field('rating').ne(3), (r) => r.rating !== 3],
    ['greater', (f) => f.field('rating').gt(3), (r) => isKnown(r.rating) && r.rating > 3],
    ['at least', (f) => f.field('rating').ge(3), (r) => isKnown(r.rating) && r.rating >= 3],
    ['less', (f) => f.field('steps').lt(4), (r) => r.steps < 4],
    ['at most', (f) => f.field('steps').le(4), (r) => r.steps <= 4],
    ['between', (f) => f.field('steps').between(5, 9), (r) => r.steps >= 5 && r.steps <= 9],
    ['between, without the ends', (f) => f.field('steps').between(5, 9, false), (r) => r.steps > 5 && r.steps < 9],
    ['two of one property', (f) => f.field('steps').gt(3).field('steps').lt(9), (r) => r.steps > 3 && r.steps < 9],
    ['two equal of one property', (f) => f.field('steps').eq(3).field('steps').eq(9), (r) => r.steps === 3 || r.steps === 9],
    ['two properties', (f) => f.field('steps').gt(3).field('rating').ge(2), (r) => r.steps > 3 && isKnown(r.rating) && r.rating >= 2],
    ['three properties', (f) => f.field('steps').gt(3).field('rating').ge(2).field('custom_flag').eq(true),
        (r) => r.steps > 3 && isKnown(r.rating) && r.rating >= 2 && r.custom_flag === true],
    ['a text', (f) => f.field('note').eq('plain'), (r) => r.note === 'plain'],
    ['a quote', (f) => f.field('note').eq("it''s"), (r) => r.note === "it's"],
    ['marks of URLs', (f) => f.field('note').eq(encodeURIComponent('猫 & dog + 100% #1')), (r) => r.note === '猫 & dog + 100% #1'],
    ['Chinese', (f) => f.field("contains(note,'长城')").eq(true), (r) => isKnown(r.note) && r.note.includes('长城')],
    ['null', (f) => f.field('note').eq(null), (r) => !isKnown(r.note)],
    ['not null', (f) => f.field('note').ne(null), (r) => isKnown(r.note)],
    ['true', (f) => f.field('custom_flag').eq(true), (r) => r.custom_flag === true],
    ['false', (f) => f.field('custom_flag').eq(false), (r) => r.custom_flag === false],
    ['not true', (f) => f.field('custom_flag').ne(true), (r) => r.custom_flag !== true],
    ['any of numbers', (f) => f.field('steps').in([1, 3, 5, 100]), (r) => [1, 3, 5].includes(r.steps)],
    ['any of texts', (f) => f.field('sampler').in(['Euler a', 'DDIM']), (r) => ['Euler a', 'DDIM'].includes(r.sampler)],
    ['any of texts and a bound', (f) => f.field('sampler').in(['Euler a', 'DDIM']).field('steps').gt(9),
        (r) => ['Euler a', 'DDIM'].includes(r.sampler) && r.steps > 9],
    ['a part', (f) => f.field("contains(model,'diffusion')").eq(true), (r) => r.model.includes('diffusion')],
    ['no part', (f) => f.field("contains(model,'diffusion')").eq(false), (r) => !r.model.includes('diffusion')],
    ['a beginning', (f) => f.field("startswith(model,'stable')").eq(true), (r) => r.model.startsWith('stable')],
    ['an end', (f) => f.field("endswith(model,'v2')").eq(true), (r) => r.model.endsWith('v2')],
    ['length', (f) => f.field('length(note)').gt(8), (r) => isKnown(r.note) && r.note.length > 8],
    ['lower case', (f) => f.field('tolower(note)').eq('plain'), (r) => isKnown(r.note) && r.note.toLowerCase() === 'plain'],
    ['calculated', (f) => f.field('steps add 1').eq(8), (r) => r.steps === 7],
    ['the rest of a division', (f) => f.field('steps mod 2').eq(1), (r) => r.steps % 2 === 1],
    ['rounded', (f) => f.field('round(rating)').eq(4), (r) => isKnown(r.rating) && Math.round(r.rating) === 4],
    ['a fraction', (f) => f.field('cfg_scale').eq(7.5), (r) => r.cfg_scale === 7.5],
    ['a date', (f) => f.field('created_at').ge(time('2024-06-01T00:00:00Z')),
        (r) => new Date(r.created_at) >= new Date('2024-06-01T00:00:00Z')],
    ['a span of time', (f) => f.field('created_at').between(time('2024-02-01T00:00:00Z'), time('2024-03-01T00:00:00Z')),
        (r) => new Date(r.created_at) >= new Date('2024-02-01T00:00:00Z') && new Date(r.created_at) <= new Date('2024-03-01T00:00:00Z')],
    ['a year', (f) => f.field('year(created_at)').eq(2023), (r) => new Date(r.created_at).getUTCFullYear() === 2023],
    ['a tag', (f) => f.field("tags/any(t: t eq 'landscape')").eq(true), (r) => r.tags.includes('landscape')],
    ['no such tag', (f) => f.field("tags/any(t: t eq 'nsfw')").eq(false), (r) => !r.tags.includes('nsfw')],
    ['a tag and a bound', (f) => f.field("tags/any(t: t eq '风景')").eq(true).field('steps').gt(2),
        (r) => r.tags.includes('风景') && r.steps > 2],
    ['how many tags', (f) => f.field('tags/$count').ge(2), (r) => r.tags.length >= 2],
    ['an unknown property', (f) => f.field('nobody_set_this').eq(null), () => true],
];

const wholes = [
    ['ordered', (p) => p.orderby([{ field: 'rating', order: 'desc' }, { field: 'frame_number', order: 'asc' }]).top(200),
        (all) => all.sort((a, b) => (b.rating ?? -1) - (a.rating ?? -1) || byNumber(a, b))],
    ['the first', (p) => p.orderby('frame_number', 'asc').top(5), (all) => all.sort(byNumber).slice(0, 5)],
    ['those behind', (p) => p.orderby('frame_number', 'desc').top(4).skip(3), (all) => all.sort(byNumber).reverse().slice(3, 7)],
    ['counted', (p) => p.orderby('frame_number', 'asc').top(2).count(true), (all) => all.sort(byNumber).slice(0, 2),
        (all) => all.length],
    ['some fields', (p) => p.orderby('frame_number', 'asc').top(3).select(['frame_number', 'steps']),
        (all) => all.sort(byNumber).slice(0, 3)],
    ['a word', (p) => p.orderby('frame_number', 'asc').search('长城', false),
        (all) => all.filter((r) => isKnown(r.note) && r.note.includes('长城')).sort(byNumber)],
];

export function queries(service, fetchJson, key) {
    const client = OData.New4({ serviceEndpoint: service, commonHeaders: { 'x-api-key': key } });
    const ask = (params) => () => client.newRequest({ collection: 'images', params });
    return [
        ...conditions.map(([name, filter, isWanted]) => ({
            name,
            ask: ask(client.newParam().filter(filter(client.newFilter())).orderby('frame_number', 'asc').top(200)),
            expected: (all) => all.filter(isWanted).sort(byNumber),
        })),
        ...wholes.map(([name, params, expected, total]) => ({ name, ask: ask(params(client.newParam())), expected, total })),
    ];
}
