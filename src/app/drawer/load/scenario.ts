import { isScenarioFile } from '../../../istio/index.ts';
import type { Session } from '../../../session/index.ts';
import type { Request } from '../../../traffic/index.ts';
import { askLab } from './ask.ts';
import { scenarioIn } from './keptText.ts';
import { EMPTY_LAB, labStore } from './labStore.ts';

/** The scenarios that the workspace keeps: paths of files, in their order. */
export const keptScenarios = (files: readonly { readonly path: string }[]): readonly string[] =>
  files.map(({ path }) => path).filter(isScenarioFile);

/** Shows what was left of another workspace no longer, and this one's kept scenario, or a draft for it. */
export async function beginScenario(session: Session): Promise<void> {
  const { workspace } = session.getState();
  const { view, asTable, fullScreen } = labStore.get();
  if (labStore.get().workspace !== workspace.id)
    labStore.set({ ...EMPTY_LAB, view, asTable, fullScreen, workspace: workspace.id });
  if (labStore.get().kept !== null || labStore.get().draft !== null) return;
  const [first] = keptScenarios(workspace.files);
  if (first !== undefined) showKept(session, first);
  else await draftAnew(session);
}

/** What is left behind when another scenario is shown. */
const another = () => ({ cause: null, time: null, choice: labStore.get().choice + 1 });

/** Shows a scenario of the workspace. */
export function showKept(session: Session, path: string): void {
  const file = session.getState().workspace.files.find((one) => one.path === path);
  if (file) labStore.set({ kept: path, scenarioText: scenarioIn(file.text).text, ...another() });
}

/** Shows the draft again. */
export function showDraft(): void {
  const { draft } = labStore.get();
  if (draft !== null) labStore.set({ kept: null, scenarioText: draft, ...another() });
}

/** Makes a draft that suits the workspace, or sends this request. */
export async function draftAnew(session: Session, request?: Request): Promise<void> {
  const { id } = session.getState().workspace;
  const reply = await askLab(session, 'scenario', { ...(request && { request }) });
  if (labStore.get().workspace !== id || !reply || !('told' in reply)) return;
  const text = reply.told ?? '';
  labStore.set({ kept: null, draft: text, scenarioText: text, ...another() });
}

/** What is shown follows the workspace: a kept scenario is its file's text, and gone with it. */
export function followText(session: Session): void {
  const { kept, draft, keptDraft } = labStore.get();
  if (kept === null) return;
  const file = session.getState().workspace.files.find(({ path }) => path === kept);
  if (file) labStore.set({ scenarioText: scenarioIn(file.text).text });
  else {
    // Whoever undoes that it was kept has the draft again.
    const left = draft ?? keptDraft;
    labStore.set({ kept: null, draft: left, scenarioText: left ?? '' });
    if (left === null) void beginScenario(session);
  }
}
