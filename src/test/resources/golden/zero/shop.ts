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
    parentId: number().from('parent_id').optional(),
    name: string(),
  })
  .primaryKey('id');

export const customers = table('customers')
  .columns({
    id: string(),
    fullName: string().from('full_name'),
    isActive: boolean().from('is_active'),
    tags: json<string[]>().optional(), // text[]
    profile: json().optional(), // jsonb; zero.json_types can give it a type of its own
    // left out: photo (Zero has no type for bytea)
  })
  .primaryKey('id');

export const orderItems = table('orderItems')
  .from('order_items')
  .columns({
    orderId: number().from('order_id'),
    productId: number().from('product_id'),
    quantity: number(),
  })
  .primaryKey('orderId', 'productId');

export const orders = table('orders')
  .columns({
    id: number(),
    customerId: string().from('customer_id'),
    status: enumeration<'open' | 'sent'>(),
    orderedAt: number().from('ordered_at'), // timestamp with time zone, in milliseconds
  })
  .primaryKey('id');

export const products = table('products')
  .from('stock.products')
  .columns({
    id: number(),
    categoryId: number().from('category_id'),
    price: number(),
  })
  .primaryKey('id');

const categoriesRelationships = relationships(categories, ({ one, many }) => ({
  parent: one({
    sourceField: ['parentId'],
    destField: ['id'],
    destSchema: categories,
  }),
  children: many({
    sourceField: ['id'],
    destField: ['parentId'],
    destSchema: categories,
  }),
  products: many({
    sourceField: ['id'],
    destField: ['categoryId'],
    destSchema: products,
  }),
}));

const customersRelationships = relationships(customers, ({ many }) => ({
  orders: many({
    sourceField: ['id'],
    destField: ['customerId'],
    destSchema: orders,
  }),
}));

const orderItemsRelationships = relationships(orderItems, ({ one }) => ({
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

const ordersRelationships = relationships(orders, ({ one, many }) => ({
  customer: one({
    sourceField: ['customerId'],
    destField: ['id'],
    destSchema: customers,
  }),
  orderItems: many({
    sourceField: ['id'],
    destField: ['orderId'],
    destSchema: orderItems,
  }),
  products: many(
    {
      sourceField: ['id'],
      destField: ['orderId'],
      destSchema: orderItems,
    },
    {
      sourceField: ['productId'],
      destField: ['id'],
      destSchema: products,
    },
  ),
}));

const productsRelationships = relationships(products, ({ one, many }) => ({
  category: one({
    sourceField: ['categoryId'],
    destField: ['id'],
    destSchema: categories,
  }),
  orderItems: many({
    sourceField: ['id'],
    destField: ['productId'],
    destSchema: orderItems,
  }),
  orders: many(
    {
      sourceField: ['id'],
      destField: ['productId'],
      destSchema: orderItems,
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
    categories,
    customers,
    orderItems,
    orders,
    products,
  ],
  relationships: [
    categoriesRelationships,
    customersRelationships,
    orderItemsRelationships,
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
