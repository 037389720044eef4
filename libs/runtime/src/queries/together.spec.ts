import { describe, expect, it } from '@jest/globals';
import { together } from './together.js';

/** Doubles numbers, in questions that are answered when they are told to be. */
function doubling(most = 10) {
  const questions: { readonly asked: readonly number[]; readonly end: (error?: Error) => void }[] = [];
  const double = together<number, number>(
    (asked) =>
      new Promise((resolve, reject) => {
        questions.push({
          asked,
          end: (error) => (error ? reject(error) : resolve(asked.map((one) => 2 * one))),
        });
      }),
    most,
  );
  return { questions, double };
}

const turn = () => new Promise(setImmediate);

describe('What is asked together', () => {
  it('is one question for who asks at the same time, and each gets the own answer', async () => {
    const { questions, double } = doubling();
    const answers = Promise.all([double(1), double(2), double(3)]);
    await turn();
    expect(questions.map(({ asked }) => asked)).toEqual([[1, 2, 3]]);
    questions[0]?.end();
    expect(await answers).toEqual([2, 4, 6]);
  });

  it('is gathered while a question is under way, as many as one may hold', async () => {
    const { questions, double } = doubling(2);
    const first = double(1);
    await turn();
    const others = Promise.all([double(2), double(3), double(4)]);
    await turn();
    expect(questions).toHaveLength(1);
    for (let place = 0; place < 3; place++) {
      questions[place]?.end();
      await turn();
    }
    expect(questions.map(({ asked }) => asked)).toEqual([[1], [2, 3], [4]]);
    expect([await first, ...(await others)]).toEqual([2, 4, 6, 8]);
  });

  it('fails those whose question it was, and nobody else', async () => {
    const { questions, double } = doubling(1);
    const answers = Promise.allSettled([double(1), double(2)]);
    await turn();
    questions[0]?.end(new Error('away'));
    await turn();
    questions[1]?.end();
    expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });
});
