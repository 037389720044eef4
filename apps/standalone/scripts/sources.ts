import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { OFFICE, OFFICE_AND_PLKK } from '#http';
import { type BackDatedKind, confirmersOf } from '#law';

/** A declaration at the top of a file. */
export interface Declared {
  readonly path: string;
  readonly node: ts.Node;
}

/** Reads sources of a folder, and knows what their names stand for. Other folders are not looked into. */
export class Sources {
  private readonly files = new Map<string, ts.SourceFile>();

  constructor(private readonly folder: string) {}

  file(path: string): ts.SourceFile {
    const known = this.files.get(path);
    if (known) return known;
    const parsed = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    this.files.set(path, parsed);
    return parsed;
  }

  /** What a name stands for in a file: something it declares, or imports from the same folder. */
  declared(path: string, name: string): Declared | undefined {
    const here = this.file(path).statements.find((statement) => declares(statement, name));
    if (here) return { path, node: here };
    for (const [imported, { from, as }] of this.imports(path)) {
      if (imported === name) return this.declared(from, as);
    }
    return undefined;
  }

  /** What a name stands for in a file that has it from the door of another context. */
  fromOtherContext(path: string, name: string): { sources: Sources; found: Declared } | undefined {
    for (const statement of this.file(path).statements) {
      const names = namesFrom(statement);
      const context = names && /^#contexts\/([\w-]+)\/facts$/.exec(names.from)?.[1];
      const element = names?.elements.find((one) => one.name.text === name);
      if (!context || !element) continue;
      const folder = `libs/contexts/${context}`;
      const sources = new Sources(folder);
      const found = sources.declared(join(folder, 'facts.ts'), (element.propertyName ?? element.name).text);
      return found && { sources, found };
    }
    return undefined;
  }

  private *imports(path: string): Generator<[string, { from: string; as: string }]> {
    for (const statement of this.file(path).statements) {
      const names = namesFrom(statement);
      const from = names && this.resolved(path, names.from);
      if (!from) continue;
      for (const { name, propertyName, isTypeOnly } of names.elements) {
        if (!isTypeOnly) yield [name.text, { from, as: (propertyName ?? name).text }];
      }
    }
  }

  private resolved(path: string, specifier: string): string | undefined {
    if (!specifier.startsWith('.')) return undefined;
    const file = join(dirname(path), specifier.replace(/\.js$/, '.ts'));
    return file.startsWith(`${this.folder}/`) && existsSync(file) ? file : undefined;
  }
}

/** The names that a statement takes from another file, or passes on from there. */
function namesFrom(statement: ts.Statement) {
  const isImport = ts.isImportDeclaration(statement);
  const bindings = isImport ? statement.importClause?.namedBindings : undefined;
  const clause = ts.isExportDeclaration(statement) ? statement.exportClause : bindings;
  const specifier = isImport || ts.isExportDeclaration(statement) ? statement.moduleSpecifier : undefined;
  if (!clause || !specifier || !ts.isStringLiteral(specifier)) return undefined;
  if (!ts.isNamedImports(clause) && !ts.isNamedExports(clause)) return undefined;
  return { from: specifier.text, elements: clause.elements };
}

function declares(statement: ts.Statement, name: string): boolean {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.some((declaration) => declaration.name.getText() === name);
  }
  return (
    (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name?.text === name
  );
}

/** Every node below one, itself included. */
export function* nodesIn(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesIn(child);
}

/** Lists of roles that stand in no context. */
const ROLES_OF_HOUSE: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({ OFFICE, OFFICE_AND_PLKK }),
);

/** The texts that an expression may come to: a literal, a list of them, or a name of either. */
export function textsOf(sources: Sources, path: string, expression: ts.Expression): string[] {
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isArrayLiteralExpression(expression)) {
    return expression.elements.flatMap((element) => textsOf(sources, path, element));
  }
  if (
    ts.isSpreadElement(expression) ||
    ts.isAsExpression(expression) ||
    ts.isSatisfiesExpression(expression)
  ) {
    return textsOf(sources, path, expression.expression);
  }
  // Who may confirm what was entered late stands in a table of the law.
  if (ts.isCallExpression(expression) && expression.expression.getText() === confirmersOf.name) {
    const kinds = expression.arguments.flatMap((kind) => textsOf(sources, path, kind));
    return kinds.flatMap((kind) => confirmersOf(kind as BackDatedKind));
  }
  const ofHouse = ts.isIdentifier(expression) ? ROLES_OF_HOUSE.get(expression.text) : undefined;
  if (ofHouse) return [...ofHouse];
  if (ts.isIdentifier(expression)) {
    const here = sources.declared(path, expression.text);
    const known = here ? { sources, found: here } : sources.fromOtherContext(path, expression.text);
    const initializer = known && initializerOf(known.found);
    if (initializer) return textsOf(known.sources, known.found.path, initializer);
  }
  throw new Error(`${path}: ${expression.getText()} should be a text or a list of texts`);
}

/** What a constant comes to. */
const initializerOf = ({ node }: Declared): ts.Expression | undefined =>
  ts.isVariableStatement(node) ? node.declarationList.declarations[0]?.initializer : undefined;
