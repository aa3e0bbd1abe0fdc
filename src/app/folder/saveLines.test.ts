import { expect, it } from 'vitest';
import { saveLines } from './saveLines.ts';

it('tells a renamed file once', () => {
  const file = (path: string) => ({ path, text: '' });
  const lines = saveLines({
    changed: [file('a.yaml')],
    created: [file('b.yaml'), file('new.yaml')],
    removed: ['old.yaml', 'gone.yaml'],
    renamed: [{ from: 'old.yaml', to: 'b.yaml' }],
  });
  expect(lines).toEqual([
    { path: 'gone.yaml', what: 'deleted' },
    { path: 'b.yaml', what: 'renamed', from: 'old.yaml' },
    { path: 'new.yaml', what: 'new' },
    { path: 'a.yaml', what: 'changed' },
  ]);
});
