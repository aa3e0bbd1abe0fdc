import { expect, it } from 'vitest';
import { readFiles } from './read-files.ts';

it('reads files in the order in which they were picked, a few at a time', async () => {
  let [now, most] = [0, 0];
  const file = (name: string, wait: number) => {
    const made = new File([name], name);
    made.arrayBuffer = async () => {
      most = Math.max(most, ++now);
      for (let turn = 0; turn < wait; turn++) await Promise.resolve();
      now--;
      return new TextEncoder().encode(name).buffer;
    };
    return made;
  };
  const names = Array.from({ length: 50 }, (_, n) => `${n}.yaml`);
  const read = await readFiles(names.map((name, n) => file(name, (n * 7) % 11)));
  expect(read.map(({ path }) => path)).toEqual(names);
  expect(read.map(({ content }) => new TextDecoder().decode(content as Uint8Array))).toEqual(names);
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThan(50);
});
