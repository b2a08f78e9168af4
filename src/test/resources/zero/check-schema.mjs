// Asks the package's own code whether a client with this schema may connect: it answers with its own words, exit 1.
// The inner paths are not promised to anybody; the package's version is pinned.
import {pathToFileURL} from 'node:url';
import {resolve} from 'node:path';

const inner = async path => import(pathToFileURL(resolve('../node_modules/@rocicorp/zero/out', path)).href);
const {Database} = await inner('zqlite/src/db.js');
const {computeZqlSpecs} = await inner('zero-cache/src/db/lite-tables.js');
const {checkClientSchema} = await inner('zero-cache/src/services/view-syncer/client-schema.js');
const {clientSchemaFrom} = await inner('zero-schema/src/builder/schema-builder.js');

const silence = {debug() {}, info() {}, warn() {}, error() {}, withContext: () => silence};
const [schemaFile, replicaFile, app] = process.argv.slice(2);

try {
  const {schema} = await import(pathToFileURL(resolve(schemaFile)).href);
  const replica = new Database(silence, replicaFile, {readonly: true});
  const fullTables = new Map();
  const specs = computeZqlSpecs(silence, replica, {includeBackfillingColumns: false}, new Map(), fullTables);
  const {clientSchema} = clientSchemaFrom(schema);
  checkClientSchema({appID: app, shardNum: 0, publications: []}, clientSchema, specs, fullTables);
  console.log(`accepted: ${Object.keys(clientSchema.tables).length} tables`);
} catch (e) {
  console.log(e.message);
  process.exitCode = 1;
}
