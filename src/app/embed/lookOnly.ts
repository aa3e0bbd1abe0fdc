import type { Action, Session } from '../../session/index.ts';

/** What may be done where nothing may be changed. */
const LOOKING: ReadonlySet<Action['type']> = new Set<Action['type']>([
  'select',
  'select-at',
  'show-file',
  'view',
  'look',
  'canvas-shape',
  'prefer',
  'notify',
  'dismiss-notice',
  'cancel-progress',
  'end-mark',
]);

/** The session for panes that only show it: whatever would change a file is not done, whoever asks. */
export const lookOnly = (session: Session): Session => ({
  ...session,
  dispatch: (action) => LOOKING.has(action.type) && session.dispatch(action),
});
