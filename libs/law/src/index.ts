/** The law as other libraries see it: the answer to a request by name, and the typed functions of each chapter. */
export { calculate, CALCULATOR_FIELDS, decisionWords } from './calculate.js';
export * from './explanation/index.js';
export * from './kernel/index.js';
export * from './coverage/index.js';
export * from './wage/index.js';
export * from './contributions/index.js';
export * from './employer/index.js';
export * from './jkk/index.js';
export * from './jkm/index.js';
export * from './scholarship/index.js';
export * from './jht/index.js';
export * from './jp/index.js';
export * from './heirs/index.js';
export * from './service/index.js';
export { FUNDS, type Fund, MONEY_KINDS, type MoneyKind, fundOf, moneyKindOf } from './money-kind.js';
