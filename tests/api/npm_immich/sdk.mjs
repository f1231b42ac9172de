// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// node sdk.mjs VERSION SERVER EMAIL PASSWORD FOLDER: does with that version of @immich/sdk what programs do with it, on
// the pictures of a folder, and prints one line of JSON for each step: its name and, where it went wrong, what is.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const [version, server, email, password, folder] = process.argv.slice(2);
const sdk = await import(`immich-sdk-${version}`);
const hasSync = 'getFullSyncForUser' in sdk;
const files = readdirSync(folder).sort().map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
const sha1 = (bytes, digits) => createHash('sha1').update(bytes).digest(digits);
const found = {};

function formOf(file, more = {}) {
    return {
        assetData: new File([file.bytes], file.name),
        deviceAssetId: file.name,
        deviceId: `sdk ${version}`,
        fileCreatedAt: '2024-05-06T07:08:09.000Z',
        fileModifiedAt: '2024-05-06T07:08:09.000Z',
        ...more,
    };
}

async function until(isSo) {
    const end = Date.now() + 240_000;
    while (!(await isSo())) {
        assert.ok(Date.now() < end, 'nothing comes of it');
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
}

async function statusOf(call) {
    return call.then(() => 200, (error) => error.status ?? error);
}

// Which the oldest version has no function for.
async function drawFace(face) {
    const answer = await fetch(`${server}/api/faces`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: sdk.defaults.headers.Authorization },
        body: JSON.stringify(face),
    });
    assert.ok(answer.ok, `${answer.status}`);
}

async function fullSync(limit) {
    const all = [];
    let lastId;
    for (;;) {
        const page = await sdk.getFullSyncForUser({
            assetFullSyncDto: { limit, updatedUntil: new Date().toISOString(), lastId },
        });
        all.push(...page);
        if (page.length < limit) {
            return all;
        }
        lastId = page.at(-1).id;
    }
}

