import { createStore } from '../../store.ts';

export type CommitPart = 'message' | 'patch' | 'kubectl';

/** What a person has said for their commit; gone with the page. */
export interface CommitState {
  readonly part: CommitPart;
  /** The message as they wrote it, and the suggestion that it began as; null while it is the suggestion. */
  readonly own: { readonly text: string; readonly from: string } | null;
  /** Where the files stand in the repository, by workspace. */
  readonly folders: Readonly<Record<string, string>>;
  readonly verb: 'apply' | 'diff';
  readonly from: 'files' | 'here';
}

export const commitStore = createStore<CommitState>({
  part: 'message',
  own: null,
  folders: {},
  verb: 'diff',
  from: 'files',
});
