import type { Session } from '../../session/index.ts';
import { tellFailure } from '../commands/tellFailure.ts';
import { takeWorkspace } from './trying.ts';

/** Writes the open workspace into the lesson, and says what became of it. */
export function takeAndTell(session: Session, word: 'start' | 'solution'): void {
  try {
    const title = takeWorkspace(session, word);
    session.dispatch({
      type: 'notify',
      notice: {
        tone: 'info',
        title: `Taken as ${word}`,
        detail: `The files of “${session.getState().workspace.name}” are the ${word} of “${title}” now.`,
      },
    });
  } catch (error) {
    tellFailure(session, `The workspace could not be taken as ${word}`)(error);
  }
}
