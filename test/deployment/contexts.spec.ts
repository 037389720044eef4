import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CONTEXTS } from '#contexts';
import { APP_CONFIGS } from '#runtime';
import { fileIn } from './compose.js';

const ROOT = join(import.meta.dirname, '../..');

const apps = readdirSync(join(ROOT, 'apps'));
/** Those that run for as long as the system does; the others are tools. */
const running = apps.filter((name) => existsSync(join(ROOT, 'apps', name, `src/${name}.app.ts`)));

/** Witnesses are run by others, elsewhere: no deployment of ours has one. */
const RUN_BY_OTHERS = ['witness'];

describe('The apps', () => {
  it('that stay running have settings of their own, by which the specs of each deployment find them', () => {
    const ours = running.filter((name) => !RUN_BY_OTHERS.includes(name));
    expect(ours.sort()).toEqual(Object.keys(APP_CONFIGS).sort());
    expect(running).toEqual(expect.arrayContaining(RUN_BY_OTHERS));
  });

  it('are all known to nest-cli.json, at the places where they are', () => {
    const { projects } = JSON.parse(fileIn('nest-cli.json')) as {
      projects: Record<
        string,
        { root: string; entryFile: string; compilerOptions: { tsConfigPath: string } }
      >;
    };
    expect(Object.keys(projects).sort()).toEqual(apps.sort());
    const missing = Object.entries(projects).flatMap(([name, { root, entryFile, compilerOptions }]) => {
      const files = [`${entryFile}.ts`, compilerOptions.tsConfigPath].filter(
        (file) => !existsSync(join(ROOT, file)),
      );
      return root === `apps/${name}` ? files : [root, ...files];
    });
    expect(missing).toEqual([]);
  });
});

describe.each(CONTEXTS)('The context $name', ({ name, readModels = [], app }) => {
  it('has a folder of that name', () => {
    expect(existsSync(join(ROOT, 'libs/contexts', name, 'context.ts'))).toBe(true);
  });

  it('has an app that keeps its read models up to date, if it has any', () => {
    if (readModels.length === 0) expect(app).toBeUndefined();
    else expect(running).toContain(app);
  });
});

it.each(
  CONTEXTS.flatMap(({ name, published }) =>
    published && published.contracts.length > 0 ? [{ name, published }] : [],
  ),
)('$name publishes under its own name, on a topic that is made', ({ name, published }) => {
  expect(published.context).toBe(name);
  expect(fileIn('infra/kafka/topics.txt').split('\n')).toContain(published.topic);
});
