import type { Session } from '../../../session/index.ts';
import { panes } from '../../commands/panes.ts';
import { showOutcome } from '../../shell/layout/showPane.ts';
import { isPlace, searchEntries, type SearchEntry } from './entries.ts';
import { searchStore, turn } from './searchState.ts';

/** Goes to what was found, everywhere: file, caret, form field, node. A group is opened or folded. */
export function goTo(session: Session, entry: SearchEntry): void {
  if ('group' in entry) turn(entry.key, entry.folded ? 'open' : 'folded');
  if (!isPlace(entry)) return;
  searchStore.set({ current: entry.key });
  if ('hit' in entry) {
    const { path, hit } = entry;
    const [span] = hit.spans;
    const offset = hit.start + (span?.from ?? 0);
    session.dispatch({ type: 'show-file', path });
    session.dispatch({ type: 'select-at', path, offset, origin: 'drawer' });
    showOutcome(session, 'yaml');
    panes.source?.reveal(offset, hit.start + (span?.to ?? 0));
    return;
  }
  const [resource, path] = 'place' in entry ? [entry.place.resource, entry.place.path] : [entry.resource, []];
  session.dispatch({ type: 'select', resource: resource.id, path, origin: 'drawer' });
  showOutcome(session, 'yaml');
}

/** Goes to the next (`1`) or previous (`-1`) place of those listed, round and round; false where there is none. */
export function stepSearch(session: Session, step: 1 | -1): boolean {
  const state = searchStore.get();
  const places = state.found ? searchEntries(state.found, state).filter(isPlace) : [];
  const at = places.findIndex(({ key }) => key === state.current);
  const from = at < 0 && step < 0 ? 0 : at;
  const next = places[(from + step + places.length) % places.length];
  if (next) goTo(session, next);
  return next !== undefined;
}
