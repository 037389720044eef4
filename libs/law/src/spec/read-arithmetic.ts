/** An exact value, apart from the fractions of the engine: this file reads what the engine writes, as a person would. */
type Exact = readonly [numerator: bigint, denominator: bigint];

const plus = ([a, b]: Exact, [c, d]: Exact): Exact => [a * d + c * b, b * d];
const times = ([a, b]: Exact, [c, d]: Exact): Exact => [a * c, b * d];
const halfUp = ([numerator, denominator]: Exact): number =>
  Number((2n * numerator + denominator) / (2n * denominator));

/**
 * The amount that the arithmetic of a component comes to when it is worked out again from its text alone:
 * `(2 + 5) × 1,500,000 = 10,500,000`, `6,200,000 → max 5,000,000`.
 * @throws Error when the text contradicts itself
 */
export function readArithmetic(text: string): number {
  const [calculated = '', ...limits] = text.split(' → ');
  const [formula = '', stated] = calculated.split(' = ');
  const computed = halfUp(valueOf(formula));
  if (stated !== undefined && computed !== halfUp(valueOf(stated))) {
    throw new Error(`${formula} is ${computed}, not ${stated}`);
  }
  return limits.reduce((amount, limit) => limited(amount, limit), computed);
}

function limited(amount: number, text: string): number {
  const bound = halfUp(valueOf(text.slice('max '.length)));
  const passed = text.startsWith('max ') ? amount >= bound : amount <= bound;
  if (!passed) throw new Error(`${amount} is within ${text}`);
  return bound;
}

function valueOf(text: string): Exact {
  const tokens = text.match(/[\d,.]+%?|[-+×/()−]/g) ?? [];
  const take = () => tokens.shift() ?? '';
  const sum = (): Exact => {
    let value = product();
    while (tokens[0] === '+' || tokens[0] === '−') {
      const sign = take() === '+' ? 1n : -1n;
      value = plus(value, times([sign, 1n], product()));
    }
    return value;
  };
  const product = (): Exact => {
    let value = quotient();
    while (tokens[0] === '×') {
      take();
      value = times(value, quotient());
    }
    return value;
  };
  const quotient = (): Exact => {
    const value = factor();
    if (tokens[0] !== '/') return value;
    take();
    const [numerator, denominator] = factor();
    return times(value, [denominator, numerator]);
  };
  const factor = (): Exact => {
    if (tokens[0] !== '(') return number(take());
    take();
    const value = sum();
    take();
    return value;
  };
  const value = sum();
  if (tokens.length > 0) throw new Error(`Cannot read ${text}`);
  return value;
}

function number(token: string): Exact {
  const [whole = '', decimals = ''] = token.replace(/[,%]/g, '').split('.');
  const digits = BigInt(whole + decimals);
  return [digits, 10n ** BigInt(decimals.length) * (token.endsWith('%') ? 100n : 1n)];
}
