import { expect, it } from 'vitest';
import { editFromTextarea } from './textarea.ts';

const after = (text: string, value: string) => {
  const edit = editFromTextarea(text, value);
  return edit ? text.slice(0, edit.from) + edit.insert + text.slice(edit.to) : null;
};

it.each([
  ['a: 1\n', 'a: 12\n', 'a: 12\n'],
  ['\uFEFFa: 1\r\nb: 2\r\n', 'a: 1\nb: 3\n', '\uFEFFa: 1\r\nb: 3\r\n'],
  ['a: 1\r\nb: 2\r\n', 'a: 1\nc: 1\nb: 2\n', 'a: 1\r\nc: 1\r\nb: 2\r\n'],
  ['a\r\nb\n', 'ab\n', 'ab\n'],
])('changes in %j only what was typed', (text, value, expected) => {
  expect(after(text, value)).toBe(expected);
});

it('makes no edit of nothing', () => {
  expect(editFromTextarea('\uFEFFa\r\n', 'a\n')).toBeNull();
});
