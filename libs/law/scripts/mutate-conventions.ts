import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';

/**
 * Changes one convention or one day of a law at a time, in a copy of the tree, and asks whether a spec notices. The entries of
 * rules are changed by `libs/law/test/mutation`, which needs no copy.
 * `npm run test:mutation` takes a sample; `-- --all` every entry, `-- --sample 50 --seed 7` another sample.
 * Exit code 1 when an entry survived. Run from the root of the repository.
 */
interface Mutant {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly from: string;
  readonly to: string;
}

const TABLES = ['libs/law/src/kernel/laws.ts', 'libs/law/src/**/*conventions.ts'];
const COPIED = [
  'libs/kernel',
  'libs/law',
  'libs/testing',
  'test/data',
  'package.json',
  'jest.config.js',
  'tsconfig.base.json',
];
const DEFAULT_SAMPLE = 100;

/** The next value of a number, percentage, date, month or truth value; nothing for other text. */
function changed(kind: ts.SyntaxKind, text: string): string | undefined {
  if (kind === ts.SyntaxKind.TrueKeyword) return 'false';
  if (kind === ts.SyntaxKind.FalseKeyword) return 'true';
  if (kind === ts.SyntaxKind.NumericLiteral) return String(Number(text.replaceAll('_', '')) + 1);
  if (kind !== ts.SyntaxKind.StringLiteral) return undefined;
  const value = text.slice(1, -1);
  if (/^\d+(\.\d+)?$/.test(value)) return `'${nextDecimal(value)}'`;
  if (/^\d{4}-\d{2}(-\d{2})?$/.test(value)) return `'${nextDay(value)}'`;
  return undefined;
}

/** One more in the last digit. */
function nextDecimal(value: string): string {
  const digits = String(Number(value.replace('.', '')) + 1).padStart(value.replace('.', '').length, '0');
  const decimals = value.includes('.') ? value.length - value.indexOf('.') - 1 : 0;
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The next day, or the next month; both stay within their year here. */
function nextDay(value: string): string {
  const last = Number(value.slice(-2));
  const largest = value.length === 7 ? 12 : 28;
  return `${value.slice(0, -2)}${String(last < largest ? last + 1 : last - 1).padStart(2, '0')}`;
}

function mutantsOf(file: string): Mutant[] {
  const code = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    const from = node.getText(source);
    const to = changed(node.kind, from);
    if (to !== undefined) {
      const start = node.getStart(source);
      const line = source.getLineAndCharacterOfPosition(start).line + 1;
      mutants.push({ file, start, end: node.getEnd(), line, from, to });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return mutants;
}

/** A sample that the seed fixes, so that it can be repeated. */
function sampleOf<Item>(items: readonly Item[], size: number, seed: number): Item[] {
  let state = seed;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648);
  return items
    .map((item) => ({ item, order: next() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, size)
    .map(({ item }) => item);
}

/**
 * The unit project alone: no servers; without the properties and the mutations, which are slow and guard no convention, and
 * without what looks at the rest of the tree.
 */
const JEST_CONFIG = `
import base from './jest.config.js';
const { globalSetup, globalTeardown, ...unit } = base.projects.find(({ displayName }) => displayName === 'unit');
const testPathIgnorePatterns = [...unit.testPathIgnorePatterns, 'properties', 'law/test/mutation', 'articles'];
export default { ...unit, rootDir: import.meta.dirname, testPathIgnorePatterns };
`;

function specsFail(directory: string): boolean {
  const jest = 'node_modules/jest/bin/jest.js';
  const options = ['libs/law', '--config', 'jest.mutation.config.js', '--bail', '--silent'];
  return spawnSync(process.execPath, [jest, ...options], { cwd: directory, stdio: 'ignore' }).status !== 0;
}

function survives(directory: string, { file, start, end, to }: Mutant): boolean {
  const path = join(directory, file);
  const code = readFileSync(path, 'utf8');
  writeFileSync(path, code.slice(0, start) + to + code.slice(end));
  try {
    return !specsFail(directory);
  } finally {
    writeFileSync(path, code);
  }
}

const option = (name: string, otherwise: number) => {
  const index = process.argv.indexOf(name);
  return index < 0 ? otherwise : Number(process.argv[index + 1]);
};

const all = TABLES.flatMap((pattern) => globSync(pattern)).flatMap(mutantsOf);
const chosen = process.argv.includes('--all')
  ? all
  : sampleOf(all, option('--sample', DEFAULT_SAMPLE), option('--seed', 1));

const directory = mkdtempSync(join(tmpdir(), 'benefits-mutation-'));
try {
  for (const path of COPIED) cpSync(path, join(directory, path), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(directory, 'node_modules'));
  writeFileSync(join(directory, 'jest.mutation.config.js'), JEST_CONFIG);
  if (specsFail(directory)) throw new Error('The specs fail before anything was changed');
  let survivors = 0;
  for (const mutant of chosen) {
    if (!survives(directory, mutant)) continue;
    survivors += 1;
    process.stdout.write(`survived: ${mutant.file}:${mutant.line} ${mutant.from} -> ${mutant.to}\n`);
  }
  process.stdout.write(`${chosen.length} of ${all.length} entries changed, ${survivors} survived\n`);
  process.exitCode = survivors === 0 ? 0 : 1;
} finally {
  rmSync(directory, { recursive: true, force: true });
}
