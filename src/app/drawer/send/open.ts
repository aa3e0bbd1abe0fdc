import type { Session } from '../../../session/index.ts';
import { showPane } from '../../shell/layout/showPane.ts';

/** Shows the drawer's “Send a request”, with the keyboard at the URL. */
export function openSend(session: Session): void {
  session.dispatch({ type: 'prefer', preferences: { drawerTab: 'send' } });
  showPane(session, 'drawer', false);
  focusUrl(20);
}

/** The tab may still be on its way. */
function focusUrl(tries: number): void {
  const field = document.querySelector<HTMLElement>('[data-pane="drawer"] [data-url]');
  if (field) field.focus();
  else if (tries > 0) setTimeout(() => focusUrl(tries - 1), 50);
}
