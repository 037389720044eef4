import { PassThrough } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { CommandResult } from '#event-store';
import type { Language } from '../problem/language.js';
import { problemFrom } from '../problem/problem.js';
import { problemOf } from '../problem/problem-of-error.js';
import { NobodyListens } from './listener.js';

/** What an answer in lines is beside its lines. */
interface Beside {
  readonly correlationId: string;
  readonly language: Language;
  /** Told when nobody listens any more, and when the work is interrupted. */
  readonly log: {
    info(facts: object, message: string): void;
    error(facts: object, message: string): void;
  };
  /** What the log calls the work: `Import`. */
  readonly what: string;
}

/**
 * Answers while work goes on, one JSON object a line: `{"progress": …}`, and last `{"report": …}` or `{"problem": …}`.
 * Work that is refused before its first progress is an ordinary problem answer.
 * @param work tells its progress, and ends with its report
 * @throws what `work` throws before its first progress
 */
export async function answerLineByLine(
  work: (onProgress: (progress: object) => void) => Promise<object>,
  { correlationId, language, log, what }: Beside,
): Promise<StreamableFile> {
  const answer = new PassThrough();
  const say = (line: object) => answer.write(`${JSON.stringify(line)}\n`);
  let started = () => {};
  const firstProgress = new Promise<void>((resolve) => {
    started = resolve;
  });
  const running = work((progress) => {
    say({ progress });
    started();
  });
  await Promise.race([firstProgress, running]);
  void running
    .then(
      (report) => say({ report }),
      (error: unknown) => {
        if (error instanceof NobodyListens) {
          log.info({ correlationId }, `${what} left: nobody listens any more`);
          return;
        }
        log.error({ correlationId, err: error }, `${what} interrupted`);
        say({ problem: problemFrom(problemOf(error), correlationId, language) });
      },
    )
    .finally(() => answer.end());
  return new StreamableFile(answer);
}

/** The report of a command without what was recorded of it, beside the position to ask queries with. */
export function reportOf({
  position,
  revision: _revision,
  streamId: _streamId,
  events: _events,
  ...report
}: CommandResult): object {
  return { ...report, position: String(position) };
}
