import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { assertNever } from '#kernel';
import type { Part, PrintedDocument, PrintedIn } from './printed-document.js';
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
  const asked = {
    mainFileContent: TEMPLATE,
    inputs: { document: JSON.stringify(inOne(document, language)) },
  };
  const pdf = compiler.pdf(asked, { pdfStandard: 'ua-1' });
  compiler.evictCache(REMEMBERED);
  return pdf;
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
      return { kind: part.kind, code: part.code, text: part.text[language] };
    case 'TABLE': {
      const { kind, columns, rows, total = [], widths = columns.map(() => 1) } = part;
      return { kind, columns: columns.map((one) => one[language]), widths, rows, total };
    }
    default:
      return assertNever(part, 'part of a document');
  }
}
