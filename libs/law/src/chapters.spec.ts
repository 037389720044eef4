import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CATALOGUE } from './catalogue.js';
import { conventionsOf, rulesOf } from './kernel/chapter.js';
import type { Convention } from './kernel/convention.js';
import { DOCUMENTS, documentsOf } from './kernel/documents.js';
import type { Version } from './kernel/rule.js';

const HERE = import.meta.dirname;
/** What is no part of the law: the ground, what helps the specs, what is proved, tried or explained of all chapters or computed with all. */
const NO_CHAPTERS = ['kernel', 'spec', 'proofs', 'articles', 'simulation', 'cases', 'reforms', 'explanation'];
/** The folders beside this file that hold a part of the law. */
const folders = readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !NO_CHAPTERS.includes(entry.name))
  .map(({ name }) => name);

const filesOf = (folder: string, ending: string) =>
  readdirSync(join(HERE, folder)).filter((name) => name.endsWith(ending));

const read = (...path: readonly string[]) => readFileSync(join(HERE, ...path), 'utf8');

async function exportsOf(folder: string, ending: string): Promise<readonly object[]> {
  return Promise.all(
    filesOf(folder, ending).map(async (name) => (await import(`./${folder}/${name}`)) as object),
  );
}

describe('the catalogue', () => {
  it('has a chapter for each folder of the law', () => {
    expect(CATALOGUE.map(({ folder }) => folder).sort()).toEqual(folders.sort());
  });

  it('has a door in the law for each folder that has one', () => {
    const withDoor = folders.filter((folder) => existsSync(join(HERE, folder, 'index.ts')));
    expect(withDoor.filter((folder) => !read('index.ts').includes(`'./${folder}/index.js'`))).toEqual([]);
  });

  it('has a calculator for each name and a decision for each word, once', () => {
    const names = CATALOGUE.flatMap(({ calculators, decisions = {} }) => [
      ...Object.keys(calculators),
      ...Object.keys(decisions).map((decision) => `decision ${decision}`),
    ]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

describe.each(CATALOGUE.map((chapter) => [chapter.folder, chapter] as const))(
  'the chapter %s',
  (folder, chapter) => {
    const readme = existsSync(join(HERE, folder, 'README.md')) ? read(folder, 'README.md') : '';
    const versions = chapter.rules.flatMap((group) => group.rules).flatMap((rule) => rule.versions);

    it('shows every rule that its files of rules state', async () => {
      const stated = (await exportsOf(folder, '.rules.ts')).flatMap(rulesOf);
      expect(new Set(chapter.rules.flatMap((group) => group.rules))).toEqual(new Set(stated));
    });

    it('shows every convention that its file of conventions makes, and names it in its README', async () => {
      const made = (await exportsOf(folder, '.conventions.ts')).flatMap((file) =>
        conventionsOf(file as Readonly<Record<string, Convention<unknown>>>),
      );
      expect(chapter.conventions).toEqual(made);
      const choices = readme.split('\n\n').find((part) => part.startsWith('Choices where')) ?? '';
      expect(made.filter(({ id }) => !new RegExp(`\\b${id}\\b`).test(choices))).toEqual([]);
    });

    it('tells in its README what each article says that its rules rest on', () => {
      const told = rowsOf(readme);
      const cited = versions.map((version) => `${version.law} | ${articleOf(version)}`);
      expect(cited.filter((entry) => !told.includes(entry))).toEqual([]);
      expect(told.slice(2).filter((entry) => !cited.includes(entry))).toEqual([]);
    });

    it('links in its README to the pages that the list of documents knows, and to no other', () => {
      const links = [...readme.matchAll(/^\[([^\]]+)\]: (\S+)$/gm)].map(([, label, address]) => ({
        label,
        address,
      }));
      const known = new Map(
        DOCUMENTS.flatMap(({ number, address, parts = {} }) => [
          [number, address] as const,
          ...Object.entries(parts).map(([part, page]) => [`${number} ${part}`, page] as const),
        ]),
      );
      expect(links).toEqual(links.map(({ label }) => ({ label, address: known.get(label!) })));
      const withAddress = new Set(
        versions
          .flatMap(documentsOf)
          .flatMap(({ number, address }) => (address === undefined ? [] : [number])),
      );
      expect([...withAddress].filter((number) => !links.some(({ label }) => label === number))).toEqual([]);
    });
  },
);

/** The first two cells of each row of the table of articles, without the brackets of links. */
function rowsOf(readme: string): readonly string[] {
  const table = readme.split('\n\n').find((part) => part.startsWith('| Document')) ?? '';
  return table
    .trim()
    .split('\n')
    .map((row) =>
      row
        .split('|')
        .slice(1, 3)
        .map((cell) => cell.replaceAll(/[[\]]/g, '').trim())
        .join(' | '),
    );
}

/** An article without its row of a table, a convention beside it, or how it is known. */
function articleOf({ article }: Version<unknown>): string {
  return article.replace(/(, row .+|; convention .+| \(from memory\))$/, '');
}

/** The chapters that the files of one import. */
function importsOf(folder: string): readonly string[] {
  const files = filesOf(folder, '.ts').filter((name) => !name.endsWith('.spec.ts'));
  const imported = files.flatMap((name) =>
    [...read(folder, name).matchAll(/from '\.\.\/([a-z]+)\//g)].map(([, other]) => other!),
  );
  return [...new Set(imported)].filter((other) => other !== 'kernel');
}

describe('the chapters', () => {
  it('rest on each other without a circle', () => {
    const left = new Map(folders.map((folder) => [folder, importsOf(folder)]));
    expect([...left.values()].flat().length).toBeGreaterThan(0);
    for (;;) {
      const free = [...left].filter(([, others]) => others.every((other) => !left.has(other)));
      if (free.length === 0) break;
      for (const [folder] of free) left.delete(folder);
    }
    expect(Object.fromEntries(left)).toEqual({});
  });
});
