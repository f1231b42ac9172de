// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// node run.mjs SERVICE KEY RECORDS: asks every query of both packages, and prints one line of JSON for each: the
// package, the query's name and, where the answer is not what it should be, what is wrong with it.
import { readFileSync } from 'node:fs';
import { queries as odataQuery } from './odata_query.mjs';
import { queries as odataClient } from './odata_client.mjs';

const [service, key, path] = process.argv.slice(2);
// Beyond 2^53 numbers of JavaScript are not what was written, so those are texts here.
const text = readFileSync(path, 'utf8').replace(/"seed":\s*(\d+)/g, '"seed":"$1"');

async function fetchJson(url) {
    const answer = await fetch(url, { headers: { 'x-api-key': key } });
    if (!answer.ok) {
        throw new Error(`${answer.status}: ${await answer.text()}`);
    }
    return answer.json();
}

async function problemOf(query) {
    const answer = await query.ask();
    if (!Array.isArray(answer.value)) {
        return JSON.stringify(answer);
    }
    const found = answer.value.map((image) => image.frame_number);
    const expected = query.expected(JSON.parse(text)).map((record) => record.frame_number);
    if (JSON.stringify(found) !== JSON.stringify(expected)) {
        return `found ${found}; expected ${expected}`;
    }
    const total = query.total?.(JSON.parse(text));
    return total === undefined || answer['@odata.count'] === total ? null : `counted ${answer['@odata.count']}, not ${total}`;
}

for (const [name, queries] of [['odata-query', odataQuery], ['@odata/client', odataClient]]) {
    for (const query of queries(service, fetchJson, key)) {
        const problem = await problemOf(query).catch((error) => String(error));
        console.log(JSON.stringify({ package: name, query: query.name, problem }));
    }
}
