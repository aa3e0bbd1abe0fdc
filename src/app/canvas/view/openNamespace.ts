import type { Session } from '../../../session/index.ts';
import { showView } from './showView.ts';

/** Opens a collapsed namespace, and says so. */
export function openNamespace(session: Session, namespace: string): string {
  const { view } = session.getState();
  const collapsedNamespaces = view.collapsedNamespaces.filter((name) => name !== namespace);
  showView(session, { collapsedNamespaces });
  return `Namespace ${namespace} is open`;
}
