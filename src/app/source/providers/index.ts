import type { IDisposable } from 'monaco-editor/editor';
import type { Session } from '../../../session/index.ts';
import type { Models } from '../models.ts';
import { registerActions } from './actions.ts';
import { registerCompletion } from './completion.ts';
import { registerHover } from './hover.ts';
import { registerNavigation } from './navigation.ts';
import { registerOutline } from './outline.ts';
import { registerRename } from './rename.ts';

/** Lets Monaco ask our language service. Returns the way to stop. */
export function registerProviders(session: Session, models: Models): () => void {
  const all: IDisposable[] = [
    registerCompletion(session, models),
    registerHover(session, models),
    registerRename(session, models),
    ...registerNavigation(session, models),
    ...registerOutline(session, models),
    ...registerActions(session, models),
  ];
  return () => all.forEach((each) => each.dispose());
}
