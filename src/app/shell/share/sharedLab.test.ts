import { expect, it } from 'vitest';
import { sharedLab } from './sharedLab.ts';

const files = ['a.yaml', 'one.load.yaml', 'two.load.yaml'].map((path) => ({ path, text: path }));
const bare = files.slice(0, 1);

it('is the scenario that is shown, else the first of the files', () => {
  expect(sharedLab(files, { kept: 'two.load.yaml', draft: null })).toMatchObject({ path: 'two.load.yaml' });
  expect(sharedLab(files, null)).toEqual({ path: 'one.load.yaml', files, isDraft: false });
  expect(sharedLab(files, { kept: 'gone.load.yaml', draft: null })?.path).toBe('one.load.yaml');
  expect(sharedLab(bare, { kept: null, draft: '' })).toBeNull();
});

it('takes a draft along as the file that it would be kept as', () => {
  const draft = 'name: eu is down\nload: { rate: 1 }\n';
  expect(sharedLab(bare, { kept: null, draft })).toEqual({
    path: 'eu-is-down.load.yaml',
    files: [...bare, { path: 'eu-is-down.load.yaml', text: draft }],
    isDraft: true,
  });
});
