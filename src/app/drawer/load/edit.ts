import {
  insertInScenario,
  removeFromScenario,
  setInScenario,
  type ScenarioEdit,
} from '../../../operations/index.ts';
import type { Session } from '../../../session/index.ts';
import { minimalEdit } from '../../../text/index.ts';
import type { Path, YamlValue } from '../../../yaml/index.ts';
import { scenarioIn } from './keptText.ts';
import { labStore } from './labStore.ts';

/** Writes a field of the scenario that is shown, or takes it away; a burst in one field is one undo step. */
export function setField(session: Session, path: Path, value: YamlValue | undefined): boolean {
  const { scenarioText } = labStore.get();
  return write(session, setInScenario(scenarioText, path, value), `load ${path.join('.')}`);
}

/** Puts an item at the end of a list of the scenario. */
export function addItem(session: Session, path: Path, index: number, value: YamlValue): boolean {
  return write(session, insertInScenario(labStore.get().scenarioText, path, index, value));
}

export function removeField(session: Session, path: Path): boolean {
  return write(session, removeFromScenario(labStore.get().scenarioText, path));
}

/** A kept scenario is a file, so that its edits are steps of the workspace's history; a draft is only here. */
function write(session: Session, edited: ScenarioEdit, mark?: string): boolean {
  if ('refused' in edited) {
    session.dispatch({
      type: 'notify',
      notice: { tone: 'error', title: 'The scenario stays as it was', detail: edited.refused },
    });
    return false;
  }
  const { kept, scenarioText } = labStore.get();
  if (kept === null) {
    labStore.set({ draft: edited.text, scenarioText: edited.text });
    return true;
  }
  const edit = minimalEdit(scenarioText, edited.text);
  const file = session.getState().workspace.files.find(({ path }) => path === kept);
  if (!edit || !file) return true;
  const { from } = scenarioIn(file.text);
  const label = 'Change the load scenario';
  return session.dispatch({
    type: 'edit-text',
    path: kept,
    edits: [{ ...edit, from: from + edit.from, to: from + edit.to }],
    origin: 'drawer',
    label,
    ...(mark !== undefined && { mark }),
  });
}
