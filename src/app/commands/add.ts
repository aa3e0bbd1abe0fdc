import { isOwnFile, type ModelledKind } from '../../istio/index.ts';
import { addNew, newResource, placeForNew, type Near, type NewResource } from '../../operations/index.ts';
import type { Session, SessionState } from '../../session/index.ts';
import { selectedGhost } from '../canvas/assume.ts';
import { announce } from '../canvas/state/canvasState.ts';

export interface AddOptions {
  readonly name?: string;
  readonly namespace?: string;
  readonly file?: string;
  /** What the new resource is connected to; null for nothing. Without it, what is selected. */
  readonly near?: Near | null;
}

/** What is selected: a place in a resource, or on the canvas a host that no file defines. */
export function selectedNear(state: Pick<SessionState, 'analysis' | 'selection'>): Near {
  const ghost = selectedGhost(state);
  if (ghost?.kind === 'Host') return { host: ghost.label };
  const { selection } = state;
  return selection ? { resource: selection.resource, path: selection.path } : {};
}

/** A new resource as it would be added, and where, unless a person says otherwise. */
export function suggestionFor(session: Session, kind: ModelledKind, options: AddOptions = {}) {
  const state = session.getState();
  const { mesh } = state.analysis;
  const at = options.near === undefined ? selectedNear(state) : (options.near ?? {});
  const fresh = newResource(mesh, kind, at, options);
  const near = at.resource === undefined ? undefined : mesh.byId.get(at.resource);
  return { fresh, near, file: options.file ?? fileFor(state, fresh, near?.source.file) };
}

/** As the workspace does it; else beside what it is put near, or in the file that is shown. Files of our own take no resources. */
function fileFor(
  { activeFile, analysis, workspace }: SessionState,
  fresh: NewResource,
  beside: string | undefined,
): string {
  const place = placeForNew(analysis.mesh.files, fresh, beside);
  if (place !== null) return place;
  const takes = (path: string | null | undefined): path is string =>
    typeof path === 'string' && !isOwnFile(path);
  return [beside, activeFile, ...workspace.files.map(({ path }) => path)].find(takes) ?? 'mesh.yaml';
}

/** Adds a resource of this kind: valid, with a free name, connected to what it is put near, and selected. */
export function addResource(session: Session, kind: ModelledKind, options: AddOptions = {}): boolean {
  const { fresh, file } = suggestionFor(session, kind, options);
  const { workspace, analysis } = session.getState();
  const operation = addNew({ files: workspace.files, mesh: analysis.mesh }, file, fresh);
  const done = session.dispatch({ type: 'operate', operation, origin: 'palette' });
  if (done) announce(`Added ${fresh.kind} ${fresh.name}`);
  return done;
}
