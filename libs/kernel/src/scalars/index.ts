export * from './calendar.scalars.js';
export * from './code.scalars.js';
export * from './list-bounds.js';
export * from './number.scalars.js';
export * from './recorded.scalars.js';
export { type Scalar, type ScalarSchema, mustBe } from './scalar.js';
export { type TextBounds, NAME, line, matching, paperNumber, oneOf, text } from './text.scalars.js';
