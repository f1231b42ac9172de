// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// node store.mjs FOLDER BUCKET: an object store over that folder until its input ends. It takes no request but with a
// signature as aws4 makes it for the same request. Prints one line of JSON: the port.
import aws4 from 'aws4';
import S3rver from 's3rver';

const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
const common = { service: 's3', region: 'us-east-1' };

function authorizationOf(request) {
    const names = /SignedHeaders=([^,]+)/.exec(request.headers.authorization)?.[1].split(';') ?? [];
    const headers = Object.fromEntries(names.map((name) => [name, request.headers[name]]));
    return aws4.sign({ ...common, method: request.method, path: request.url, headers }, credentials).headers.Authorization;
}

function signatureOf(request) {
    const url = new URL(request.url, 'http://store');
    const kept = ['X-Amz-Date', 'X-Amz-Expires'].map((name) => `${name}=${url.searchParams.get(name)}`);
    const path = `${url.pathname}?${kept.join('&')}`;
    const headers = { host: request.headers.host };
    const signed = aws4.sign({ ...common, signQuery: true, method: request.method, path, headers }, credentials);
    return new URL(signed.path, 'http://store').searchParams.get('X-Amz-Signature');
}

function isSigned(request) {
    const signature = new URL(request.url, 'http://store').searchParams.get('X-Amz-Signature');
    return signature === null
        ? request.headers.authorization === authorizationOf(request)
        : signature === signatureOf(request);
}

const [folder, bucket] = process.argv.slice(2);
const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    directory: folder,
    silent: true,
    configureBuckets: [{ name: bucket }],
});
server.middleware.unshift(async (context, next) => {
    if (isSigned(context.req)) {
        await next();
    } else {
        context.status = 403;
        context.body = '<Error><Code>SignatureDoesNotMatch</Code></Error>';
    }
});
const address = await server.run();
console.log(JSON.stringify({ port: address.port }));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
