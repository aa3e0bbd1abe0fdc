import { expect, it } from 'vitest';
import type { Curves } from '../../../../traffic/index.ts';
import { describeChart } from './describe.ts';

const curve = (name: string, values: readonly (number | null)[]): Curves['curves'][number] => ({
  name,
  tone: 'well',
  values,
});
const chart = (...curves: Curves['curves']): Curves => ({ at: [0, 1000, 2000], unit: 'a second', curves });
const DOWN = { path: [], text: 'eu-1 answers 503', from: 15_000, to: 35_000 };

it('says between what each curve moves, where it ends, and what goes wrong', () =>
  expect(
    describeChart('Answers', chart(curve('200', [100, 54.2, 99]), curve('503', [0, 0, 0])), 60_000, [DOWN]),
  ).toBe(
    'Answers over 60 s, a second. 200: 54 to 100, 99 at the end; 503: 0 throughout. What goes wrong: eu-1 answers 503 from 15 s to 35 s. The same numbers are in the table.',
  ));

it('tells of many only some, and of nothing that there is none', () => {
  const many = Array.from({ length: 9 }, (_, index) => curve(`e-${index}`, [null, null, null]));
  const told = describeChart('Endpoints', chart(...many), 1000, []);
  expect(told).toContain('e-5: nothing; and 3 more.');
  expect(told).not.toContain('What goes wrong');
});
