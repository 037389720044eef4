import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { eventsIn } from '../../event-relay/scripts/event-sources.js';
import { type Recorded, recordedBy } from './recorded-events.js';
import { type Senders, sendersIn } from './process-senders.js';
import { type Declared, Sources, nodesIn, textsOf } from './sources.js';

/** A route, or a command that only processes send, as the sources of its context say it. */
export interface Route {
  /** `POST /facilities`; undefined for what only processes send. */
  readonly address?: string;
  /** The processes that send it, where only they do. */
  readonly processes: readonly string[];
  readonly roles: readonly string[];
  readonly summary: string;
  /** The commands or queries that it sends: `register-facility`. */
  readonly sends: readonly string[];
  readonly recorded: Recorded;
}

const METHODS = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete']);

/** What is sent over a bus: a class with a handler of its own, or what a function of the runtime makes of a decision. */
const SENT = /^(StreamCommand|ReadQuery|Command|Query)\b/;
const MAKERS = new Set(['command', 'query']);

/**
 * Every route of a context, in the order of its files, and then what only processes send.
 * @param processCommands names of the classes of those
 */
export function routesIn(folder: string, processCommands: readonly string[]): Route[] {
  const sources = new Sources(folder);
  const eventTypes = new Set(
    filesIn(folder, '.events.ts').flatMap((file) => eventsIn(file).map(({ type }) => type)),
  );
  const reading = { sources, eventTypes, senders: sendersAround(folder) };
  const controllers = filesIn(folder, '.controller.ts');
  return [
    ...controllers.flatMap((path) => routesOf(reading, path)),
    ...processCommands.map((name) => sentByProcess(reading, `${folder}/context.ts`, name)),
  ];
}

/** Of all contexts: a command may be sent by a process of a higher floor. */
function sendersAround(folder: string): Senders {
  const contexts = dirname(folder);
  const files = filesIn(contexts, '.ts').filter((file) => /\/processes\/(?!.*\.spec\.)/.test(file));
  const all = new Sources(contexts);
  return sendersIn(files.map((file) => all.file(file)));
}

const filesIn = (folder: string, suffix: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(suffix))
    .map((file) => join(folder, file))
    .sort();

/** A command or query where it is declared. */
interface Sent extends Declared {
  readonly name: string;
}

interface Reading {
  readonly sources: Sources;
  readonly eventTypes: ReadonlySet<string>;
  readonly senders: Senders;
}

function routesOf(reading: Reading, path: string): Route[] {
  const file = reading.sources.file(path);
  const classes = file.statements.filter(ts.isClassDeclaration);
  const told = [...nodesIn(file)].flatMap((node) => actionsRoute(reading, path, node));
  const declared = classes.flatMap((controller) => {
    const prefix = decorated(controller, (name) => name === 'Controller')?.argument;
    if (!decorated(controller, (name) => name === 'Controller')) return [];
    const base = prefix ? textsOf(reading.sources, path, prefix) : [''];
    return controller.members.flatMap((member) => routeOf(reading, { path, node: member }, base[0] ?? ''));
  });
  return [...told, ...declared];
}

/** `actionsController(table, { path, what, roles })` makes a controller with one route. */
function actionsRoute({ sources }: Reading, path: string, node: ts.Node): Route[] {
  if (!ts.isCallExpression(node) || node.expression.getText() !== 'actionsController') return [];
  const said = node.arguments[1];
  if (!said || !ts.isObjectLiteralExpression(said)) return [];
  const member = (name: string) => memberOf(sources, path, said, name);
  return [
    {
      processes: [],
      address: `GET /${member('path').join('')}/actions`,
      roles: member('roles'),
      summary: `What you can do ${member('what').join('')} now, and why not else`,
      sends: [],
      recorded: { decisions: [], events: [] },
    },
  ];
}

function routeOf({ sources, eventTypes }: Reading, method: Declared, base: string): Route[] {
  const { path, node } = method;
  const verb = decorated(node, (name) => METHODS.has(name));
  const endpoint = decorated(node, (name) => name.endsWith('Endpoint'))?.argument;
  if (!verb || !endpoint || !ts.isObjectLiteralExpression(endpoint)) return [];
  const [rest = ''] = verb.argument ? textsOf(sources, path, verb.argument) : [];
  const sent = sentFrom(sources, method);
  return [
    {
      processes: [],
      address: `${verb.name.toUpperCase()} /${[base, rest].filter(Boolean).join('/')}`,
      roles: memberOf(sources, path, endpoint, 'roles'),
      summary: memberOf(sources, path, endpoint, 'summary').join(''),
      sends: sent.map(({ name }) => kebab(name)),
      recorded: together(sent.map((command) => recordedBy(sources, handlerOf(sources, command), eventTypes))),
    },
  ];
}

