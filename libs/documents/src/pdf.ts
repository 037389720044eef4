import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { assertNever } from '#kernel';
import type { Part, PrintedDocument, PrintedIn } from './printed-document.js';
import { qrCodeFile } from './qr-code.js';
import { TEMPLATE } from './template.js';

/** Nothing is read from a disk: whatever a document needs stands in the template and its data. */
const NOWHERE = '/var/empty/lindung-documents';

let compiler: NodeCompiler | undefined;

/** So many documents may be laid out before what the compiler remembers of them is forgotten: it would grow without end. */
const REMEMBERED = 8;

/**
 * A document as a tagged PDF that readers for the blind read as well (PDF/UA-1), in one language. The same document has the same
 * bytes, whenever and wherever it is made. It takes some milliseconds of the thread.
 */
export function asPdf(document: PrintedDocument, language: PrintedIn): Buffer {
  compiler ??= NodeCompiler.create({ workspace: NOWHERE });
  const words = inOne(document, language);
  const missing: string[] = [];
  for (let tries = 1; ; tries++) {
    try {
      const inputs = { document: JSON.stringify(words, (_, value: unknown) => printable(value, missing)) };
      return compiler.pdf({ mainFileContent: TEMPLATE, inputs }, { pdfStandard: 'ua-1' });
    } catch (error) {
      const found = notInFont(error);
      if (found.length === 0 || tries === MOST_TRIES) throw error;
      missing.push(...found);
    } finally {
      compiler.evictCache(REMEMBERED);
    }
  }
}

const printable = (value: unknown, missing: readonly string[]): unknown =>
  typeof value === 'string'
    ? missing.reduce((text, sign) => text.replaceAll(sign, REPLACEMENT), value)
    : value;

/** What stands in print for a sign that no font here has: names are typed in any script. */
const REPLACEMENT = '\ufffd';

/** Each try tells of every sign that is missing; what they leave may be put together otherwise, and then be missing too. */
const MOST_TRIES = 8;

/**
 * The signs that the compiler could not show, which PDF/UA does not allow; none for any other error. A letter is among them where the mark
 * above it is what is missing: without that it is there.
 */
function notInFont(error: unknown): readonly string[] {
  const message = error instanceof Error ? error.message : String(error);
  const found = message.matchAll(
    /(?:the text|the disallowed codepoint) `\\?"(.+?)\\?"`(?= could not be displayed|\\?")/g,
  );
  return [...found]
    .map(([, text = '']) =>
      text.replaceAll(/\\+u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16))),
    )
    .filter((text) => /\P{ASCII}/u.test(text));
}

/** The words of one language; values are data to the template, never markup. */
function inOne({ title, on, parts, footer, format }: PrintedDocument, language: PrintedIn): object {
  const [year, month, day] = on.split('-').map(Number);
  return {
    language,
    title: title[language],
    on: { year, month, day },
    footer: footer[language],
    format,
    parts: parts.map((part) => partIn(part, language)),
  };
}

function partIn(part: Part, language: PrintedIn): object {
  switch (part.kind) {
    case 'FACTS':
      return { kind: part.kind, facts: part.facts.map(([label, value]) => [label[language], value]) };
    case 'TEXT':
      return { kind: part.kind, text: part.text[language] };
    case 'HEADING':
      return { kind: part.kind, text: part.text[language] };
    case 'PROOF':
      return {
        kind: part.kind,
        code: part.code,
        text: part.text[language],
        qr: part.qr === undefined ? '' : qrCodeFile(part.qr),
      };
    case 'TABLE': {
      const { kind, columns, rows, total = [], widths = columns.map(() => 1) } = part;
      return { kind, columns: columns.map((one) => one[language]), widths, rows, total };
    }
    default:
      return assertNever(part, 'part of a document');
  }
}
