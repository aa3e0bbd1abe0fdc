import type { FileSummary, ResourceChange } from '../../../exchange/index.ts';

export const FILE_WORDS: Readonly<Record<FileSummary['kind'], string>> = {
  changed: '',
  added: 'new',
  removed: 'deleted',
};

export const RESOURCE_WORDS: Readonly<Record<ResourceChange['how'], string>> = {
  added: 'new',
  changed: '',
  renamed: 'renamed',
  moved: 'moved',
  formatting: 'formatting',
  removed: 'gone',
};

/** What there is to say of a change beside its sentences. */
export function howWords({ how, file, before }: ResourceChange): string | null {
  const from = before?.source.file;
  switch (how) {
    case 'added':
      return 'It is new.';
    case 'removed':
      return 'It is gone.';
    case 'moved':
      return `It stood in ${from ?? 'another file'}, and is otherwise as it was.`;
    case 'formatting':
      return 'Only comments, order or formatting: the cluster gets the same.';
    case 'changed':
    case 'renamed':
      return from !== undefined && from !== file ? `It stood in ${from}.` : null;
  }
}
