/* eslint-disable */
// Written by dmt for Zero 1.9, from an empty database.
// Do not edit: the next run writes it anew. zero-report.md says what was left out, and why.

import {
  createBuilder,
  createSchema,
} from '@rocicorp/zero';

export const schema = createSchema({
  tables: [],
  relationships: [],
});

export type Schema = typeof schema;

export const zql = createBuilder(schema);

declare module '@rocicorp/zero' {
  interface DefaultTypes {
    schema: Schema;
  }
}
