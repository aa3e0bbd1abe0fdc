import type { Session } from '../../session/index.ts';
import { open } from '../../session/session.testkit.ts';
import type { Spot } from './state/canvasState.ts';

/** A session with one file, `mesh.yaml`, opened. */
export async function openMesh(text: string): Promise<Session> {
  const { session, clock } = await open();
  session.dispatch({ type: 'open-files', files: [{ path: 'mesh.yaml', content: text }], mode: 'replace' });
  await clock.advance(0);
  await session.settled();
  return session;
}

export function meshText(session: Session): string {
  return session.getState().workspace.files.find(({ path }) => path === 'mesh.yaml')?.text ?? '';
}

/** The node of this kind and label; with `row`, the row of that label in it. */
export function spotNamed(session: Session, kind: string, label: string, row?: string): Spot {
  const { nodes } = session.getState().analysis.topology;
  const node = nodes.find((candidate) => candidate.kind === kind && candidate.label === label);
  if (!node)
    throw new Error(`no ${kind} ${label} among ${nodes.map((n) => `${n.kind} ${n.label}`).join(', ')}`);
  if (row === undefined) return { node: node.id, row: null };
  const found = node.rows.find((candidate) => candidate.label === row);
  if (!found) throw new Error(`no row ${row} among ${node.rows.map((r) => r.label).join(', ')}`);
  return { node: node.id, row: found.id };
}
