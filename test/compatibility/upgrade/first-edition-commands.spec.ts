import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { FIRST_EDITION_COMMANDS, type Shape } from './first-edition-commands.js';
import { digestedContents, idSecret, oldEvents } from './first-edition.js';

type Content = Readonly<Record<string, unknown>> & { readonly command: string; readonly streamId: string };

const contents = digestedContents().map(({ content, ...key }) => ({
  ...key,
  text: content,
  content: JSON.parse(content) as Content,
}));
const tableOf = (command: string) => FIRST_EDITION_COMMANDS.find((one) => one.command === command);

/** What does not fit, by its place. */
function misfits(shape: Shape, value: unknown, place: string): string[] {
  if (typeof shape === 'string') {
    const fits = shape.startsWith("'")
      ? `'${String(value)}'` === shape
      : typeof value === (shape === 'text' ? 'string' : shape);
    return fits ? [] : [`${place} is no ${shape}`];
  }
  if (Array.isArray(shape)) {
    const [item] = shape as readonly [Shape];
    if (!Array.isArray(value)) return [`${place} is no list`];
    return value.flatMap((one, index) => misfits(item, one, `${place}[${index}]`));
  }
  if (typeof value !== 'object' || value === null) return [`${place} is no object`];
  const members = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(shape).map((name) => name.replace('?', ''));
  return [
    ...Object.keys(members).flatMap((name) =>
      names.includes(name) ? [] : [`${place}.${name} is not known`],
    ),
    ...Object.entries(shape).flatMap(([key, part]) => {
      const name = key.replace('?', '');
      if (members[name] === undefined) return key.endsWith('?') ? [] : [`${place}.${name} is missing`];
      return misfits(part, members[name], `${place}.${name}`);
    }),
  ];
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([name, part]) => [name, sorted(part)]));
}

/** The table is what the new build goes by, so it is held against digests that the first edition made. */
describe('The digests of the first edition', () => {
  it('are made of the content of the command, with the secret of the folder', () => {
    const made = new Map(
      contents.map(({ commandId, stream, text }) => [
        `${commandId} ${stream}`,
        createHmac('sha256', idSecret()).update(text).digest('base64url'),
      ]),
    );
    for (const { commandId, stream, digest } of oldEvents()) {
      expect([stream, made.get(`${commandId} ${stream}`)]).toEqual([stream, digest]);
    }
  });

  it.each(contents)(
    'cover what the table says: $content.command ($commandId)',
    ({ stream, text, content }) => {
      const { command, streamId, ...rest } = content;
      expect(streamId).toBe(stream);
      expect(JSON.stringify(sorted(content))).toBe(text);
      const known = tableOf(command);
      expect(known?.streams.map((name) => name.split('-')[0])).toContain(streamId.split('-')[0]);
      expect(misfits(known?.content ?? {}, rest, command)).toEqual([]);
    },
  );

  it('are shown for every command of the table', () => {
    const shown = new Set(contents.map(({ content }) => content.command));
    const inTable = FIRST_EDITION_COMMANDS.map(({ command }) => command);
    expect([...shown].sort()).toEqual(inTable.sort());
  });
});