const steps = {
    'signs in': async () => {
        sdk.init({ baseUrl: `${server}/api`, apiKey: '' });
        assert.equal((await sdk.pingServer()).res, 'pong');
        const login = await sdk.login({ loginCredentialDto: { email, password } });
        assert.equal(login.userEmail, email);
        sdk.setApiKey?.('');
        delete sdk.defaults.headers['x-api-key'];
        sdk.defaults.headers.Authorization = `Bearer ${login.accessToken}`;
        assert.equal((await sdk.validateAccessToken()).authStatus, true);
        found.user = await sdk.getMyUser();
        assert.equal(found.user.id, login.userId);
    },
    'refuses a wrong password': async () => {
        const wrong = sdk.login({ loginCredentialDto: { email, password: `${password}?` } });
        assert.equal(await statusOf(wrong), 401);
    },
    'looks at the server': async () => {
        assert.deepEqual(await sdk.getServerVersion(), { major: 2, minor: 7, patch: 5 });
        assert.equal((await sdk.getAboutInfo()).version, 'v2.7.5');
        const storage = await sdk.getStorage();
        assert.ok(storage.diskSizeRaw > 0 && storage.diskAvailableRaw <= storage.diskSizeRaw);
        assert.match(storage.diskSize, /^\d+(\.\d)? [KMGTP]?i?B/);
        assert.ok((await sdk.getSupportedMediaTypes()).image.includes('.jpg'));
        assert.equal(typeof (await sdk.getServerConfig()).trashDays, 'number');
        assert.equal((await sdk.getServerFeatures()).passwordLogin, true);
    },
    'keeps preferences': async () => {
        assert.equal((await sdk.getMyPreferences()).tags.enabled, true);
        const changed = await sdk.updateMyPreferences({ userPreferencesUpdateDto: { tags: { enabled: false } } });
        assert.equal(changed.tags.enabled, false);
        assert.equal((await sdk.getMyPreferences()).tags.enabled, false);
        assert.equal((await sdk.getMyPreferences()).people.enabled, true);
    },
    'makes a key': async () => {
        const made = await sdk.createApiKey({ apiKeyCreateDto: { name: version, permissions: ['all'] } });
        const token = sdk.defaults.headers.Authorization;
        delete sdk.defaults.headers.Authorization;
        sdk.defaults.headers['x-api-key'] = made.secret;
        if (sdk.getMyApiKey) {
            assert.equal((await sdk.getMyApiKey()).id, made.apiKey.id);
        }
        assert.equal((await sdk.getMyUser()).id, found.user.id);
        delete sdk.defaults.headers['x-api-key'];
        sdk.defaults.headers.Authorization = token;
    },
    'sends pictures': async () => {
        for (const file of files) {
            const sent = await sdk.uploadAsset({
                xImmichChecksum: sha1(file.bytes, 'hex'), assetMediaCreateDto: formOf(file, { isFavorite: 'true' }),
            });
            assert.equal(sent.status, 'created');
            file.id = sent.id;
        }
        const again = await sdk.uploadAsset({ assetMediaCreateDto: formOf(files[0]) });
        assert.deepEqual([again.id, again.status], [files[0].id, 'duplicate']);
    },
    'knows what it sent': async () => {
        const assets = files.map((file) => ({ id: file.name, checksum: sha1(file.bytes, 'base64') }));
        assets.push({ id: 'new', checksum: sha1(Buffer.from('new'), 'base64') });
        const { results } = await sdk.checkBulkUpload({ assetBulkUploadCheckDto: { assets } });
        assert.deepEqual(results.map((result) => result.assetId), [...files.map((file) => file.id), undefined]);
        assert.equal(results.at(-1).action, 'accept');
        if (sdk.checkExistingAssets) {
            const asked = { deviceId: `sdk ${version}`, deviceAssetIds: [files[0].name, 'another'] };
            const { existingIds } = await sdk.checkExistingAssets({ checkExistingAssetsDto: asked });
            assert.deepEqual(existingIds, [files[0].name]);
        }
        assert.equal((await sdk.getAssetStatistics({})).images, files.length);
    },
    'waits until they are looked at': async () => {
        for (const file of files) {
            await until(async () => (await sdk.getAssetInfo({ id: file.id })).hasMetadata);
        }
        const asset = await sdk.getAssetInfo({ id: files[0].id });
        assert.equal(asset.checksum, sha1(files[0].bytes, 'base64'));
        assert.equal(asset.isFavorite, true);
        assert.equal(asset.originalFileName, files[0].name);
        assert.match(asset.fileCreatedAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
        assert.equal(typeof asset.duration, 'string');
    },
    'gets the very bytes': async () => {
        const blob = await sdk.downloadAsset({ id: files[0].id });
        assert.ok(files[0].bytes.equals(Buffer.from(await blob.arrayBuffer())));
        assert.ok((await sdk.viewAsset({ id: files[0].id })).size > 0);
    },
    'changes a photo': async () => {
        const updateAssetDto = { isFavorite: false, rating: 4, description: 'on the 长城' };
        const changed = await sdk.updateAsset({ id: files[0].id, updateAssetDto });
        assert.equal(changed.isFavorite, false);
        assert.deepEqual([changed.exifInfo.rating, changed.exifInfo.description], [4, 'on the 长城']);
        await sdk.updateAssets({ assetBulkUpdateDto: { ids: files.map((file) => file.id), rating: 2 } });
        assert.equal((await sdk.getAssetInfo({ id: files[1].id })).exifInfo.rating, 2);
        const missing = sdk.updateAsset({ id: '3fa85f64-5717-4562-b3fc-2c963f66afa6', updateAssetDto });
        assert.equal(await statusOf(missing), 400);
    },
    'names and merges people': async () => {
        const people = [];
        for (const file of files.slice(0, 2)) {
            const person = await sdk.createPerson({ personCreateDto: { name: '' } });
            const box = { imageWidth: 64, imageHeight: 48, x: 4, y: 4, width: 20, height: 20 };
            await drawFace({ assetId: file.id, personId: person.id, ...box });
            people.push(person.id);
        }
        await sdk.updatePerson({ id: people[0], personUpdateDto: { name: 'Ada' } });
        const listed = await sdk.getAllPeople({ withHidden: true });
        assert.equal(listed.people.find((person) => person.id === people[0]).name, 'Ada');
        const merge = sdk.mergePerson ?? sdk.mergePersonLegacy;
        const merged = await merge({ id: people[0], mergePersonDto: { ids: [people[1]] } });
        assert.deepEqual(merged.map((result) => result.success), [true]);
        assert.equal((await sdk.getPersonStatistics({ id: people[0] })).assets, 2);
        assert.equal((await sdk.getAllPeople({ withHidden: true })).people.length, 1);
        assert.equal((await sdk.getFaces({ id: files[1].id }))[0].person.name, 'Ada');
    },
    'makes an album': async () => {
        const album = await sdk.createAlbum({ createAlbumDto: { albumName: `of ${version}` } });
        const ids = files.map((file) => file.id);
        const added = await sdk.addAssetsToAlbum({ id: album.id, bulkIdsDto: { ids } });
        assert.ok(added.every((result) => result.success));
        assert.equal((await sdk.getAlbumInfo({ id: album.id })).assetCount, files.length);
        assert.ok((await sdk.getAllAlbums({})).some((one) => one.id === album.id));
    },
    searches: async () => {
        const search = sdk.searchAssets ?? sdk.searchMetadata;
        const { assets } = await search({ metadataSearchDto: { originalFileName: files[1].name } });
        assert.deepEqual(assets.items.map((item) => item.id), [files[1].id]);
        assert.ok(assets.nextPage === null || typeof assets.nextPage === 'string');
        const bySum = await search({ metadataSearchDto: { checksum: sha1(files[2].bytes, 'base64') } });
        assert.deepEqual(bySum.assets.items.map((item) => item.id), [files[2].id]);
    },
    'follows changes': async () => {
        if (!hasSync) {
            return;
        }
        const all = await fullSync(2);
        assert.deepEqual(new Set(all.map((asset) => asset.id)), new Set(files.map((file) => file.id)));
        const updatedAfter = all.map((asset) => asset.updatedAt).sort().at(-1);
        await sdk.updateAsset({ id: files[2].id, updateAssetDto: { rating: 5 } });
        await sdk.deleteAssets({ assetBulkDeleteDto: { ids: [files[3].id], force: true } });
        const delta = await sdk.getDeltaSync({ assetDeltaSyncDto: { updatedAfter, userIds: [found.user.id] } });
        assert.equal(delta.needsFullSync, false);
        assert.deepEqual(delta.deleted, [files[3].id]);
        assert.equal(delta.upserted.find((asset) => asset.id === files[2].id).exifInfo.rating, 5);
        assert.equal((await fullSync(1000)).length, files.length - 1);
        assert.equal((await sdk.uploadAsset({ assetMediaCreateDto: formOf(files[3]) })).id, files[3].id);
    },
    'throws away and takes back': async () => {
        await sdk.deleteAssets({ assetBulkDeleteDto: { ids: [files[4].id] } });
        assert.equal((await sdk.getAssetInfo({ id: files[4].id })).isTrashed, true);
        const back = await sdk.uploadAsset({ assetMediaCreateDto: formOf(files[4]) });
        assert.deepEqual([back.id, back.status], [files[4].id, 'duplicate']);
        assert.equal((await sdk.getAssetInfo({ id: files[4].id })).isTrashed, false);
    },
    'signs out': async () => {
        assert.equal((await sdk.logout()).successful, true);
        assert.equal(await statusOf(sdk.getMyUser()), 401);
    },
};

for (const [name, step] of Object.entries(steps)) {
    const problem = await step().then(() => null, (error) => `${error.stack ?? error} ${JSON.stringify(error.data ?? null)}`);
    console.log(JSON.stringify({ step: name, problem }));
}
