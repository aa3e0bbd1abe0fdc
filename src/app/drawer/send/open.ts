import type { Session } from '../../../session/index.ts';
import { giveTyped } from '../../commands/giveTyped.ts';
import { keepTyping, takeTyped } from '../../commands/typedAhead.ts';
import { showPane } from '../../shell/layout/showPane.ts';

/** The keyboard is to go to the URL as soon as that is there; where it stood when that was asked. */
let wanted: { readonly from: Element | null } | null = null;

/** Shows the drawer's “Send a request”, with the keyboard at the URL unless it is to be elsewhere. */
export function openSend(session: Session, keyboard: 'url' | 'stays' = 'url'): void {
  wanted = keyboard === 'url' ? { from: document.activeElement } : null;
  session.dispatch({ type: 'prefer', preferences: { drawerTab: 'send' } });
  showPane(session, 'drawer', false);
  const field = urlField();
  if (field) focusWanted(field);
  // Letters meant for the URL are no shortcuts of what stands here.
  else if (wanted) keepTyping(forget);
}

/** The tab is there now, which may have been on its way. Who types elsewhere by now is not disturbed. */
export function takeWantedFocus(): void {
  const { activeElement: now } = document;
  if (now !== wanted?.from && now?.matches('input, textarea')) forget();
  focusWanted(urlField());
}

const urlField = () => document.querySelector<HTMLElement>('[data-pane="drawer"] [data-url]');

function forget(): void {
  wanted = null;
  takeTyped();
}

function focusWanted(field: HTMLElement | null): void {
  if (wanted) {
    field?.focus();
    // Behind what draws the field.
    queueMicrotask(() => void giveTyped());
  }
  wanted = null;
}
