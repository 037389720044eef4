import { assertNever } from '#kernel';
import type { Part, PrintedDocument, PrintedIn } from './printed-document.js';
import { qrCode } from './qr-code.js';

/** How a document looks on a screen and on paper. Nothing is fetched: not a font, not a picture. */
const STYLE = `
body { font-family: Georgia, serif; line-height: 1.45; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color: #111; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 1.6rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.5rem; }
dt { color: #444; } dd { margin: 0; font-weight: bold; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
th, td { border: 1px solid #777; padding: .35rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th:last-child, td:last-child { text-align: right; white-space: nowrap; }
tfoot td { font-weight: bold; }
aside { border: 1px solid #555; padding: .6rem .8rem; margin: 1.5rem 0; font-size: .9rem; }
aside svg { display: block; width: 90mm; max-width: 100%; height: auto; margin: 0 auto .6rem; }
aside code { display: block; font-size: 1rem; overflow-wrap: anywhere; }
footer { margin-top: 2rem; font-size: .8rem; text-align: center; color: #444; }
@media print { body { margin: 0; max-width: none; } }`;

/**
 * A document as one page of HTML with nothing beside it, in one language: for a screen, and to be printed. The same document has the
 * same bytes. What people typed is text in it, never markup.
 */
export function asHtml({ title, parts, footer }: PrintedDocument, language: PrintedIn): string {
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${text(title[language])}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${text(title[language])}</h1>`,
    ...parts.map((part) => partOf(part, language)),
    '</main>',
    `<footer>${text(footer[language])}</footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function partOf(part: Part, language: PrintedIn): string {
  switch (part.kind) {
    case 'FACTS': {
      const facts = part.facts.map(
        ([label, value]) => `<dt>${text(label[language])}</dt><dd>${text(value)}</dd>`,
      );
      return `<dl>${facts.join('')}</dl>`;
    }
    case 'TEXT':
      return `<p>${text(part.text[language])}</p>`;
    case 'HEADING':
      return `<h2>${text(part.text[language])}</h2>`;
    case 'PROOF':
      return `<aside>${part.qr === undefined ? '' : qrCode(part.qr)}<code>${text(part.code)}</code>${text(part.text[language])}</aside>`;
    case 'TABLE': {
      const head = part.columns.map((column) => `<th scope="col">${text(column[language])}</th>`);
      const foot = part.total ? `<tfoot>${rowOf(part.total)}</tfoot>` : '';
      return `<table><thead><tr>${head.join('')}</tr></thead><tbody>${part.rows.map(rowOf).join('')}</tbody>${foot}</table>`;
    }
    default:
      return assertNever(part, 'part of a document');
  }
}

const rowOf = (cells: readonly string[]) =>
  `<tr>${cells.map((cell) => `<td>${text(cell)}</td>`).join('')}</tr>`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const text = (raw: string): string => raw.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
