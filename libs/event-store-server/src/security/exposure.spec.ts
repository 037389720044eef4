import { describe, expect, it } from '@jest/globals';
import { assertSafe, assertUsable } from './exposure.js';

const LOOPBACK = ['127.0.0.1', '127.9.9.9', 'localhost', '::1'];
const ELSEWHERE = [
  '0.0.0.0',
  '::',
  '10.0.0.7',
  'store.example',
  'localhost.example',
  '127.0.0.1.example',
  '128.0.0.1',
];

describe.each(LOOPBACK)('on %s', (host) => {
  it.each([true, false])('anybody may be served without users (TLS: %s)', (hasTls) => {
    expect(() => assertSafe({ host, hasTls, hasUsers: false })).not.toThrow();
  });

  it('users need TLS', () => {
    expect(() => assertSafe({ host, hasTls: false, hasUsers: true })).toThrow('users need TLS');
    expect(() => assertSafe({ host, hasTls: true, hasUsers: true })).not.toThrow();
  });
});

describe.each(ELSEWHERE)('on %s', (host) => {
  it.each([
    [false, false, 'give --cert and --key, and --users'],
    [true, false, 'give --users'],
    [false, true, 'give --cert and --key'],
  ])('TLS: %s, users: %s is refused', (hasTls, hasUsers, hint) => {
    expect(() => assertSafe({ host, hasTls, hasUsers })).toThrow(`refused to listen on ${host}`);
    expect(() => assertSafe({ host, hasTls, hasUsers })).toThrow(hint);
  });

  it('TLS and users together are accepted', () => {
    expect(() => assertSafe({ host, hasTls: true, hasUsers: true })).not.toThrow();
  });
});

it('refuses what is no certificate before anything is opened', () => {
  expect(() => assertUsable({ cert: 'not PEM', key: 'not PEM' })).toThrow(
    'the certificate and its key cannot be used',
  );
});
