import { copyText } from '../../../browser/index.ts';
import type { PlacedFault, Session } from '../../../session/index.ts';
import { loadAsCsv } from '../../../traffic/index.ts';
import { locate, nodeAt } from '../../../yaml/index.ts';
import { panes } from '../../commands/panes.ts';
import { showPane } from '../../shell/layout/showPane.ts';
import { fileForDraft, scenarioIn } from './keptText.ts';
import { labStore } from './labStore.ts';
import { showKept } from './scenario.ts';

/** Makes a file of the workspace of the scenario that is shown, and goes on with that. */
export function keepScenario(session: Session): void {
  const { scenarioText: text } = labStore.get();
  const file = fileForDraft(session.getState().workspace.files, text);
  if (
    !session.dispatch({ type: 'operate', operation: { kind: 'add-scenario', file, text }, origin: 'drawer' })
  )
    return;
  labStore.set({ draft: null, keptDraft: text });
  showKept(session, file);
}

/** Leads to the scenario's text, or to a place of it. */
export function openYaml(session: Session, fault?: Pick<PlacedFault, 'from'>): void {
  const { kept } = labStore.get();
  if (kept === null) return;
  labStore.set({ fullScreen: false });
  session.dispatch({ type: 'show-file', path: kept });
  showPane(session, 'yaml');
  const file = session.getState().workspace.files.find(({ path }) => path === kept);
  if (!fault || !file) return;
  const offset = scenarioIn(file.text).from + fault.from;
  // After the pane has taken the focus.
  requestAnimationFrame(() => requestAnimationFrame(() => panes.source?.reveal(offset)));
}

/** Leads to what a scenario expects, where it is a file. */
export function showGoal(session: Session, index: number): void {
  const { scenarioText } = labStore.get();
  const root = locate(scenarioText);
  const from = root && nodeAt(root, ['expect', index])?.from;
  openYaml(session, from === undefined ? undefined : { from });
}

export async function copyScenario(session: Session): Promise<void> {
  await copyText(labStore.get().scenarioText);
  session.dispatch({ type: 'notify', notice: { tone: 'info', title: 'The scenario is copied' } });
}

/** Copies all numbers of the run, a line for each slice of time. */
export async function copyNumbers(session: Session): Promise<void> {
  const { report } = labStore.get();
  if (!report) return;
  await copyText(loadAsCsv(report));
  session.dispatch({ type: 'notify', notice: { tone: 'info', title: 'The numbers are copied as CSV' } });
}
