import type { Problem } from '../../../checks/index.ts';
import type { Session } from '../../../session/index.ts';
import { fileText, lineIndex } from '../../../text/index.ts';
import { showOutcome } from '../../shell/layout/showPane.ts';
import { panes } from '../../commands/panes.ts';

/** Goes to a problem's place, everywhere: file, caret, form field, node. */
export function selectProblem(session: Session, problem: Problem): void {
  const text = fileText(session.getState().workspace.files, problem.file);
  if (text === undefined) return;
  const offset = lineIndex(text).offset(problem.line, problem.column);
  session.dispatch({ type: 'show-file', path: problem.file });
  session.dispatch({ type: 'select-at', path: problem.file, offset, origin: 'drawer' });
  showOutcome(session, 'yaml');
  // Where a document is broken nothing may be selected; the place in the text can be shown all the same.
  panes.source?.reveal(offset);
}
