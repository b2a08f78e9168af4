/* eslint-disable */
// Written by dmt for Zero 1.9, from the PostgreSQL database shop.
// Do not edit: the next run writes it anew. zero-report.md says what was left out, and why.

import {
  boolean,
  createBuilder,
  createSchema,
  enumeration,
  json,
  number,
  relationships,
  string,
  table,
} from '@rocicorp/zero';

export const categories = table('categories')
  .columns({
    id: number(),
    parent_id: number().optional(),
    name: string(),
  })
  .primaryKey('id');

export const customers = table('customers')
  .columns({
    id: string(),
    full_name: string(),
    is_active: boolean(),
    tags: json<string[]>().optional(), // text[]
    profile: json().optional(), // jsonb; zero.json_types can give it a type of its own
    // left out: photo (Zero has no type for bytea)
  })
  .primaryKey('id');

export const order_items = table('order_items')
  .columns({
    order_id: number(),
    product_id: number(),
    quantity: number(),
  })
  .primaryKey('order_id', 'product_id');

export const orders = table('orders')
  .columns({
    id: number(),
    customer_id: string(),
    status: enumeration<'open' | 'sent'>(),
    ordered_at: number(), // timestamp with time zone, in milliseconds
  })
  .primaryKey('id');

export const products = table('products')
  .from('stock.products')
  .columns({
    id: number(),
    category_id: number(),
    price: number(),
  })
  .primaryKey('id');

const categoriesRelationships = relationships(categories, ({ one, many }) => ({
  parent: one({
    sourceField: ['parent_id'],
    destField: ['id'],
    destSchema: categories,
  }),
  children: many({
    sourceField: ['id'],
    destField: ['parent_id'],
    destSchema: categories,
  }),
  products: many({
    sourceField: ['id'],
    destField: ['category_id'],
    destSchema: products,
  }),
}));

const customersRelationships = relationships(customers, ({ many }) => ({
  orders: many({
    sourceField: ['id'],
    destField: ['customer_id'],
    destSchema: orders,
  }),
}));

const order_itemsRelationships = relationships(order_items, ({ one }) => ({
  order: one({
    sourceField: ['order_id'],
    destField: ['id'],
    destSchema: orders,
  }),
  product: one({
    sourceField: ['product_id'],
    destField: ['id'],
    destSchema: products,
  }),
}));

const ordersRelationships = relationships(orders, ({ one, many }) => ({
  customer: one({
    sourceField: ['customer_id'],
    destField: ['id'],
    destSchema: customers,
  }),
  order_items: many({
    sourceField: ['id'],
    destField: ['order_id'],
    destSchema: order_items,
  }),
  products: many(
    {
      sourceField: ['id'],
      destField: ['order_id'],
      destSchema: order_items,
    },
    {
      sourceField: ['product_id'],
      destField: ['id'],
      destSchema: products,
    },
  ),
}));

const productsRelationships = relationships(products, ({ one, many }) => ({
  category: one({
    sourceField: ['category_id'],
    destField: ['id'],
    destSchema: categories,
  }),
  order_items: many({
    sourceField: ['id'],
    destField: ['product_id'],
    destSchema: order_items,
  }),
  orders: many(
    {
      sourceField: ['id'],
      destField: ['product_id'],
      destSchema: order_items,
    },
    {
      sourceField: ['order_id'],
      destField: ['id'],
      destSchema: orders,
    },
  ),
}));

export const schema = createSchema({
  tables: [
    categories,
    customers,
    order_items,
    orders,
    products,
  ],
  relationships: [
    categoriesRelationships,
    customersRelationships,
    order_itemsRelationships,
    ordersRelationships,
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
