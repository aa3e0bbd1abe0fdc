import type { Session } from '../../../session/index.ts';
import { panes } from '../../commands/panes.ts';
import { keepTyping, takeTyped } from '../../commands/typedAhead.ts';
import { showPane } from '../../shell/layout/showPane.ts';
import { searchStore } from './searchState.ts';

export const SEARCH_ID = 'drawer-search';

/** The keyboard is to go to the field as soon as that is there. */
let wanted = false;

/** Shows the drawer's search, with the keyboard in its field: what is selected in the YAML is looked for at once. */
export function openSearch(session: Session): void {
  const chosen = panes.source?.selected?.() ?? '';
  if (chosen !== '') searchStore.set({ words: chosen });
  wanted = true;
  session.dispatch({ type: 'prefer', preferences: { drawerTab: 'search' } });
  showPane(session, 'drawer', false);
  if (field()) takeFocus();
  else keepTyping(forget);
}

const forget = () => void (wanted = false);

/** The field is there now, which may have been on its way: it takes what was typed meanwhile. */
export function takeFocus(): void {
  if (!wanted) return;
  wanted = false;
  const { text } = takeTyped();
  if (text !== '') searchStore.set({ words: text });
  const input = field();
  input?.focus();
  if (text === '') input?.select();
}

const field = () => document.getElementById(SEARCH_ID) as HTMLInputElement | null;
