/* eslint-disable */
// Written by dmt for Zero 1.9, from what nobody should do */ \u2028 to a database.
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

export const orderDetails = table('orderDetails')
  .from('Order Details')
  .columns({
    orderId: number().from('Order ID'),
    productId: number().from('Product ID'),
    unitPrice: number().from('Unit Price'),
  })
  .primaryKey('orderId', 'productId');

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
    bId: number().from('b_id'),
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
    aId: number().from('a_id'),
  })
  .primaryKey('tenant', 'id');

export const defaultTable = table('default')
  .columns({
    id: number(),
    class: string(),
    '%': string(),
    itSQuotedNot: string().from('it\'s "quoted" \\ ${not}'),
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
    followerId: number().from('follower_id'),
    followeeId: number().from('followee_id'),
  })
  .primaryKey('followerId', 'followeeId');

export const orders = table('orders')
  .columns({
    id: number(),
    customer: string(),
    customerId: number().from('customer_id'),
    billingAddress: number().from('billing_address'),
    shippingAddress: number().from('shipping_address'),
  })
  .primaryKey('id');

export const ordersRelationships = table('ordersRelationships')
  .from('orders_relationships')
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

export const stringTable = table('string')
  .columns({
    id: number(),
  })
  .primaryKey('id');

export const salesOrders = table('salesOrders')
  .from('sales.orders')
  .columns({
    id: number(),
  })
  .primaryKey('id');

const orderDetailsRelationships = relationships(orderDetails, ({ one }) => ({
  order: one({
    sourceField: ['orderId'],
    destField: ['id'],
    destSchema: orders,
  }),
  product: one({
    sourceField: ['productId'],
    destField: ['id'],
    destSchema: products,
  }),
}));

const aRelationships = relationships(a, ({ one, many }) => ({
  b: one({
    sourceField: ['tenant', 'bId'],
    destField: ['tenant', 'id'],
    destSchema: b,
  }),
  bByA: many({
    sourceField: ['tenant', 'id'],
    destField: ['tenant', 'aId'],
    destSchema: b,
  }),
}));

const addressesRelationships = relationships(addresses, ({ many }) => ({
  ordersByBillingAddress: many({
    sourceField: ['id'],
    destField: ['billingAddress'],
    destSchema: orders,
  }),
  ordersByShippingAddress: many({
    sourceField: ['id'],
    destField: ['shippingAddress'],
    destSchema: orders,
  }),
}));

const bRelationships = relationships(b, ({ one, many }) => ({
  a: one({
    sourceField: ['tenant', 'aId'],
    destField: ['tenant', 'id'],
    destSchema: a,
  }),
  aByB: many({
    sourceField: ['tenant', 'id'],
    destField: ['tenant', 'bId'],
    destSchema: a,
  }),
}));

const followsRelationships = relationships(follows, ({ one }) => ({
  follower: one({
    sourceField: ['followerId'],
    destField: ['id'],
    destSchema: people,
  }),
  followee: one({
    sourceField: ['followeeId'],
    destField: ['id'],
    destSchema: people,
  }),
}));

const ordersRelationships_ = relationships(orders, ({ one, many }) => ({
  people: one({
    sourceField: ['customerId'],
    destField: ['id'],
    destSchema: people,
  }),
  billingAddressAddresses: one({
    sourceField: ['billingAddress'],
    destField: ['id'],
    destSchema: addresses,
  }),
  shippingAddressAddresses: one({
    sourceField: ['shippingAddress'],
    destField: ['id'],
    destSchema: addresses,
  }),
  orderDetails: many({
    sourceField: ['id'],
    destField: ['orderId'],
    destSchema: orderDetails,
  }),
  products: many(
    {
      sourceField: ['id'],
      destField: ['orderId'],
      destSchema: orderDetails,
    },
    {
      sourceField: ['productId'],
      destField: ['id'],
      destSchema: products,
    },
  ),
}));

const peopleRelationships = relationships(people, ({ many }) => ({
  followsByFollower: many({
    sourceField: ['id'],
    destField: ['followerId'],
    destSchema: follows,
  }),
  followsByFollowee: many({
    sourceField: ['id'],
    destField: ['followeeId'],
    destSchema: follows,
  }),
  orders: many({
    sourceField: ['id'],
    destField: ['customerId'],
    destSchema: orders,
  }),
  followee: many(
    {
      sourceField: ['id'],
      destField: ['followerId'],
      destSchema: follows,
    },
    {
      sourceField: ['followeeId'],
      destField: ['id'],
      destSchema: people,
    },
  ),
  follower: many(
    {
      sourceField: ['id'],
      destField: ['followeeId'],
      destSchema: follows,
    },
    {
      sourceField: ['followerId'],
      destField: ['id'],
      destSchema: people,
    },
  ),
}));

const productsRelationships = relationships(products, ({ many }) => ({
  orderDetails: many({
    sourceField: ['id'],
    destField: ['productId'],
    destSchema: orderDetails,
  }),
  orders: many(
    {
      sourceField: ['id'],
      destField: ['productId'],
      destSchema: orderDetails,
    },
    {
      sourceField: ['orderId'],
      destField: ['id'],
      destSchema: orders,
    },
  ),
}));

export const schema = createSchema({
  tables: [
    orderDetails,
    __proto,
    a,
    addresses,
    b,
    defaultTable,
    follows,
    orders,
    ordersRelationships,
    people,
    products,
    stringTable,
    salesOrders,
  ],
  relationships: [
    orderDetailsRelationships,
    aRelationships,
    addressesRelationships,
    bRelationships,
    followsRelationships,
    ordersRelationships_,
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
