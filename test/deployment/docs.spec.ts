import { existsSync, globSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fileIn } from './compose.js';

const ROOT = join(import.meta.dirname, '../..');
/** Every page of the repository, wherever it stands. */
const PAGES = globSync(['*.md', '{apps,docs,infra,libs,test}/**/*.md'], { cwd: ROOT }).sort();

/** Targets of links to files of the repository. */
function linksIn(page: string): string[] {
  const links = [...fileIn(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
  return links.filter((target) => !/^(https?:|#)/.test(target)).map((target) => target.split('#')[0]!);
}

/** Code without comments, spaces and what the formatter adds: the same wherever a line is broken. */
function bare(code: string): string {
  return code
    .replaceAll(/\/\*\*[^]*?\*\/|^\s*\/\/.*$/gm, '')
    .replaceAll(/\s+/g, '')
    .replaceAll(/[,;]([)\]}>])/g, '$1');
}

/** Examples that are said to be from a file, and the pieces of them that are not in it. `…` stands for what is left out. */
function examplesIn(page: string): { readonly from: string; readonly missing: readonly string[] }[] {
  const named = [...fileIn(page).matchAll(/[Ff]rom\s`([\w./-]+\.ts)`:\n\n```ts\n([^]*?)```/g)];
  return named.map(([, from, code]) => {
    const whole = bare(fileIn(from!));
    const pieces = code!.split('…').map((piece) => bare(piece).replace(/[,;]$/, ''));
    return { from: from!, missing: pieces.filter((piece) => !whole.includes(piece)) };
  });
}

/** Files and folders of the repository that are named as code, patterns left out. */
function pathsIn(page: string): string[] {
  const named = [...fileIn(page).matchAll(/`((?:apps|libs|infra|test|docs)\/[\w./-]+)`/g)];
  return named.map(([, path]) => path!);
}

describe.each(PAGES)('%s', (page) => {
  it('links to files that exist', () => {
    expect(linksIn(page).filter((target) => !existsSync(join(ROOT, dirname(page), target)))).toEqual([]);
  });

  it('names files that exist', () => {
    expect(pathsIn(page).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('shows code as it stands in the files that it names', () => {
    expect(examplesIn(page).filter(({ missing }) => missing.length > 0)).toEqual([]);
  });

  it('names scripts of package.json that exist', () => {
    const { scripts } = JSON.parse(fileIn('package.json')) as { scripts: Record<string, string> };
    const named = [...fileIn(page).matchAll(/npm run (?:--silent )?([a-z][a-z:-]*[a-z])/g)].map(
      ([, script]) => script!,
    );
    expect(named.filter((script) => scripts[script] === undefined)).toEqual([]);
  });
});

describe('the READMEs of libraries', () => {
  it('show examples from the code', () => {
    expect(PAGES.flatMap(examplesIn).length).toBeGreaterThan(10);
  });
});

describe('docs/decisions/README.md', () => {
  it('lists every decision', () => {
    const pages = readdirSync(join(ROOT, 'docs/decisions')).filter((name) => name !== 'README.md');
    expect(linksIn('docs/decisions/README.md').sort()).toEqual(pages.sort());
  });
});
