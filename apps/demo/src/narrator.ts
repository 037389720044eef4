import { formatRupiah } from '#kernel';

/** Tells the story in words that an adjudicator understands. */
export interface Narrator {
  chapter(title: string): void;
  /** What happens, with its day when that is another one. */
  says(text: string): void;
  /** How far a long step is. */
  progress(text: string): void;
  /** What stands in the event log now. */
  recorded(events: readonly string[]): void;
  /** A refusal is part of the story: its code and its reason. */
  refused(code: string, detail: string): void;
  /** How an amount comes about. */
  amount(what: string, amountIdr: number, arithmetic: string): void;
}

const WIDTH = 110;

export function narrator(write: (line: string) => void): Narrator {
  let chapters = 0;
  return {
    chapter: (title) => {
      chapters++;
      const heading = `── ${chapters}. ${title} `;
      write('');
      write(heading.padEnd(WIDTH, '─'));
    },
    says: (text) => wrapped(text, WIDTH).forEach((line) => write(line)),
    progress: (text) => write(`    … ${text}`),
    recorded: (events) =>
      wrapped(`✓ ${events.join(', ')}`, WIDTH - 4).forEach((line) => write(`    ${line}`)),
    refused: (code, detail) =>
      wrapped(`✗ ${code}: ${detail}`, WIDTH - 4).forEach((line) => write(`    ${line}`)),
    amount: (what, amountIdr, arithmetic) =>
      write(`    Rp${formatRupiah(amountIdr).padStart(11)}  ${what}: ${arithmetic}`),
  };
}

function wrapped(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1)!;
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}
