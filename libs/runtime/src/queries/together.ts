interface Waiting<Asked, Answer> {
  readonly asked: Asked;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers what is asked while a question is under way, and asks all of it in the next one: many who ask at the same time cost a few
 * questions. A question that fails fails exactly those whose it was.
 * @param askAll answers as many, in their order
 * @param most that one question holds
 */
export function together<Asked, Answer>(
  askAll: (asked: readonly Asked[]) => Promise<readonly Answer[]>,
  most: number,
): (asked: Asked) => Promise<Answer> {
  let waiting: Waiting<Asked, Answer>[] = [];
  let isAsking = false;

  async function ask(): Promise<void> {
    while (waiting.length > 0) {
      const some = waiting.slice(0, most);
      waiting = waiting.slice(most);
      try {
        const answers = await askAll(some.map(({ asked }) => asked));
        for (const [place, answer] of answers.entries()) some[place]?.resolve(answer);
      } catch (error) {
        for (const { reject } of some) reject(error);
      }
    }
    isAsking = false;
  }

  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject });
      if (isAsking) return;
      isAsking = true;
      // Who asks in the same tick shares the first question too.
      queueMicrotask(() => void ask());
    });
}
