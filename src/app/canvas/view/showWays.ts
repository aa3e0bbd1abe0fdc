import type { ResourceId } from '../../../istio/index.ts';
import type { Session } from '../../../session/index.ts';
import { hostNode, type TopologyNode } from '../../../topology/index.ts';
import { showOutcome } from '../../shell/layout/showPane.ts';
import { announce } from '../state/canvasState.ts';
import { nodeAbout } from './meant.ts';
import { showView } from './showView.ts';
import { focusWords } from './words.ts';

/** Shows only the ways of a host's traffic: who sends it, by which rules, and where it ends. */
export function showHostWays(session: Session, host: string): void {
  showWays(
    session,
    hostNode(session.getState().analysis.topology, host),
    `${host}: nothing defines it, and no rule is made for it`,
  );
}

/** Shows only the ways of the traffic through a resource, or through what it applies to. */
export function showResourceWays(session: Session, resource: ResourceId): void {
  const { topology, mesh } = session.getState().analysis;
  showWays(session, nodeAbout(topology, resource), mesh.byId.get(resource)?.name ?? resource);
}

function showWays(session: Session, node: TopologyNode | undefined, what: string): void {
  if (!node) {
    const title = `The canvas has no ways of ${what}.`;
    session.dispatch({ type: 'notify', notice: { tone: 'info', title } });
    return;
  }
  showView(session, { focus: { node: node.id } }, { fit: true });
  showOutcome(session, 'canvas');
  announce(focusWords(node.label, undefined));
}
