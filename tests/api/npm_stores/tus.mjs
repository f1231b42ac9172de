// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// node tus.mjs ENDPOINT KEY FILE MD5: uploads the file, breaks that off half way, and goes on with it as another
// program would. Prints one line of JSON: where it went on, and the headers of the last answer.
import { createReadStream, statSync } from 'node:fs';
import { Upload } from 'tus-js-client';

const [endpoint, key, path, hash] = process.argv.slice(2);
const size = statSync(path).size;

/// Runs until it is whole, or `stopAt` bytes are accepted; gives the upload's address.
function send(more, stopAt) {
    return new Promise((resolve, reject) => {
        const result = { first: null, headers: {} };
        const upload = new Upload(createReadStream(path), {
            endpoint,
            uploadSize: size,
            chunkSize: 1024 * 1024,
            retryDelays: [0, 100],
            headers: { 'x-api-key': key },
            metadata: { filename: 'wolf.ma', hash, path: 'projects/tus/wolf.ma' },
            onAfterResponse: (request, response) => {
                const offset = response.getHeader('Upload-Offset');
                if (request.getMethod() === 'HEAD') {
                    result.first = Number(offset);
                }
                for (const name of ['X-Asset-Id', 'X-File-Hash']) {
                    result.headers[name] = response.getHeader(name) ?? null;
                }
            },
            onChunkComplete: (_chunk, accepted) => {
                if (accepted >= stopAt) {
                    upload.abort();
                    resolve({ ...result, url: upload.url });
                }
            },
            onError: reject,
            onSuccess: () => resolve({ ...result, url: upload.url }),
            ...more,
        });
        upload.start();
    });
}

const begun = await send({}, size / 2);
const ended = await send({ uploadUrl: begun.url }, Infinity);
console.log(JSON.stringify({ wentOnAt: ended.first, ...ended.headers }));
