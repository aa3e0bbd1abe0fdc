import { describe, expect, it } from 'vitest';
import { scenarioIn } from './keptText.ts';

describe('the scenario of a file', () => {
  it.each([
    ['load: 1\n', 'load: 1\n', 1],
    ['# much\nload: 1\n', '# much\nload: 1\n', 2],
    ['# head\n---\nload: 1\n---\nload: 2\n', 'load: 1\n', 3],
    ['', '', 1],
  ])('of %j is in %j', (file, holds, at) => {
    const { text, from, line } = scenarioIn(file);
    expect(text).toContain(holds);
    expect(text).not.toContain('load: 2');
    expect(file.slice(from, from + text.length)).toBe(text);
    // Where the file has it, counted from where the scenario begins.
    expect(line - 1 + text.slice(0, Math.max(0, text.indexOf('load'))).split('\n').length).toBe(at);
  });
});
