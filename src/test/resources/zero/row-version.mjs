// Writes the newest version of any row of a table in a replica: it grows with each change that arrives.
import {pathToFileURL} from 'node:url';
import {resolve} from 'node:path';

const {Database} = await import(pathToFileURL(resolve('../node_modules/@rocicorp/zero/out/zqlite/src/db.js')).href);
const silence = {debug() {}, info() {}, warn() {}, error() {}, withContext: () => silence};
const [, replicaFile, table] = process.argv.slice(2);
const replica = new Database(silence, replicaFile, {readonly: true});
const [row] = replica.prepare(`SELECT max("_0_version") AS version FROM "${table}"`).all();
console.log(row.version);