function sentByProcess({ sources, eventTypes, senders }: Reading, manifest: string, name: string): Route {
  const declared = sources.declared(manifest, name);
  if (!declared) throw new Error(`${manifest} imports no ${name}`);
  const recorded = recordedBy(sources, handlerOf(sources, { ...declared, name }), eventTypes);
  return { processes: senders(name), roles: [], summary: '', sends: [kebab(name)], recorded };
}

/** The commands and queries that a method makes, also in functions of its file or with the help of its class. */
function sentFrom(sources: Sources, { path, node }: Declared, seen = new Set<ts.Node>()): Sent[] {
  if (seen.has(node)) return [];
  seen.add(node);
  return [...nodesIn(node)].flatMap((inner): Sent[] => {
    if (ts.isNewExpression(inner)) {
      const name = inner.expression.getText();
      const made = sources.declared(path, name);
      return made && isSent(made.node) ? [{ ...made, name }] : [];
    }
    if (!ts.isCallExpression(inner)) return [];
    const { expression } = inner;
    if (ts.isIdentifier(expression)) {
      const called = sources.declared(path, expression.text);
      return called ? sentFrom(sources, called, seen) : [];
    }
    const helper = ofThis(expression, node);
    return helper ? sentFrom(sources, { path, node: helper }, seen) : [];
  });
}

/** The method behind `this.name(…)`. */
function ofThis(expression: ts.Expression, within: ts.Node): ts.Node | undefined {
  if (
    !ts.isPropertyAccessExpression(expression) ||
    expression.expression.kind !== ts.SyntaxKind.ThisKeyword
  ) {
    return undefined;
  }
  const members =
    ts.isClassElement(within) && ts.isClassDeclaration(within.parent) ? within.parent.members : [];
  return members.find((member) => member.name?.getText() === expression.name.text);
}

function isSent(node: ts.Node): boolean {
  if (madeOfDecision(node)) return true;
  if (!ts.isClassDeclaration(node)) return false;
  return (node.heritageClauses ?? []).some(({ types }) => types.some((type) => SENT.test(type.getText())));
}

/** `const AcceptPayout = command(…)` says itself how it is handled. */
function madeOfDecision(node: ts.Node): boolean {
  if (!ts.isVariableStatement(node)) return false;
  return node.declarationList.declarations.some(
    ({ initializer }) =>
      initializer && ts.isCallExpression(initializer) && MAKERS.has(initializer.expression.getText()),
  );
}

/** What handles a command or query: it stands in the same file. */
function handlerOf(sources: Sources, { path, node, name }: Sent): Declared {
  if (madeOfDecision(node)) return { path, node };
  const handler = sources
    .file(path)
    .statements.find(
      (statement) =>
        decorated(statement, (decorator) => decorator.endsWith('Handler'))?.argument?.getText() === name,
    );
  if (!handler) throw new Error(`${path} has no handler of ${name}`);
  return { path, node: handler };
}

function decorated(node: ts.Node, named: (name: string) => boolean) {
  for (const { expression } of ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : []) {
    if (!ts.isCallExpression(expression)) continue;
    const name = expression.expression.getText();
    if (named(name)) return { name, argument: expression.arguments[0] };
  }
  return undefined;
}

function memberOf(sources: Sources, path: string, of: ts.ObjectLiteralExpression, name: string): string[] {
  const member = of.properties.find((property) => property.name?.getText() === name);
  return member && ts.isPropertyAssignment(member) ? textsOf(sources, path, member.initializer) : [];
}

function together(recorded: readonly Recorded[]): Recorded {
  return {
    decisions: [...new Set(recorded.flatMap(({ decisions }) => decisions))],
    events: [...new Set(recorded.flatMap(({ events }) => events))],
  };
}

/** `RegisterFacility` as the names of files have it: `register-facility`. */
const kebab = (name: string): string =>
  name.replaceAll(/(?<=.)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
