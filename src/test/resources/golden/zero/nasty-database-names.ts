/* eslint-disable */
// Written by dmt for Zero 1.9, from a nasty database.
// Do not edit: the next run writes it anew. zero-report.md says what was left out, and why.

import {
  createBuilder,
  createSchema,
  enumeration,
  json,
  number,
  relationships,
  string,
  table,
} from '@rocicorp/zero';

export const Order_Details = table('Order Details')
  .columns({
    'Order ID': number(),
    'Product ID': number(),
    'Unit Price': number(),
  })
  .primaryKey('Order ID', 'Product ID');

export const __proto = table('__proto')
  .from('__proto__')
  .columns({
    id: number(),
    constructor: string(),
    toString: string().optional(),
    // left out: __proto__ (Zero fails over its name)
  })
  .primaryKey('id');

export const a = table('a')
  .columns({
    tenant: number(),
    id: number(),
    b_id: number(),
  })
  .primaryKey('tenant', 'id');

export const addresses = table('addresses')
  .columns({
    id: number(),
  })
  .primaryKey('id');

export const b = table('b')
  .columns({
    tenant: number(),
    id: number(),
    a_id: number(),
  })
  .primaryKey('tenant', 'id');

export const default_table = table('default')
  .columns({
    id: number(),
    class: string(),
    '%': string(),
    'it\'s "quoted" \\ ${not}': string(),
    '\u202e': string(),
    status: enumeration<'it\'s' | '"b"' | 'back\\slash' | 'two\u000alines' | '`${x}`' | '\u2028' | '*/' | '👍'>(),
    mood: enumeration<
      | 'one of so many moods that they would not fit a line: 1'
      | 'one of so many moods that they would not fit a line: 2'
    >().optional(),
    nothing: string().optional(),
  })
  .primaryKey('class', 'id');

export const follows = table('follows')
  .columns({
    follower_id: number(),
    followee_id: number(),
  })
  .primaryKey('follower_id', 'followee_id');

export const orders = table('orders')
  .columns({
    id: number(),
    customer: string(),
    customer_id: number(),
    billing_address: number(),
    shipping_address: number(),
  })
  .primaryKey('id');

export const orders_relationships = table('orders_relationships')
  .columns({
    id: number(),
  })
  .primaryKey('id');

export const people = table('people')
  .columns({
    id: number(),
  })
  .primaryKey('id');

export const products = table('products')
  .columns({
    id: number(),
    meta: json(), // jsonb; zero.json_types can give it a type of its own
    // left out: photo (Bytes  end() \u2028 here */ `${no}`)
  })
  .primaryKey('id');

export const string_table = table('string')
  .columns({
    id: number(),
  })
  .primaryKey('id');

export const sales_orders = table('sales_orders')
  .from('sales.orders')
  .columns({
    id: number(),
  })
  .primaryKey('id');

const Order_DetailsRelationships = relationships(Order_Details, ({ one }) => ({
  Order: one({
    sourceField: ['Order ID'],
    destField: ['id'],
    destSchema: orders,
  }),
  Product: one({
    sourceField: ['Product ID'],
    destField: ['id'],
    destSchema: products,
  }),
}));

const aRelationships = relationships(a, ({ one, many }) => ({
  b: one({
    sourceField: ['tenant', 'b_id'],
    destField: ['tenant', 'id'],
    destSchema: b,
  }),
  b_by_a: many({
    sourceField: ['tenant', 'id'],
    destField: ['tenant', 'a_id'],
    destSchema: b,
  }),
}));

const addressesRelationships = relationships(addresses, ({ many }) => ({
  orders_by_billing_address: many({
    sourceField: ['id'],
    destField: ['billing_address'],
    destSchema: orders,
  }),
  orders_by_shipping_address: many({
    sourceField: ['id'],
    destField: ['shipping_address'],
    destSchema: orders,
  }),
}));

const bRelationships = relationships(b, ({ one, many }) => ({
  a: one({
    sourceField: ['tenant', 'a_id'],
    destField: ['tenant', 'id'],
    destSchema: a,
  }),
  a_by_b: many({
    sourceField: ['tenant', 'id'],
    destField: ['tenant', 'b_id'],
    destSchema: a,
  }),
}));

const followsRelationships = relationships(follows, ({ one }) => ({
  follower: one({
    sourceField: ['follower_id'],
    destField: ['id'],
    destSchema: people,
  }),
  followee: one({
    sourceField: ['followee_id'],
    destField: ['id'],
    destSchema: people,
  }),
}));

const ordersRelationships = relationships(orders, ({ one, many }) => ({
  people: one({
    sourceField: ['customer_id'],
    destField: ['id'],
    destSchema: people,
  }),
  billing_address_addresses: one({
    sourceField: ['billing_address'],
    destField: ['id'],
    destSchema: addresses,
  }),
  shipping_address_addresses: one({
    sourceField: ['shipping_address'],
    destField: ['id'],
    destSchema: addresses,
  }),
  'Order Details': many({
    sourceField: ['id'],
    destField: ['Order ID'],
    destSchema: Order_Details,
  }),
  products: many(
    {
      sourceField: ['id'],
      destField: ['Order ID'],
      destSchema: Order_Details,
    },
    {
      sourceField: ['Product ID'],
      destField: ['id'],
      destSchema: products,
    },
  ),
}));

const peopleRelationships = relationships(people, ({ many }) => ({
  follows_by_follower: many({
    sourceField: ['id'],
    destField: ['follower_id'],
    destSchema: follows,
  }),
  follows_by_followee: many({
    sourceField: ['id'],
    destField: ['followee_id'],
    destSchema: follows,
  }),
  orders: many({
    sourceField: ['id'],
    destField: ['customer_id'],
    destSchema: orders,
  }),
  followee: many(
    {
      sourceField: ['id'],
      destField: ['follower_id'],
      destSchema: follows,
    },
    {
      sourceField: ['followee_id'],
      destField: ['id'],
      destSchema: people,
    },
  ),
  follower: many(
    {
      sourceField: ['id'],
      destField: ['followee_id'],
      destSchema: follows,
    },
    {
      sourceField: ['follower_id'],
      destField: ['id'],
      destSchema: people,
    },
  ),
}));

const productsRelationships = relationships(products, ({ many }) => ({
  'Order Details': many({
    sourceField: ['id'],
    destField: ['Product ID'],
    destSchema: Order_Details,
  }),
  orders: many(
    {
      sourceField: ['id'],
      destField: ['Product ID'],
      destSchema: Order_Details,
    },
    {
      sourceField: ['Order ID'],
      destField: ['id'],
      destSchema: orders,
    },
  ),
}));

export const schema = createSchema({
  tables: [
    Order_Details,
    __proto,
    a,
    addresses,
    b,
    default_table,
    follows,
    orders,
    orders_relationships,
    people,
    products,
    string_table,
    sales_orders,
  ],
  relationships: [
    Order_DetailsRelationships,
    aRelationships,
    addressesRelationships,
    bRelationships,
    followsRelationships,
    ordersRelationships,
    peopleRelationships,
    productsRelationships,
  ],
});

export type Schema = typeof schema;

export const zql = createBuilder(schema);

declare module '@rocicorp/zero' {
  interface DefaultTypes {
    schema: Schema;
  }
}
