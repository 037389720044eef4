import { expect, it } from '@jest/globals';
import { hashPassword, isPassword } from './password.js';

it('knows the password that was hashed, and no other', async () => {
  const hashed = await hashPassword('rahasia ✓');
  expect(await isPassword(hashed, 'rahasia ✓')).toBe(true);
  expect(await isPassword(hashed, 'rahasia')).toBe(false);
  expect(await isPassword(hashed, '')).toBe(false);
});

it('salts: the same password looks different each time, and never appears', async () => {
  const [first, second] = [await hashPassword('secret'), await hashPassword('secret')];
  expect(first).not.toBe(second);
  expect(first).not.toContain('secret');
  expect(first).not.toContain(Buffer.from('secret').toString('base64'));
});

it.each(['', 'secret', 'scrypt$', 'scrypt$only-salt', 'bcrypt$a$b', 'scrypt$$'])(
  'takes nothing for a password of %j',
  async (hashed) => {
    expect(await isPassword(hashed, 'secret')).toBe(false);
    expect(await isPassword(hashed, '')).toBe(false);
  },
);
