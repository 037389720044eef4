import { describe, expect, it } from '@jest/globals';
import { Latencies } from './statistics.js';

describe('latencies', () => {
  it('say nothing when nothing was measured', () => {
    expect(new Latencies().measurements()).toEqual([]);
  });

  it('are summed up as EventStoreDB does', () => {
    const latencies = new Latencies();
    for (let milliseconds = 100; milliseconds >= 1; milliseconds--) latencies.add(milliseconds);
    expect(Object.fromEntries(latencies.measurements())).toMatchObject({
      Mean: 50,
      Median: 51,
      Fastest: 1,
      'Quintile 1': 1,
      'Quintile 3': 41,
      '90%': 91,
      '99.9%': 100,
      Highest: 100,
    });
  });

  it('forget what is older than the last thousand', () => {
    const latencies = new Latencies();
    latencies.add(9_999);
    for (let n = 0; n < 1_000; n++) latencies.add(1);
    expect(Object.fromEntries(latencies.measurements())['Highest']).toBe(1);
  });
});
