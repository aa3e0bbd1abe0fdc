import type { RefactorAt } from '../../operations/index.ts';
import type { SessionState } from '../../session/index.ts';
import { meantNamespace } from '../canvas/view/meant.ts';

/** What a refactoring is about that is asked for by its name alone: what is selected, a collapsed namespace, or everything. */
export function refactorHere(state: Pick<SessionState, 'analysis' | 'selection'>): RefactorAt {
  if (state.selection) return { resource: state.selection.resource, path: state.selection.path };
  const namespace = meantNamespace(state);
  return namespace === null ? {} : { namespace };
}
