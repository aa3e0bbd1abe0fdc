import { describe, expect, it } from 'vitest';
import { scenarioIn } from './keptText.ts';

describe('the scenario of a file', () => {
  it.each([
    ['load: 1\n', 'load: 1\n'],
    ['# much\nload: 1\n', '# much\nload: 1\n'],
    ['# head\n---\nload: 1\n---\nload: 2\n', 'load: 1\n'],
    ['', ''],
  ])('of %j is in %j', (file, holds) => {
    const { text, from } = scenarioIn(file);
    expect(text).toContain(holds);
    expect(text).not.toContain('load: 2');
    expect(file.slice(from, from + text.length)).toBe(text);
  });
});
