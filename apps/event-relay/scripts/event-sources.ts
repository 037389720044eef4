import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** A field of an event, as its source says it. */
export interface DescribedField {
  readonly name: string;
  readonly optional: boolean;
  readonly type: string;
  readonly about: string;
}

/** A type of event, as its source says it. */
export interface DescribedEvent {
  readonly type: string;
  readonly about: string;
  readonly fields: readonly DescribedField[];
}

/** The events that a `*.events.ts` declares, in the order of the file. */
export function eventsIn(path: string): DescribedEvent[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements
    .filter(ts.isTypeAliasDeclaration)
    .flatMap((alias) => describedEvent(alias, source));
}

function describedEvent(alias: ts.TypeAliasDeclaration, source: ts.SourceFile): DescribedEvent[] {
  const { type } = alias;
  if (!ts.isTypeReferenceNode(type) || type.typeName.getText(source) !== 'DomainEvent') return [];
  const [name, data] = type.typeArguments ?? [];
  if (!name || !data || !ts.isLiteralTypeNode(name) || !ts.isTypeLiteralNode(data)) {
    throw new Error(`${source.fileName}: ${alias.name.text} should be DomainEvent<'Name', { … }>`);
  }
  const eventType = (name.literal as ts.StringLiteral).text;
  return [{ type: eventType, about: commentOf(alias), fields: fieldsOf(data, source) }];
}

function fieldsOf(data: ts.TypeLiteralNode, source: ts.SourceFile): DescribedField[] {
  return data.members.filter(ts.isPropertySignature).map((member) => ({
    name: member.name.getText(source),
    optional: member.questionToken !== undefined,
    type: typeText(member.type, source),
    about: commentOf(member),
  }));
}

/** The type in one line, without the comments that stand in it. A sealed section shows what is in it. */
function typeText(type: ts.TypeNode | undefined, source: ts.SourceFile): string {
  const isSealed = type && ts.isTypeReferenceNode(type) && type.typeName.getText(source) === 'Sealed';
  const text = (isSealed ? type.typeArguments?.[0] : type)?.getText(source) ?? 'unknown';
  return text
    .replaceAll(/\/\*\*.*?\*\//gs, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('; }', ' }');
}

function commentOf(node: ts.Node): string {
  return ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ')
    .replaceAll(/\s+/g, ' ');
}
