import { beforeAll, describe, expect, it } from '@jest/globals';
import { type ICruiseResult, type IModule, cruise } from 'dependency-cruiser';
import { CRUISE_OPTIONS, DEPENDENCY_RULES } from './dependency-rules.js';

interface Pattern {
  readonly path?: string | string[];
  readonly pathNot?: string | string[];
}

interface Rule {
  readonly name: string;
  readonly comment?: string;
  readonly from: Pattern;
  readonly to: Pattern;
}

const RULES = DEPENDENCY_RULES as unknown as readonly Rule[];

const oneOf = (patterns: string | string[]) => new RegExp([patterns].flat().join('|'));

function matches({ path, pathNot }: Pattern, file: string): boolean {
  return (!path || oneOf(path).test(file)) && !(pathNot && oneOf(pathNot).test(file));
}

describe('dependency rules', () => {
  let result: ICruiseResult;
  let files: string[];

  beforeAll(async () => {
    const { output } = await cruise(['apps', 'libs'], {
      ...CRUISE_OPTIONS,
      validate: true,
      ruleSet: { forbidden: [...DEPENDENCY_RULES] },
    });
    result = output as ICruiseResult;
    files = result.modules.map(({ source }: IModule) => source);
  });

  it('are kept', () => {
    const violations = result.summary.violations.map(
      ({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`,
    );
    expect(violations).toEqual([]);
  });

  it.each(RULES.map(({ name, from, to }) => ({ name, from, to })))('$name matches files', ({ from, to }) => {
    expect(files.filter((file) => matches(from, file))).not.toEqual([]);
    // What `to` forbids by name must exist too, or the rule guards against nothing. $1 stands for the folder matched.
    const forbidden = { path: to.path };
    expect(files.filter((file) => matches(forbidden, file))).not.toEqual([]);
  });

  it('see through the import aliases', () => {
    const targets = result.modules.flatMap(({ source, dependencies }) =>
      source.startsWith('libs/contexts/claims/domain/') ? dependencies.map(({ resolved }) => resolved) : [],
    );
    expect(targets).toEqual(expect.arrayContaining(['libs/kernel/src/index.ts', 'libs/law/src/index.ts']));
  });
});
