// A real client: asks a zero-cache for every table of a schema with all its relationships, writes what it got as JSON.
import http from 'node:http';
import {pathToFileURL} from 'node:url';
import {resolve} from 'node:path';
import {Zero, createBuilder, defineQueries, defineQuery} from '@rocicorp/zero';
import {handleQueryRequest} from '@rocicorp/zero/server';

const [schemaFile, server, mostRows] = process.argv.slice(2);
const LONGEST_MS = 60_000;
const {schema} = await import(pathToFileURL(resolve(schemaFile)).href);
const zql = createBuilder(schema);

const fail = reason => {
  console.error(reason);
  process.exit(1);
};

const queries = defineQueries({
  rows: defineQuery(({args}) => args.related.reduce((q, name) => q.related(name), zql[args.table].limit(args.limit))),
});

// zero-cache asks the application what a named query means.
const application = http.createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  const body = JSON.parse(Buffer.concat(parts).toString('utf8'));
  const answer = await handleQueryRequest((_name, args) => queries.rows.fn({args}), schema, body);
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(answer));
});
await new Promise(listening => application.listen(0, '127.0.0.1', listening));

const client = new Zero({
  server,
  schema,
  userID: 'tester',
  kvStore: 'mem',
  logLevel: 'error',
  logSink: {log() {}},
  queryURL: `http://127.0.0.1:${application.address().port}/query`,
  onUpdateNeeded: reason => fail(reason.message ?? JSON.stringify(reason)),
});
client.connection.state.subscribe(state => {
  if (state.name === 'error') fail(state.reason);
});

const ask = (table, related, limit = +mostRows) => {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${table}: no answer within ${LONGEST_MS} ms`)), LONGEST_MS);
  });
  const answer = client.run(queries.rows({table, related, limit}), {type: 'complete'});
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
};

// undefined where a part is missing: NULL leads nowhere.
const keyOf = (row, fields) => {
  const values = fields.map(field => row[field]);
  return values.some(value => value === null || value === undefined) ? undefined : JSON.stringify(values);
};

// Rows of a table by the values of some fields, made once.
const indexes = new Map();
const indexOf = (table, fields, rows) => {
  const name = JSON.stringify([table, fields]);
  if (!indexes.has(name)) {
    const index = new Map();
    for (const row of rows) {
      const key = keyOf(row, fields);
      if (!index.has(key)) index.set(key, []);
      index.get(key).push(row);
    }
    indexes.set(name, index);
  }
  return indexes.get(name);
};

const follow = (rows, hops, all) => {
  let at = new Set(rows);
  for (const {sourceField, destField, destSchema} of hops) {
    const index = indexOf(destSchema, destField, all[destSchema]);
    const keys = [...at].map(row => keyOf(row, sourceField)).filter(key => key !== undefined);
    at = new Set(keys.flatMap(key => index.get(key) ?? []));
  }
  return at.size;
};

const countOf = value => (Array.isArray(value) ? value.length : value === undefined || value === null ? 0 : 1);

const compare = (table, name, hops, rows, all) => {
  let related = 0;
  let difference = '';
  const whole = hops.every(hop => all[hop.destSchema].length < +mostRows);
  for (const row of rows) {
    const got = countOf(row[name]);
    related += got;
    const due = hops.at(-1).cardinality === 'one' ? Math.min(1, follow([row], hops, all)) : follow([row], hops, all);
    if (whole && got !== due) difference ||= `${table}.${name} of ${JSON.stringify(row)} led to ${got} rows, not ${due}`;
  }
  return {name, related, difference};
};

const AT_ONCE = 25;
const inBatches = async (items, work) => {
  const results = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    results.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(work))));
  }
  return results;
};

try {
  const names = Object.keys(schema.tables);
  const waysOf = name => Object.entries(schema.relationships[name] ?? {});
  const all = Object.create(null);
  const plain = await inBatches(names, name => ask(name, []));
  names.forEach((name, at) => (all[name] = plain[at]));
  // A few rows may lead to all rows of a big table.
  const isBig = hops => hops.some(hop => all[hop.destSchema].length >= +mostRows);
  const answers = await inBatches(names, name => {
    const ways = waysOf(name);
    if (!ways.length) return all[name];
    return ask(name, ways.map(([key]) => key), ways.some(([, hops]) => isBig(hops)) ? 3 : +mostRows);
  });
  const tables = names.map((name, at) => {
    const {serverName, columns} = schema.tables[name];
    return {
      name,
      server: serverName ?? name,
      rows: all[name],
      columns: Object.entries(columns).map(([key, column]) => ({
        name: key,
        server: column.serverName ?? key,
        values: all[name].filter(row => row[key] !== null && row[key] !== undefined).length,
      })),
      relationships: waysOf(name).map(([key, hops]) => compare(name, key, hops, answers[at], all)),
    };
  });
  await new Promise(written => process.stdout.write(JSON.stringify({tables}), written));
  process.exit(0);
} catch (e) {
  fail(e.stack ?? String(e));
}
